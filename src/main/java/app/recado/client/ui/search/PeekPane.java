package app.recado.client.ui.search;

import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The preview: some messages, one line each. */
final class PeekPane extends VBox {
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
  private static final PseudoClass WHISPER = PseudoClass.getPseudoClass("whisper");
  private static final double AUTHOR = 110;

  private final Texts texts = Texts.of("search");

  PeekPane() {
    getStyleClass().add("peek");
    setId("peek");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(texts.get("preview"));
  }

  void show(List<Peek.Line> lines) {
    if (lines.isEmpty()) {
      Label nothing = new Label(texts.get("preview.nothing"));
      nothing.getStyleClass().addAll("small", "muted");
      getChildren().setAll(nothing);
    } else {
      getChildren().setAll(lines.stream().map(PeekPane::row).toList());
    }
  }

  private static Node row(Peek.Line line) {
    Label author = new Label(line.author());
    author.getStyleClass().addAll("tiny", "muted");
    author.setMinWidth(AUTHOR);
    author.setPrefWidth(AUTHOR);
    author.setMaxWidth(AUTHOR);
    Label text = new EmojiLabel(line.text());
    text.getStyleClass().add("small");
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Label when = new Label(line.when());
    when.getStyleClass().addAll("tiny", "subtle");
    when.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(author, text, when);
    row.getStyleClass().add("peek-row");
    row.pseudoClassStateChanged(FOUND, line.found());
    row.pseudoClassStateChanged(WHISPER, line.whisper());
    row.setAccessibleText(line.author() + ": " + line.text());
    return row;
  }
}
