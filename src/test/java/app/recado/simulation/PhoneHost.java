package app.recado.simulation;

import app.recado.protocol.Availability;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Another program at the relay than the desk: it pins, renames and says who is there, on what it
 * saw a while ago, and asks again under the same id until it is answered.
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

  /** Does something to a dialog it sees, or says who is there. */
  void act() {
    if (!relay.isUp()) {
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
