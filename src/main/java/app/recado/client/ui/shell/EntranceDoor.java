package app.recado.client.ui.shell;

import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.sync.Entrance;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The profile's entrance, asked with addresses as people type them. */
public final class EntranceDoor implements Door {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Supplier<Entrance> entrance;
  private final Supplier<Optional<Desk>> resumed;

  /**
   * The suppliers are asked when somebody comes to the door, so that it may be hung before.
   *
   * @param resumed the desk of whoever was signed in when the program started
   */
  public EntranceDoor(Supplier<Entrance> entrance, Supplier<Optional<Desk>> resumed) {
    this.entrance = entrance;
    this.resumed = resumed;
  }

  @Override
  public void resume(Consumer<@Nullable Desk> answer) {
    answer.accept(resumed.get().orElse(null));
  }

  @Override
  public void signIn(String relay, String email, String password, Consumer<Entry> answer) {
    Optional<URI> address = address(relay);
    if (address.isEmpty()) {
      answer.accept(new Entry.Refused(Refusal.NO_RELAY, null));
      return;
    }
    entrance
        .get()
        .signIn(
            address.get(),
            email,
            password,
            desk -> answer.accept(new Entry.Opened(desk)),
            (refusal, wait) -> answer.accept(new Entry.Refused(reason(refusal), wait)));
  }

  @Override
  public Remembered remembered() {
    URI relay = entrance.get().lastRelay();
    String email = entrance.get().lastEmail();
    return new Remembered(relay == null ? "" : relay.toString(), email == null ? "" : email);
  }

  /** What was typed as an HTTP address; nothing if it cannot be one. */
  static Optional<URI> address(String typed) {
    String text = typed.strip();
    if (!text.contains("://")) {
      text = scheme(text) + text;
    }
    while (text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    try {
      URI address = new URI(text);
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      boolean web = Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Only on this computer may what is said go unencrypted without having been asked for. */
  private static String scheme(String hostAndPort) {
    return LOOPBACK.stream()
            .anyMatch(host -> hostAndPort.equals(host) || hostAndPort.startsWith(host + ":"))
        ? "http://"
        : "https://";
  }

  private static Refusal reason(Entrance.Refusal refusal) {
    return switch (refusal) {
      case WRONG -> Refusal.WRONG_PASSWORD;
      case SLOWED -> Refusal.SLOWED;
      case UNREACHABLE -> Refusal.UNREACHABLE;
      case NOT_A_RELAY -> Refusal.NO_RELAY;
      case RELAY_IN_TROUBLE -> Refusal.RELAY_FAULT;
      case ANOTHER_PERSON -> Refusal.ANOTHER_PERSON;
    };
  }
}
