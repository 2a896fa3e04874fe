package app.recado.relay.http;

import app.recado.protocol.Delivery;
import app.recado.protocol.Json;
import app.recado.protocol.SessionId;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.connector.webchat.Visits.Transcript;
import app.recado.relay.connector.webchat.Visits.Visitor;
import app.recado.relay.live.Signals;
import app.recado.relay.refusal.Refusal;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The website's customers. Whoever can load a page can call this, so it is limited by rate. */
final class VisitResource {
  private static final int NEWEST = 50;
  private static final int MOST = 100;

  private final Visits visits;
  private final Signals signals;
  private final Streams streams;
  private final RateLimit perVisitor;
  private final RateLimit perAddress;

  VisitResource(
      Visits visits, Signals signals, Streams streams, RateLimit perVisitor, RateLimit perAddress) {
    this.visits = visits;
    this.signals = signals;
    this.streams = streams;
    this.perVisitor = perVisitor;
    this.perAddress = perAddress;
  }

  void open(Exchange exchange) {
    slowDownAddress(exchange);
    Body body = exchange.body();
    Visits.Opened opened =
        visits.open(
            body.text("channel"),
            body.optionalText("page"),
            body.optionalText("visitor"),
            body.optionalText("name"));
    exchange.json(201, Json.write(opened));
    delivered(visits.authenticate(opened.token()), opened.transcript());
  }

  void post(Exchange exchange) {
    slowDown(exchange);
    Body body = exchange.body();
    String file = body.optionalText("file");
    String text = file == null ? body.text("text") : body.optionalText("text");
    Visits.Posted posted =
        visits.post(exchange.visitor(), body.text("id"), text == null ? "" : text, file);
    exchange.json(201, Json.write(posted));
  }

  void read(Exchange exchange) {
    slowDown(exchange);
    visits.read(exchange.visitor(), exchange.body().text("message"));
    exchange.empty();
  }

  /** The customer is writing; what, stays on the page until it is sent. */
  void typing(Exchange exchange) {
    slowDown(exchange);
    signals.typing(exchange.visitor());
    exchange.empty();
  }

  void rate(Exchange exchange) {
    slowDown(exchange);
    Body body = exchange.body();
    SessionId session;
    try {
      session = new SessionId(body.text("session"));
    } catch (IllegalArgumentException impossible) {
      throw Refusal.notFound("session");
    }
    visits.rate(exchange.visitor(), session, body.integer("stars"), body.optionalText("comment"));
    exchange.empty();
  }

  void messages(Exchange exchange) {
    slowDown(exchange);
    Transcript transcript =
        visits.messages(
            exchange.visitor(), exchange.number("before"), exchange.limit(NEWEST, MOST));
    exchange.json(200, Json.write(transcript));
    delivered(exchange.visitor(), transcript);
  }

  /**
   * The newest messages again, whenever anything in them changes: small, and never out of step.
   * Nothing is sent for what the customer does not see, so that there is nothing to count either.
   */
  void stream(Exchange exchange) {
    slowDown(exchange);
    Visitor visitor = exchange.visitor();
    long version = visits.version(visitor);
    Transcript told = visits.messages(visitor, null, NEWEST);
    try (EventStream stream = streams.open(visitor, exchange.stream("text/event-stream"));
        AutoCloseable subscription = visits.onChange(visitor, stream::wake)) {
      send(stream, visitor, told);
      while (stream.isOpen()) {
        stream.look();
        stream.passOn();
        long before = version;
        version = visits.version(visitor);
        Transcript now = version == before ? told : visits.messages(visitor, null, NEWEST);
        if (!now.looksLike(told)) {
          send(stream, visitor, now);
          told = now;
        } else if (stream.isBeatDue()) {
          stream.comment();
        } else {
          stream.await();
        }
      }
    } catch (Refusal | UncheckedIOException over) {
      // The visit is over or the reader has gone: who is still there asks again.
    } catch (RuntimeException problem) {
      throw problem;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void send(EventStream stream, Visitor visitor, Transcript transcript) {
    stream.event("transcript", null, Json.write(transcript).getBytes(StandardCharsets.UTF_8));
    delivered(visitor, transcript);
  }

  /** What was handed to the customer's page is delivered. */
  private void delivered(Visitor visitor, Transcript transcript) {
    transcript.messages().stream()
        .filter(message -> message.from().equals("them"))
        .filter(message -> message.delivery() == Delivery.SENT)
        .mapToLong(Visits.Message::position)
        .max()
        .ifPresent(position -> visits.delivered(visitor, position));
  }

  private void slowDown(Exchange exchange) {
    slowDownAddress(exchange);
    perVisitor.take(exchange.visitor().customer());
  }

  /**
   * Not for this very machine: there it would count everybody behind a proxy that does not say whom
   * it speaks for as one.
   */
  private void slowDownAddress(Exchange exchange) {
    if (!exchange.isLocal()) {
      perAddress.take(exchange.address());
    }
  }
}
