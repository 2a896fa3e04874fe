package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dialog's system lines, read as a story: who had it, whether it was pinned, what it was called.
 * It has to make sense, and to end as the dialog stands.
 */
final class Story {
  private final String dialog;
  private final List<JsonObject> timeline;
  private final RelayBooks relay;
  private String session = "";
  private String title = "";
  private @Nullable String owner;
  private boolean pinned;

  Story(String dialog, List<JsonObject> timeline, RelayBooks relay) {
    this.dialog = dialog;
    this.timeline = timeline;
    this.relay = relay;
  }

  /**
   * @param acts where those are counted that were done to what another had
   */
  void check(Map<String, Integer> acts) {
    for (JsonObject message : timeline) {
      if (!message.get("session").getAsString().equals(session)) {
        session = message.get("session").getAsString();
        if (!isMove(message)) {
          has(null);
        }
      }
      if (!message.get("event").isJsonNull()) {
        JsonObject event = message.getAsJsonObject("event");
        String type = event.get("type").getAsString();
        count(type, name(event, "by"), acts);
        read(type, event, Instant.parse(message.get("createdAt").getAsString()));
      }
    }
    end();
  }

  /** What is moved is its owner's until then. */
  private static boolean isMove(JsonObject message) {
    return !message.get("event").isJsonNull()
        && message.getAsJsonObject("event").get("type").getAsString().equals("moved");
  }

  private void read(String type, JsonObject event, Instant at) {
    String by = name(event, "by");
    switch (type) {
      case "accepted" -> {
        if (owner != null) {
          throw new Violation(13, dialog + ": " + by + " accepted what " + owner + " has");
        }
        has(by);
      }
      case "reopened", "taken_over", "moved" -> has(by);
      case "transferred" -> has(name(event, "to"));
      case "returned" -> {
        if (pinned && !isDisabled(owner, at)) {
          throw new Violation(13, dialog + " was pinned by " + owner + " and routed away");
        }
        has(null);
      }
      case "skipped" -> has(null);
      case "finished" -> {
        if (owner == null) {
          has(by);
        }
      }
      case "closed", "spam" -> pinned = false;
      case "pinned" -> pinned = true;
      case "unpinned" -> pinned = false;
      case "renamed" -> title = String.valueOf(name(event, "text"));
      default -> {}
    }
  }

  /** A pin ends with its owner's account: nobody waits for who does not come back. */
  private boolean isDisabled(@Nullable String person, Instant at) {
    return !relay
        .read(
            "SELECT 1 FROM audit WHERE action = 'user_disabled' AND target = ? AND at = ?",
            String.valueOf(person),
            Long.toString(at.toEpochMilli()))
        .isEmpty();
  }

  private void has(@Nullable String next) {
    owner = next;
    pinned = false;
  }

  private void count(String type, @Nullable String by, Map<String, Integer> acts) {
    String action =
        switch (type) {
          case "taken_over", "transferred", "finished", "skipped", "pinned", "unpinned", "moved" ->
              "dialog_" + type;
          case "spam" -> "dialog_marked_spam";
          default -> null;
        };
    if (action != null && by != null && owner != null && !owner.equals(by)) {
      acts.merge(action + " " + dialog + " by " + by, 1, Integer::sum);
    }
  }

  private void end() {
    List<String> row =
        relay
            .read(
                "SELECT title, pinned, status, coalesce(owner, '') FROM dialog WHERE id = ?",
                dialog)
            .get(0);
    boolean over = row.get(2).toLowerCase(java.util.Locale.ROOT).matches("closed.*|spam");
    String known = owner == null ? "" : owner;
    if (!title.isEmpty() && !row.get(0).equals(title)) {
      throw new Violation(4, dialog + " was renamed to " + title + " and is called " + row.get(0));
    }
    if (!over && !row.get(3).equals(known)) {
      throw new Violation(13, dialog + " is owned by " + row.get(3) + ", not by " + known);
    }
    if (row.get(1).equals("1") != (pinned && !over)) {
      throw new Violation(13, dialog + " is pinned: " + row.get(1) + "; told: " + pinned);
    }
  }

  private static @Nullable String name(JsonObject event, String field) {
    JsonElement value = event.get(field);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }
}
