package app.recado.client.ui.controls;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Asks before something is done, in an {@link Overlay}. Esc and the left button leave things be.
 */
public final class Question extends VBox {
  private static final double WIDTH = 400;

  private final Button yes;

  /**
   * @param loses whether the act is one to think about twice; drawn in red
   */
  public Question(
      Overlay overlay,
      String title,
      String text,
      String no,
      String yes,
      boolean loses,
      Runnable action) {
    getStyleClass().addAll("popover", "question");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(title + " " + text);
    setPrefWidth(WIDTH);
    Label heading = new Label(title);
    heading.getStyleClass().add("heading");
    heading.setWrapText(true);
    Label body = new Label(text);
    body.getStyleClass().addAll("small", "muted");
    body.setWrapText(true);
    Runnable go =
        () -> {
          overlay.hide();
          action.run();
        };
    this.yes = loses ? Buttons.danger(yes, null, go) : Buttons.primary(yes, null, go);
    this.yes.setDefaultButton(true);
    this.yes.setId("question-yes");
    HBox buttons = new HBox(Buttons.secondary(no, null, overlay::hide), this.yes);
    buttons.getStyleClass().add("question-buttons");
    getChildren().setAll(heading, body, buttons);
  }

  /** Opens it in the middle of its layer. */
  public void ask(Overlay overlay) {
    overlay.showCentred(this, yes);
  }
}
