package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The workspace told again by what the relay acknowledged, in the order of its numbers: people and
 * channels must stand so, and each change must be written down once.
 */
final class WorkspaceStory {
  private final RelayBooks relay;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();

  WorkspaceStory(RelayBooks relay) {
    this.relay = relay;
  }

  /** What changed of a person; empty for what nobody changed. */
  private static final class Person {
    private String role = "";
    private String visibility = "";
    private String active = "";
  }

  static boolean isOfWorkspace(String type) {
    return type.startsWith("channel.")
        || (type.startsWith("user.") && !type.equals("user.setAvailability"));
  }

  /**
   * What a command must come to, by who its author was when it came.
   *
   * @return why it came to the wrong end; empty if it did not
   */
  static String misjudged(Sent command, String role) {
    boolean may =
        role.equals("admin")
            || (role.equals("supervisor") && command.type().equals("channel.setQueue"));
    if (may && command.is("held")) {
      return "may, and was held";
    }
    return !may && !command.is("held") ? "may not, and was not held" : "";
  }

  /**
   * @param acts gets what must be written down
   */
  void check(List<Sent> commands, Map<String, Integer> acts) {
    commands.stream()
        .filter(command -> isOfWorkspace(command.type()) && command.is("applied"))
        .filter(command -> !command.outcome.get("seq").isJsonNull())
        .sorted(Comparator.comparingLong(command -> command.outcome.get("seq").getAsLong()))
        .forEach(command -> {
          tell(command, command.command.getAsJsonObject("args"));
          acts.merge(written(command), 1, Integer::sum);
        });
    people.forEach(this::compare);
    names.forEach((channel, name) -> {
      String is = relay.read("SELECT name FROM channel WHERE id = ?", channel).get(0).get(0);
      if (!is.equals(name)) {
        throw new Violation(2, channel + " was named " + name + " and is called " + is);
      }
    });
    boolean led =
        !relay.read("SELECT 1 FROM person WHERE lower(role) = 'admin' AND active = 1").isEmpty();
    if (!led) {
      throw new Violation(2, "nobody is an administrator any more");
    }
    for (List<String> row :
        relay.read(
            "SELECT q.channel_id, p.email FROM queue_agent q JOIN person p ON p.id = q.user_id"
                + " WHERE p.active = 0")) {
      throw new Violation(20, "disabled and in a queue: " + row);
    }
    for (List<String> row :
        relay.read(
            "SELECT d.id, p.email FROM dialog d JOIN person p"
                + " ON p.id = d.owner OR p.id = d.offered_to"
                + " WHERE p.active = 0 AND d.ended_at IS NULL")) {
      throw new Violation(13, "disabled and has a dialog: " + row);
    }
  }

  private void tell(Sent command, JsonObject args) {
    switch (command.type()) {
      case "channel.save" -> {
        String name = text(args.getAsJsonObject("set"), "name");
        if (!name.isEmpty()) {
          names.put(text(args, "channel"), name);
        }
      }
      case "user.disable" -> person(args).active = "0";
      case "user.enable" -> person(args).active = "1";
      case "user.save" -> {
        Person person = person(args);
        String role = text(args, "role");
        if (!role.isEmpty()) {
          person.role = role;
          person.visibility = role.equals("agent") ? "?" : "all";
        }
        if (!text(args, "visibility").isEmpty()) {
          person.visibility = text(args, "visibility");
        }
      }
      default -> {}
    }
  }

  private Person person(JsonObject args) {
    return people.computeIfAbsent(text(args, "user"), unused -> new Person());
  }

  private void compare(String id, Person told) {
    List<String> is =
        relay
            .read("SELECT lower(role), lower(visibility), active FROM person WHERE id = ?", id)
            .get(0);
    boolean right =
        (told.role.isEmpty() || told.role.equals(is.get(0)))
            && (told.active.isEmpty() || told.active.equals(is.get(2)));
    // An agent made one from an agent keeps what was seen; from anybody else it is the channels'.
    boolean sees =
        told.visibility.isEmpty()
            || told.visibility.equals("?")
            || told.visibility.equals(is.get(1));
    if (!right || !sees) {
      throw new Violation(
          2, id + " is " + is + ", told " + told.role + " " + told.visibility + " " + told.active);
    }
  }

  private static String written(Sent command) {
    JsonObject args = command.command.getAsJsonObject("args");
    String action =
        switch (command.type()) {
          case "channel.add" -> "channel_added";
          case "user.save" -> "user_updated";
          case "user.disable" -> "user_disabled";
          case "user.enable" -> "user_enabled";
          default -> "channel_updated";
        };
    // one that is added has no id before
    String named = command.type().equals("channel.add") ? "name" : "channel";
    String target = text(args, command.type().startsWith("user.") ? "user" : named);
    return action + " " + target + " by " + command.user;
  }

  private static String text(JsonObject object, String field) {
    JsonElement value = object.get(field);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
