package app.recado.relay.admin;

import app.recado.protocol.Role;
import app.recado.protocol.UserRow;
import java.util.List;
import java.util.Locale;

/** {@code init} and {@code user}. */
final class PeopleCommands {
  private final Setup setup;

  PeopleCommands(Setup setup) {
    this.setup = setup;
  }

  void init(Arguments arguments) {
    String email = arguments.required(Option.ADMIN_EMAIL);
    String name = arguments.optional(Option.ADMIN_NAME, email.replaceFirst("@.*", ""));
    setup.with(
        arguments,
        relay -> {
          if (relay.accounts().all().stream().anyMatch(user -> user.role() == Role.ADMIN)) {
            throw new FailedException("there is an administrator already; nothing was changed");
          }
          String password = setup.console().readPassword();
          UserRow admin = relay.accounts().add(email, name, Role.ADMIN, password);
          setup.answer(arguments, admin, "added " + line(admin));
        });
  }

  void add(Arguments arguments) {
    Role role = role(arguments.optional(Option.ROLE, "agent"));
    setup.with(
        arguments,
        relay -> {
          UserRow user =
              relay
                  .accounts()
                  .add(
                      arguments.required(Option.EMAIL),
                      arguments.required(Option.PERSON),
                      role,
                      setup.console().readPassword());
          setup.answer(arguments, user, "added " + line(user));
        });
  }

  void list(Arguments arguments) {
    setup.withExisting(
        arguments,
        relay -> {
          List<UserRow> users = relay.accounts().all();
          if (arguments.has(Option.JSON)) {
            setup.answer(arguments, users, "");
          } else {
            users.forEach(user -> setup.console().out().println(line(user)));
          }
        });
  }

  void disable(Arguments arguments) {
    setup.withExisting(
        arguments,
        relay -> {
          UserRow user = relay.accounts().disable(arguments.required(Option.EMAIL));
          setup.answer(arguments, user, "disabled " + line(user));
        });
  }

  private static String line(UserRow user) {
    return user.email()
        + " ("
        + user.name()
        + ", "
        + user.role().name().toLowerCase(Locale.ROOT)
        + (user.active() ? ")" : ", disabled)");
  }

  private static Role role(String text) {
    return switch (text) {
      case "agent" -> Role.AGENT;
      case "supervisor" -> Role.SUPERVISOR;
      case "admin" -> Role.ADMIN;
      default -> throw new UsageException("--role is agent, supervisor or admin");
    };
  }
}
