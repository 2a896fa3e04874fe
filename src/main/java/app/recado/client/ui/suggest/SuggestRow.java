package app.recado.client.ui.suggest;

import app.recado.client.ui.controls.OneLine;
import app.recado.client.ui.controls.PickRow;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.emoji.EmojiLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One suggestion: what is typed for it or its picture, its title, and a line below. */
final class SuggestRow extends PickRow {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final int MOST = 120;

  private final Suggestion suggestion;
  private final Label side = new Label();

  SuggestRow(Suggestion suggestion) {
    this.suggestion = suggestion;
    getStyleClass().add("suggest-row");
    setAlignment(Pos.TOP_LEFT);
    pseudoClassStateChanged(REFUSED, !suggestion.isReady());
    Label title = new EmojiLabel(suggestion.title());
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    HBox head = new HBox(title);
    head.getStyleClass().add("suggest-head");
    head.setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    side.getStyleClass().addAll("tiny", "subtle");
    head.getChildren().addAll(gap, side);
    VBox lines = new VBox(head);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    if (!suggestion.detail().isEmpty()) {
      lines.getChildren().add(line(suggestion.detail()));
    }
    Supplier<Node> picture = suggestion.picture();
    if (picture != null) {
      getChildren().add(picture.get());
    }
    Label badge = badge(suggestion);
    if (badge != null) {
      getChildren().add(badge);
    }
    getChildren().add(lines);
    lookAgain();
  }

  /** Says what stands beside it as it is now. */
  void lookAgain() {
    side.setText(suggestion.isReady() ? suggestion.side().get() : suggestion.refusal());
    Shown.when(!side.getText().isEmpty(), side);
    setAccessibleText(suggestion.spoken());
  }

  private static @Nullable Label badge(Suggestion suggestion) {
    if (suggestion.badge().isEmpty()) {
      return null;
    }
    Label badge = new Label(suggestion.badge());
    badge.getStyleClass().add("suggest-badge");
    badge.setMinWidth(USE_PREF_SIZE);
    return badge;
  }

  /** As much of the pieces as can be seen of one line; the rest needs no label. */
  private static OneLine line(List<Piece> pieces) {
    List<Label> labels = new ArrayList<>();
    int room = MOST;
    for (Piece piece : pieces) {
      String text = piece.text().replace('\n', ' ');
      boolean cut = text.length() > room;
      Label label = new EmojiLabel(cut ? text.substring(0, cutAt(text, room)) + "…" : text);
      label
          .getStyleClass()
          .addAll("small", "suggest-" + piece.kind().name().toLowerCase(Locale.ROOT));
      labels.add(label);
      room -= text.length();
      if (cut || room <= 0) {
        break;
      }
    }
    return new OneLine(labels);
  }

  /** Not within a pair of surrogates. */
  private static int cutAt(String text, int room) {
    return room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
  }
}
