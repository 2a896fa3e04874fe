package app.recado.relay.admin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a command can be told, on its line or by the environment.
 *
 * @param argument what stands for its value in the usage; null for one that is only there or not
 */
record Option(String name, @Nullable String argument, String meaning) {
  static final Option DATA =
      new Option(
          "--data", "DIR", "where the relay keeps its data (default: the user's data folder)");
  static final Option DATABASE =
      new Option("--database", "URL", "a jdbc:postgresql: address instead of SQLite in DIR");
  static final Option JSON = new Option("--json", null, "print JSON");
  static final Option HELP = new Option("--help", null, "print this");

  static final Option PORT =
      new Option("--port", "N", "the port to listen on; 0 for any free one (default: 8686)");
  static final Option BIND =
      new Option("--bind", "ADDRESS", "the address to listen on (default: 127.0.0.1)");

  static final Option ADMIN_EMAIL =
      new Option("--admin-email", "EMAIL", "the first administrator's address");
  static final Option ADMIN_NAME =
      new Option("--admin-name", "NAME", "and name (default: from the address)");
  static final Option ADMIN_PASSWORD =
      new Option("--admin-password-stdin", null, "read the password from standard input");

  static final Option EMAIL = new Option("--email", "EMAIL", "the person's address");
  static final Option PERSON = new Option("--name", "NAME", "the person's name");
  static final Option ROLE =
      new Option("--role", "ROLE", "agent, supervisor or admin (default: agent)");
  static final Option PASSWORD =
      new Option("--password-stdin", null, "read the password from standard input");

  static final Option CHANNEL = new Option("--name", "NAME", "the channel's name");
  static final Option MODE =
      new Option("--mode", "MODE", "evenly, strictly or all (default: evenly)");
  static final Option AGENTS =
      new Option("--agents", "E1,E2", "the agents' addresses in queue order");

  static final Option TO = new Option("--to", "FILE", "the file to write; it must not exist");

  boolean takesValue() {
    return argument != null;
  }

  /** The variable that mirrors it: {@code --admin-email} is {@code RECADO_ADMIN_EMAIL}. */
  String variable() {
    return "RECADO_" + name.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  String usage() {
    return argument == null ? name : name + " " + argument;
  }
}
