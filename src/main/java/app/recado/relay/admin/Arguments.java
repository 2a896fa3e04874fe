package app.recado.relay.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A command line taken apart: the command, and its options with what the environment adds. */
final class Arguments {
  private static final Set<String> YES = Set.of("1", "true", "yes", "on");

  private final Verb verb;
  private final Map<String, String> values;

  private Arguments(Verb verb, Map<String, String> values) {
    this.verb = verb;
    this.values = values;
  }

  /**
   * @throws UsageException if this is not how the program is called
   */
  static Arguments parse(List<Verb> verbs, String[] line, Map<String, String> environment) {
    Set<String> valued =
        verbs.stream()
            .flatMap(verb -> verb.options().stream())
            .filter(Option::takesValue)
            .map(Option::name)
            .collect(Collectors.toSet());
    List<String> words = new ArrayList<>();
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < line.length; i++) {
      if (!line[i].startsWith("--")) {
        words.add(line[i]);
        continue;
      }
      int equals = line[i].indexOf('=');
      String name = equals < 0 ? line[i] : line[i].substring(0, equals);
      String value;
      if (!valued.contains(name)) {
        value = equals < 0 ? "true" : line[i].substring(equals + 1);
      } else if (equals >= 0) {
        value = line[i].substring(equals + 1);
      } else if (++i < line.length) {
        value = line[i];
      } else {
        throw new UsageException(name + " needs a value");
      }
      if (given.put(name, value) != null) {
        throw new UsageException(name + " is given twice");
      }
    }
    return check(verb(verbs, words), given, environment);
  }

  private static Verb verb(List<Verb> verbs, List<String> words) {
    String asked = String.join(" ", words);
    if (asked.isEmpty()) {
      throw new UsageException("which command?");
    }
    return verbs.stream()
        .filter(verb -> verb.words().equals(asked))
        .findFirst()
        .orElseThrow(() -> new UsageException("there is no command \"" + asked + "\""));
  }

  private static Arguments check(
      Verb verb, Map<String, String> given, Map<String, String> environment) {
    Set<String> unknown = new HashSet<>(given.keySet());
    Map<String, String> values = new HashMap<>();
    for (Option option : verb.options()) {
      unknown.remove(option.name());
      String value = given.get(option.name());
      if (value == null) {
        value = environment.get(option.variable());
      }
      if (value == null || value.isEmpty()) {
        continue;
      }
      if (option.takesValue()) {
        values.put(option.name(), value);
      } else if (YES.contains(value.toLowerCase(Locale.ROOT))) {
        values.put(option.name(), "true");
      }
    }
    for (String option : unknown) {
      throw new UsageException(verb.words() + " has no option " + option);
    }
    Arguments arguments = new Arguments(verb, values);
    if (!arguments.has(Option.HELP)) {
      for (Option option : verb.required()) {
        if (!arguments.has(option)) {
          throw new UsageException(verb.words() + " needs " + option.usage());
        }
      }
    }
    return arguments;
  }

  Verb verb() {
    return verb;
  }

  boolean has(Option option) {
    return values.containsKey(option.name());
  }

  /** The value of a required option. */
  String required(Option option) {
    String value = values.get(option.name());
    if (value == null) {
      throw new UsageException(verb.words() + " needs " + option.usage());
    }
    return value;
  }

  @Nullable String optional(Option option) {
    return values.get(option.name());
  }

  String optional(Option option, String otherwise) {
    return values.getOrDefault(option.name(), otherwise);
  }
}
