package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Role;
import app.recado.relay.http.Workspace.Channel;
import app.recado.relay.http.Workspace.Person;
import app.recado.relay.http.Workspace.Visitor;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer's page asks of the relay, over HTTP. */
@ParameterizedClass
@EnumSource(Backend.class)
@Timeout(60)
final class VisitApiTest {
  private final Workspace workspace;
  private final Person ana;
  private final Channel channel;

  VisitApiTest(Backend backend) {
    workspace = backend.workspace();
    ana = workspace.person(Role.AGENT);
    channel = workspace.channel(ana);
  }

  @Test
  void visitOpensForAKnownChannelOnly() {
    Api.Answer opened = workspace.post("/v1/visits", null, Map.of("channel", channel.key()));
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.json().get("token").getAsString()).isNotEmpty();
    assertThat(workspace.post("/v1/visits", null, Map.of("channel", "none")).status())
        .isEqualTo(404);
  }

  @Test
  void earlierTokenGoesOnAsTheSameCustomer() {
    Visitor visitor = workspace.visitor(channel);
    JsonObject again =
        workspace
            .post("/v1/visits", null, Map.of("channel", channel.key(), "visitor", visitor.token()))
            .json();
    assertThat(again.getAsJsonObject("transcript").getAsJsonArray("messages")).hasSize(1);
  }

  @Test
  void messageIsStoredOncePerIdAndAnotherTextIsAConflict() {
    Visitor visitor = workspace.visitor(channel);
    String id = workspace.newId();
    Api.Answer first = workspace.write(visitor.token(), id, "Hello");
    Api.Answer again = workspace.write(visitor.token(), id, "Hello");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(workspace.write(visitor.token(), id, "Other").code()).isEqualTo("id_reused");
    assertThat(messages(visitor)).hasSize(2);
  }

  @Test
  void chatThatIsSwitchedOffTakesNoMessage() {
    Visitor visitor = workspace.visitor(channel);
    JsonObject off = new JsonObject();
    off.addProperty("channel", channel.id());
    off.add("set", JsonParser.parseString("{\"active\": false}"));
    workspace.command(
        workspace.person(Role.ADMIN), workspace.newId(), "channel.save", null, null, off);
    Api.Answer refused = workspace.write(visitor.token(), workspace.newId(), "Anybody there?");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("channel_off");
  }

  @Test
  void streamBringsTheReplyAndTheAgentSeesItDelivered() throws IOException {
    Visitor visitor = workspace.visitor(channel);
    workspace.does(ana, "dialog.accept", visitor.dialog());
    try (Api.Events events = workspace.api().stream("/v1/visits/stream", visitor.token())) {
      workspace.description().checkEvent("Transcript", events.next("transcript").data());
      String id = reply(visitor, "It is in stock");
      String told = "";
      while (!told.contains("It is in stock")) {
        told = events.next("transcript").data();
        workspace.description().checkEvent("Transcript", told);
      }
      while (!delivery(visitor, id).equals("delivered")) {
        events.next();
      }
    }
  }

  @Test
  void readingMarksTheMessagesRead() {
    Visitor visitor = workspace.visitor(channel);
    workspace.does(ana, "dialog.accept", visitor.dialog());
    String id = reply(visitor, "It is in stock");
    Api.Answer read = workspace.post("/v1/visits/read", visitor.token(), Map.of("message", id));
    assertThat(read.status()).isEqualTo(204);
    assertThat(delivery(visitor, id)).isEqualTo("read");
  }

  @Test
  void sessionThatEndedCanBeRated() {
    Visitor visitor = workspace.visitor(channel);
    workspace.does(ana, "dialog.accept", visitor.dialog());
    String session =
        workspace.dialog(ana, visitor.dialog()).getAsJsonObject("session").get("id").getAsString();
    workspace.does(ana, "dialog.finish", visitor.dialog());
    Map<String, Object> rating = Map.of("session", session, "stars", 4, "comment", "Quick");
    assertThat(workspace.post("/v1/visits/rating", visitor.token(), rating).status())
        .isEqualTo(204);
    assertThat(
            workspace
                .dialog(ana, visitor.dialog())
                .getAsJsonObject("session")
                .get("rating")
                .getAsInt())
        .isEqualTo(4);
    long lines = workspace.dialog(ana, visitor.dialog()).get("lastPosition").getAsLong();
    assertThat(workspace.post("/v1/visits/rating", visitor.token(), rating).status())
        .isEqualTo(204);
    assertThat(workspace.dialog(ana, visitor.dialog()).get("lastPosition").getAsLong())
        .as("sent again for want of an answer")
        .isEqualTo(lines);
    Map<String, Object> other = Map.of("session", session, "stars", 4, "comment", "Slow");
    assertThat(workspace.post("/v1/visits/rating", visitor.token(), other).status()).isEqualTo(204);
    assertThat(workspace.dialog(ana, visitor.dialog()).get("lastPosition").getAsLong())
        .isEqualTo(lines + 1);
    Map<String, Object> six = Map.of("session", session, "stars", 6);
    assertThat(workspace.post("/v1/visits/rating", visitor.token(), six).status()).isEqualTo(422);
  }

  @Test
  void anothersSessionAndMessageAreNotThere() {
    Visitor visitor = workspace.visitor(channel);
    Visitor other = workspace.visitor(channel);
    String message =
        workspace
            .get("/v1/visits/messages", other.token())
            .json()
            .getAsJsonArray("messages")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();
    String session =
        workspace.dialog(ana, other.dialog()).getAsJsonObject("session").get("id").getAsString();
    assertThat(
            workspace.post("/v1/visits/read", visitor.token(), Map.of("message", message)).status())
        .isEqualTo(404);
    Api.Answer foreign = rate(visitor, session);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text()).isEqualTo(rate(visitor, workspace.newId()).text());
  }

  @Test
  void whoWritesTooFastIsAskedToWait() {
    Visitor visitor = workspace.visitor(channel);
    Api.Answer answer = workspace.get("/v1/visits/messages", visitor.token());
    for (int i = 0; i < 300 && answer.status() == 200; i++) {
      answer = workspace.get("/v1/visits/messages", visitor.token());
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("too_many_requests");
    assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
    Visitor other = workspace.visitor(channel);
    assertThat(workspace.get("/v1/visits/messages", other.token()).status()).isEqualTo(200);
  }

  @Test
  void oneAddressCannotOpenVisitsWithoutEnd() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(workspace.api().base() + "/v1/visits"))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", "203.0.113.7")
            .POST(HttpRequest.BodyPublishers.ofString("{\"channel\":\"none\"}"))
            .build();
    int status = 404;
    for (int i = 0; i < 1_000 && status == 404; i++) {
      status = workspace.api().send(request).status();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void pageIsStrictAboutWhatItRuns() {
    Api.Answer page = workspace.get("/chat/" + channel.key(), null);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(workspace.get("/chat/none", null).status()).isEqualTo(404);
  }

  @Test
  void scriptIsCompressedAndKeptByBrowsers() throws Exception {
    URI address = URI.create(workspace.api().base() + "/widget.js");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> zipped =
          client.send(
              HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(zipped.body()).hasSizeLessThan(40_000);
      byte[] script = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
      Api.Answer plain = workspace.get("/widget.js", null);
      assertThat(plain.text()).isEqualTo(new String(script, StandardCharsets.UTF_8));
      assertThat(plain.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
      HttpResponse<String> known =
          client.send(
              HttpRequest.newBuilder(address)
                  .header("If-None-Match", plain.headers().firstValue("ETag").orElseThrow())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(known.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void healthAndFiguresAreTold() {
    assertThat(workspace.get("/healthz", null).text()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(workspace.get("/metrics", null).text())
        .contains("# TYPE recado_request_seconds histogram");
  }

  private Api.Answer rate(Visitor visitor, String session) {
    return workspace.post(
        "/v1/visits/rating", visitor.token(), Map.of("session", session, "stars", 5));
  }

  private String reply(Visitor visitor, String text) {
    return workspace.does(
        ana,
        "message.send",
        visitor.dialog(),
        "text",
        text,
        "whisper",
        false,
        "quote",
        null,
        "files",
        List.of());
  }

  private JsonArray messages(Visitor visitor) {
    return workspace.get("/v1/visits/messages", visitor.token()).json().getAsJsonArray("messages");
  }

  private String delivery(Visitor visitor, String message) {
    return workspace
        .get("/v1/dialogs/" + visitor.dialog() + "/messages", ana.token())
        .json()
        .getAsJsonArray("messages")
        .asList()
        .stream()
        .map(element -> element.getAsJsonObject())
        .filter(row -> row.get("id").getAsString().equals(message))
        .map(row -> row.get("delivery").getAsString())
        .findFirst()
        .orElse("");
  }
}
