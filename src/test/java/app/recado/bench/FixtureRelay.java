package app.recado.bench;

import app.recado.protocol.Change;
import app.recado.protocol.Json;
import app.recado.protocol.SignIn;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserRow;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The relay's side of catching up, with every page rendered before the clock runs, so that what is
 * timed is the desk. Cursors are {@code ROUND:PAGE}; each round delivers the same changes.
 */
final class FixtureRelay implements AutoCloseable {
  private final List<List<byte[]>> rounds = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile CountDownLatch held = new CountDownLatch(0);
  private final WebServer server;
  private final byte[] signedIn;

  /**
   * @param times how often the changes are delivered before there is no more
   */
  FixtureRelay(UserRow me, List<Change> changes, int pageSize, int times) {
    signedIn =
        Json.write(new SignIn.Response("token", me, Instant.EPOCH))
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < times; round++) {
      rounds.add(pages(changes, pageSize, round));
    }
    HttpRouting.Builder routing = HttpRouting.builder();
    routing.post("/v1/sign-in", this::signIn);
    routing.get("/v1/sync", this::sync);
    routing.get("/v1/stream", this::stream);
    server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .shutdownHook(false)
            .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
            .routing(routing)
            .build()
            .start();
  }

  int port() {
    return server.port();
  }

  /** The cursor at which a desk has heard everything of a round. */
  static String end(int round) {
    return (round + 1) + ":0";
  }

  private static List<byte[]> pages(List<Change> changes, int pageSize, int round) {
    List<byte[]> pages = new ArrayList<>();
    for (int from = 0; from < changes.size(); from += pageSize) {
      int to = Math.min(changes.size(), from + pageSize);
      boolean more = to < changes.size();
      String cursor = more ? round + ":" + (pages.size() + 1) : end(round);
      SyncPage page = new SyncPage(changes.subList(from, to), cursor, more, Instant.EPOCH);
      pages.add(page.toJson().getBytes(StandardCharsets.UTF_8));
    }
    return pages;
  }

  /** Lets nobody hear a change until {@link #release}. */
  void hold() {
    held = new CountDownLatch(1);
  }

  void release() {
    held.countDown();
  }

  private void signIn(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.status(201);
    response.send(signedIn);
  }

  private void sync(ServerRequest request, ServerResponse response) {
    String[] cursor = request.query().first("cursor").orElse("0:0").split(":", 2);
    int round = Integer.parseInt(cursor[0]);
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    if (round < rounds.size()) {
      response.send(rounds.get(round).get(Integer.parseInt(cursor[1])));
    } else {
      response.send(
          new SyncPage(List.of(), cursor[0] + ":0", false, Instant.EPOCH)
              .toJson()
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private void stream(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
    try (OutputStream out = response.outputStream()) {
      do {
        out.write(": heartbeat\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      } while (!closed.await(5, TimeUnit.SECONDS));
    } catch (IOException | InterruptedException gone) {
      // the desk went first
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop();
  }
}
