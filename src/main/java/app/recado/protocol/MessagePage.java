package app.recado.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages read outside the stream: history and search.
 *
 * @param messages each with its {@code seq}, so that a cache can tell which is newer
 * @param more whether older ones exist
 */
public record MessagePage(List<Sequenced> messages, boolean more) {
  /**
   * A message and the number of the last change to it; on the wire {@code seq} stands among the
   * message's fields.
   */
  public record Sequenced(MessageRow message, long seq) {}

  public String toJson() {
    JsonArray array = new JsonArray(messages.size());
    for (Sequenced entry : messages) {
      JsonObject message = Json.tree(entry.message()).getAsJsonObject();
      message.addProperty("seq", entry.seq());
      array.add(message);
    }
    JsonObject object = new JsonObject();
    object.add("messages", array);
    object.addProperty("more", more);
    return Json.write(object);
  }

  /**
   * Reads the wire form.
   *
   * @throws JsonParseException if it is not one
   */
  public static MessagePage fromJson(String text) {
    try {
      JsonObject object = Json.read(text, JsonObject.class);
      List<Sequenced> messages = new ArrayList<>();
      for (JsonElement element : object.getAsJsonArray("messages")) {
        messages.add(
            new Sequenced(
                Json.read(element, MessageRow.class),
                element.getAsJsonObject().get("seq").getAsLong()));
      }
      return new MessagePage(messages, object.get("more").getAsBoolean());
    } catch (JsonParseException malformed) {
      throw malformed;
    } catch (RuntimeException e) {
      throw new JsonParseException("not a page of messages", e);
    }
  }
}
