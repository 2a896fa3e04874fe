package app.recado.simulation;

import app.recado.protocol.UserId;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The relay's tables as the model reads them: with SQL of its own, and its own idea of sight. */
final class RelayBooks implements Witness.Sight, AutoCloseable {
  /** Kinds of rows as the change log numbers them. */
  private static final List<String> KINDS =
      List.of(
          "user",
          "channel",
          "customer",
          "dialog",
          "reading",
          "message",
          "draft",
          "canned",
          "settings",
          "scheduled",
          "mention",
          "macro");

  private static final String MAY_SEE =
      """
      SELECT 1 FROM dialog d, person p WHERE p.id = ? AND d.%s = ? AND (
        lower(p.visibility) = 'all' OR d.owner = p.id OR d.offered_to = p.id
        OR instr(d.participants, p.id) > 0
        OR lower(p.visibility) = 'channels' AND EXISTS (
          SELECT 1 FROM queue_agent q
          WHERE q.user_id = p.id AND q.channel_id = d.session_channel))
      """;

  private final Path data;
  private final Books books;

  RelayBooks(Path data) {
    this.data = data;
    books = new Books(data.resolve("relay.db"));
  }

  @Override
  public boolean maySee(UserId user, JsonObject change) {
    JsonObject data = change.getAsJsonObject("data");
    return switch (change.get("kind").getAsString()) {
      case "user", "channel" -> true;
      case "settings" -> leads(user);
      case "customer" -> maySee(user, "customer_id", data.get("id").getAsString());
      case "dialog" -> maySee(user, "id", data.get("id").getAsString());
      case "message" -> maySee(user, "id", data.get("dialog").getAsString());
      case "reading", "draft", "mention" ->
          maySee(user, "id", data.get("dialog").getAsString())
              && privateRows(user)
                  .containsKey(
                      change.get("kind").getAsString() + " " + change.get("id").getAsString());
      case "canned", "macro" -> mayUse(user, data);
      case "scheduled" -> scheduled(user).containsKey(data.get("id").getAsString());
      default -> false;
    };
  }

  /** What waits for its time is its author's alone. */
  private Map<String, JsonElement> scheduled(UserId user) {
    Map<String, JsonElement> rows = new TreeMap<>();
    for (List<String> row :
        books.read("SELECT id, data FROM scheduled WHERE user_id = ?", user.value())) {
      rows.put(row.get(0), JsonParser.parseString(row.get(1)));
    }
    return rows;
  }

  /** A personal one is its owner's; a channel's is of who works there or sees everything. */
  private boolean mayUse(UserId user, JsonObject canned) {
    return switch (canned.get("scope").getAsString()) {
      case "everybody" -> true;
      case "personal" -> canned.get("owner").getAsString().equals(user.value());
      default ->
          !books
              .read(
                  "SELECT 1 FROM person p WHERE p.id = ? AND (lower(p.visibility) = 'all' OR EXISTS"
                      + " (SELECT 1 FROM queue_agent q"
                      + " WHERE q.user_id = p.id AND q.channel_id = ?))",
                  user.value(),
                  canned.get("channel").getAsString())
              .isEmpty();
    };
  }

  /**
   * Whether a person may read a file: that of a message in a dialog one sees, that of a canned
   * response one may use, or one's own that neither has.
   */
  boolean mayFetch(UserId user, String file) {
    List<List<String>> found =
        books.read(
            "SELECT coalesce(dialog_id, ''), coalesce(message_id, ''), coalesce(keeper, ''), holder"
                + " FROM file WHERE id = ? AND gone = 0",
            file);
    if (found.isEmpty()) {
      return false;
    }
    List<String> row = found.get(0);
    if (!row.get(1).isEmpty()) {
      return maySee(user, "id", row.get(0));
    }
    if (row.get(2).startsWith("canned:")) {
      return books
          .read("SELECT data FROM canned WHERE deleted = 0 AND 'canned:' || id = ?", row.get(2))
          .stream()
          .anyMatch(
              canned -> mayUse(user, JsonParser.parseString(canned.get(0)).getAsJsonObject()));
    }
    return row.get(3).equals("user:" + user.value());
  }

