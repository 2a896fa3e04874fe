package app.recado.relay.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.protocol.AuditPage;
import app.recado.protocol.Availability;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelPatch;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Intent;
import app.recado.protocol.Opening;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.RowKind;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import app.recado.relay.account.Caller;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The workspace's own settings: who may change them, what is refused, and who is told. */
@ParameterizedClass
@EnumSource(Dialect.class)
class SettingsCommandsTest {
  @Parameter Dialect dialect;
  private Shop shop;
  private Caller ada;

  @BeforeEach
  void open() {
    shop = new Shop(dialect);
    ada = shop.world.person("ada", Role.ADMIN);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private String does(Caller who, Intent intent) {
    return Shop.said(shop.world.apply(who, shop.world.command(null, null, intent)));
  }

  private ChannelRow channel() {
    return shop.world.relay.channels().byKey(shop.channel.key()).orElseThrow();
  }

  private UserRow user(Caller who) {
    return shop.world.relay.accounts().all().stream()
        .filter(user -> user.id().equals(who.user()))
        .findFirst()
        .orElseThrow();
  }

  private Intent queue(UserId... agents) {
    return new Intent.SetQueue(
        shop.channel.id(), null, List.of(agents), null, null, false, null, null);
  }

  private Intent nextAfter(@Nullable Integer seconds, @Nullable Integer cap) {
    return new Intent.SetQueue(shop.channel.id(), null, null, seconds, cap, false, null, null);
  }

  private Intent save(ChannelPatch patch) {
    return new Intent.SaveChannel(shop.channel.id(), patch);
  }

  private static Intent role(Caller who, Role role) {
    return new Intent.SaveUser(who.user(), null, role, null, null);
  }

  private List<String> audited(Caller admin) {
    return shop.world.relay.accounts().audit(admin, null, 50).entries().stream()
        .map(entry -> entry.action() + " by " + entry.actor())
        .toList();
  }

  @Test
  void supervisorEditsQueuesAndNothingElse() {
    assertThat(does(shop.sara, queue(shop.bruno.user(), shop.ana.user()))).isEqualTo("applied");
    assertThat(channel().queue().agents()).containsExactly(shop.bruno.user(), shop.ana.user());
    assertThat(does(shop.sara, save(Patch.of().welcome("Hi").done()))).isEqualTo("held forbidden");
    assertThat(does(shop.sara, role(shop.ana, Role.ADMIN))).isEqualTo("held forbidden");
    assertThat(does(shop.ana, queue(shop.ana.user()))).isEqualTo("held forbidden");
  }

  @Test
  void whatIsNotNamedStaysAsItIs() {
    does(ada, save(Patch.of().welcome("Welcome").done()));
    does(ada, save(Patch.of().zone("America/Recife").done()));
    SettingsRow settings = settings(new Reader(ada));
    assertThat(settings.welcomeText()).isEqualTo("Welcome");
    assertThat(settings.zone()).isEqualTo("America/Recife");
    does(ada, save(Patch.of().clear("welcomeText").done()));
    assertThat(settings(new Reader(ada)).welcomeText()).isNull();
    assertThat(settings(new Reader(ada)).zone()).isEqualTo("America/Recife");
  }

  @Test
  void whatCannotBeIsRefusedWithItsField() {
    assertThat(does(ada, save(Patch.of().zone("America/Nowhere").done())))
        .isEqualTo("rejected invalid zone");
    assertThat(does(ada, save(Patch.of().hours("08:00", "12:00", "11:00", "18:00").done())))
        .isEqualTo("rejected invalid hours");
    assertThat(does(ada, save(Patch.of().hours("18:00", "08:00").done())))
        .isEqualTo("rejected invalid hours");
    assertThat(does(ada, save(Patch.of().hours("8", "12").done())))
        .isEqualTo("rejected invalid hours");
    assertThat(does(ada, save(Patch.of().hours("18:00", "00:00").done()))).isEqualTo("applied");
    assertThat(does(ada, save(Patch.of().welcome("x".repeat(2_001)).done())))
        .isEqualTo("rejected invalid welcomeText");
    assertThat(does(ada, save(Patch.of().clear("name").done())))
        .isEqualTo("rejected invalid clear");
    assertThat(does(ada, nextAfter(59, null))).isEqualTo("rejected invalid nextAfter");
    assertThat(does(ada, nextAfter(null, 0))).isEqualTo("rejected invalid cap");
    assertThat(does(ada, queue(new UserId("nobody")))).isEqualTo("rejected not_found agents");
    assertThat(does(ada, new Intent.AddChannel(" ", QueueMode.ALL, List.of())))
        .isEqualTo("rejected invalid name");
    assertThat(does(ada, new Intent.SaveUser(shop.sara.user(), null, null, Visibility.OWN, null)))
        .isEqualTo("rejected invalid visibility");
    assertThat(does(ada, new Intent.DisableUser(new UserId("nobody"))))
        .isEqualTo("rejected not_found user");
  }

  @Test
  void eachChangeIsOnTheRecordOnceAndNoChangeIsNot() {
    int before = audited(ada).size();
    does(ada, save(Patch.of().welcome("Hi").done()));
    does(ada, save(Patch.of().welcome("Hi").done()));
    does(ada, save(Patch.of().zone("America/Nowhere").done()));
    does(ada, role(shop.otto, Role.SUPERVISOR));
    List<AuditPage.Entry> entries = shop.world.relay.accounts().audit(ada, null, 50).entries();
    assertThat(entries).hasSize(before + 2);
    assertThat(entries.get(1))
        .extracting(AuditPage.Entry::action, AuditPage.Entry::details)
        .containsExactly("channel_updated", channel().key() + ": welcomeText");
    assertThat(entries.getFirst())
        .extracting(AuditPage.Entry::action, AuditPage.Entry::actor, AuditPage.Entry::details)
        .containsExactly(
            "user_updated", ada.user(), "role: agent -> supervisor, visibility: channels -> all");
  }

  @Test
  void theRecordIsReadInPagesByAdministratorsAlone() {
    AuditPage all = shop.world.relay.accounts().audit(ada, null, 200);
    AuditPage first = shop.world.relay.accounts().audit(ada, null, 2);
    AuditPage next = shop.world.relay.accounts().audit(ada, first.entries().getLast().id(), 200);
    List<AuditPage.Entry> both = new ArrayList<>(first.entries());
    both.addAll(next.entries());
    assertThat(first.more()).isTrue();
    assertThat(next.more()).isFalse();
    assertThat(both).isEqualTo(all.entries());
    assertThatThrownBy(() -> shop.world.relay.accounts().audit(shop.sara, null, 2))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.status()).isEqualTo(403));
  }

  @Test
  void theLastAdministratorRemainsOne() {
    assertThat(does(ada, role(ada, Role.AGENT))).isEqualTo("rejected last_admin role");
    assertThat(does(ada, new Intent.DisableUser(ada.user()))).isEqualTo("rejected last_admin user");
    does(ada, role(shop.otto, Role.ADMIN));
    assertThat(does(ada, role(ada, Role.AGENT))).isEqualTo("applied");
    assertThat(does(ada, role(shop.otto, Role.AGENT))).isEqualTo("held forbidden");
    assertThat(does(shop.otto, new Intent.DisableUser(shop.otto.user())))
        .isEqualTo("rejected last_admin user");
  }

  @Test
  void disablingTakesTheDevicesTheQueuesAndGivesBackTheDialogs() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.PinDialog());
    assertThat(does(ada, new Intent.DisableUser(shop.ana.user()))).isEqualTo("applied");
    assertThat(shop.session().owner()).isNull();
    assertThat(shop.events()).endsWith("returned");
    assertThat(channel().queue().agents()).containsExactly(shop.bruno.user());
    assertThat(user(shop.ana))
        .extracting(UserRow::active, UserRow::availability, UserRow::open)
        .containsExactly(false, Availability.OFFLINE, 0);
    assertThat(shop.world.relay.accounts().devices(shop.ana))
        .allSatisfy(device -> assertThat(device.revokedAt()).isNotNull());
    assertThat(does(ada, queue(shop.ana.user()))).isEqualTo("rejected not_found agents");
    assertThat(does(ada, new Intent.EnableUser(shop.ana.user()))).isEqualTo("applied");
    assertThat(user(shop.ana).active()).isTrue();
    assertThat(does(ada, queue(shop.ana.user()))).isEqualTo("applied");
  }

  @Test
  void whoIsInvitedSignsInWithThePasswordAndAnotherIsAsGood() {
    var accounts = shop.world.relay.accounts();
    String made = accounts.newPassword();
    assertThat(made).matches("[a-z2-9]{4}(-[a-z2-9]{4}){2}").isNotEqualTo(accounts.newPassword());
    UserRow rita = accounts.invite(ada, "Rita@example.org", "Rita", Role.AGENT, "secret-rita");
    Caller signedIn = shop.world.signIn("rita", "desk-rita");
    assertThat(signedIn.user()).isEqualTo(rita.id());
    accounts.setPassword(ada, rita.id(), "another-one");
    assertThatThrownBy(() -> shop.world.signIn("rita", "desk-2")).isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> accounts.invite(shop.sara, "x@example.org", "X", Role.AGENT, "secret-x"))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.status()).isEqualTo(403));
    assertThatThrownBy(() -> accounts.invite(ada, "rita@example.org", "X", Role.AGENT, "secret-x"))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.body().error().code()).isEqualTo("taken"));
  }

  @Test
  void agentsAreNeverGivenSettingsAndARoleOpensAndShutsThem() {
    for (int limit : new int[] {1, 100}) {
      Reader ana = new Reader(shop.ana);
      ana.limit = limit;
      ana.read();
      assertThat(ana.settings()).isEmpty();
      does(ada, save(Patch.of().welcome("Hi " + limit).done()));
      ana.read();
      assertThat(ana.settings()).isEmpty();
      does(ada, role(shop.ana, Role.SUPERVISOR));
      ana.read();
      assertThat(ana.settings())
          .containsExactly(shop.other.id().value(), shop.channel.id().value());
      assertThat(settings(ana).welcomeText()).isEqualTo("Hi " + limit);
      does(ada, save(Patch.of().welcome("Hello " + limit).done()));
      ana.read();
      assertThat(settings(ana).welcomeText()).isEqualTo("Hello " + limit);
      does(ada, role(shop.ana, Role.AGENT));
      ana.read();
      assertThat(ana.settings()).isEmpty();
      does(ada, save(Patch.of().welcome("Bye " + limit).done()));
      ana.read();
      assertThat(ana.settings()).isEmpty();
    }
  }

  private SettingsRow settings(Reader reader) {
    reader.read();
    return reader.rows.get(shop.channel.id().value());
  }

  /** Keeps the settings a person is told, as a desk would. */
  private final class Reader {
    private final Caller caller;
    private final Map<String, SettingsRow> rows = new HashMap<>();
    private @Nullable String cursor;
    private int limit = 100;

    private Reader(Caller caller) {
      this.caller = caller;
    }

    private void read() {
      boolean more = true;
      while (more) {
        SyncPage page = shop.world.relay.changes().page(caller, cursor, limit);
        for (Change change : page.changes()) {
          switch (change) {
            case Change.Put(SettingsRow row, long seq) -> rows.put(row.rowId(), row);
            case Change.Gone(RowKind kind, String id, long seq) when kind == RowKind.SETTINGS ->
                rows.remove(id);
            default -> {}
          }
        }
        cursor = page.cursor();
        more = page.more();
      }
    }

    private Set<String> settings() {
      return new TreeSet<>(rows.keySet());
    }
  }

  /** A patch, built up. */
  private static final class Patch {
    private @Nullable String zone;
    private @Nullable String welcome;
    private @Nullable Map<String, List<Opening>> hours;
    private List<String> clear = List.of();

    static Patch of() {
      return new Patch();
    }

    Patch zone(String id) {
      zone = id;
      return this;
    }

    Patch welcome(String text) {
      welcome = text;
      return this;
    }

    Patch clear(String field) {
      clear = List.of(field);
      return this;
    }

    Patch hours(String... times) {
      List<Opening> openings = new ArrayList<>();
      for (int i = 0; i < times.length; i += 2) {
        openings.add(new Opening(times[i], times[i + 1]));
      }
      hours = Map.of("monday", openings);
      return this;
    }

    ChannelPatch done() {
      return new ChannelPatch(
          null, null, zone, hours, welcome, null, null, null, null, null, null, null, null, null,
          null, clear);
    }
  }
}
