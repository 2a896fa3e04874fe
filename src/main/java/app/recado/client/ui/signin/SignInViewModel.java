package app.recado.client.ui.signin;

import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.ui.i18n.Texts;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Signing in: three fields, one try at a time, and why it did not work. FX thread only. */
public final class SignInViewModel {
  private final Door door;
  private final Consumer<Desk> opened;
  private final StringProperty relay = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final BooleanBinding complete;

  /**
   * @param address what to offer as the relay's address; empty for the one used last
   * @param opened gets the desk
   */
  public SignInViewModel(Door door, String address, Consumer<Desk> opened) {
    this.door = door;
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
                    && !busy.get(),
            relay,
            email,
            password,
            busy);
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

  /** Whether there is enough to try with, and no try under way. */
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
      case Door.Entry.Refused refused -> error.set(words(refused.reason(), refused.retryAfter()));
    }
  }

  private static String words(Door.Refusal reason, @Nullable Duration retryAfter) {
    Texts texts = Texts.of("signin");
    return switch (reason) {
      case UNREACHABLE -> texts.get("error.unreachable");
      case NO_RELAY -> texts.get("error.noRelay");
      case WRONG_PASSWORD -> texts.get("error.wrong");
      case SLOWED ->
          texts.count(
              "error.slowed", retryAfter == null ? 30 : (int) Math.max(1, retryAfter.toSeconds()));
      case ANOTHER_PERSON -> texts.get("error.anotherPerson");
      case RELAY_FAULT -> texts.get("error.relayFault");
    };
  }
}
