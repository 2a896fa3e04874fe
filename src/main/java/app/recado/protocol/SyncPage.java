package app.recado.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer of {@code GET /v1/sync}.
 *
 * @param changes ascending by {@code seq}
 * @param cursor opaque; where the next page begins
 * @param more whether another page is ready now
 */
public record SyncPage(List<Change> changes, String cursor, boolean more, Instant relayTime) {
  public String toJson() {
    JsonObject object = new JsonObject();
    JsonArray array = new JsonArray(changes.size());
    changes.forEach(change -> array.add(change.toJson()));
    object.add("changes", array);
    object.addProperty("cursor", cursor);
    object.addProperty("more", more);
    object.add("relayTime", Json.tree(relayTime));
    return Json.write(object);
  }

  /**
   * Reads the wire form.
   *
   * @throws JsonParseException if it is not one
   */
  public static SyncPage fromJson(String text) {
    try {
      JsonObject object = Json.read(text, JsonObject.class);
      List<Change> changes = new ArrayList<>();
      for (JsonElement element : object.getAsJsonArray("changes")) {
        changes.add(Change.fromJson(element));
      }
      return new SyncPage(
          changes,
          object.get("cursor").getAsString(),
          object.get("more").getAsBoolean(),
          Json.read(object.get("relayTime"), Instant.class));
    } catch (JsonParseException malformed) {
      throw malformed;
    } catch (RuntimeException e) {
      throw new JsonParseException("not a page of changes", e);
    }
  }
}
