package app.recado.simulation;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What was moved to a conversation of its own: each that was acknowledged is one session, after one
 * that ended in silence, with one copy that no customer sees and that whispers what was whispered.
 */
final class MoveBooks {
  private final RelayBooks relay;
  private final Map<String, JsonObject> messages;
  private final Iterable<Sent> sent;

  MoveBooks(RelayBooks relay, Map<String, JsonObject> messages, Iterable<Sent> sent) {
    this.relay = relay;
    this.messages = messages;
    this.sent = sent;
  }

  void check() {
    for (Sent command : sent) {
      if (command.type().equals("dialog.moveToNew") && command.is("applied")) {
        moved(command);
      }
    }
    for (List<String> row :
        relay.read(
            "SELECT id FROM session WHERE lower(coalesce(status, '')) = 'closed_silently'"
                + " AND id NOT IN (SELECT parent FROM session WHERE parent IS NOT NULL)")) {
      throw new Violation(12, "ended in silence, and nothing came after: " + row);
    }
  }

  private void moved(Sent command) {
    List<List<String>> sessions =
        relay.read(
            "SELECT lower(p.status) FROM session s JOIN session p ON p.id = s.parent"
                + " AND p.dialog_id = s.dialog_id WHERE s.id = ?",
            command.id());
    if (sessions.size() != 1 || !sessions.get(0).get(0).equals("closed_silently")) {
      throw new Violation(12, command.command + " led to " + sessions);
    }
    String original = command.command.getAsJsonObject("args").get("message").getAsString();
    List<JsonObject> copies =
        messages.values().stream()
            .filter(message -> message.get("session").getAsString().equals(command.id()))
            .filter(message -> !message.get("event").isJsonNull())
            .filter(message ->
                message.getAsJsonObject("event").get("type").getAsString().equals("copied"))
            .toList();
    if (copies.size() != 1) {
      throw new Violation(2, command.command + " brought along " + copies);
    }
    String copy = copies.get(0).get("id").getAsString();
    boolean shown =
        !relay
            .read("SELECT 1 FROM message WHERE id = ? AND public_position IS NOT NULL", copy)
            .isEmpty();
    boolean whispered = messages.get(original).get("whisper").getAsBoolean();
    if (shown || copies.get(0).get("whisper").getAsBoolean() != whispered) {
      throw new Violation(10, "copied for the customer: " + copies);
    }
    if (!messages.get(original).get("deletedAt").isJsonNull()
        && !copies.get(0).getAsJsonObject("event").get("text").isJsonNull()) {
      throw new Violation(2, "deleted, and its copy is left: " + copies);
    }
  }
}
