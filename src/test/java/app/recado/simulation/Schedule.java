package app.recado.simulation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One run from one seed.
 *
 * @param digest of everything that happened and every byte that went over the wire
 * @param violation what did not hold; null if all did
 * @param done the commands that desks gave and the relay carried out, counted by type
 * @param trace what happened, line by line
 */
record Schedule(
    long seed,
    long digest,
    @Nullable String violation,
    Map<String, Integer> done,
    List<String> trace) {

  /** Runs it. A failure of the programs themselves counts as a violation. */
  static Schedule run(long seed, Workspace workspace) {
    Path folder;
    try {
      folder = Files.createTempDirectory(scratch(), "recado-simulation");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String violation = null;
    try (World world = new World(seed, workspace, folder)) {
      try {
        world.live(actions(seed));
      } catch (Violation broken) {
        violation = String.valueOf(broken.getMessage());
      } catch (RuntimeException | AssertionError broken) {
        StringWriter text = new StringWriter();
        broken.printStackTrace(new PrintWriter(text));
        violation = text.toString();
      }
      return new Schedule(
          seed, world.trace().digest(), violation, world.done(), world.trace().lines());
    }
  }

  private static int actions(long seed) {
    return 30 + new SplittableRandom(seed ^ 0x5eedL).nextInt(70);
  }

  /** Memory, where there is a file system in it; a run is not about the speed of a disk. */
  static Path scratch() {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
  }

  boolean isClean() {
    return violation == null;
  }

  /** The end of the story, and how to hear it again. */
  String report() {
    StringBuilder text = new StringBuilder();
    trace.forEach(line -> text.append(line).append('\n'));
    text.append("seed ").append(seed).append(": ").append(violation);
    return text.toString();
  }
}
