package app.recado.relay.admin;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of the program.
 *
 * @param words what it is called, such as {@code user add}
 * @param required options without which it is a wrong usage
 * @param optional its other options, besides those every command takes
 */
record Verb(
    String words, String meaning, List<Option> required, List<Option> optional, Action action) {
  /** Does it; what it throws is told in one line. */
  @FunctionalInterface
  interface Action {
    void run(Arguments arguments);
  }

  List<Option> options() {
    List<Option> all = new ArrayList<>(required);
    all.addAll(optional);
    all.add(Option.DATA);
    all.add(Option.DATABASE);
    all.add(Option.HELP);
    return all;
  }

  String usage(String program) {
    StringBuilder line = new StringBuilder(program).append(' ').append(words);
    required.forEach(option -> line.append(' ').append(option.usage()));
    optional.forEach(option -> line.append(" [").append(option.usage()).append(']'));
    return line.toString();
  }
}
