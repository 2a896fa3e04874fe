package app.recado.bench;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.util.function.UnaryOperator;

/**
 * The relay's HTTP server with its options and nothing behind it: {@code /echo} answers with a body
 * made from the request's.
 */
final class Echo implements AutoCloseable {
  private final WebServer server;

  private Echo(HttpRouting.Builder routing) {
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

  /** Answers a GET with the same bytes every time. */
  static Echo of(byte[] body) {
    return new Echo(
        HttpRouting.builder()
            .get(
                "/echo",
                (request, response) -> {
                  response.header(HeaderNames.CONTENT_TYPE, "application/json");
                  response.send(body);
                }));
  }

  /** Answers a POST with what the function makes of its body. */
  static Echo answering(UnaryOperator<byte[]> function) {
    return new Echo(
        HttpRouting.builder()
            .post(
                "/echo",
                (request, response) -> {
                  byte[] answer = function.apply(request.content().as(byte[].class));
                  response.header(HeaderNames.CONTENT_TYPE, "application/json");
                  response.send(answer);
                }));
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
