package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.protocol.Availability;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the HTTP skin decides by itself, over a relay of a few lines. */
@Timeout(30)
final class RelayServerTest {
  private final StubRelay relay = new StubRelay();
  private final AtomicLong nanos = new AtomicLong(1);
  private RelayServer server;
  private Api api;

  @BeforeEach
  void start() {
    server = RelayServer.start(relay, InetAddress.getLoopbackAddress(), 0, Thread::new, nanos::get);
    api = new Api("http://127.0.0.1:" + server.port());
  }

  @AfterEach
  void stop() {
    api.close();
    server.close();
  }

  @Test
  void addressInUseIsAFailure() {
    assertThatThrownBy(() ->
            RelayServer.start(
                relay, InetAddress.getLoopbackAddress(), server.port(), Thread::new, nanos::get))
        .hasMessageContaining("in use");
  }

  @Test
  void unknownAddressIsNotFound() {
    Api.Answer answer = api.get("/v1/nothing", null);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void otherMethodNamesThoseThatAreAllowed() {
    Api.Answer answer = api.call("PUT", "/v1/sync", null, "{}");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("method_not_allowed");
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
  }

  @Test
  void whatTheServerItselfCannotReadIsRefusedInTheSameForm() throws IOException {
    for (String request :
        new String[] {
          "GARBAGE\r\n\r\n",
          "GET /v1/sync?x=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n",
          "POST /v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
          "GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
          "POST /v1/commands HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n"
              + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "zz\r\n{}\r\n0\r\n\r\n",
        }) {
      String answer = raw(request);
      assertThat(answer).startsWith("HTTP/1.1 4").contains("\r\n\r\n{\"error\":{\"code\":");
    }
  }

  @Test
  void withoutTokenNothingIsTold() {
    assertThat(api.get("/v1/sync", null).code()).isEqualTo("no_token");
    assertThat(api.get("/v1/sync", "bad").code()).isEqualTo("no_session");
  }

  @Test
  void bodyMustBeOneJsonObjectInUtf8() {
    assertThat(post("application/json", "{\"commands\":[}")).isEqualTo("400 malformed");
    assertThat(post("application/json", "[]")).isEqualTo("400 malformed");
    assertThat(post("application/json", "")).isEqualTo("400 malformed");
    assertThat(post("application/json", "null")).isEqualTo("400 malformed");
    assertThat(post("application/json", "{} {}")).isEqualTo("400 malformed");
    assertThat(post("application/json", "[".repeat(100_000))).isEqualTo("400 malformed");
    assertThat(post("application/json", "{\"commands\":7}")).isEqualTo("400 malformed");
    assertThat(post("text/plain", "{}")).isEqualTo("415 unsupported_media_type");
    byte[] latin = "{\"commands\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(status(api.call("POST", "/v1/commands", "good", "application/json", latin)))
        .isEqualTo("400 malformed");
  }

  @Test
  void bodyTooLargeIsRefused() {
    assertThat(post("application/json", " ".repeat(RelayServer.LARGEST_BODY + 1)))
        .isEqualTo("413 too_large");
  }

  @Test
  void whatGoesWrongInsideStaysInside() {
    Api.Answer answer = api.post("/v1/commands", "good", "{\"commands\":[]}");
    assertThat(status(answer)).isEqualTo("500 internal");
    assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void streamBringsWhatWasThereAndWhatComes() throws IOException {
    relay.commit("first");
    try (Api.Events events = api.stream("/v1/stream?cursor=0", "good")) {
      Api.Event first = events.next("changes");
      assertThat(first.id()).isEqualTo("1");
      assertThat(first.data()).isEqualTo("{\"changes\":[\"first\"]}");
      relay.commit("second");
      assertThat(events.next("changes").data()).isEqualTo("{\"changes\":[\"second\"]}");
    }
  }

  @Test
  void reconnectGoesOnAfterTheLastEvent() throws IOException {
    relay.commit("first");
    relay.commit("second");
    String answer =
        raw(
            "GET /v1/stream?cursor=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n"
                + "Last-Event-ID: 1\r\n\r\n",
            "second");
    assertThat(answer).contains("id: 2").doesNotContain("first");
  }

  @Test
  void quietStreamBeatsEveryFifteenSeconds() throws IOException {
    try (Api.Events events = api.stream("/v1/stream?cursor=0", "good")) {
      assertThat(events.next().name()).isEqualTo("comment");
      pass(Duration.ofSeconds(15));
      Api.Event beat = events.next("heartbeat");
      assertThat(beat.id()).isEqualTo("0");
      pass(Duration.ofSeconds(15));
      assertThat(events.next().name()).isEqualTo("heartbeat");
    }
  }

  @Test
  void signingOutEndsTheDevicesStreams() throws IOException {
    try (Api.Events events = api.stream("/v1/stream?cursor=0", "good");
        Api.Events other = api.stream("/v1/stream?cursor=0", "good2")) {
      assertThat(api.post("/v1/sign-out", "good", "").status()).isEqualTo(204);
      assertThat(events.next().name()).isEqualTo("comment");
      assertThat(events.next()).isNull();
      relay.commit("more");
      assertThat(other.next("changes").data()).contains("more");
    }
  }

  @Test
  void deviceRevokedElsewhereLosesItsStreamAtTheNextBeat() throws IOException {
    try (Api.Events events = api.stream("/v1/stream?cursor=0", "good")) {
      assertThat(events.next().name()).isEqualTo("comment");
      relay.dead.add("good");
      pass(Duration.ofSeconds(15));
      assertThat(events.next()).isNull();
    }
  }

  @Test
  void whoseAvailabilityChangesIsLookedAtAgain() throws IOException {
    try (Api.Events events = api.stream("/v1/stream?cursor=0", "good")) {
      assertThat(events.next().name()).isEqualTo("comment");
      relay.dead.add("good");
      relay.becomes(StubRelay.USER, Availability.OFFLINE);
      assertThat(events.next()).isNull();
    }
  }

  @Test
  void readerWhoTakesNothingBlocksNobodyAndIsCutOff() throws Exception {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port());
        Api.Events events = api.stream("/v1/stream?cursor=0", "good2")) {
      slow.getOutputStream()
          .write(
              bytes(
                  "GET /v1/stream?cursor=0 HTTP/1.1\r\n"
                      + "Host: x\r\n"
                      + "Authorization: Bearer good\r\n\r\n"));
      while (relay.connected.size() < 2) {
        Thread.onSpinWait();
      }
      String large = "x".repeat(1_000_000);
      for (int i = 0; i < 20; i++) {
        relay.commit(large);
        assertThat(events.next("changes").data()).hasSizeGreaterThan(1_000_000);
      }
      assertThat(relay.connected).hasSize(2);
      pass(Duration.ofSeconds(31));
      while (relay.connected.size() > 1) {
        Thread.onSpinWait();
      }
      relay.commit("after");
      assertThat(events.next("changes").data()).contains("after");
    }
  }

