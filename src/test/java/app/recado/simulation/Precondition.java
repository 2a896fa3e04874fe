package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a dialog stood before a command came to it, and whether a command that was then applied could
 * have been, by what its agent had seen.
 *
 * @param leads whether who asks is a supervisor or administrator
 * @param unseenReply whether a colleague's public message came after the last message the agent saw
 * @param unseenCustomer whether a customer's message did
 * @param followed whether the session was led into by a message of the agent's that the command
 *     comes after
 */
record Precondition(
    String session,
    String status,
    String owner,
    String participants,
    boolean leads,
    boolean unseenReply,
    boolean unseenCustomer,
    boolean followed) {

  /**
   * Reads it before the command is carried out; null if it is about no known dialog, or was carried
   * out before.
   */
  static @Nullable Precondition read(RelayBooks books, JsonObject command, String user) {
    String dialog = text(command, "dialog");
    List<List<String>> rows =
        books.read(
            "SELECT session_id, status, coalesce(owner, ''), participants FROM dialog WHERE id = ?",
            dialog);
    boolean repeated =
        !books.read("SELECT 1 FROM command WHERE id = ?", text(command, "id")).isEmpty();
    if (rows.isEmpty() || repeated) {
      return null;
    }
    List<String> row = rows.get(0);
    boolean reply = false;
    boolean customer = false;
    String seen = basis(command, "lastMessage");
    if (!seen.isEmpty()) {
      for (List<String> later :
          books.read(
              "SELECT c.data FROM message m JOIN change c ON c.kind = 5 AND c.row_id = m.id"
                  + " WHERE m.dialog_id = ? AND m.position >"
                  + " (SELECT position FROM message WHERE id = ?)",
              dialog,
              seen)) {
        JsonObject message = JsonParser.parseString(later.get(0)).getAsJsonObject();
        JsonObject author = message.getAsJsonObject("author");
        boolean open = !message.get("whisper").getAsBoolean() && message.get("event").isJsonNull();
        String kind = author.get("kind").getAsString();
        customer |= open && kind.equals("customer");
        reply |= open && kind.equals("agent") && !author.get("id").getAsString().equals(user);
      }
    }
    return new Precondition(
        row.get(0),
        row.get(1).toLowerCase(java.util.Locale.ROOT),
        row.get(2),
        row.get(3),
        !books.read("SELECT 1 FROM person WHERE id = ? AND lower(role) <> 'agent'", user).isEmpty(),
        reply,
        customer,
        followed(books, command, row.get(0), user));
  }

  private static boolean followed(
      RelayBooks books, JsonObject command, String session, String user) {
    JsonElement after = command.get("after");
    if (after == null || !after.isJsonArray()) {
      return false;
    }
    for (JsonElement before : after.getAsJsonArray()) {
      boolean led =
          !books
              .read(
                  "SELECT 1 FROM message WHERE id = ? AND session_id = ? AND author_id = ?",
                  before.getAsString(),
                  session,
                  user)
              .isEmpty();
      if (led) {
        return true;
      }
    }
    return false;
  }

  /** Why the command should have been held; null if it could be applied. */
  @Nullable String broken(JsonObject command, String user) {
    String type = text(command, "type");
    boolean mine = owner.equals(user);
    boolean joined = mine || participants.contains(user);
    if (command.get("basis") == null || command.get("basis").isJsonNull()) {
      return type.equals("dialog.accept") && !owner.isEmpty() && !mine ? "another has it" : null;
    }
    boolean sameSession = followed || basis(command, "session").equals(session);
    boolean sameOwner = mine || basis(command, "owner").equals(owner);
    return switch (type) {
      case "dialog.accept" ->
          mine
              ? null
              : !sameSession ? "another session" : owner.isEmpty() ? null : "another has it";
      case "dialog.takeOver" ->
          mine || sameSession && sameOwner ? null : "another session or owner than was shown";
      case "dialog.transfer", "dialog.skip", "dialog.spam" ->
          !sameSession ? "another session" : sameOwner ? null : "another owner than was shown";
      case "dialog.finish" ->
          !sameSession
              ? "another session"
              : !sameOwner
                  ? "another owner than was shown"
                  : unseenCustomer && !isEnded() ? "the customer wrote meanwhile" : null;
      case "dialog.pin", "dialog.unpin" ->
          !sameSession
              ? "another session"
              : owner.isEmpty() || !(mine || leads) ? "not the owner" : null;
      case "dialog.moveToNew" ->
          !sameSession
              ? "another session"
              : owner.isEmpty() || !(mine || leads)
                  ? "not the owner"
                  : sameOwner ? null : "another owner than was shown";
      case "dialog.snooze" ->
          !sameSession
              ? "another session"
              : owner.isEmpty() || isEnded() || !(joined || leads)
                  ? "not owner or participant"
                  : null;
      case "dialog.rename" -> joined || leads ? null : "not owner or participant";
      case "message.send" -> send(command, sameSession, joined);
      default -> null;
    };
  }

  /** What is ended already may be finished once more: nothing happens. */
  private boolean isEnded() {
    return status.startsWith("closed") || status.equals("spam");
  }

  private @Nullable String send(JsonObject command, boolean sameSession, boolean joined) {
    if (command.getAsJsonObject("args").get("whisper").getAsBoolean()) {
      return null;
    }
    if (basis(command, "session").isEmpty() && isEnded()) {
      return null;
    }
    if (!basis(command, "session").isEmpty() && !sameSession) {
      return "another session";
    }
    if (isEnded()) {
      return "the session has ended";
    }
    return !joined
        ? "not owner or participant"
        : unseenReply ? "a colleague wrote meanwhile" : null;
  }

  private static String basis(JsonObject command, String field) {
    JsonElement basis = command.get("basis");
    return basis == null || basis.isJsonNull() ? "" : text(basis.getAsJsonObject(), field);
  }

  private static String text(JsonObject object, String field) {
    JsonElement value = object.get(field);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
