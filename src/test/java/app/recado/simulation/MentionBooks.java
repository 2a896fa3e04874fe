package app.recado.simulation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who was told of being named, by what was asked and acknowledged: nobody of what names another,
 * nobody of their own words, and who sees everything always; read is what they looked at.
 */
final class MentionBooks {
  private final RelayBooks relay;
  private final Iterable<Sent> sent;
  private final Map<String, Set<String>> texts = new HashMap<>();
  private final Set<String> looked = new HashSet<>();
  private final Set<String> changed = new HashSet<>();

  MentionBooks(RelayBooks relay, Iterable<Sent> sent) {
    this.relay = relay;
    this.sent = sent;
    for (Sent command : sent) {
      JsonObject args = command.command.getAsJsonObject("args");
      switch (command.type()) {
        case "message.send", "message.schedule" -> said(command.id(), command);
        case "message.edit", "message.reschedule" ->
            said(args.get("message").getAsString(), command);
        case "mention.read" -> {
          if (command.is("applied")) {
            args.getAsJsonArray("messages")
                .forEach(message -> looked.add(command.user + "/" + message.getAsString()));
          }
        }
        case "user.save", "user.disable" -> changed.add(args.get("user").getAsString());
        default -> {}
      }
    }
  }

  private void said(String message, Sent command) {
    texts.computeIfAbsent(message, first -> new HashSet<>()).add(command.text());
  }

  void check() {
    Map<String, JsonObject> told = new HashMap<>();
    for (List<String> row :
        relay.read("SELECT row_key, data FROM change WHERE kind = 10 AND data IS NOT NULL")) {
      told.put(row.get(0), JsonParser.parseString(row.get(1)).getAsJsonObject());
    }
    Map<String, String> names = new HashMap<>();
    relay
        .read("SELECT id, name FROM person")
        .forEach(person -> names.put(person.get(0), person.get(1)));
    told.forEach((key, row) -> rightly(key, row, names));
    for (List<String> person :
        relay.read(
            "SELECT id, name FROM person WHERE lower(role) <> 'agent' AND lower(visibility) = 'all'"
                + " AND active = 1")) {
      if (!changed.contains(person.get(0))) {
        all(person.get(0), person.get(1), told);
      }
    }
  }

  private void rightly(String key, JsonObject row, Map<String, String> names) {
    String person = key.substring(0, key.indexOf('/'));
    String message = row.get("message").getAsString();
    if (row.get("by").getAsString().equals(person)) {
      throw new Violation(20, "told of their own words: " + row);
    }
    if (texts.getOrDefault(message, Set.of()).stream()
        .noneMatch(text -> isNamed(text, String.valueOf(names.get(person))))) {
      throw new Violation(20, key + " is told of what does not name them: " + row);
    }
    if (row.get("read").getAsBoolean() != looked.contains(key)) {
      throw new Violation(9, row + ", and looked at: " + looked.contains(key));
    }
  }

  /** Every message that names somebody who saw everything all the time is told. */
  private void all(String person, String name, Map<String, JsonObject> told) {
    for (Sent command : sent) {
      boolean named =
          command.is("applied")
              && (command.type().equals("message.send") || command.type().equals("message.edit"))
              && !command.user.equals(person)
              && isNamed(command.text(), name);
      if (named) {
        String message =
            command.type().equals("message.send")
                ? command.id()
                : command.command.getAsJsonObject("args").get("message").getAsString();
        if (!told.containsKey(person + "/" + message)) {
          throw new Violation(2, name + " is named in " + message + " and never told");
        }
      }
    }
  }

  private static boolean isNamed(String text, String name) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
        .matcher(text)
        .find();
  }
}
