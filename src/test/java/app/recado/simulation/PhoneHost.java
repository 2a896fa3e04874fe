package app.recado.simulation;

import app.recado.protocol.Availability;
import app.recado.protocol.ChannelId;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.UserId;
import app.recado.protocol.Visibility;
import app.recado.relay.file.Holder;
import app.recado.relay.file.Uploads;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Another program at the relay than the desk: it pins, renames and says who is there, on what it
 * saw a while ago, asks again under the same id until it is answered, and tries whose files it
 * gets.
 */
final class PhoneHost {
  private final Workspace.Seat seat;
  private final RelayHost relay;
  private final Link link;
  private final VirtualTime time;
  private final Trace trace;
  private final RandomGenerator random;
  private final Witness witness;
  private final Ids ids;
  private int open;

  PhoneHost(
      Workspace.Seat seat,
      RelayHost relay,
      Link link,
      VirtualTime time,
      Trace trace,
      RandomGenerator random,
      Witness witness) {
    this.seat = seat;
    this.relay = relay;
    this.link = link;
    this.time = time;
    this.trace = trace;
    this.random = random;
    this.witness = witness;
    this.ids = new Ids(time::instant, random);
  }

  Link link() {
    return link;
  }

  boolean isDone() {
    return open == 0;
  }

  /** Does something to a dialog it sees, says who is there, or changes the workspace if it may. */
  void act() {
    if (!relay.isUp()) {
      return;
    }
    if (isAdministrators()) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        send(null, JsonNull.INSTANCE, ofWorkspace());
      }
      return;
    }
    if (random.nextInt(4) == 0) {
      send(null, JsonNull.INSTANCE, ofWorkspace());
      return;
    }
    if (random.nextInt(4) == 0) {
      pry();
      return;
    }
    List<List<String>> dialogs =
        relay.books().read("SELECT id, session_id, owner, session_channel FROM dialog ORDER BY id");
    if (random.nextInt(4) == 0 || dialogs.isEmpty()) {
      Availability wish = Availability.values()[random.nextInt(Availability.values().length)];
      send(null, JsonNull.INSTANCE, new Intent.SetAvailability(wish));
      return;
    }
    List<String> dialog = dialogs.get(random.nextInt(dialogs.size()));
    JsonObject basis = new JsonObject();
    basis.addProperty("session", dialog.get(1));
    basis.addProperty("owner", dialog.get(2).isEmpty() ? null : dialog.get(2));
    basis.addProperty("channel", dialog.get(3));
    basis.add("lastMessage", JsonNull.INSTANCE);
    send(
        new DialogId(dialog.get(0)),
        basis,
        switch (random.nextInt(4)) {
          case 0, 1 -> new Intent.PinDialog();
          case 2 -> new Intent.UnpinDialog();
          default -> new Intent.RenameDialog(witness.secret() + " sofá");
        });
  }

  /** Tries to read files, and to have them as copies, whoever they are of. */
  private void pry() {
    List<List<String>> files =
        relay.books().read("SELECT id, name, type, size FROM file ORDER BY begun_at DESC LIMIT 5");
    for (List<String> row : files) {
      boolean may = relay.books().mayFetch(seat.user(), row.get(0));
      FileId file = new FileId(row.get(0));
      Uploads.Announced copy =
          new Uploads.Announced(
              new FileId(ids.next()),
              "copy.txt",
              row.get(2),
              Long.parseLong(row.get(3)),
              null,
              file);
      relay.administer(up -> {
        Holder me = new Holder.Agent(up.accounts().authenticate(seat.token()));
        given(may, row, () -> up.uploads().open(me, file) != null);
        given(may, row, () -> up.uploads().begin(me, copy).isComplete());
        return true;
      });
    }
  }

  private void given(boolean may, List<String> file, BooleanSupplier asked) {
    boolean given;
    try {
      given = asked.getAsBoolean();
    } catch (Refusal refused) {
      given = false;
    }
    if (given && !may) {
      throw new Violation(20, seat.name() + " was given " + file + ", which is out of sight");
    }
  }

  /** Makes a supervisor with a desk an administrator. */
  void promote() {
    String eva = relay.books().read("SELECT id FROM person WHERE email LIKE 'eva@%'").get(0).get(0);
    Intent promotion = new Intent.SaveUser(new UserId(eva), null, Role.ADMIN, null, null);
    send(null, JsonNull.INSTANCE, promotion);
  }

  boolean isAdministrators() {
    return seat.name().startsWith("fay");
  }

  private Intent ofWorkspace() {
    List<List<String>> people =
        relay.books().read("SELECT id, email, active FROM person ORDER BY id");
    List<List<String>> channels = relay.books().read("SELECT id FROM channel ORDER BY id");
    UserId somebody = new UserId(people.get(random.nextInt(people.size())).get(0));
    ChannelId channel = new ChannelId(channels.get(random.nextInt(channels.size())).get(0));
    // only who has no desk is disabled: a desk that is wiped loses what it had not sent
    List<String> gil =
        people.stream().filter(person -> person.get(1).startsWith("gil")).findFirst().orElseThrow();
    UserId dispensable = new UserId(gil.get(0));
    boolean active = gil.get(2).equals("1");
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Intent.SaveUser(somebody, null, any(Role.values()), null, null);
      case 2, 3 -> new Intent.SaveUser(somebody, null, null, any(Visibility.values()), null);
      case 4 ->
          active == random.nextInt(4) > 0
              ? new Intent.DisableUser(dispensable)
              : new Intent.EnableUser(dispensable);
      case 5, 6 -> {
        List<UserId> agents = new ArrayList<>();
        people.forEach(person -> {
          if (person.get(2).equals("1") && random.nextInt(3) > 0) {
            agents.add(new UserId(person.get(0)));
          }
        });
        yield new Intent.SetQueue(
            channel, any(QueueMode.values()), agents, null, null, false, null, null);
      }
      default ->
          new Intent.SaveChannel(
              channel, Workspace.named(witness.word("public"), 60 + random.nextInt(600)));
    };
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private void send(@Nullable DialogId dialog, JsonElement basis, Intent intent) {
    JsonObject command =
        Json.tree(
                Command.of(
                    new CommandId(ids.next()), dialog, null, List.of(), intent, time.instant()))
            .getAsJsonObject();
    command.add("basis", basis);
    JsonArray commands = new JsonArray();
    commands.add(command);
    JsonObject body = new JsonObject();
    body.add("commands", commands);
    trace.add(seat.name(), "asks for " + intent.type() + " in " + dialog);
    Request request = new Request("POST /v1/commands", seat.token(), Json.write(body));
    open++;
    time.afterMillis(link.way() + random.nextInt(20_000), () -> attempt(request));
  }

  private void attempt(Request request) {
    Fate fate = link.fate();
    boolean answered = false;
    if (fate.end() != Fate.End.LOST && fate.end() != Fate.End.BROKEN_BEFORE) {
      boolean done = relay.serve(seat.name(), request) != null;
      answered = done && fate.end() == Fate.End.ANSWERED;
    }
    if (answered) {
      open--;
    } else {
      time.afterMillis(2_000 + random.nextInt(10_000), () -> attempt(request));
    }
  }
}
