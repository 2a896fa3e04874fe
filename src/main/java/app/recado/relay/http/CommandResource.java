package app.recado.relay.http;

import app.recado.protocol.Command;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.UserId;
import app.recado.relay.dialog.Commands;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;

/** What agents do, on its way up. */
final class CommandResource {
  private static final int MOST = 1000;

  private final Commands commands;
  private final Metrics metrics;
  private final Streams streams;

  CommandResource(Commands commands, Metrics metrics, Streams streams) {
    this.commands = commands;
    this.metrics = metrics;
    this.streams = streams;
  }

  void apply(Exchange exchange) {
    List<Command> batch = read(exchange.body().array("commands"));
    List<Outcome> outcomes = commands.apply(exchange.caller(), batch);
    for (Outcome outcome : outcomes) {
      metrics.command(outcome.outcome());
    }
    cut(batch, outcomes);
    JsonObject answer = new JsonObject();
    answer.add("results", Json.tree(outcomes));
    exchange.json(200, Json.write(answer));
  }

  /** Whoever was disabled hears no more, and learns why when asking again. */
  private void cut(List<Command> batch, List<Outcome> outcomes) {
    for (int i = 0; i < batch.size(); i++) {
      boolean done = outcomes.get(i).outcome() == OutcomeKind.APPLIED;
      if (done && batch.get(i).intent() instanceof Intent.DisableUser(UserId user)) {
        streams.end(open -> open.user().equals(user));
      }
    }
  }

  private static List<Command> read(JsonArray items) {
    if (items.size() > MOST) {
      throw Refusal.invalid("commands", "At most " + MOST + " commands at once.");
    }
    List<Command> batch = new ArrayList<>(items.size());
    for (JsonElement item : items) {
      try {
        Command command = Command.fromJson(item);
        if (!Ids.isUuid(command.id().value())) {
          throw new JsonParseException("the id is no UUID");
        }
        batch.add(command);
      } catch (JsonParseException malformed) {
        throw Refusal.malformed("Command " + batch.size() + " of the request does not fit.")
            .with("field", "commands[" + batch.size() + "]");
      }
    }
    return batch;
  }
}
