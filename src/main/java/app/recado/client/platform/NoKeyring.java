package app.recado.client.platform;

import java.io.IOException;
import java.util.Optional;

/** For a token that is not worth a place among a person's secrets. */
public final class NoKeyring implements Keyring {
  @Override
  public void store(String secret) throws IOException {
    throw none();
  }

  @Override
  public Optional<String> find() throws IOException {
    throw none();
  }

  @Override
  public void delete() {}

  private static IOException none() {
    return new IOException("no keyring is used here");
  }
}
