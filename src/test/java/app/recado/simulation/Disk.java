package app.recado.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What one machine has on disk. A crash leaves the files as they are in that moment: they are
 * copied, and the next life finds the copy, so that nothing the old life still does can reach it.
 */
final class Disk {
  private final Path root;
  private final RandomGenerator random;
  private int life;

  Disk(Path root, RandomGenerator random) {
    this.root = root;
    this.random = random;
  }

  /** How long the logs of the databases were. */
  record Mark(SortedMap<String, Long> lengths) {}

  /** Where the present life's files are. */
  Path path() {
    return root.resolve("life" + life);
  }

  /** Begins with a copy of these files. */
  void format(Path template) {
    copy(template, path());
  }

  /** Begins empty. */
  void format() {
    try {
      Files.createDirectories(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Mark mark() {
    try {
      SortedMap<String, Long> lengths = new TreeMap<>();
      for (Path log : logs()) {
        lengths.put(log.getFileName().toString(), Files.size(log));
      }
      return new Mark(lengths);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves the present files to the old life and goes on with a copy. */
  void crash() {
    Path before = path();
    life++;
    copy(before, path());
  }

  /**
   * As {@link #crash}, but of the transactions written since then, only some of the first are on
   * disk. Of several databases, only one that was written alone is shortened: which of two was
   * written first cannot be told afterwards.
   */
  void crashSince(Mark before) {
    crash();
    try {
      List<Path> grown = new ArrayList<>();
      for (Path log : logs()) {
        if (Files.size(log) > before.lengths().getOrDefault(log.getFileName().toString(), 0L)) {
          grown.add(log);
        }
      }
      if (grown.size() == 1) {
        Path log = grown.get(0);
        List<Long> ends =
            WriteAheadLog.ends(
                log, before.lengths().getOrDefault(log.getFileName().toString(), 0L));
        WriteAheadLog.cut(log, ends.get(random.nextInt(ends.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spoils a database so that it is none any more. */
  void damage(String name) {
    try {
      Path file = path().resolve(name);
      Files.deleteIfExists(path().resolve(name + "-wal"));
      byte[] rubbish = new byte[8_192];
      for (int i = 0; i < rubbish.length; i++) {
        rubbish[i] = (byte) random.nextInt();
      }
      Files.write(file, rubbish);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(path())) {
      return files.filter(file -> file.toString().endsWith("-wal")).sorted().toList();
    }
  }

  /** All but what only living processes share: SQLite's index of its log, and lock files. */
  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.toString().endsWith("-shm") && !file.toString().endsWith(".lock")) {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
