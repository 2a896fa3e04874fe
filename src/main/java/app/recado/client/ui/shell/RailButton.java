package app.recado.client.ui.shell;

import app.recado.client.ui.action.Action;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Counter;
import app.recado.client.ui.controls.PageButton;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.IconView;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.StackPane;

/** A place on the rail, with how much waits there. */
final class RailButton extends PageButton {
  private final Counter counter = new Counter("danger");
  private final String name;

  RailButton(Action action) {
    super(action.name(), null);
    name = action.name();
    getStyleClass().setAll("rail-button");
    StackPane face = new StackPane(new IconView(action.icon(), 20), counter);
    face.getStyleClass().add("rail-face");
    StackPane.setAlignment(counter, Pos.TOP_RIGHT);
    counter.setTranslateX(-1);
    counter.setTranslateY(2);
    setGraphic(face);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setAccessibleText(name);
    setTooltip(Buttons.tooltip(tip(action)));
    setOnAction(pressed -> action.run());
  }

  private static String tip(Action action) {
    String key = action.keyShown();
    return key.isEmpty() ? action.name() : Texts.of("shell").get("tip", action.name(), key);
  }

  /**
   * @param spoken what a screen reader says of the number
   */
  void count(int number, String spoken) {
    counter.show(number);
    setAccessibleText(number > 0 ? spoken : name);
  }
}
