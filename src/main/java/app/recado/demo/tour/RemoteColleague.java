package app.recado.demo.tour;

import app.recado.protocol.Basis;
import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** Another agent, at another computer, over HTTP. */
final class RemoteColleague {
  private final RelayHttp relay;
  private final Ids ids;
  private final InstantSource clock;
  private final String token;

  private RemoteColleague(RelayHttp relay, Ids ids, InstantSource clock, String token) {
    this.relay = relay;
    this.ids = ids;
    this.clock = clock;
    this.token = token;
  }

  static RemoteColleague signIn(
      RelayHttp relay, Ids ids, InstantSource clock, String email, String password) {
    JsonObject device = new JsonObject();
    device.addProperty("id", ids.next());
    device.addProperty("name", "Another computer");
    JsonObject body = new JsonObject();
    body.addProperty("email", email);
    body.addProperty("password", password);
    body.add("device", device);
    String token = relay.post("/v1/sign-in", null, body).get("token").getAsString();
    return new RemoteColleague(relay, ids, clock, token);
  }

  /** Rings when anything changes that this colleague sees. */
  ChangeBell bell() {
    return ChangeBell.on(relay, token);
  }

  /** The dialog in which something was said. */
  DialogId dialogWith(String words) {
    JsonArray found =
        relay
            .get("/v1/search?limit=1&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), token)
            .getAsJsonArray("messages");
    if (found.isEmpty()) {
      throw new TourFailure("the relay finds nothing for “" + words + "”");
    }
    return Json.read(found.get(0), MessageRow.class).dialog();
  }

  /** The id of a person of the workspace. */
  UserId person(String name) {
    return SyncPage.fromJson(Json.write(relay.get("/v1/sync?limit=1000", token))).changes().stream()
        .filter(Change.Put.class::isInstance)
        .map(change -> ((Change.Put) change).row())
        .filter(UserRow.class::isInstance)
        .map(UserRow.class::cast)
        .filter(user -> user.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  DialogRow look(DialogId dialog) {
    return Json.read(relay.get("/v1/dialogs/" + dialog.value(), token), DialogRow.class);
  }

  /** What stands in a dialog, as the staff see it. */
  List<MessageRow> messages(DialogId dialog) {
    return relay
        .get("/v1/dialogs/" + dialog.value() + "/messages?limit=200", token)
        .getAsJsonArray("messages")
        .asList()
        .stream()
        .map(message -> Json.read(message, MessageRow.class))
        .toList();
  }

  /** Acts on a dialog as it is now. */
  void does(DialogId dialog, Intent intent) {
    Basis basis = Basis.of(look(dialog));
    Command command =
        Command.of(new CommandId(ids.next()), dialog, basis, List.of(), intent, clock.instant());
    JsonArray commands = new JsonArray();
    commands.add(Json.tree(command));
    JsonObject body = new JsonObject();
    body.add("commands", commands);
    JsonElement result = relay.post("/v1/commands", token, body).getAsJsonArray("results").get(0);
    if (!result.getAsJsonObject().get("outcome").getAsString().equals("applied")) {
      throw new TourFailure(intent + " became " + result);
    }
  }
}
