package app.recado.client.sync;

import org.jspecify.annotations.Nullable;

/** Where the token of a profile is kept; never a password. */
public interface KeyStore {
  /** The token; null if there is none. */
  @Nullable String token();

  void keep(String token);

  void forget();
}
