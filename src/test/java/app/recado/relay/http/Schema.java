package app.recado.relay.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * As much of JSON Schema as the API's description uses. A member that is not described is an error,
 * so that the description cannot fall behind.
 */
final class Schema {
  private final JsonObject document;

  Schema(JsonObject document) {
    this.document = document;
  }

  /** What does not fit, each as one line; empty if all does. */
  List<String> problems(JsonObject schema, JsonElement value) {
    List<String> problems = new ArrayList<>();
    check(schema, value, "$", problems);
    return problems;
  }

  JsonObject resolve(JsonObject schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    JsonObject at = document;
    for (String step : schema.get("$ref").getAsString().substring(2).split("/")) {
      at = at.getAsJsonObject(step);
    }
    return at;
  }

  private void check(JsonObject reference, JsonElement value, String at, List<String> problems) {
    JsonObject schema = resolve(reference);
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.has(choice)) {
        checkChoice(schema.getAsJsonArray(choice), value, at, problems);
        return;
      }
    }
    if (!types(schema).contains(typeOf(value)) && !fitsNumber(schema, value)) {
      problems.add(at + " is " + typeOf(value) + ", not " + types(schema));
      return;
    }
    if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
      problems.add(at + " is " + value + ", not one of " + schema.get("enum"));
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      problems.add(at + " is " + value + ", not " + schema.get("const"));
    }
    if (schema.has("pattern")
        && !Pattern.compile(schema.get("pattern").getAsString())
            .matcher(value.getAsString())
            .find()) {
      problems.add(at + " does not match " + schema.get("pattern"));
    }
    if (value.isJsonArray() && schema.has("items")) {
      JsonArray array = value.getAsJsonArray();
      for (int i = 0; i < array.size(); i++) {
        check(schema.getAsJsonObject("items"), array.get(i), at + "[" + i + "]", problems);
      }
    }
    if (value.isJsonObject() && schema.has("properties")) {
      checkMembers(schema, value.getAsJsonObject(), at, problems);
    }
  }

  private void checkChoice(JsonArray choices, JsonElement value, String at, List<String> problems) {
    List<String> best = null;
    for (JsonElement choice : choices) {
      List<String> these = new ArrayList<>();
      check(choice.getAsJsonObject(), value, at, these);
      if (these.isEmpty()) {
        return;
      }
      if (best == null || these.size() < best.size()) {
        best = these;
      }
    }
    problems.addAll(best == null ? List.of(at + " has no choice") : best);
  }

  private void checkMembers(
      JsonObject schema, JsonObject object, String at, List<String> problems) {
    JsonObject properties = schema.getAsJsonObject("properties");
    if (schema.has("required")) {
      for (JsonElement name : schema.getAsJsonArray("required")) {
        if (!object.has(name.getAsString())) {
          problems.add(at + " lacks " + name.getAsString());
        }
      }
    }
    for (String name : object.keySet()) {
      if (properties.has(name)) {
        check(properties.getAsJsonObject(name), object.get(name), at + "." + name, problems);
      } else {
        problems.add(at + "." + name + " is not described");
      }
    }
  }

  private static List<String> types(JsonObject schema) {
    JsonElement type = schema.get("type");
    return type.isJsonArray()
        ? type.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList()
        : List.of(type.getAsString());
  }

  private static boolean fitsNumber(JsonObject schema, JsonElement value) {
    return typeOf(value).equals("integer") && types(schema).contains("number");
  }

  private static String typeOf(JsonElement value) {
    if (value.isJsonNull()) {
      return "null";
    }
    if (value.isJsonObject()) {
      return "object";
    }
    if (value.isJsonArray()) {
      return "array";
    }
    JsonPrimitive primitive = value.getAsJsonPrimitive();
    if (primitive.isBoolean()) {
      return "boolean";
    }
    if (primitive.isString()) {
      return "string";
    }
    return primitive.getAsString().matches("-?\\d+") ? "integer" : "number";
  }
}
