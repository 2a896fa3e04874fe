package app.recado.client.ui.inbox;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** "While you were away", above the list; takes no room when there is nothing to tell. */
final class AwayCard extends VBox {
  private final InboxViewModel model;
  private final Absence absence;
  private final Moments moments;
  private final Texts texts;
  private final Label heading = new Label();
  private final VBox lines = new VBox();

  AwayCard(
      InboxViewModel model,
      Absence absence,
      Moments moments,
      Texts texts,
      Subscription subscription) {
    this.model = model;
    this.absence = absence;
    this.moments = moments;
    this.texts = texts;
    getStyleClass().add("away-card");
    setId("away");
    setAccessibleRole(AccessibleRole.PARENT);
    heading.getStyleClass().add("away-heading");
    HBox.setHgrow(heading, Priority.ALWAYS);
    heading.setMaxWidth(Double.MAX_VALUE);
    Button dismiss = Buttons.icon(Icon.X, texts.get("away.dismiss"), absence::dismiss);
    dismiss.setId("away-dismiss");
    HBox head = new HBox(heading, dismiss);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(head, lines);
    subscription.to(absence.digest(), this::show);
  }

  private void show(Absence.@Nullable Digest digest) {
    Shown.when(digest != null, this);
    lines.getChildren().clear();
    if (digest != null) {
      heading.setText(texts.get("away.heading", moments.waitInMinutes(digest.length())));
      setAccessibleText(heading.getText());
      digest.lines().forEach(line -> lines.getChildren().add(button(line)));
    }
  }

  private Button button(Absence.Line line) {
    Button button = Buttons.link(line.text(), () -> go(line));
    button.getStyleClass().add("away-line");
    button.setMinWidth(0);
    return button;
  }

  private void go(Absence.Line line) {
    if (line.dialog() == null) {
      model.select(line.tab());
    } else {
      model.show(line.dialog());
    }
  }
}
