package app.recado.client.ui.conversation;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where a transcript is asked for: as what, and whether for the team's eyes only. */
final class ExportCard extends VBox {
  private static final double WIDTH = 500;

  private final Button text;

  /** What was chosen. */
  interface Exporting {
    void export(TranscriptFormat format, boolean internal);
  }

  /**
   * @param close takes the card away
   */
  ExportCard(Runnable close, Exporting exporting) {
    Texts texts = Texts.of("conversation");
    getStyleClass().addAll("popover", "question");
    setId("export-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get("export.title"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    Label body = new Label(texts.get("export.text"));
    body.getStyleClass().addAll("small", "muted");
    body.setWrapText(true);
    CheckBox internal = new CheckBox(texts.get("export.internal"));
    internal.setId("export-internal");
    internal.getStyleClass().add("small");
    internal.setWrapText(true);
    text = choice(texts, TranscriptFormat.TEXT, close, exporting, internal);
    HBox buttons =
        new HBox(
            Buttons.secondary(texts.get("ask.cancel"), null, close),
            text,
            choice(texts, TranscriptFormat.HTML, close, exporting, internal),
            choice(texts, TranscriptFormat.PDF, close, exporting, internal));
    buttons.getStyleClass().add("question-buttons");
    getChildren().setAll(title, body, internal, buttons);
  }

  /** What gets the focus first. */
  Node first() {
    return text;
  }

  private static Button choice(
      Texts texts,
      TranscriptFormat format,
      Runnable close,
      Exporting exporting,
      CheckBox internal) {
    Button button =
        Buttons.secondary(
            texts.get("export." + format.ending()),
            Icon.FILE_TEXT,
            () -> {
              close.run();
              exporting.export(format, internal.isSelected());
            });
    button.setId("export-" + format.ending());
    return button;
  }
}
