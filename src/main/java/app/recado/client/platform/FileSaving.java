package app.recado.client.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file where somebody chose it to be: beside its place first, so that what was there stays
 * whole until the new one is.
 */
public final class FileSaving {
  private static final Logger LOG = LoggerFactory.getLogger(FileSaving.class);

  private FileSaving() {}

  /** What is to be written. */
  @FunctionalInterface
  public interface Content {
    /** Returns early, with whatever is written then, when told to stop. */
    void writeTo(OutputStream out, Watcher watcher) throws IOException;
  }

  /** Hears how far it is, and may want it to stop; called on the writing thread. */
  public interface Watcher {
    /**
     * @param part of the whole, from 0 to 1
     */
    void at(double part);

    boolean wantsToStop();
  }

  /** How it ended. */
  public enum Ending {
    WRITTEN,
    /** Stopped; the place is as it was. */
    STOPPED,
    /** The place is as it was. */
    FAILED
  }

  /** Takes its time. */
  public static Ending write(Path file, Content content, Watcher watcher) {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        content.writeTo(out, watcher);
      }
      if (watcher.wantsToStop()) {
        return Ending.STOPPED;
      }
      put(beside, file);
      return Ending.WRITTEN;
    } catch (IOException | RuntimeException refused) {
      LOG.warn("A file could not be written: {}", refused.getClass().getSimpleName());
      return Ending.FAILED;
    } finally {
      remove(beside);
    }
  }

  private static void put(Path made, Path file) throws IOException {
    try {
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException elsewhere) {
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      LOG.warn("A part of a file is left over: {}", left.getClass().getSimpleName());
    }
  }
}
