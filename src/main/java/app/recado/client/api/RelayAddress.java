package app.recado.client.api;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** The address of a relay, as people type it. */
public final class RelayAddress {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private RelayAddress() {}

  /**
   * What was typed as an HTTP address that ends without a slash; nothing if it cannot be one, or
   * says more than where the relay is.
   */
  public static Optional<URI> of(String typed) {
    String text = typed.strip();
    HttpUrl url = HttpUrl.parse(text.contains("://") ? text : scheme(text) + text);
    if (url == null
        || !url.encodedUsername().isEmpty()
        || !url.encodedPassword().isEmpty()
        || url.encodedQuery() != null
        || url.encodedFragment() != null) {
      return Optional.empty();
    }
    return Optional.of(URI.create(url.uri().toString().replaceFirst("/+$", "")));
  }

  /** Only on this computer may what is said go unencrypted without having been asked for. */
  private static String scheme(String hostAndPort) {
    return LOOPBACK.stream()
            .anyMatch(host -> hostAndPort.equals(host) || hostAndPort.startsWith(host + ":"))
        ? "http://"
        : "https://";
  }
}
