package app.recado.client.ui.conversation;

import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Messages that are not on this computer: how many, and how they come here. */
final class HoleRow extends VBox {
  private final Texts texts;
  private final Label count = new Label();
  private final Label state = new Label();
  private final Button load;
  private TimelineEntry.@Nullable Hole hole;

  HoleRow(Texts texts, RowActions actions) {
    this.texts = texts;
    getStyleClass().add("hole-row");
    setAlignment(Pos.CENTER);
    setMinWidth(0);
    count.getStyleClass().add("small");
    state.getStyleClass().addAll("tiny", "muted");
    load =
        Buttons.secondary(
            texts.get("hole.load"),
            Icon.HISTORY,
            () -> {
              TimelineEntry.Hole shown = hole;
              if (shown != null) {
                actions.fill(shown);
              }
            });
    HBox line = new HBox(load);
    line.setAlignment(Pos.CENTER);
    getChildren().setAll(count, state, line);
  }

  void show(TimelineEntry.Hole shown, boolean offline) {
    hole = shown;
    long missing = shown.to() - shown.from() + 1;
    count.setText(texts.count("hole.count", (int) Math.min(Integer.MAX_VALUE, missing)));
    state.setText(
        shown.loading()
            ? texts.get("hole.loading")
            : offline ? texts.get("hole.offline") : texts.get("hole.online"));
    load.setDisable(offline || shown.loading());
    setAccessibleText(count.getText() + ". " + state.getText());
  }
}
