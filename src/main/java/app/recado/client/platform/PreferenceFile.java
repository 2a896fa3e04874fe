package app.recado.client.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person set on this computer: names and values in one small file. Read once, when opened;
 * written whole, beside and moved over, on the given executor. Used from one thread.
 */
public final class PreferenceFile {
  private static final Logger LOG = LoggerFactory.getLogger(PreferenceFile.class);

  private final Path file;
  private final Executor writer;
  private final Properties values = new Properties();

  /**
   * @param writer runs one task after the other, in order
   */
  public PreferenceFile(Path file, Executor writer) {
    this.file = file;
    this.writer = writer;
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(reader);
    } catch (NoSuchFileException firstStart) {
      LOG.debug("no preferences yet in {}", file);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("preferences in {} are not readable, starting with none", file, e);
    }
  }

  public String get(String name, String otherwise) {
    return values.getProperty(name, otherwise);
  }

  public void put(String name, String value) {
    if (value.equals(values.setProperty(name, value))) {
      return;
    }
    Properties copy = new Properties();
    copy.putAll(values);
    writer.execute(() -> write(copy));
  }

  private void write(Properties copy) {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
        copy.store(out, null);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("preferences could not be kept in {}", file, e);
    }
  }
}
