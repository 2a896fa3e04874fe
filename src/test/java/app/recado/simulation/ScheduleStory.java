package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of messages with a time: each that the relay took in waits, was held, was called
 * back or is there, and only one of these; none came before its time, nor where a reply would have
 * been held; and no text came twice.
 */
final class ScheduleStory {
  /** How long after its time one may still wait. */
  private static final Duration SLACK = Duration.ofSeconds(150);

  private final RelayBooks relay;
  private final Map<String, List<JsonObject>> timelines;
  private final Instant now;

  ScheduleStory(RelayBooks relay, Map<String, List<JsonObject>> timelines, Instant now) {
    this.relay = relay;
    this.timelines = timelines;
    this.now = now;
  }

  void check(List<Sent> commands) {
    Map<String, JsonObject> kept = new HashMap<>();
    for (List<String> row : relay.read("SELECT id, data FROM scheduled")) {
      kept.put(row.get(0), JsonParser.parseString(row.get(1)).getAsJsonObject());
    }
    Map<String, Instant> earliest = new HashMap<>();
    Set<String> calledBack = new HashSet<>();
    for (Sent command : commands) {
      if (command.is("applied") && command.type().equals("message.unschedule")) {
        calledBack.add(args(command).get("message").getAsString());
      } else if (command.is("applied") && command.type().equals("message.reschedule")) {
        earliest.merge(
            args(command).get("message").getAsString(), sendAt(args(command)), ScheduleStory::min);
      }
    }
    for (Sent command : commands) {
      if (command.is("applied") && command.type().equals("message.schedule")) {
        Instant from =
            min(sendAt(args(command)), earliest.getOrDefault(command.id(), sendAt(args(command))));
        one(command, from, kept.get(command.id()), calledBack.contains(command.id()));
      }
    }
    texts();
  }

  private void one(Sent command, Instant from, @Nullable JsonObject row, boolean back) {
    JsonObject message = message(command.id());
    int places = (row != null ? 1 : 0) + (back ? 1 : 0) + (message != null ? 1 : 0);
    if (places != 1) {
      throw new Violation(
          2, command.command + " waits: " + row + "; called back: " + back + "; is " + message);
    }
    if (row != null && row.get("reason").isJsonNull() && sendAt(row).plus(SLACK).isBefore(now)) {
      throw new Violation(5, "still waits though its time has come: " + row);
    }
    if (message != null) {
      sent(command, from, message);
    }
  }

  private void sent(Sent command, Instant from, JsonObject message) {
    if (Instant.parse(message.get("createdAt").getAsString()).isBefore(from)) {
      throw new Violation(14, message + " came before its time, " + from);
    }
    JsonElement basis = command.command.get("basis");
    if (basis == null || basis.isJsonNull()) {
      return;
    }
    JsonElement session = basis.getAsJsonObject().get("session");
    if (session != null && !session.isJsonNull() && !session.equals(message.get("session"))) {
      throw new Violation(6, message + " was scheduled in session " + session);
    }
    JsonElement last = basis.getAsJsonObject().get("lastMessage");
    if (last != null && !last.isJsonNull()) {
      unseen(command, message, last.getAsString());
    }
  }

  private void unseen(Sent command, JsonObject message, String last) {
    boolean after = false;
    for (JsonObject line : timelines.get(message.get("dialog").getAsString())) {
      if (line.get("id").equals(message.get("id"))) {
        return;
      }
      JsonObject author = line.getAsJsonObject("author");
      boolean colleagues =
          author.get("kind").getAsString().equals("agent")
              && !author.get("id").getAsString().equals(command.user);
      if (after
          && colleagues
          && !line.get("whisper").getAsBoolean()
          && line.get("event").isJsonNull()) {
        throw new Violation(6, message + " came after the unseen " + line);
      }
      after |= line.get("id").getAsString().equals(last);
    }
  }

  /** Also where a held one was sent anyway, on two devices perhaps, its text is there once. */
  private void texts() {
    Set<String> seen = new HashSet<>();
    for (List<JsonObject> timeline : timelines.values()) {
      for (JsonObject line : timeline) {
        String text = line.get("text").getAsString();
        if (text.matches("later[0-9]+q mais tarde") && !seen.add(text)) {
          throw new Violation(2, "twice there: " + text);
        }
      }
    }
  }

  private @Nullable JsonObject message(String id) {
    for (List<JsonObject> timeline : timelines.values()) {
      for (JsonObject line : timeline) {
        if (line.get("id").getAsString().equals(id)) {
          return line;
        }
      }
    }
    return null;
  }

  private static JsonObject args(Sent command) {
    return command.command.getAsJsonObject("args");
  }

  private static Instant sendAt(JsonObject object) {
    return Instant.parse(object.get("sendAt").getAsString());
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
