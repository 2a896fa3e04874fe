package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Json;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /openapi.json} says, against which every answer in these tests is held. */
final class Description {
  private final JsonObject document;
  private final Schema schema;

  Description(JsonObject document) {
    this.document = document;
    this.schema = new Schema(document);
  }

  /** Every operation as {@code GET /path}. */
  List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonElement> path : document.getAsJsonObject("paths").entrySet()) {
      for (String method : path.getValue().getAsJsonObject().keySet()) {
        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    return operations;
  }

  /** The scheme an operation asks for; empty for none, joined by {@code _or_} if any does. */
  String security(String operation) {
    return operation(operation).getAsJsonArray("security").asList().stream()
        .map(scheme -> scheme.getAsJsonObject().keySet().iterator().next())
        .collect(Collectors.joining("_or_"));
  }

  /** Whether it takes JSON. */
  boolean takesBody(String operation) {
    return operation(operation).has("requestBody")
        && operation(operation)
            .getAsJsonObject("requestBody")
            .getAsJsonObject("content")
            .has("application/json");
  }

  List<String> commandTypes() {
    return document
        .getAsJsonObject("components")
        .getAsJsonObject("schemas")
        .getAsJsonObject("Command")
        .getAsJsonObject("properties")
        .getAsJsonObject("type")
        .getAsJsonArray("enum")
        .asList()
        .stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  /** Fails if an answer is not as described. Addresses that are no operation say 404 or 405. */
  void check(String method, String target, Api.Answer answer) {
    String path = target.replaceFirst("\\?.*", "");
    String operation =
        operations().stream()
            .filter(known -> matches(known, method + " " + path))
            .min(
                java.util.Comparator.comparingInt(
                    known -> known.length() - known.replace("{", "").length()))
            .orElse("");
    if (answer.status() == 414) {
      // refused before anybody asked which operation it is
      return;
    }
    if (operation.isEmpty()) {
      assertThat(answer.status()).isIn(204, 400, 404, 405, 413, 414);
      return;
    }
    JsonObject responses = operation(operation).getAsJsonObject("responses");
    assertThat(responses.keySet())
        .as("%s answered %s", operation, answer)
        .contains(Integer.toString(answer.status()));
    JsonObject response =
        schema.resolve(responses.getAsJsonObject(Integer.toString(answer.status())));
    if (!response.has("content")) {
      assertThat(answer.text()).isEmpty();
      return;
    }
    JsonObject content = response.getAsJsonObject("content");
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    assertThat(content.keySet()).containsAnyOf(type, "*/*");
    if (type.equals("application/json")) {
      checkBody(operation, content.getAsJsonObject(type).getAsJsonObject("schema"), answer.text());
    }
  }

  /** Fails if the data of an event is not what that schema says. */
  void checkEvent(String name, String data) {
    JsonObject reference = new JsonObject();
    reference.addProperty("$ref", "#/components/schemas/" + name);
    checkBody(name, reference, data);
  }

  private void checkBody(String what, JsonObject described, String body) {
    assertThat(schema.problems(described, Json.read(body, JsonObject.class)))
        .as("%s: %s", what, body)
        .isEmpty();
  }

  private JsonObject operation(String operation) {
    String[] parts = operation.split(" ");
    return document
        .getAsJsonObject("paths")
        .getAsJsonObject(parts[1])
        .getAsJsonObject(parts[0].toLowerCase(Locale.ROOT));
  }

  private static boolean matches(String operation, String call) {
    return Pattern.matches(operation.replaceAll("\\{[^}]*}", "[^/]+"), call);
  }
}
