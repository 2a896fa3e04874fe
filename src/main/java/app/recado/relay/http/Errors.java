package app.recado.relay.http;

import app.recado.protocol.ErrorBody;
import app.recado.protocol.Json;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes an answer. */
final class Errors {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  /**
   * Answers with the error body, unless an answer is already under way.
   *
   * @return the status
   */
  static int answer(Exchange exchange, String what, RuntimeException problem) {
    switch (problem) {
      // The server's own: it knows whether the connection can go on, and asks `direct` for the
      // body.
      case RequestException theirs -> throw theirs;
      case CloseConnectionException gone -> throw gone;
      case java.io.UncheckedIOException gone -> throw gone;
      case DataReader.InsufficientDataAvailableException gone -> throw gone;
      default -> {
        Refusal refusal = refusal(what, problem);
        if (!exchange.isAnswered()) {
          send(exchange, refusal);
        }
        return refusal.status();
      }
    }
  }

  /** Answers a refusal. */
  static void send(Exchange exchange, Refusal refusal) {
    if (refusal.status() == 429 || refusal.status() == 503) {
      exchange.with("Retry-After", retryAfter(refusal));
    }
    exchange.json(refusal.status(), Json.write(refusal.body()));
  }

  /** What the server answers by itself, before or after any route is involved. */
  static DirectHandlers direct() {
    DirectHandler handler =
        (request, type, status, headers, message) ->
            DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"))
                .entity(Json.write(bodyFor(status)).getBytes(StandardCharsets.UTF_8))
                .keepAlive(type.keepAlive())
                .build();
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, handler);
    }
    return handlers.build();
  }

  private static Refusal refusal(String what, RuntimeException problem) {
    return switch (problem) {
      case Refusal refusal -> refusal;
      case JsonParseException malformed -> Refusal.malformed("The body does not fit.");
      default -> {
        log.error("{} failed", what, problem);
        yield Refusal.of(500, "internal", "Something went wrong in the relay; it is in its log.");
      }
    };
  }

  private static ErrorBody bodyFor(Status status) {
    return switch (status.code()) {
      case 404 -> ErrorBody.of("not_found", "There is nothing at this address.");
      case 413 -> ErrorBody.of("too_large", "The request is too large.");
      case 414 -> ErrorBody.of("too_large", "The address is too long.");
      case 500 -> ErrorBody.of("internal", "Something went wrong in the relay.");
      case 503 -> ErrorBody.of("unavailable", "The relay is busy or shutting down.");
      default ->
          status.code() < 500
              ? ErrorBody.of("malformed", "This is not a request the relay can read.")
              : ErrorBody.of("internal", "Something went wrong in the relay.");
    };
  }

  private static String retryAfter(Refusal refusal) {
    JsonElement seconds = refusal.body().error().details().get("retryAfter");
    return seconds == null ? "1" : seconds.getAsString();
  }
}
