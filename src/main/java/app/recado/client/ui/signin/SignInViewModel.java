package app.recado.client.ui.signin;

import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Texts;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Signing in: three fields, one try at a time, and why it did not work. Whoever is asked to wait
 * sees for how long, and can try again once that is over. FX thread only.
 */
public final class SignInViewModel {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Door door;
  private final Later later;
  private final Consumer<Desk> opened;
  private final StringProperty relay = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final BooleanProperty waiting = new SimpleBooleanProperty();
  private final BooleanBinding complete;
  private Subscription counting = Subscription.EMPTY;

  /**
   * @param address what to offer as the relay's address; empty for the one used last
   * @param opened gets the desk
   */
  public SignInViewModel(Door door, Later later, String address, Consumer<Desk> opened) {
    this.door = door;
    this.later = later;
    this.opened = opened;
    Door.Remembered last = door.remembered();
    relay.set(address.isEmpty() ? last.relay() : address);
    email.set(last.email());
    complete =
        Bindings.createBooleanBinding(
            () ->
                !relay.get().isBlank()
                    && !email.get().isBlank()
                    && !password.get().isEmpty()
                    && !busy.get()
                    && !waiting.get(),
            relay,
            email,
            password,
            busy,
            waiting);
    // It is this account at this relay that has to wait.
    relay.addListener(edited -> stopWaiting());
    email.addListener(edited -> stopWaiting());
  }

  public StringProperty relay() {
    return relay;
  }

  public StringProperty email() {
    return email;
  }

  public StringProperty password() {
    return password;
  }

  /** Whether a try is under way. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Why the last try failed; empty otherwise. */
  public ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  /** Whether there is enough to try with, no try under way, and none to be waited with. */
  public BooleanBinding complete() {
    return complete;
  }

  public void signIn() {
    if (!complete.get()) {
      return;
    }
    busy.set(true);
    error.set("");
    door.signIn(relay.get().strip(), email.get().strip(), password.get(), this::answered);
  }

  private void answered(Door.Entry entry) {
    busy.set(false);
    switch (entry) {
      case Door.Entry.Opened in -> {
        password.set("");
        opened.accept(in.desk());
      }
      case Door.Entry.Refused refused -> refused(refused.reason(), refused.retryAfter());
    }
  }

  private void refused(Door.Refusal reason, @Nullable Duration retryAfter) {
    if (reason == Door.Refusal.SLOWED && retryAfter != null) {
      count(Math.max(1, retryAfter.toSeconds()));
    } else {
      error.set(words(reason));
    }
  }

  private void count(long seconds) {
    if (seconds == 0) {
      stopWaiting();
      return;
    }
    waiting.set(true);
    error.set(slowed(seconds));
    counting = later.after(SECOND, () -> count(seconds - 1));
  }

  private void stopWaiting() {
    if (waiting.get()) {
      counting.unsubscribe();
      waiting.set(false);
      error.set("");
    }
  }

  private static String slowed(long seconds) {
    Texts texts = Texts.of("signin");
    long minutes = Math.ceilDiv(seconds, 60);
    return minutes > 2
        ? texts.get("error.slowed.minutes", minutes)
        : texts.count("error.slowed", Math.toIntExact(seconds));
  }

  private static String words(Door.Refusal reason) {
    Texts texts = Texts.of("signin");
    return switch (reason) {
      case UNREACHABLE -> texts.get("error.unreachable");
      case NO_ADDRESS -> texts.get("error.noAddress");
      case NO_RELAY -> texts.get("error.noRelay");
      case WRONG_PASSWORD -> texts.get("error.wrong");
      case SLOWED -> texts.get("error.slowed.later");
      case ANOTHER_PERSON -> texts.get("error.anotherPerson");
      case RELAY_FAULT -> texts.get("error.relayFault");
    };
  }
}
