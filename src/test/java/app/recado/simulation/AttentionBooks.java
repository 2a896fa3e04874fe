package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far people have read and what they want to hear of after all, by what they asked and was
 * acknowledged: the last word of each counts, and unread is what the customer wrote behind it.
 */
final class AttentionBooks {
  private final RelayBooks relay;
  private final Map<String, List<Sent>> changing = new HashMap<>();

  AttentionBooks(RelayBooks relay, Iterable<Sent> sent) {
    this.relay = relay;
    for (Sent command : sent) {
      JsonElement dialog = command.command.get("dialog");
      boolean changed = command.is("applied") && number(command.outcome, "seq") != null;
      if (changed && dialog != null && !dialog.isJsonNull()) {
        String key = dialog.getAsString() + " " + command.user;
        changing.computeIfAbsent(key, unused -> new ArrayList<>()).add(command);
      }
    }
    Comparator<Sent> bySeq =
        Comparator.comparing(one -> Objects.requireNonNull(number(one.outcome, "seq")));
    changing.values().forEach(list -> list.sort(bySeq));
  }

  void check() {
    for (List<String> row :
        relay.read("SELECT dialog_id, user_id, last_read, unread, muted, followed FROM reading")) {
      List<Sent> mine = changing.getOrDefault(row.get(0) + " " + row.get(1), List.of());
      agrees(row, 4, last(mine, "dialog.mute", "dialog.unmute"), "dialog.mute");
      agrees(row, 5, last(mine, "dialog.follow", "dialog.unfollow"), "dialog.follow");
      read(row, last(mine, "dialog.markRead", "dialog.markUnread"));
      unread(row);
    }
  }

  private static void agrees(List<String> row, int at, String said, String on) {
    if (!row.get(at).equals(said.equals(on) ? "1" : "0")) {
      throw new Violation(2, row + " although the last word was " + said);
    }
  }

  private void agrees(List<String> row, int at, @Nullable Sent last, String on) {
    agrees(row, at, last == null ? "" : last.type(), on);
  }

  private static void read(List<String> row, @Nullable Sent last) {
    Long position = last == null ? null : number(last.command.getAsJsonObject("args"), "position");
    if (position != null && last != null) {
      long due = last.type().equals("dialog.markRead") ? position : position - 1;
      if (Long.parseLong(row.get(2)) != due) {
        throw new Violation(2, row + " is read to elsewhere than " + due);
      }
    }
  }

  private void unread(List<String> row) {
    String count =
        relay
            .read(
                "SELECT count(*) FROM change WHERE kind = 5 AND dialog_id = ? AND position > "
                    + Long.parseLong(row.get(2))
                    + " AND json_extract(data, '$.author.kind') = 'customer'",
                row.get(0))
            .get(0)
            .get(0);
    if (!count.equals(row.get(3))) {
      throw new Violation(9, row + ", and the customer wrote " + count + " behind that");
    }
  }

  private static @Nullable Sent last(List<Sent> commands, String one, String other) {
    return commands.stream()
        .filter(command -> command.type().equals(one) || command.type().equals(other))
        .reduce((before, after) -> after)
        .orElse(null);
  }

  private static @Nullable Long number(@Nullable JsonObject object, String field) {
    JsonElement value = object == null ? null : object.get(field);
    return value == null || value.isJsonNull() ? null : (Long) value.getAsLong();
  }
}