  /** Whether another file that is there has the same bytes, and this one is not there any more. */
  boolean isCopied(String file) {
    return !books
        .read(
            "SELECT 1 FROM file f JOIN file other ON other.place = f.place AND other.gone = 0"
                + " WHERE f.id = ? AND f.gone = 1",
            file)
        .isEmpty();
  }

  /** Whether the relay ever heard of a file. */
  boolean hasFile(String file) {
    return !books.read("SELECT 1 FROM file WHERE id = ?", file).isEmpty();
  }

  private boolean leads(UserId user) {
    return !books
        .read(
            "SELECT 1 FROM person WHERE id = ? AND lower(role) <> 'agent' AND active = 1",
            user.value())
        .isEmpty();
  }

  private boolean maySee(UserId user, String column, String value) {
    return !books.read(MAY_SEE.formatted(column), user.value(), value).isEmpty();
  }

  private Map<String, JsonElement> privateRows(UserId user) {
    Map<String, JsonElement> rows = new TreeMap<>();
    for (List<String> row :
        books.read(
            "SELECT kind, row_id, data FROM change"
                + " WHERE user_id = ? AND kind < 100 AND dialog_id IS NOT NULL",
            user.value())) {
      rows.put(kind(row.get(0)) + " " + row.get(1), JsonParser.parseString(row.get(2)));
    }
    return rows;
  }

  /** Every row that this user's cache should hold, by kind and id. */
  Map<String, JsonElement> view(UserId user) {
    Map<String, JsonElement> view = new TreeMap<>();
    for (List<String> row :
        books.read(
            "SELECT kind, row_id, data FROM change"
                + " WHERE user_id IS NULL AND kind < 100 AND kind NOT IN (7, 11)")) {
      JsonObject change = new JsonObject();
      change.addProperty("kind", kind(row.get(0)));
      change.add("data", JsonParser.parseString(row.get(2)));
      if (maySee(user, change)) {
        view.put(kind(row.get(0)) + " " + row.get(1), change.get("data"));
      }
    }
    for (List<String> row : books.read("SELECT id, data FROM canned WHERE deleted = 0")) {
      JsonObject canned = JsonParser.parseString(row.get(1)).getAsJsonObject();
      if (mayUse(user, canned)) {
        view.put("canned " + row.get(0), canned);
      }
    }
    for (List<String> row : books.read("SELECT id, data FROM macro WHERE deleted = 0")) {
      JsonObject macro = JsonParser.parseString(row.get(1)).getAsJsonObject();
      if (mayUse(user, macro)) {
        view.put("macro " + row.get(0), macro);
      }
    }
    scheduled(user).forEach((id, data) -> view.put("scheduled " + id, data));
    privateRows(user)
        .forEach((key, data) -> {
          if (maySee(user, "id", data.getAsJsonObject().get("dialog").getAsString())) {
            view.put(key, data);
          }
        });
    return view;
  }

  private static String kind(String number) {
    return KINDS.get(Integer.parseInt(number));
  }

  /** The messages of all dialogs, each dialog's in order. */
  Map<String, List<JsonObject>> timelines() {
    Map<String, List<JsonObject>> timelines = new LinkedHashMap<>();
    for (List<String> row :
        books.read(
            "SELECT dialog_id, data FROM change WHERE kind = 5 ORDER BY dialog_id, position")) {
      timelines
          .computeIfAbsent(row.get(0), unused -> new ArrayList<>())
          .add(JsonParser.parseString(row.get(1)).getAsJsonObject());
    }
    return timelines;
  }

  /** Where the bytes of a file are, or would be. */
  Path place(String file) {
    String place = books.read("SELECT place FROM file WHERE id = ?", file).get(0).get(0);
    return data.resolve("files").resolve(place.substring(place.length() - 2)).resolve(place);
  }

  List<List<String>> read(String sql, String... values) {
    return books.read(sql, values);
  }

  @Override
  public void close() {
    books.close();
  }
}
