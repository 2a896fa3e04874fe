package app.recado.relay.connector.webchat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Another site of its own origin, with a strict policy, that embeds the chat with one tag. */
final class Site implements AutoCloseable {
  private final HttpServer server;

  Site(String relay, String channelKey, String attribute) {
    byte[] page =
        """
        <!doctype html><title>Casa Jatobá</title><h1>Mesas</h1><a href="#">Mesa Jatobá</a>
        <script src="%s/widget.js" data-channel="%s" %s async></script>
        """
            .formatted(relay, channelKey, attribute)
            .getBytes(StandardCharsets.UTF_8);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getResponseHeaders();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set(
              "Content-Security-Policy",
              "default-src 'none'; script-src %1$s; connect-src %1$s".formatted(relay));
          exchange.sendResponseHeaders(200, page.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(page);
          }
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/mesas";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
