package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether {@code /openapi.json} names what there is, and nothing else. */
final class DescriptionTest {
  private final RelayServer server =
      RelayServer.start(
          new StubRelay(), InetAddress.getLoopbackAddress(), 0, Thread::new, System::nanoTime);
  private final Api api = new Api("http://127.0.0.1:" + server.port());
  private final JsonObject document = api.get("/openapi.json", null).json();
  private final Description description = new Description(document);

  @AfterEach
  void stop() {
    api.close();
    server.close();
  }

  @Test
  void operationsAreTheRoutes() {
    assertThat(description.operations())
        .containsExactlyInAnyOrderElementsOf(
            server.routes().stream().map(Route::toString).toList());
  }

  @Test
  void securityIsWhatTheRoutesAskFor() {
    for (Route route : server.routes()) {
      String expected =
          route.access() == Access.ANYBODY ? "" : route.access().name().toLowerCase(Locale.ROOT);
      assertThat(description.security(route.toString())).as(route.toString()).isEqualTo(expected);
    }
  }

  @Test
  void commandTypesAreThoseTheRelayKnows() {
    assertThat(description.commandTypes())
        .containsExactlyElementsOf(List.copyOf(Intent.types().keySet()));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Schema schema = new Schema(document);
    follow(document, schema);
    assertThat(document.get("openapi").getAsString()).startsWith("3.1");
  }

  @Test
  void whatIsNotDescribedIsNoticed() {
    JsonObject error = new JsonObject();
    error.addProperty("$ref", "#/components/schemas/Error");
    Schema schema = new Schema(document);
    assertThat(schema.problems(error, Json.read("{\"error\":{\"code\":7}}", JsonObject.class)))
        .containsExactly(
            "$.error lacks message",
            "$.error lacks details",
            "$.error.code is integer, not [string]");
    assertThat(
            schema.problems(
                error,
                Json.read(
                    "{\"error\":{\"code\":\"a\",\"message\":\"b\",\"details\":{}},\"more\":1}",
                    JsonObject.class)))
        .containsExactly("$.more is not described");
  }

  private static void follow(JsonElement at, Schema schema) {
    if (at.isJsonArray()) {
      at.getAsJsonArray().forEach(element -> follow(element, schema));
    } else if (at.isJsonObject()) {
      JsonObject object = at.getAsJsonObject();
      assertThat(schema.resolve(object)).isNotNull();
      object.asMap().values().forEach(element -> follow(element, schema));
    }
  }
}
