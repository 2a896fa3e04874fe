package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Canned responses told again by what the relay acknowledged, in the order of its numbers: what is
 * kept must be just that.
 */
final class CannedStory {
  private final RelayBooks relay;
  private final Map<String, Told> told = new LinkedHashMap<>();

  CannedStory(RelayBooks relay) {
    this.relay = relay;
  }

  private static final class Told {
    private String owner = "";
    private String source = "";
    private String scope = "";
    private String text = "";
    private String files = "[]";
    private boolean deleted;
  }

  void check(List<Sent> commands) {
    commands.stream()
        .filter(command -> command.type().startsWith("canned.") && command.is("applied"))
        .filter(command -> !seq(command).isJsonNull())
        .sorted(Comparator.comparingLong(command -> seq(command).getAsLong()))
        .forEach(this::tell);
    Map<String, String> due = new LinkedHashMap<>();
    told.forEach(
        (id, one) -> due.put(id, one.owner + one.scope + one.deleted + one.text + one.files));
    Map<String, String> kept = new LinkedHashMap<>();
    for (List<String> row : relay.read("SELECT id, data, deleted FROM canned")) {
      JsonObject data = JsonParser.parseString(row.get(1)).getAsJsonObject();
      String state = row.get(2).equals("1") ? "true" : "false";
      String is = text(data, "owner") + text(data, "scope") + state + text(data, "text");
      kept.put(row.get(0), is + data.get("files"));
    }
    if (!kept.equals(due)) {
      throw new Violation(2, "responses acknowledged: " + due + "; kept: " + kept);
    }
  }

  private static JsonElement seq(Sent command) {
    return command.outcome.get("seq");
  }

  private void tell(Sent command) {
    JsonObject args = command.command.getAsJsonObject("args");
    String id = text(args, "canned");
    if (command.type().equals("canned.delete")) {
      told.get(id).deleted = true;
    } else if (command.type().equals("canned.save")) {
      Told before = told.get(id);
      String known = before == null ? madeFrom(command.user, text(args, "source")) : null;
      Told one = known == null ? told.computeIfAbsent(id, unused -> new Told()) : told.get(known);
      boolean personal = text(args, "scope").equals("personal");
      if (one.owner.isEmpty() || personal) {
        one.owner = command.user;
      }
      if (!text(args, "source").isEmpty()) {
        one.source = text(args, "source");
      }
      one.scope = text(args, "scope");
      one.text = text(args, "text");
      one.files = args.get("files").toString();
      one.deleted = false;
    }
  }

  private @Nullable String madeFrom(String user, String source) {
    for (Map.Entry<String, Told> one : told.entrySet()) {
      Told known = one.getValue();
      boolean same = known.owner.equals(user) && known.source.equals(source);
      if (same && !source.isEmpty() && !known.deleted) {
        return one.getKey();
      }
    }
    return null;
  }

  private static String text(JsonObject object, String member) {
    JsonElement value = object.get(member);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
