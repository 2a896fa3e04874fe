package app.recado.relay.http;

import app.recado.relay.Relay;
import app.recado.relay.refusal.Refusal;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** What every request goes through on its way to its route: the gate, its token, errors, counts. */
final class Dispatcher {
  private final Relay relay;
  private final Gate gate;
  private final Metrics metrics;
  private final LongSupplier nanos;

  Dispatcher(Relay relay, Gate gate, Metrics metrics, LongSupplier nanos) {
    this.relay = relay;
    this.gate = gate;
    this.metrics = metrics;
    this.nanos = nanos;
  }

  void register(List<Route> routes, HttpRouting.Builder routing) {
    Map<String, TreeSet<String>> methods = new LinkedHashMap<>();
    for (Route route : routes) {
      routing.route(route.method(), route.path(), handler(route));
      methods.computeIfAbsent(route.path(), path -> new TreeSet<>()).add(route.method().text());
      if (route.isForEmbedding()) {
        methods.get(route.path()).add("OPTIONS");
      }
    }
    routes.stream()
        .filter(Route::isForEmbedding)
        .map(Route::path)
        .distinct()
        .forEach(path -> routing.route(Method.OPTIONS, path, Dispatcher::preflight));
    methods.forEach((path, allowed) -> routing.any(path, otherMethod(String.join(", ", allowed))));
    routing.any((request, response) -> refuse(request, response, Refusal.notFound("address")));
  }

  private Handler handler(Route route) {
    return (request, response) -> {
      long start = nanos.getAsLong();
      Exchange exchange = new Exchange(request, response);
      Headers.always(response);
      if (route.isForEmbedding()) {
        Headers.forEmbedding(response);
      }
      int status = 500;
      boolean inside = gate.enter(route.stay());
      try {
        if (!inside) {
          throw unavailable(exchange);
        }
        identify(route, exchange);
        route.action().answer(exchange);
        status = exchange.status();
      } catch (RuntimeException problem) {
        status = Errors.answer(exchange, route.toString(), problem);
      } finally {
        if (inside) {
          gate.leave(route.stay());
        }
        metrics.request(route, status, nanos.getAsLong() - start);
      }
    };
  }

  private Refusal unavailable(Exchange exchange) {
    if (gate.isShut()) {
      exchange.with("Connection", "close");
      return Refusal.of(503, "unavailable", "The relay is shutting down.");
    }
    return Refusal.of(503, "overloaded", "The relay is busy; come back in a moment.");
  }

  private void identify(Route route, Exchange exchange) {
    switch (route.access()) {
      case ANYBODY -> {}
      case AGENT -> exchange.isFrom(relay.accounts().authenticate(exchange.token()));
      case VISITOR -> exchange.isFrom(relay.visits().authenticate(exchange.token()));
      case AGENT_OR_VISITOR -> identifyEither(exchange);
    }
  }

  /** Who is neither hears what an agent would: only a desk does something with it. */
  private void identifyEither(Exchange exchange) {
    String token = exchange.token();
    try {
      exchange.isFrom(relay.accounts().authenticate(token));
    } catch (Refusal noAgent) {
      try {
        exchange.isFrom(relay.visits().authenticate(token));
      } catch (Refusal noVisitor) {
        throw noAgent;
      }
    }
  }

  private static void preflight(ServerRequest request, ServerResponse response) {
    Headers.forEmbedding(response);
    Headers.preflight(response);
    response.status(Status.NO_CONTENT_204).send();
  }

  private static Handler otherMethod(String allowed) {
    return (request, response) -> {
      response.header("Allow", allowed);
      refuse(
          request,
          response,
          Refusal.of(405, "method_not_allowed", "This address answers only " + allowed + "."));
    };
  }

  private static void refuse(ServerRequest request, ServerResponse response, Refusal refusal) {
    Headers.always(response);
    Errors.send(new Exchange(request, response), refusal);
  }
}
