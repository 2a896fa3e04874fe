package app.recado.simulation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;

/**
 * What may be on the wire towards a customer. Nothing there counts what the customer does not see:
 * positions have no gaps, and there is no number, cursor or mark besides those known here.
 */
final class Wall {
  private static final Set<String> OF_A_TRANSCRIPT =
      Set.of("messages", "more", "status", "session", "rating", "agent");
  private static final Set<String> OF_A_MESSAGE =
      Set.of(
          "id",
          "position",
          "from",
          "author",
          "text",
          "quote",
          "files",
          "createdAt",
          "edited",
          "deleted",
          "delivery");

  private Wall() {}

  /** Reads a transcript or a single message. */
  static void check(String customer, JsonElement wire) {
    JsonObject object = wire.getAsJsonObject();
    if (!object.has("messages")) {
      onlyKnown(customer, object, OF_A_MESSAGE);
      return;
    }
    onlyKnown(customer, object, OF_A_TRANSCRIPT);
    JsonArray messages = object.getAsJsonArray("messages");
    long before = object.get("more").getAsBoolean() ? -1 : 0;
    for (JsonElement element : messages) {
      JsonObject message = element.getAsJsonObject();
      onlyKnown(customer, message, OF_A_MESSAGE);
      long position = message.get("position").getAsLong();
      if (before >= 0 && position != before + 1) {
        throw new Violation(
            10, "customer " + customer + " can count what stands before " + message);
      }
      before = position;
    }
  }

  private static void onlyKnown(String customer, JsonObject object, Set<String> known) {
    if (!known.containsAll(object.keySet())) {
      throw new Violation(10, "customer " + customer + " got more than is known: " + object);
    }
  }
}
