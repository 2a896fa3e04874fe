package app.recado.simulation;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** A command as the relay met it on the wire. */
final class Sent {
  final int order;
  final String desk;
  final String user;
  final JsonObject command;

  /** The first answer; null until one got out. */
  @Nullable JsonObject outcome;

  /** How many asks had been made when the outcome got out. */
  int answeredAt;

  Sent(int order, String desk, String user, JsonObject command) {
    this.order = order;
    this.desk = desk;
    this.user = user;
    this.command = command;
  }

  String id() {
    return command.get("id").getAsString();
  }

  String type() {
    return command.get("type").getAsString();
  }

  /** The text in its arguments; empty if it has none. */
  String text() {
    JsonObject args = command.getAsJsonObject("args");
    return args.has("text") && !args.get("text").isJsonNull() ? args.get("text").getAsString() : "";
  }

  /** The message that it changes; empty if it changes none. */
  String message() {
    JsonObject args = command.getAsJsonObject("args");
    return args.has("message") ? args.get("message").getAsString() : "";
  }

  boolean is(String kind) {
    return outcome != null && outcome.get("outcome").getAsString().equals(kind);
  }

  /** Why it was held or rejected; empty if it was applied. */
  String reason() {
    boolean none = outcome == null || !outcome.has("reason") || outcome.get("reason").isJsonNull();
    return none ? "" : outcome.get("reason").getAsString();
  }

  /** What must be equal in a repetition, by the model's own reckoning. */
  String body() {
    return type() + command.get("dialog") + command.get("args");
  }
}
