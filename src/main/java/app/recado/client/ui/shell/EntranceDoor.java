package app.recado.client.ui.shell;

import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.sync.Entrance;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The profile's entrance, asked with addresses as people type them. */
public final class EntranceDoor implements Door {
  private final Supplier<Entrance> entrance;
  private final Supplier<Optional<Desk>> resumed;
  private final Function<String, Optional<URI>> addresses;

  /**
   * The suppliers are asked when somebody comes to the door, so that it may be hung before.
   *
   * @param resumed the desk of whoever was signed in when the program started
   * @param addresses the relay's address of what was typed
   */
  public EntranceDoor(
      Supplier<Entrance> entrance,
      Supplier<Optional<Desk>> resumed,
      Function<String, Optional<URI>> addresses) {
    this.entrance = entrance;
    this.resumed = resumed;
    this.addresses = addresses;
  }

  @Override
  public void resume(Consumer<@Nullable Desk> answer) {
    answer.accept(resumed.get().orElse(null));
  }

  @Override
  public void signIn(String relay, String email, String password, Consumer<Entry> answer) {
    Optional<URI> address = addresses.apply(relay);
    if (address.isEmpty()) {
      answer.accept(new Entry.Refused(Refusal.NO_ADDRESS, null));
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
