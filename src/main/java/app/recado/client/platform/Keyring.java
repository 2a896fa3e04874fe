package app.recado.client.platform;

import java.io.IOException;
import java.util.Optional;

/**
 * One secret in the platform's own store, which only this person's session can open. Calls may take
 * as long as a person takes to unlock it.
 */
public interface Keyring {
  /**
   * Keeps it, in the place of what was kept before.
   *
   * @throws IOException if there is no store, or it stays locked
   */
  void store(String secret) throws IOException;

  /**
   * @throws IOException if the store cannot be asked; empty means that it does not have it
   */
  Optional<String> find() throws IOException;

  void delete() throws IOException;
}
