package app.recado.relay.account;

import app.recado.protocol.AuditPage;
import app.recado.protocol.Availability;
import app.recado.protocol.DeviceId;
import app.recado.protocol.Ids;
import app.recado.protocol.Role;
import app.recado.protocol.Sha256;
import app.recado.protocol.SignIn;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Database;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Writer;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People and their devices, in the database. */
public final class AccountService implements Accounts {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int SHORTEST_PASSWORD = 6;
  private static final int LONGEST_PASSWORD = 200;

  private final Database database;
  private final Writer writer;
  private final Passwords passwords;
  private final Ids ids;
  private final RandomGenerator random;
  private final AuditTrail audit;
  private final PeopleTable people = new PeopleTable();
  private final Presence presence;
  private final PeopleEditing editing;
  private final SignInThrottle throttle;
  private final String nobodysHash;

  /**
   * @param node a name of this node that no other has
   * @param random unpredictable; tokens are made of it
   * @param listener told when somebody becomes available or ceases to be
   */
  public AccountService(
      Database database,
      Writer writer,
      InstantSource clock,
      Passwords passwords,
      Ids ids,
      RandomGenerator random,
      String node,
      PresenceListener listener) {
    this.database = database;
    this.writer = writer;
    this.passwords = passwords;
    this.ids = ids;
    this.random = random;
    this.audit = new AuditTable(ids);
    this.presence = new Presence(people, node, writer, listener, clock);
    this.editing = new PeopleEditing(people, presence, audit, listener);
    this.throttle = new SignInThrottle(clock);
    this.nobodysHash = passwords.hash("nobody");
  }

  public Presence presence() {
    return presence;
  }

  public PeopleEdits editing() {
    return editing;
  }

  /** Tells leaders of a database from before there was anything to tell leaders alone. */
  public void align() {
    if (!database.read(PeopleTable::leadersWithoutScope).isEmpty()) {
      writer.write(write -> {
        PeopleTable.leadersWithoutScope(write.tx())
            .forEach(leader -> people.adjustScopes(write, leader));
        return true;
      });
    }
  }

  /** Forgets the streams of a relay that ran alone on this database and is no more. */
  public void startAlone() {
    writer.write(write -> {
      presence.startAlone(write);
      return true;
    });
  }

  @Override
  public SignIn.Response signIn(SignIn.Request request, String address) {
    String email = PeopleTable.normal(request.email());
    Optional<Stored> stored =
        database.read(tx ->
            tx.first(
                "SELECT id, password, active FROM person WHERE email = ?",
                row -> new Stored(new UserId(row.text(1)), row.text(2), row.flag(3)),
                email));
    // an unknown address takes as long as a wrong password
    boolean right =
        passwords.matches(request.password(), stored.map(Stored::hash).orElse(nobodysHash));
    if (!right || stored.isEmpty() || !stored.get().active()) {
      throw throttle.failed(email, address);
    }
    throttle.succeeded(email);
    String token = token();
    UserId user = stored.get().user();
    return writer.write(write -> {
      DeviceId device = request.device().id();
      Devices.endTokens(write, user, device, "replaced");
      write
          .tx()
          .run(
              """
              INSERT INTO device (user_id, id, name, signed_in_at, seen_at) VALUES (?, ?, ?, ?, ?)
              ON CONFLICT (user_id, id) DO UPDATE SET name = excluded.name,
                signed_in_at = excluded.signed_in_at, seen_at = excluded.seen_at,
                revoked_at = NULL, idle = 0
              """,
              user,
              device,
              request.device().name(),
              write.now(),
              write.now());
      write
          .tx()
          .run(
              "INSERT INTO token VALUES (?, ?, ?, ?, NULL)",
              Sha256.of(token),
              user,
              device,
              write.now());
      presence.heard(write, new Caller(user, device));
      return new SignIn.Response(token, people.get(write.tx(), user).row(), write.now());
    });
  }

  private record Stored(UserId user, String hash, boolean active) {}

  private String token() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public Caller authenticate(String token) {
    Optional<Known> known =
        database.look(tx ->
            tx.first(
                "SELECT user_id, device_id, ended FROM token WHERE hash = ?",
                row ->
                    new Known(
                        new Caller(new UserId(row.text(1)), new DeviceId(row.text(2))),
                        row.textOrNull(3)),
                Sha256.of(token)));
    if (known.isPresent() && known.get().ended() == null) {
      presence.heard(known.get().caller());
      return known.get().caller();
    }
    if (known.isPresent() && "revoked".equals(known.get().ended())) {
      throw Refusal.of(401, "device_revoked", "This device was revoked.");
    }
    throw Refusal.of(401, "no_session", "Sign in first.");
  }

  private record Known(Caller caller, @Nullable String ended) {}

  @Override
  public void signOut(Caller caller) {
    writer.write(write -> {
      Devices.endTokens(write, caller.user(), caller.device(), "signed_out");
      presence.left(write, caller);
      return true;
    });
  }

