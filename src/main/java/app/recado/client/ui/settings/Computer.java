package app.recado.client.ui.settings;

import app.recado.client.platform.Desktop;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is known of the computer the desk runs on, as it becomes known. FX thread only. */
public final class Computer {
  private final ObjectProperty<Optional<Desktop.Abilities>> desktop =
      new SimpleObjectProperty<>(Optional.empty());

  /** What its desktop can do; empty until it was asked. */
  public ObjectProperty<Optional<Desktop.Abilities>> desktop() {
    return desktop;
  }
}
