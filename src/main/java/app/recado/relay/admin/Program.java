package app.recado.relay.admin;

import app.recado.relay.refusal.Refusal;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program {@code recado-relay}: finds the command, runs it, and turns how it ended into an exit
 * status and at most one line on standard error.
 */
public final class Program {
  private static final Logger log = LoggerFactory.getLogger(Program.class);
  private static final String NAME = "recado-relay";

  private final List<Verb> verbs;
  private final Console console;
  private final Map<String, String> environment;

  /**
   * @param opener opens the relay that a command works on
   * @param stops begins to listen for being told to stop
   */
  public Program(
      Console console, Map<String, String> environment, Opener opener, Supplier<Stop> stops) {
    this.console = console;
    this.environment = environment;
    DataFolder folder = new DataFolder(environment);
    Setup setup = new Setup(opener, folder, console);
    ServeCommand serve = new ServeCommand(setup, stops);
    PeopleCommands people = new PeopleCommands(setup);
    ChannelCommands channels = new ChannelCommands(setup);
    CareCommands care = new CareCommands(setup);
    verbs =
        List.of(
            new Verb(
                "serve",
                "serve desks and customers until it is told to stop",
                List.of(),
                List.of(Option.PORT, Option.BIND),
                serve::run),
            new Verb(
                "init",
                "make the first administrator",
                List.of(Option.ADMIN_EMAIL, Option.ADMIN_PASSWORD),
                List.of(Option.ADMIN_NAME, Option.JSON),
                people::init),
            new Verb(
                "user add",
                "add a person",
                List.of(Option.EMAIL, Option.PERSON, Option.PASSWORD),
                List.of(Option.ROLE, Option.JSON),
                people::add),
            new Verb("user list", "list the people", List.of(), List.of(Option.JSON), people::list),
            new Verb(
                "user disable",
                "disable a person and revoke the devices",
                List.of(Option.EMAIL),
                List.of(Option.JSON),
                people::disable),
            new Verb(
                "channel add",
                "add a channel with the website chat on",
                List.of(Option.CHANNEL),
                List.of(Option.MODE, Option.AGENTS, Option.JSON),
                channels::add),
            new Verb(
                "channel list",
                "list the channels",
                List.of(),
                List.of(Option.JSON),
                channels::list),
            new Verb(
                "backup",
                "write a copy of the SQLite database, also while the relay serves",
                List.of(Option.TO),
                List.of(Option.JSON),
                care::backup),
            new Verb(
                "check",
                "check that the database is sound",
                List.of(),
                List.of(Option.JSON),
                care::check));
  }

  /**
   * Runs one command to its end.
   *
   * @return the exit status: 0 done, 1 failed, 2 wrong usage
   */
  public int run(String[] line) {
    if (line.length == 1 && List.of("--help", "-h", "help").contains(line[0])) {
      console.out().print(usage());
      return 0;
    }
    if (List.of(line).equals(List.of("--version"))) {
      console.out().println(NAME + " " + version());
      return 0;
    }
    try {
      Arguments arguments = Arguments.parse(verbs, line, environment);
      if (arguments.has(Option.HELP)) {
        console.out().print(usage(arguments.verb()));
      } else {
        arguments.verb().action().run(arguments);
      }
      return 0;
    } catch (UsageException wrong) {
      PrintStream err = console.err();
      err.println(NAME + ": " + wrong.getMessage());
      err.print(usage());
      return 2;
    } catch (FailedException | Refusal failed) {
      return failed(Causes.inOneLine(failed));
    } catch (RuntimeException problem) {
      log.error("{} failed", String.join(" ", line), problem);
      return failed(Causes.inOneLine(problem));
    }
  }

  List<Verb> verbs() {
    return verbs;
  }

  private int failed(String why) {
    console.err().println(NAME + ": " + why);
    return 1;
  }

  private String usage() {
    StringBuilder text = new StringBuilder("usage:\n");
    for (Verb verb : verbs) {
      text.append("  ").append(verb.usage(NAME)).append('\n');
    }
    text.append("each with [").append(Option.DATA.usage());
    text.append("] [").append(Option.DATABASE.usage()).append("]\n");
    text.append("more: ").append(NAME).append(" COMMAND --help\n");
    return text.toString();
  }

  private static String usage(Verb verb) {
    StringBuilder text = new StringBuilder("usage: ").append(verb.usage(NAME)).append('\n');
    text.append(verb.meaning()).append("\n\n");
    for (Option option : verb.options()) {
      text.append(
          String.format("  %-24s %s [%s]%n", option.usage(), option.meaning(), option.variable()));
    }
    return text.toString();
  }

  private static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