  @Override
  public List<Device> devices(Caller caller) {
    return database.read(tx ->
        tx.list(
            "SELECT id, name, signed_in_at, seen_at, revoked_at FROM device WHERE user_id = ?"
                + " ORDER BY signed_in_at DESC, id",
            row ->
                new Device(
                    new DeviceId(row.text(1)),
                    row.text(2),
                    row.time(3),
                    row.time(4),
                    row.text(1).equals(caller.device().value()),
                    row.timeOrNull(5)),
            caller.user()));
  }

  @Override
  public void revoke(Caller caller, DeviceId device) {
    writer.write(write -> {
      UserId owner = ownerOf(write.tx(), caller, device);
      Devices.revoke(write, owner, device);
      audit.record(write, caller.user(), "device_revoked", device.value(), "of " + owner.value());
      return true;
    });
  }

  private UserId ownerOf(Tx tx, Caller caller, DeviceId device) {
    if (tx.exists("SELECT 1 FROM device WHERE user_id = ? AND id = ?", caller.user(), device)) {
      return caller.user();
    }
    boolean admin = people.get(tx, caller.user()).role() == Role.ADMIN;
    return tx.first(
            "SELECT user_id FROM device WHERE id = ? ORDER BY user_id",
            row -> new UserId(row.text(1)),
            device)
        .filter(owner -> admin)
        .orElseThrow(() -> Refusal.notFound("device"));
  }

  @Override
  public UserRow add(String email, String name, Role role, String password) {
    return add(null, email, name, role, password);
  }

  @Override
  public UserRow invite(Caller caller, String email, String name, Role role, String password) {
    requireAdmin(caller.user());
    return add(caller.user(), email, name, role, password);
  }

  private void requireAdmin(UserId user) {
    database.read(tx -> {
      requireAdmin(tx, user);
      return true;
    });
  }

  private void requireAdmin(Tx tx, UserId user) {
    if (people.get(tx, user).role() != Role.ADMIN) {
      throw Refusal.of(403, "forbidden", "This is for administrators.");
    }
  }

  private UserRow add(
      @Nullable UserId actor, String email, String name, Role role, String password) {
    String address = PeopleTable.normal(email);
    if (!EMAIL.matcher(address).matches()) {
      throw Refusal.invalid("email", "This is not an e-mail address.");
    }
    String called = PeopleEditing.name(name);
    checkPassword(password);
    String hash = passwords.hash(password);
    return writer.write(write -> {
      if (actor != null) {
        // who asked may have ceased to be one while the password was hashed
        requireAdmin(write.tx(), actor);
      }
      if (PeopleTable.byEmail(write.tx(), address).isPresent()) {
        throw Refusal.of(422, "taken", "Somebody already has this e-mail address.")
            .with("field", "email");
      }
      Person person =
          new Person(
              new UserId(ids.next()),
              address,
              called,
              role,
              PeopleEditing.usual(role),
              true,
              true,
              Availability.ONLINE,
              Availability.OFFLINE,
              null,
              0);
      PeopleTable.insert(write, person, hash);
      people.adjustScopes(write, person);
      audit.record(write, actor, "user_added", person.id().value(), address);
      return person.row();
    });
  }

  /** Twelve letters and digits in groups, none like another: 59 bits. */
  @Override
  public String newPassword() {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      if (i > 0 && i % 4 == 0) {
        made.append('-');
      }
      made.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return made.toString();
  }

  private static void checkPassword(String password) {
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw Refusal.invalid(
          "password",
          "A password has %d to %d characters.".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
    }
  }

  @Override
  public void setPassword(Caller caller, UserId user, String password) {
    requireAdmin(caller.user());
    checkPassword(password);
    String hash = passwords.hash(password);
    writer.write(write -> {
      requireAdmin(write.tx(), caller.user());
      Person person = people.find(write.tx(), user).orElseThrow(() -> Refusal.notFound("person"));
      write.tx().run("UPDATE person SET password = ? WHERE id = ?", hash, user);
      audit.record(write, caller.user(), "user_password_set", user.value(), person.email());
      return true;
    });
  }

  @Override
  public AuditPage audit(Caller caller, @Nullable String before, int limit) {
    return database.read(tx -> {
      requireAdmin(tx, caller.user());
      return AuditTable.page(tx, before, limit);
    });
  }

  @Override
  public List<UserRow> all() {
    return database.read(tx -> PeopleTable.all(tx).stream().map(Person::row).toList());
  }

  @Override
  public UserRow disable(String email) {
    return writer.write(write -> {
      Person person =
          PeopleTable.byEmail(write.tx(), email).orElseThrow(() -> Refusal.notFound("user"));
      Person after = editing.disable(write, null, person);
      return after.row();
    });
  }

  @Override
  public void connected(Caller caller) {
    presence.connected(caller);
  }

  @Override
  public void disconnected(Caller caller) {
    presence.disconnected(caller);
  }
}
