package app.recado.relay.http;

import app.recado.relay.Relay;
import app.recado.relay.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What operators and programmers ask of the relay itself. */
final class SystemResource {
  private final Relay relay;
  private final Metrics metrics;
  private final Asset description;

  SystemResource(Relay relay, Metrics metrics) {
    this.relay = relay;
    this.metrics = metrics;
    this.description = new Asset("application/json", description());
  }

  void health(Exchange exchange) {
    if (!relay.healthy()) {
      throw Refusal.of(503, "unavailable", "The database does not answer.");
    }
    exchange.json(200, "{\"status\":\"ok\"}");
  }

  /**
   * Only for programs on this machine: how often commands come tells whoever watches that the staff
   * are at something, also when all of it is whispers.
   */
  void metrics(Exchange exchange) {
    if (!exchange.isLocal()) {
      throw Refusal.notFound("route");
    }
    exchange.bytes(
        "text/plain; version=0.0.4; charset=utf-8",
        metrics.text().getBytes(StandardCharsets.UTF_8));
  }

  void openApi(Exchange exchange) {
    description.send(exchange);
  }

  private static byte[] description() {
    try (InputStream in = SystemResource.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("missing resource openapi.json");
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
