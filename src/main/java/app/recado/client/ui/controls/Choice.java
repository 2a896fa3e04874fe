package app.recado.client.ui.controls;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** A few alternatives side by side, of which exactly one holds. */
public final class Choice<T> extends FlowPane {
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param chosen what to do when the person chooses another
   */
  public Choice(String name, List<T> values, Function<T, String> words, Consumer<T> chosen) {
    super(8, 8);
    getStyleClass().add("choice");
    setAccessibleText(name);
    for (T value : values) {
      ToggleButton button = new ToggleButton(words.apply(value));
      button.setUserData(value);
      button.setToggleGroup(group);
      button.getStyleClass().setAll("choice-button");
      button.setAccessibleText(name + ": " + button.getText());
      button.setOnAction(pressed -> {
        // Pressing the one that holds must not leave none.
        button.setSelected(true);
        chosen.accept(value);
      });
      getChildren().add(button);
    }
  }

  public void select(T value) {
    group.getToggles().stream()
        .filter(toggle -> value.equals(toggle.getUserData()))
        .forEach(toggle -> toggle.setSelected(true));
  }

  /** For what stands outside of the alternatives: none of them holds. */
  public void clear() {
    group.selectToggle(null);
  }
}