  @Test
  void stopFinishesWhatIsInFlightAndRefusesWhatIsNew() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    relay.beforeRead =
        () -> {
          inside.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    CompletableFuture<Api.Answer> inFlight =
        CompletableFuture.supplyAsync(() -> api.get("/v1/sync", "good"));
    inside.await();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    Api.Answer late = api.get("/healthz", null);
    while (late.status() == 200) {
      late = api.get("/healthz", null);
    }
    assertThat(status(late)).isEqualTo("503 unavailable");
    assertThat(late.headers().firstValue("Retry-After")).isPresent();
    goOn.countDown();
    assertThat(inFlight.get().status()).isEqualTo(200);
    stopped.get();
  }

  @Test
  void stopEndsStreams() throws IOException {
    try (Api.Events events = api.stream("/v1/stream?cursor=0", "good")) {
      assertThat(events.next().name()).isEqualTo("comment");
      server.close();
      assertThat(events.next()).isNull();
      assertThat(relay.connected).isEmpty();
    }
  }

  @Test
  void metricsTellRequestsByRouteAndStatus() throws IOException {
    api.get("/v1/sync", null);
    api.get("/v1/sync", "good");
    try (Api.Events events = api.stream("/v1/stream?cursor=0", "good")) {
      assertThat(events.next().name()).isEqualTo("comment");
      String text = api.get("/metrics", null).text();
      assertThat(text)
          .contains("recado_requests_total{method=\"GET\",route=\"/v1/sync\",status=\"200\"} 1\n")
          .contains("recado_requests_total{method=\"GET\",route=\"/v1/sync\",status=\"401\"} 1\n")
          .contains("recado_request_seconds_count{method=\"GET\",route=\"/v1/sync\"} 2\n")
          .contains("recado_streams{of=\"agents\"} 1\n");
    }
  }

  @Test
  void anySiteMayCallForItsVisitorsAndNothingElse() {
    Api.Answer preflight = api.call("OPTIONS", "/v1/visits/messages", null, null);
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization");
    Api.Answer refused = api.get("/v1/visits/messages", null);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(api.call("OPTIONS", "/v1/sync", null, null).status()).isEqualTo(405);
    assertThat(api.get("/v1/sync", "good").headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private String post(String contentType, String body) {
    return status(api.call("POST", "/v1/commands", "good", contentType, bytes(body)));
  }

  private static String status(Api.Answer answer) {
    return answer.status() + " " + answer.code();
  }

  private String raw(String request) throws IOException {
    return raw(request, "}}");
  }

  /** Sends bytes as they are and reads until that text has come. */
  private String raw(String request, String until) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(bytes(request));
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      for (int next = in.read(); next >= 0; next = in.read()) {
        answer.append((char) next);
        if (answer.indexOf(until) >= 0) {
          break;
        }
      }
      return answer.toString();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
