package app.recado.client.ui.controls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Alternatives side by side, of which any number holds. */
public final class Choices<T> extends FlowPane {
  private final Set<T> chosen = new LinkedHashSet<>();

  /**
   * @param on those that hold at first
   * @param changed gets all that hold whenever the person has changed one
   */
  public Choices(
      String name, List<T> values, Set<T> on, Function<T, String> words, Consumer<Set<T>> changed) {
    super(8, 8);
    getStyleClass().add("choice");
    setAccessibleText(name);
    chosen.addAll(on);
    for (T value : values) {
      ToggleButton button = new ToggleButton(words.apply(value));
      button.setUserData(value);
      button.getStyleClass().setAll("choice-button");
      button.setAccessibleText(name + ": " + button.getText());
      button.setSelected(on.contains(value));
      button.setOnAction(pressed -> {
        if (button.isSelected()) {
          chosen.add(value);
        } else {
          chosen.remove(value);
        }
        changed.accept(Set.copyOf(chosen));
      });
      getChildren().add(button);
    }
  }
}
