package app.recado.relay.admin;

import app.recado.relay.file.FileInspection;
import app.recado.relay.store.Backup;
import app.recado.relay.store.Database;
import app.recado.relay.store.Inspection;
import app.recado.relay.store.SqliteDatabase;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code backup} and {@code check}. */
final class CareCommands {
  private final Setup setup;

  CareCommands(Setup setup) {
    this.setup = setup;
  }

  void backup(Arguments arguments) {
    Path target = target(arguments.required(Option.TO));
    try (Database database = setup.database(arguments)) {
      if (!(database instanceof SqliteDatabase sqlite)) {
        throw new FailedException("backup copies SQLite only; for PostgreSQL use pg_dump");
      }
      if (Files.exists(target)) {
        throw new FailedException(target + " exists already; nothing was written");
      }
      if (!Files.isDirectory(target.resolveSibling("."))) {
        throw new FailedException("there is no folder " + target.getParent());
      }
      Backup.write(sqlite, target);
      JsonObject answer = new JsonObject();
      answer.addProperty("file", target.toString());
      answer.addProperty("bytes", Files.size(target));
      setup.answer(arguments, answer, "wrote " + target);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void check(Arguments arguments) {
    try (Database database = setup.database(arguments)) {
      FileInspection files = FileInspection.look(database, setup.options(arguments).files());
      List<String> problems = new ArrayList<>(Inspection.problems(database));
      problems.addAll(files.problems());
      if (arguments.has(Option.JSON)) {
        setup.answer(
            arguments,
            Map.of("sound", problems.isEmpty(), "problems", problems, "notes", files.notes()),
            "");
      } else {
        problems.forEach(setup.console().out()::println);
        files.notes().forEach(setup.console().out()::println);
        if (problems.isEmpty()) {
          setup.console().out().println("sound");
        }
      }
      if (!problems.isEmpty()) {
        throw new FailedException("this is not sound: " + problems.getFirst());
      }
    }
  }

  private static Path target(String text) {
    try {
      return Path.of(text).toAbsolutePath();
    } catch (InvalidPathException invalid) {
      throw new UsageException("--to is not a file's name");
    }
  }
}
