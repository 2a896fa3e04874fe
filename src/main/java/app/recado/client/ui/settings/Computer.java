package app.recado.client.ui.settings;

import app.recado.client.platform.Desktop;
import app.recado.client.platform.KeyringKeyStore;
import app.recado.client.platform.Startup;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the computer the desk runs on, and what can be set on it. FX thread only. */
public final class Computer {
  private static final Logger LOG = LoggerFactory.getLogger(Computer.class);

  private final Optional<Startup> startup;
  private final Supplier<KeyringKeyStore.Place> secrets;
  private final Supplier<String> diagnostics;
  private final Executor files;
  private final Executor fx;
  private final ObjectProperty<Optional<Desktop.Abilities>> desktop =
      new SimpleObjectProperty<>(Optional.empty());

  /**
   * @param startup empty where it is not known what starts the desk
   * @param secrets says where the token is kept
   * @param diagnostics what is known for those who mend
   * @param files where files are read and written
   * @param fx where answers are given
   */
  public Computer(
      Optional<Startup> startup,
      Supplier<KeyringKeyStore.Place> secrets,
      Supplier<String> diagnostics,
      Executor files,
      Executor fx) {
    this.startup = startup;
    this.secrets = secrets;
    this.diagnostics = diagnostics;
    this.files = files;
    this.fx = fx;
  }

  /** What its desktop can do; empty until it was asked. */
  public ObjectProperty<Optional<Desktop.Abilities>> desktop() {
    return desktop;
  }

  /** Answers later with where the token is kept. */
  void secrets(Consumer<KeyringKeyStore.Place> answer) {
    files.execute(() -> {
      KeyringKeyStore.Place place = secrets.get();
      fx.execute(() -> answer.accept(place));
    });
  }

  /** Answers later with what somebody who helps must know; nothing that was written is in it. */
  void diagnostics(Consumer<String> answer) {
    files.execute(() -> {
      String text = diagnostics.get() + "\ntoken: " + secrets.get();
      fx.execute(() -> answer.accept(text + "\ndesktop: " + desktop.get()));
    });
  }

  /** How the desk is started by the computer. */
  record Starting(boolean withComputer, boolean byLinks) {}

  boolean canSetStartup() {
    return startup.isPresent();
  }

  boolean canSetLinks() {
    return startup.isPresent() && startup.get().canSetLinks();
  }

  /** Answers later with how it is; with nothing where that cannot be said. */
  void startup(Consumer<Optional<Starting>> answer) {
    startup.ifPresent(found -> files.execute(() -> tell(found, answer)));
  }

  /** Sets it and answers with how it is then. */
  void startWithComputer(boolean on, Consumer<Optional<Starting>> answer) {
    set(found -> found.startWithComputer(on), answer);
  }

  /** Sets it and answers with how it is then. */
  void openLinks(boolean on, Consumer<Optional<Starting>> answer) {
    set(found -> found.openLinks(on), answer);
  }

  private interface Setting {
    void of(Startup startup) throws IOException;
  }

  private void set(Setting setting, Consumer<Optional<Starting>> answer) {
    startup.ifPresent(found ->
        files.execute(() -> {
          try {
            setting.of(found);
          } catch (IOException problem) {
            LOG.warn("The computer's start could not be set", problem);
          }
          tell(found, answer);
        }));
  }

  private void tell(Startup found, Consumer<Optional<Starting>> answer) {
    Optional<Starting> starting;
    try {
      starting = Optional.of(new Starting(found.startsWithComputer(), found.opensLinks()));
    } catch (IOException problem) {
      LOG.warn("How the computer starts the desk cannot be read", problem);
      starting = Optional.empty();
    }
    Optional<Starting> told = starting;
    fx.execute(() -> answer.accept(told));
  }
}
