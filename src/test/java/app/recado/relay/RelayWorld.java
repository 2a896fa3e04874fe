package app.recado.relay;

import app.recado.protocol.Basis;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SignIn;
import app.recado.protocol.UserId;
import app.recado.relay.account.Caller;
import app.recado.relay.account.Passwords;
import app.recado.relay.channel.ChannelSettings;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.file.Shelf;
import app.recado.relay.store.Database;
import app.recado.relay.store.Dialect;
import app.recado.relay.store.TestDatabases;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A relay on a fresh database, on one thread, with a clock that stands. */
public final class RelayWorld implements AutoCloseable {

  /** Passwords as they are: hashing is not what these tests are about. */
  public static final Passwords PLAIN =
      new Passwords() {
        @Override
        public String hash(String password) {
          return password;
        }

        @Override
        public boolean matches(String password, String hash) {
          return password.equals(hash);
        }
      };

  public final ManualClock clock = new ManualClock();
  public final Database database;
  public final RelayNode relay;
  public final Ids ids = new Ids(clock, new Random(7));

  public RelayWorld(Dialect dialect, Path folder) {
    this(
        TestDatabases.make(dialect, folder),
        RelayParts.inline(PLAIN, new Shelf(folder.resolve("files"))));
  }

  public RelayWorld(Database database, RelayParts parts) {
    this.database = database;
    this.relay = RelayNode.inline(database, clock, new Random(42), parts);
  }

  /** A person, signed in on a device called {@code desk}. */
  public Caller person(String name, Role role) {
    relay.accounts().add(name + "@example.org", name, role, "secret-" + name);
    return signIn(name, "desk-" + name);
  }

  public Caller agent(String name) {
    return person(name, Role.AGENT);
  }

  public Caller signIn(String name, String device) {
    SignIn.Response response =
        relay
            .accounts()
            .signIn(
                new SignIn.Request(
                    name + "@example.org",
                    "secret-" + name,
                    new SignIn.Device(new DeviceId(device), device)),
                "127.0.0.1");
    return relay.accounts().authenticate(response.token());
  }

  public ChannelRow channel(String name, QueueMode mode, String... agents) {
    return relay
        .channels()
        .add(name, mode, Arrays.stream(agents).map(agent -> agent + "@example.org").toList());
  }

  public void settings(ChannelRow channel, UnaryOperator<Settings> change) {
    ChannelSettings before = relay.channels().settings(channel.key());
    relay.channels().update(channel.key(), change.apply(new Settings(before)).build());
  }

  public Visits.Visitor visitor(ChannelRow channel) {
    return relay
        .visits()
        .authenticate(relay.visits().open(channel.key(), null, null, null).token());
  }

  /** The customer writes; the dialog's id. */
  public DialogId write(Visits.Visitor visitor, String text) {
    relay.visits().post(visitor, ids.next(), text);
    return new DialogId(visitor.dialog());
  }

  public DialogRow dialog(Caller caller, DialogId dialog) {
    return (DialogRow) relay.history().dialog(caller, dialog).row();
  }

  /** The timeline, oldest first. */
  public List<MessageRow> timeline(Caller caller, DialogId dialog) {
    return relay.history().messages(caller, dialog, null, 200).messages().reversed().stream()
        .map(entry -> entry.message())
        .toList();
  }

  /** What the caller would say to have seen by now. */
  public Basis basis(Caller caller, DialogId dialog) {
    DialogRow row = dialog(caller, dialog);
    return new Basis(
        row.session().id(),
        row.session().owner(),
        row.session().channel(),
        timeline(caller, dialog).getLast().id());
  }

  public Command command(
      @Nullable DialogId dialog, @Nullable Basis basis, Intent intent, CommandId... after) {
    return Command.of(
        new CommandId(ids.next()), dialog, basis, List.of(after), intent, clock.instant());
  }

  /** Does it with no basis: only what is legal now counts. */
  public Outcome apply(Caller caller, DialogId dialog, Intent intent) {
    return apply(caller, command(dialog, null, intent));
  }

  public Outcome apply(Caller caller, DialogId dialog, Basis basis, Intent intent) {
    return apply(caller, command(dialog, basis, intent));
  }

  public Outcome apply(Caller caller, Command command) {
    return relay.commands().apply(caller, List.of(command)).getFirst();
  }

  public static Intent reply(String text) {
    return new Intent.SendMessage(text, false, null, List.of());
  }

  public static Intent whisper(String text) {
    return new Intent.SendMessage(text, true, null, List.of());
  }

  public static Intent transfer(Caller target) {
    return new Intent.TransferDialog(target.user(), null, null, false);
  }

  public static UserId id(Caller caller) {
    return caller.user();
  }

  @Override
  public void close() {
    relay.close();
  }
}
