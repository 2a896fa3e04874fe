package app.recado.simulation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A desk's files as the model reads them. */
final class DeskBooks implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Books outbox;
  private final Books cache;

  DeskBooks(Path profile) {
    outbox = new Books(profile.resolve("outbox.db"));
    cache = new Books(profile.resolve("cache.db"));
  }

  /** Whether a text is in a command of the outbox. */
  boolean outboxHolds(String marker) {
    return !outbox.read("SELECT 1 FROM outbox WHERE instr(command, ?) > 0", marker).isEmpty();
  }

  /** The ids and states of what is in the outbox, in its order. */
  List<List<String>> outbox() {
    return outbox.read("SELECT id, state, command FROM outbox ORDER BY n");
  }

  /** A command of the outbox; empty if it is not there. */
  String command(String id) {
    List<List<String>> rows = outbox.read("SELECT command FROM outbox WHERE id = ?", id);
    return rows.isEmpty() ? "" : rows.get(0).get(0);
  }

  /** Where the desk stands in the relay's changes; empty before the first contact. */
  String cursor() {
    List<List<String>> rows = cache.read("SELECT value FROM meta WHERE name = 'cursor'");
    return rows.isEmpty() ? "" : rows.get(0).get(0);
  }

  /** The state of a command in the outbox; empty if it is not there. */
  String state(String id) {
    List<List<String>> rows = outbox.read("SELECT state FROM outbox WHERE id = ?", id);
    return rows.isEmpty() ? "" : rows.get(0).get(0);
  }

  /** Whether words are in a command, or in a draft here or from the relay. */
  boolean keeps(String words) {
    return outboxHolds(words)
        || !outbox.read("SELECT 1 FROM draft WHERE instr(text, ?) > 0", words).isEmpty()
        || !cache.read("SELECT 1 FROM draft WHERE instr(data, ?) > 0", words).isEmpty();
  }

  /** Every row in the cache, by kind and id. */
  Map<String, JsonElement> rows() {
    Map<String, JsonElement> rows = new TreeMap<>();
    for (String kind :
        List.of(
            "person",
            "channel",
            "customer",
            "dialog",
            "reading",
            "draft",
            "canned",
            "settings",
            "scheduled",
            "mention",
            "macro")) {
      for (List<String> row : cache.read("SELECT id, data FROM " + kind)) {
        String name = kind.equals("person") ? "user" : kind;
        rows.put(name + " " + row.get(0), JsonParser.parseString(row.get(1)));
      }
    }
    for (List<String> row :
        cache.read(
            "SELECT id, dialog, session, position, author_kind, author_id, text, whisper, quote,"
                + " files, created_at, edited_at, deleted_at, delivery, failure, event"
                + " FROM message")) {
      rows.put("message " + row.get(0), message(row));
    }
    return rows;
  }

  private static JsonObject message(List<String> row) {
    JsonObject author = new JsonObject();
    author.addProperty("kind", row.get(4).toLowerCase(Locale.ROOT));
    author.add("id", text(row.get(5)));
    JsonObject message = new JsonObject();
    message.addProperty("id", row.get(0));
    message.addProperty("dialog", row.get(1));
    message.addProperty("session", row.get(2));
    message.addProperty("position", Long.parseLong(row.get(3)));
    message.add("author", author);
    message.addProperty("text", row.get(6));
    message.addProperty("whisper", row.get(7).equals("1"));
    message.add("quote", text(row.get(8)));
    JsonArray attachments =
        JsonParser.parseString(row.get(9).isEmpty() ? "[]" : row.get(9)).getAsJsonArray();
    JsonArray files = new JsonArray();
    attachments.forEach(file -> files.add(file.getAsJsonObject().get("id")));
    message.add("files", files);
    message.add("attachments", attachments);
    message.add("createdAt", time(row.get(10)));
    message.add("editedAt", time(row.get(11)));
    message.add("deletedAt", time(row.get(12)));
    message.addProperty("delivery", row.get(13).toLowerCase(Locale.ROOT));
    message.add("failure", text(row.get(14)));
    message.add(
        "event", row.get(15).isEmpty() ? JsonNull.INSTANCE : JsonParser.parseString(row.get(15)));
    return message;
  }

  private static JsonElement text(String column) {
    return column.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(column);
  }

  private static JsonElement time(String millis) {
    return millis.isEmpty()
        ? JsonNull.INSTANCE
        : new JsonPrimitive(TIME.format(Instant.ofEpochMilli(Long.parseLong(millis))));
  }

  @Override
  public void close() {
    outbox.close();
    cache.close();
  }
}
