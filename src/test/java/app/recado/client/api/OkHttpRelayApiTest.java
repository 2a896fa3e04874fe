package app.recado.client.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.RelayApi.Callback;
import app.recado.client.api.RelayApi.StreamListener;
import app.recado.protocol.Availability;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelId;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.Outcome;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkHttpRelayApiTest {
  private static final String PAGE =
      "{\"changes\":[],\"cursor\":\"c1\",\"more\":false,\"relayTime\":\"2026-03-02T09:00:00.000Z\"}";

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final DialogRow DIALOG =
      new DialogRow(
          new DialogId("d1"),
          new ChannelId("loja"),
          new ConnectorId("site"),
          new CustomerId("c1"),
          "",
          new DialogRow.Session(
              new SessionId("s1"),
              1,
              SessionStatus.NEW,
              new ChannelId("loja"),
              null,
              null,
              null,
              false,
              NOON,
              null,
              null,
              null,
              null,
              null,
              null,
              null),
          List.of(),
          null,
          0,
          NOON,
          NOON,
          List.of(),
          Priority.NORMAL,
          null);

  private final MockWebServer server = new MockWebServer();
  private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
  private OkHttpRelayApi api;

  @BeforeEach
  void open() throws Exception {
    server.start();
    api = new OkHttpRelayApi(URI.create(server.url("/").toString()), Runnable::run);
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  private <T> Callback<T> collected() {
    return new Callback<>() {
      @Override
      public void succeeded(T value) {
        answers.add(value);
      }

      @Override
      public void failed(ApiException problem) {
        answers.add(problem);
      }
    };
  }

  private Object answer() throws InterruptedException {
    Object answer = answers.poll(10, TimeUnit.SECONDS);
    assertThat(answer).as("an answer in time").isNotNull();
    return answer;
  }

  private Object answerTo(MockResponse response) throws InterruptedException {
    server.enqueue(response);
    api.sync("t", null, 100, collected());
    return answer();
  }

  @Test
  void aDialogComesWithItsCustomer() throws Exception {
    CustomerRow customer = new CustomerRow(new CustomerId("c1"), "Marina", Map.of());
    JsonObject body = Json.tree(DIALOG).getAsJsonObject();
    body.addProperty("seq", 7);
    JsonObject person = Json.tree(customer).getAsJsonObject();
    person.addProperty("seq", 5);
    body.add("person", person);
    server.enqueue(response(200, "application/json", Json.write(body)));
    api.dialog("t", new DialogId("d1"), collected());
    assertThat(answer()).isEqualTo(List.of(new Change.Put(customer, 5), new Change.Put(DIALOG, 7)));
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/dialogs/d1");
  }

  @Test
  void theSystemsProxyIsAskedThrough() throws Exception {
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(
        ProxySelector.of(new InetSocketAddress("localhost", server.getPort())));
    try (OkHttpRelayApi proxied =
        new OkHttpRelayApi(URI.create("http://relay.example/"), Runnable::run)) {
      server.enqueue(response(200, "application/json", PAGE));
      proxied.sync("t", null, 100, collected());
      assertThat(answer()).isInstanceOf(SyncPage.class);
      assertThat(server.takeRequest().getRequestLine())
          .startsWith("GET http://relay.example/v1/sync");
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static MockResponse response(int status, String type, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", type)
        .body(body)
        .build();
  }

  @Test
  void aPageOfChangesIsRead() throws Exception {
    server.enqueue(response(200, "application/json", PAGE));
    api.sync("secret", "a b/c", 100, collected());
    assertThat(answer())
        .isEqualTo(new SyncPage(List.of(), "c1", false, Instant.parse("2026-03-02T09:00:00Z")));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
    assertThat(request.getUrl().queryParameter("cursor")).isEqualTo("a b/c");
    assertThat(request.getUrl().queryParameter("limit")).isEqualTo("100");
  }

  @Test
  void outcomesComeInOrder() throws Exception {
    CommandId id = new CommandId("m1");
    server.enqueue(
        response(
            200,
            "application/json",
            "{\"results\":[{\"id\":\"m1\",\"outcome\":\"applied\",\"seq\":7}]}"));
    api.commands(
        "t",
        List.of(
            Command.of(
                id, new DialogId("d1"), null, List.of(), new Intent.AcceptDialog(), Instant.EPOCH)),
        collected());
    assertThat(answer()).isEqualTo(List.of(Outcome.applied(id, 7L)));
    assertThat(server.takeRequest().getBody().utf8()).contains("\"type\":\"dialog.accept\"");
  }

  @Test
  void aCaptivePortalIsNoSuccess() throws Exception {
    assertThat(answerTo(response(200, "text/html", "<html>Welcome to the hotel</html>")))
        .isInstanceOf(ApiException.Malformed.class);
    assertThat(answerTo(response(200, "application/json", "<html></html>")))
        .isInstanceOf(ApiException.Malformed.class);
    assertThat(answerTo(response(200, "application/json", "{\"ok\":true}")))
        .isInstanceOf(ApiException.Malformed.class);
    assertThat(
            answerTo(new MockResponse.Builder().code(302).setHeader("Location", "/portal").build()))
        .isInstanceOf(ApiException.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429})
  void troubleAsksToComeBackLater(int status) throws Exception {
    Object answer =
        answerTo(
            new MockResponse.Builder()
                .code(status)
                .setHeader("Retry-After", "12")
                .body("<html>Bad gateway</html>")
                .build());
    assertThat(answer)
        .isInstanceOfSatisfying(
            ApiException.RelayFault.class,
            fault -> {
              assertThat(fault.status()).isEqualTo(status);
              assertThat(fault.retryAfterSeconds()).isEqualTo(12);
            });
  }

  @Test
  void aRefusalOfTheRelayIsToldFromAForeignOne() throws Exception {
    assertThat(
            answerTo(
                response(
                    410,
                    "application/json",
                    "{\"error\":{\"code\":\"cursor_too_old\",\"message\":\"x\",\"details\":{}}}")))
        .isInstanceOfSatisfying(
            ApiException.Rejected.class,
            rejected -> {
              assertThat(rejected.status()).isEqualTo(410);
              assertThat(rejected.error().code()).isEqualTo("cursor_too_old");
            });
    assertThat(answerTo(response(404, "text/html", "not here")))
        .isInstanceOf(ApiException.Malformed.class);
    assertThat(answerTo(response(403, "application/json", "{\"error\":\"proxy\"}")))
        .isInstanceOf(ApiException.Malformed.class);
  }

  @Test
  void aCutConnectionIsUnreachable() throws Exception {
    assertThat(
            answerTo(
                new MockResponse.Builder()
                    .code(200)
                    .setHeader("Content-Type", "application/json")
                    .body(PAGE)
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build()))
        .isInstanceOf(ApiException.Unreachable.class);
  }

  @Test
  void aTlsFailureIsUnreachable() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        OkHttpRelayApi secure =
            new OkHttpRelayApi(
                URI.create("https://127.0.0.1:" + plain.getLocalPort()), Runnable::run)) {
      secure.sync("t", null, 1, collected());
      try (Socket socket = plain.accept()) {
        socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        assertThat(answer()).isInstanceOf(ApiException.Unreachable.class);
      }
    }
  }

  @Test
  void aStreamBringsChangesAndSignsOfLifeAndEndsOnce() throws Exception {
    server.enqueue(
        response(
            200,
            "text/event-stream",
            ": heartbeat\n\nevent: heartbeat\nid: c0\ndata: {}\n\n"
                + "event: changes\nid: c1\ndata: "
                + PAGE
                + "\n\n"));
    api.stream("t", "c0", streamed());
    assertThat(answer()).isEqualTo("opened");
    assertThat(answer()).isEqualTo("alive");
    assertThat(answer()).isInstanceOf(SyncPage.class);
    assertThat(answer()).isInstanceOf(ApiException.Unreachable.class);
  }

  @Test
  void aStreamBringsWhoCameOrWent() throws Exception {
    server.enqueue(
        response(
            200,
            "text/event-stream",
            "event: presence\ndata: {\"user\":\"u1\",\"availability\":\"away\",\"since\":null,"
                + "\"seq\":7,\"more\":1}\n\n"
                + "event: presence\ndata: {\"user\":\"u1\"}\n\n"));
    api.stream("t", "c0", streamed());
    assertThat(answer()).isEqualTo("opened");
    assertThat(answer()).isEqualTo(new PresenceEvent(new UserId("u1"), Availability.AWAY, null, 7));
    assertThat(answer()).isInstanceOf(ApiException.Malformed.class);
  }

  @Test
  void aStreamOfAnOldCursorIsRefused() throws Exception {
    server.enqueue(
        response(
            410,
            "application/json",
            "{\"error\":{\"code\":\"cursor_too_old\",\"message\":\"x\",\"details\":{}}}"));
    api.stream("t", "c0", streamed());
    assertThat(answer())
        .isInstanceOfSatisfying(
            ApiException.Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(410));
  }

  @Test
  void aStreamOfHtmlIsMalformed() throws Exception {
    server.enqueue(response(200, "text/html", "<html></html>"));
    api.stream("t", "c0", streamed());
    assertThat(answer()).isInstanceOf(ApiException.Malformed.class);
  }

  private StreamListener streamed() {
    return new StreamListener() {
      @Override
      public void opened() {
        answers.add("opened");
      }

      @Override
      public void changes(SyncPage page) {
        answers.add(page);
      }

      @Override
      public void signal(Signal signal) {
        answers.add(signal);
      }

      @Override
      public void presence(PresenceEvent event) {
        answers.add(event);
      }

      @Override
      public void alive() {
        answers.add("alive");
      }

      @Override
      public void closed(ApiException problem) {
        answers.add(problem);
      }
    };
  }
}
