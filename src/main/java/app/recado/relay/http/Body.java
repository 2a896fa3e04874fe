package app.recado.relay.http;

import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was sent. What is missing or of another type is refused as {@code malformed},
 * with the field's name; whether a value holds is for the services to say. Nothing is coerced.
 */
record Body(JsonObject object) {
  String text(String field) {
    String text = optionalText(field);
    if (text == null) {
      throw missing(field, "a string");
    }
    return text;
  }

  @Nullable String optionalText(String field) {
    JsonElement value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw missing(field, "a string");
    }
    return value.getAsString();
  }

  int integer(String field) {
    JsonElement value = value(field);
    if (value == null
        || !value.isJsonPrimitive()
        || !value.getAsJsonPrimitive().isNumber()
        || !value.getAsString().matches("-?\\d{1,9}")) {
      throw missing(field, "a whole number");
    }
    return value.getAsInt();
  }

  Body object(String field) {
    JsonElement value = value(field);
    if (value == null || !value.isJsonObject()) {
      throw missing(field, "an object");
    }
    return new Body(value.getAsJsonObject());
  }

  JsonArray array(String field) {
    JsonElement value = value(field);
    if (value == null || !value.isJsonArray()) {
      throw missing(field, "an array");
    }
    return value.getAsJsonArray();
  }

  private @Nullable JsonElement value(String field) {
    JsonElement value = object.get(field);
    return value == null || value.isJsonNull() ? null : value;
  }

  private static Refusal missing(String field, String what) {
    return Refusal.malformed(field + " must be " + what + ".").with("field", field);
  }
}
