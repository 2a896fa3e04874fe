package app.recado.relay.http;

import app.recado.protocol.DialogId;
import app.recado.protocol.Signal;
import app.recado.relay.live.Signals;
import app.recado.relay.refusal.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** What agents do at this moment. */
final class SignalResource {
  private final Signals signals;
  private final RateLimit perPerson;

  SignalResource(Signals signals, RateLimit perPerson) {
    this.signals = signals;
    this.perPerson = perPerson;
  }

  void tell(Exchange exchange) {
    perPerson.take(exchange.caller().user().value());
    Body body = exchange.body();
    Signal.Doing doing = doing(body.text("doing"));
    signals.tell(exchange.caller(), dialog(body.text("dialog")), doing);
    exchange.empty();
  }

  private static DialogId dialog(String id) {
    try {
      return new DialogId(id);
    } catch (IllegalArgumentException impossible) {
      throw Refusal.notFound("dialog");
    }
  }

  private static Signal.Doing doing(String name) {
    return Arrays.stream(Signal.Doing.values())
        .filter(doing -> doing.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("doing", "doing is none of the known ones."));
  }
}
