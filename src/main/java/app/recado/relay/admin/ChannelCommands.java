package app.recado.relay.admin;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.QueueMode;
import java.util.List;
import java.util.stream.Stream;

/** {@code channel}. */
final class ChannelCommands {
  private final Setup setup;

  ChannelCommands(Setup setup) {
    this.setup = setup;
  }

  void add(Arguments arguments) {
    QueueMode mode = mode(arguments.optional(Option.MODE, "evenly"));
    List<String> agents =
        Stream.of(arguments.optional(Option.AGENTS, "").split(","))
            .map(String::strip)
            .filter(email -> !email.isEmpty())
            .toList();
    setup.with(
        arguments,
        relay -> {
          ChannelRow channel =
              relay.channels().add(arguments.required(Option.CHANNEL), mode, agents);
          setup.answer(arguments, channel, "added " + line(channel));
        });
  }

  void list(Arguments arguments) {
    setup.withExisting(
        arguments,
        relay -> {
          List<ChannelRow> channels = relay.channels().all();
          if (arguments.has(Option.JSON)) {
            setup.answer(arguments, channels, "");
          } else {
            channels.forEach(channel -> setup.console().out().println(line(channel)));
          }
        });
  }

  private static String line(ChannelRow channel) {
    return channel.name() + " (key " + channel.key() + ")";
  }

  private static QueueMode mode(String text) {
    return switch (text) {
      case "evenly" -> QueueMode.EVENLY;
      case "strictly" -> QueueMode.STRICTLY;
      case "all" -> QueueMode.ALL;
      default -> throw new UsageException("--mode is evenly, strictly or all");
    };
  }
}
