package app.recado.client.platform;

import app.recado.client.sync.KeyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the token in the platform's keyring. A token is first written to the file that only its
 * owner can read, then brought into the keyring, and only when it can be read there does the file
 * go: whatever fails on the way, there is always one place that has it.
 */
public final class KeyringKeyStore implements KeyStore {
  private static final Logger LOG = LoggerFactory.getLogger(KeyringKeyStore.class);

  /** Where the token is. */
  public enum Place {
    NOWHERE,
    FILE,
    KEYRING
  }

  private final FileKeyStore file;
  private final Path mark;

  /** The keyring still has a token that is to be forgotten; tried again at each start. */
  private final Path leftover;

  private final Supplier<Keyring> keyring;
  private final Executor thread;

  /**
   * @param folder the profile's
   * @param keyring asked for on the thread only: not every start needs it
   * @param thread one thread, which may wait for a person
   */
  public KeyringKeyStore(Path folder, Supplier<Keyring> keyring, Executor thread) {
    file = new FileKeyStore(folder);
    mark = folder.resolve("token.in-keyring");
    leftover = folder.resolve("token.to-be-forgotten");
    this.keyring = keyring;
    this.thread = thread;
    if (Files.exists(leftover)) {
      thread.execute(this::clear);
    }
  }

  /** Any thread. */
  public Place place() {
    if (file.token() != null) {
      return Place.FILE;
    }
    return Files.exists(mark) ? Place.KEYRING : Place.NOWHERE;
  }

  @Override
  public @Nullable String token() {
    return file.token();
  }

  @Override
  public boolean isElsewhere() {
    return place() == Place.KEYRING;
  }

  @Override
  public void ask(Consumer<@Nullable String> answer) {
    thread.execute(() -> {
      String token = file.token();
      if (token == null) {
        answer.accept(found());
      } else {
        answer.accept(token);
        move(token);
      }
    });
  }

  private @Nullable String found() {
    try {
      return keyring.get().find().orElse(null);
    } catch (IOException | RuntimeException problem) {
      LOG.warn("The keyring does not give the token: {}", problem.getMessage());
      return null;
    }
  }

  @Override
  public void keep(String token) {
    file.keep(token);
    thread.execute(() -> move(token));
  }

  /** A token that is out of date by now stays where it is. */
  private void move(String token) {
    try {
      keyring.get().store(token);
      // It took the place of what was left over.
      Files.deleteIfExists(leftover);
      if (keyring.get().find().filter(token::equals).isPresent() && token.equals(file.token())) {
        Files.writeString(mark, "");
        file.forget();
      }
    } catch (IOException | RuntimeException problem) {
      LOG.info("The token stays in its file: {}", problem.getMessage());
    }
  }

  @Override
  public void forget() {
    file.forget();
    try {
      if (Files.deleteIfExists(mark)) {
        Files.writeString(leftover, "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.execute(this::clear);
  }

  /** A locked keyring forgets when it is open again. */
  private void clear() {
    if (isElsewhere()) {
      // Somebody has signed in since.
      return;
    }
    try {
      keyring.get().delete();
      Files.deleteIfExists(leftover);
    } catch (IOException | RuntimeException problem) {
      LOG.info("The keyring could not forget the token yet: {}", problem.getMessage());
    }
  }
}
