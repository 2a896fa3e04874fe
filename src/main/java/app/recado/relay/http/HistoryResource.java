package app.recado.relay.http;

import app.recado.protocol.Change;
import app.recado.protocol.DialogId;
import app.recado.protocol.Ids;
import app.recado.protocol.Json;
import app.recado.relay.dialog.History;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonObject;

/** What lies beyond the stream. */
final class HistoryResource {
  private final History history;

  HistoryResource(History history) {
    this.history = history;
  }

  void dialog(Exchange exchange) {
    Change.Put dialog = history.dialog(exchange.caller(), dialogId(exchange));
    JsonObject answer = Json.tree(dialog.row()).getAsJsonObject();
    answer.addProperty("seq", dialog.seq());
    Change.Put customer = history.customer(exchange.caller(), dialogId(exchange));
    JsonObject person = Json.tree(customer.row()).getAsJsonObject();
    person.addProperty("seq", customer.seq());
    answer.add("person", person);
    exchange.json(200, Json.write(answer));
  }

  void messages(Exchange exchange) {
    exchange.json(
        200,
        history
            .messages(
                exchange.caller(),
                dialogId(exchange),
                exchange.number("before"),
                exchange.limit(50, 200))
            .toJson());
  }

  void search(Exchange exchange) {
    String words = exchange.query("q");
    if (words == null || words.isBlank()) {
      throw Refusal.invalid("q", "q holds the words to look for.");
    }
    String before = exchange.query("before");
    if (before != null && !Ids.isUuid(before)) {
      throw Refusal.invalid("before", "before is the id of the last message found so far.");
    }
    exchange.json(
        200, history.search(exchange.caller(), words, before, exchange.limit(50, 100)).toJson());
  }

  private static DialogId dialogId(Exchange exchange) {
    try {
      return new DialogId(exchange.path("id"));
    } catch (IllegalArgumentException impossible) {
      throw Refusal.notFound("dialog");
    }
  }
}
