package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What dialogs are marked with after all, by what was asked and acknowledged. Every tag was put on
 * once at most, so it is there unless it was taken off; of priorities the last that made a change
 * counts while its session lasts; nothing sleeps that has ended, is nobody's or has slept enough.
 */
final class MarkBooks {
  private final RelayBooks relay;
  private final Map<String, List<Sent>> applied = new HashMap<>();

  MarkBooks(RelayBooks relay, Iterable<Sent> sent) {
    this.relay = relay;
    for (Sent command : sent) {
      if (command.is("applied") && command.command.get("dialog") != null) {
        applied
            .computeIfAbsent(text(command.command, "dialog"), unused -> new ArrayList<>())
            .add(command);
      }
    }
  }

  void check() {
    for (List<String> row :
        relay.read(
            "SELECT id, tags, lower(priority), coalesce(snoozed_until, ''), lower(status),"
                + " coalesce(owner, ''), started_at FROM dialog")) {
      List<Sent> commands = applied.getOrDefault(row.get(0), List.of());
      tags(row.get(0), row.get(1), commands);
      priority(row.get(0), row.get(2), commands);
      sleep(row, commands);
    }
  }

  private static void tags(String dialog, String stored, List<Sent> commands) {
    Set<String> due = new HashSet<>();
    Set<String> off = new HashSet<>();
    for (Sent command : commands) {
      if (command.type().equals("dialog.tag")) {
        words(command, "add").forEach(due::add);
        words(command, "remove").forEach(off::add);
      }
    }
    due.removeAll(off);
    Set<String> have = stored.isEmpty() ? Set.of() : new HashSet<>(List.of(stored.split("\n", -1)));
    if (!have.equals(due)) {
      throw new Violation(2, dialog + " is tagged " + have + ", acknowledged were " + due);
    }
  }

  private static List<String> words(Sent command, String name) {
    List<String> words = new ArrayList<>();
    for (JsonElement word : command.command.getAsJsonObject("args").getAsJsonArray(name)) {
      words.add(word.getAsString().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** The last one that changed anything, or a new session's. */
  private static void priority(String dialog, String stored, List<Sent> commands) {
    String last =
        commands.stream()
            .filter(command -> command.type().equals("dialog.priority"))
            .filter(command -> !text(command.outcome, "seq").isEmpty())
            .max(Comparator.comparingLong(command -> Long.parseLong(text(command.outcome, "seq"))))
            .map(command -> text(command.command.getAsJsonObject("args"), "priority"))
            .orElse("normal");
    if (!stored.equals(last) && !stored.equals("normal")) {
      throw new Violation(4, dialog + " is " + stored + ", and was said to be " + last);
    }
  }

  private void sleep(List<String> row, List<Sent> commands) {
    if (row.get(3).isEmpty()) {
      return;
    }
    Instant until = Instant.ofEpochMilli(Long.parseLong(row.get(3)));
    boolean asked =
        commands.stream()
            .filter(command -> command.type().equals("dialog.snooze"))
            .map(command -> text(command.command.getAsJsonObject("args"), "until"))
            .anyMatch(wish ->
                !wish.isEmpty() && Instant.parse(wish).toEpochMilli() == until.toEpochMilli());
    boolean over = row.get(4).matches("closed.*|spam") || row.get(5).isEmpty();
    if (!asked || over) {
      throw new Violation(4, row + " sleeps, and " + (over ? "is over" : "nobody asked for it"));
    }
  }

  private static String text(JsonObject object, String field) {
    JsonElement value = object == null ? null : object.get(field);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
