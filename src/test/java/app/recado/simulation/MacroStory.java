package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Macros told again by what the relay acknowledged, in the order of its numbers: what is kept must
 * be just that. And what was run: no step is done unless the one before it was.
 */
final class MacroStory {
  private final RelayBooks relay;
  private final Map<String, Told> told = new LinkedHashMap<>();

  MacroStory(RelayBooks relay) {
    this.relay = relay;
  }

  private static final class Told {
    private String owner = "";
    private String state = "";
    private boolean deleted;
  }

  void check(List<Sent> commands) {
    steps(commands);
    commands.stream()
        .filter(command -> command.type().startsWith("macro.") && command.is("applied"))
        .filter(command -> !seq(command).isJsonNull())
        .sorted(Comparator.comparingLong(command -> seq(command).getAsLong()))
        .forEach(this::tell);
    Map<String, String> due = new LinkedHashMap<>();
    told.forEach((id, one) -> due.put(id, one.owner + one.deleted + one.state));
    Map<String, String> kept = new LinkedHashMap<>();
    for (List<String> row : relay.read("SELECT id, data, deleted FROM macro")) {
      JsonObject data = JsonParser.parseString(row.get(1)).getAsJsonObject();
      boolean deleted = row.get(2).equals("1");
      kept.put(row.get(0), data.get("owner").getAsString() + deleted + state(data));
    }
    if (!kept.equals(due)) {
      throw new Violation(2, "macros acknowledged: " + due + "; kept: " + kept);
    }
  }

  private static void steps(List<Sent> commands) {
    Set<String> applied = new HashSet<>();
    for (Sent command : commands) {
      if (command.is("applied")) {
        applied.add(command.id());
      }
    }
    for (Sent command : commands) {
      JsonElement after = command.command.get("after");
      if (!command.is("applied") || after == null || after.isJsonNull()) {
        continue;
      }
      for (JsonElement before : after.getAsJsonArray()) {
        if (!applied.contains(before.getAsString())) {
          throw new Violation(4, "done before what it depends on: " + command.command);
        }
      }
    }
  }

  private static JsonElement seq(Sent command) {
    return command.outcome.get("seq");
  }

  private void tell(Sent command) {
    JsonObject args = command.command.getAsJsonObject("args");
    Told one = told.computeIfAbsent(args.get("macro").getAsString(), unused -> new Told());
    one.deleted = command.type().equals("macro.delete");
    if (!one.deleted) {
      if (one.owner.isEmpty() || args.get("scope").getAsString().equals("personal")) {
        one.owner = command.user;
      }
      one.state = state(args);
    }
  }

  private static String state(JsonObject macro) {
    return macro.get("scope") + " " + macro.get("name") + " " + macro.get("steps");
  }
}
