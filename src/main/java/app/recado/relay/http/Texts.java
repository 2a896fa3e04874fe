package app.recado.relay.http;

import com.google.gson.JsonElement;
import java.util.Map;

/**
 * Whether what was sent is text at all: U+0000, which no database column takes, and halves of
 * characters, which cannot be written as UTF-8, are refused at the door.
 */
final class Texts {
  private Texts() {}

  static boolean isSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Likewise for every name and text in a tree. */
  static boolean areSound(JsonElement tree) {
    if (tree.isJsonObject()) {
      for (Map.Entry<String, JsonElement> member : tree.getAsJsonObject().entrySet()) {
        if (!isSound(member.getKey()) || !areSound(member.getValue())) {
          return false;
        }
      }
      return true;
    }
    if (tree.isJsonArray()) {
      for (JsonElement element : tree.getAsJsonArray()) {
        if (!areSound(element)) {
          return false;
        }
      }
      return true;
    }
    return !tree.isJsonPrimitive() || isSound(tree.getAsString());
  }
}
