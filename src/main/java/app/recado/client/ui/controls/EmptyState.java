package app.recado.client.ui.controls;

import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says what would be here and what to do next. */
public final class EmptyState extends VBox {
  private static final double WIDEST = 320;

  private final IconView icon;
  private final Label title = new Label();
  private final Label text = new Label();

  public EmptyState(Icon icon, String title, String text) {
    this.icon = new IconView(icon, 32);
    getStyleClass().add("empty-state");
    this.title.getStyleClass().add("empty-title");
    this.title.setWrapText(true);
    this.text.getStyleClass().add("empty-text");
    this.text.setWrapText(true);
    this.text.setMaxWidth(WIDEST);
    getChildren().setAll(this.icon, this.title, this.text);
    show(icon, title, text);
  }

  public void show(Icon now, String nowTitle, String nowText) {
    icon.show(now);
    title.setText(nowTitle);
    text.setText(nowText);
    setAccessibleText(nowTitle + " " + nowText);
  }
}
