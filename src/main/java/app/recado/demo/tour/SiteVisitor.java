package app.recado.demo.tour;

import app.recado.protocol.Ids;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** A customer on the shop's website, through the routes the chat page uses. */
final class SiteVisitor {
  private final RelayHttp relay;
  private final Ids ids;
  private final String token;

  private SiteVisitor(RelayHttp relay, Ids ids, String token) {
    this.relay = relay;
    this.ids = ids;
    this.token = token;
  }

  static SiteVisitor open(RelayHttp relay, Ids ids, String channelKey, String page, String name) {
    JsonObject body = new JsonObject();
    body.addProperty("channel", channelKey);
    body.addProperty("page", page);
    body.addProperty("name", name);
    return new SiteVisitor(
        relay, ids, relay.post("/v1/visits", null, body).get("token").getAsString());
  }

  void writes(String text) {
    JsonObject body = new JsonObject();
    body.addProperty("id", ids.next());
    body.addProperty("text", text);
    relay.post("/v1/visits/messages", token, body);
  }

  /** Sends a picture with some words. */
  void sends(String name, byte[] png, String text) {
    String file = ids.next();
    relay.upload(token, file, name, "image/png", png);
    JsonObject body = new JsonObject();
    body.addProperty("id", ids.next());
    body.addProperty("text", text);
    body.addProperty("file", file);
    relay.post("/v1/visits/messages", token, body);
  }

  /** Everything on the customer's screen, oldest first. */
  List<JsonObject> transcript() {
    return relay.get("/v1/visits/messages", token).getAsJsonArray("messages").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /** How often a text is on the customer's screen. */
  long sees(String text) {
    return transcript().stream()
        .filter(message -> message.get("text").getAsString().equals(text))
        .count();
  }
}
