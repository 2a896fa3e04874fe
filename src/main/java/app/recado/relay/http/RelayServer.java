package app.recado.relay.http;

import app.recado.protocol.FileRules;
import app.recado.relay.Relay;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * The relay's HTTP skin: one server over one {@link Relay}, which it does not close.
 *
 * <pre>
 * running -> draining (new requests get 503, streams end, the rest is finished) -> stopped
 * </pre>
 */
public final class RelayServer implements AutoCloseable {
  /** More than any request needs: a thousand commands of a page of text each. */
  static final int LARGEST_BODY = 4 * 1024 * 1024;

  /** Beyond this a body is not even read to its end. */
  private static final long LARGEST_READ = FileRules.LARGEST + LARGEST_BODY;

  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Gate gate = new Gate();
  private final Streams streams;
  private final WebServer server;
  private final List<Route> routes;

  private RelayServer(
      Relay relay, InetAddress bind, int port, ThreadFactory threads, LongSupplier nanos) {
    Metrics metrics = new Metrics();
    streams = new Streams(relay.changes(), relay.signals(), threads, nanos);
    routes = Router.routes(relay, streams, metrics, nanos);
    metrics.gauge("recado_streams", "Open event streams.", "of=\"agents\"", streams::agentCount);
    metrics.gauge(
        "recado_streams", "Open event streams.", "of=\"visitors\"", streams::visitorCount);
    metrics.gauge("recado_in_flight", "Requests under way, streams too.", "", gate::inFlight);
    HttpRouting.Builder routing = HttpRouting.builder();
    new Dispatcher(relay, gate, metrics, nanos).register(routes, routing);
    server =
        WebServer.builder()
            .address(bind)
            .port(port)
            .shutdownHook(false)
            .maxPayloadSize(LARGEST_READ)
            .directHandlers(Errors.direct())
            .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
            .routing(routing)
            .build();
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any free one
   * @param threads makes the one thread that wakes the streams
   * @param nanos a clock that only ascends, such as {@code System::nanoTime}
   */
  public static RelayServer start(
      Relay relay, InetAddress bind, int port, ThreadFactory threads, LongSupplier nanos) {
    RelayServer server = new RelayServer(relay, bind, port, threads, nanos);
    server.server.start();
    if (!server.server.isRunning()) {
      // It only logs that it could not bind.
      server.streams.close();
      throw new IllegalStateException("the address is in use or not this machine's");
    }
    return server;
  }

  public int port() {
    return server.port();
  }

  List<Route> routes() {
    return routes;
  }

  /** Finishes what is in flight, ends the streams, refuses what is new, and stops. */
  @Override
  public void close() {
    gate.shut();
    streams.close();
    gate.awaitEmpty(DRAIN);
    server.stop();
  }
}
