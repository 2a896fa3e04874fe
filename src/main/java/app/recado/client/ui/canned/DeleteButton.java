package app.recado.client.ui.canned;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Deletes what is edited: at once where that can be undone, else it asks first, in its place. */
public final class DeleteButton extends VBox {
  private final Texts texts = Texts.of("canned");
  private final Button delete;
  private final Runnable action;

  /**
   * @param id of the button
   * @param asks whether nothing could bring it back
   */
  public DeleteButton(String id, BooleanSupplier asks, Runnable action) {
    super(6);
    this.action = action;
    setAlignment(Pos.CENTER_LEFT);
    delete =
        Buttons.danger(
            texts.get("editor.delete"),
            Icon.TRASH_2,
            () -> {
              if (asks.getAsBoolean()) {
                ask();
              } else {
                action.run();
              }
            });
    delete.setId(id);
    getChildren().setAll(delete);
  }

  private void ask() {
    Label question = new Label(texts.get("delete.ask"));
    question.getStyleClass().add("small");
    question.setWrapText(true);
    question.setId(delete.getId() + "-ask");
    Button keep =
        Buttons.secondary(
            texts.get("delete.keep"),
            null,
            () -> {
              getChildren().setAll(delete);
              delete.requestFocus();
            });
    keep.setId(delete.getId() + "-keep");
    Button sure = Buttons.danger(texts.get("delete.sure"), Icon.TRASH_2, action);
    sure.setId(delete.getId() + "-sure");
    sure.setAccessibleHelp(question.getText());
    keep.setAccessibleHelp(question.getText());
    getChildren().setAll(question, new HBox(8, sure, keep));
    keep.requestFocus();
  }
}
