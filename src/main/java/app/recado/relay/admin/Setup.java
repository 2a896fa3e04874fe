package app.recado.relay.admin;

import app.recado.protocol.Json;
import app.recado.relay.Relay;
import app.recado.relay.RelayOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What all commands share: the relay they work on, and how they answer. */
record Setup(Opener opener, DataFolder folder, Console console) {
  RelayOptions options(Arguments arguments) {
    String database = arguments.optional(Option.DATABASE);
    if (database != null && !database.startsWith("jdbc:postgresql:")) {
      throw new UsageException("--database is an address that begins with jdbc:postgresql:");
    }
    return new RelayOptions(data(arguments), database);
  }

  Path data(Arguments arguments) {
    String data = arguments.optional(Option.DATA);
    try {
      return data == null ? folder.usual() : Path.of(data);
    } catch (InvalidPathException invalid) {
      throw new UsageException("--data is not a folder's name");
    }
  }

  Relay open(Arguments arguments) {
    return opener.open(options(arguments));
  }

  /** Opens the relay, does the work, closes it. */
  void with(Arguments arguments, Consumer<Relay> work) {
    try (Relay relay = open(arguments)) {
      work.accept(relay);
    }
  }

  /** Prints an object as JSON if that was asked for, else a sentence. */
  void answer(Arguments arguments, Object json, String sentence) {
    console.out().println(arguments.has(Option.JSON) ? Json.write(json) : sentence);
  }
}
