package app.recado.relay.admin;

import app.recado.protocol.Json;
import app.recado.relay.Relay;
import app.recado.relay.RelayOptions;
import app.recado.relay.store.Database;
import app.recado.relay.store.PostgresDatabase;
import app.recado.relay.store.SqliteDatabase;
import java.nio.file.Files;
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

  /** Opens the database alone; fails if there is none. */
  Database database(Arguments arguments) {
    RelayOptions options = existing(arguments);
    return options.database() == null
        ? SqliteDatabase.open(options.file())
        : PostgresDatabase.open(options.database());
  }

  /** Whoever looks at what is there, or changes it, makes no database by the way. */
  private RelayOptions existing(Arguments arguments) {
    RelayOptions options = options(arguments);
    if (options.database() == null && !Files.isRegularFile(options.file())) {
      throw new FailedException("there is no relay's database in " + options.data());
    }
    return options;
  }

  /** Opens the relay, made now if there is none, does the work, closes it. */
  void with(Arguments arguments, Consumer<Relay> work) {
    with(options(arguments), work);
  }

  /** As {@link #with}, but fails if there is no relay yet. */
  void withExisting(Arguments arguments, Consumer<Relay> work) {
    with(existing(arguments), work);
  }

  private void with(RelayOptions options, Consumer<Relay> work) {
    try (Relay relay = opener.open(options, false)) {
      work.accept(relay);
    }
  }

  /** Prints an object as JSON if that was asked for, else a sentence. */
  void answer(Arguments arguments, Object json, String sentence) {
    console.out().println(arguments.has(Option.JSON) ? Json.write(json) : sentence);
  }
}
