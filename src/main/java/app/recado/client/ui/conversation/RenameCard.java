package app.recado.client.ui.conversation;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where a dialog gets its name; only the staff see it. Enter saves, Esc leaves it as it was. */
final class RenameCard extends VBox {
  static final int LONGEST = 120;
  private static final int NEARLY = 100;
  private static final double WIDTH = 400;

  private final TextField name = new TextField();
  private final Label room = new Label();
  private final Button save;
  private final Texts texts = Texts.of("conversation");

  /**
   * @param close takes the card away
   * @param rename gets the name, without spaces around it
   */
  RenameCard(String before, Runnable close, Consumer<String> rename) {
    getStyleClass().addAll("popover", "question");
    setId("rename-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get("rename.title"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    Label text = new Label(texts.get("rename.text"));
    text.getStyleClass().addAll("small", "muted");
    text.setWrapText(true);
    name.setId("rename-name");
    name.setAccessibleText(title.getText());
    name.setText(before);
    room.getStyleClass().addAll("tiny", "muted");
    save =
        Buttons.primary(
            texts.get("rename.save"),
            null,
            () -> {
              close.run();
              rename.accept(name.getText().strip());
            });
    save.setId("rename-save");
    name.setOnAction(enter -> save.fire());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons =
        new HBox(room, gap, Buttons.secondary(texts.get("ask.cancel"), null, close), save);
    buttons.getStyleClass().add("question-buttons");
    getChildren().setAll(title, text, name, buttons);
    name.textProperty().subscribe(typed -> check(typed.strip(), before));
  }

  /** What gets the focus first. */
  Node first() {
    return name;
  }

  /** As the relay counts, a character beyond the basic plane is two. */
  private void check(String typed, String before) {
    int left = LONGEST - typed.length();
    save.setDisable(typed.isEmpty() || left < 0 || typed.equals(before));
    room.setVisible(typed.length() > NEARLY);
    room.setText(left >= 0 ? texts.count("rename.left", left) : texts.count("rename.over", -left));
  }
}
