package app.recado.client.ui.search;

import app.recado.client.state.SearchResults;
import app.recado.client.ui.controls.Kbd;
import app.recado.client.ui.controls.OneLine;
import app.recado.client.ui.controls.PickRow;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One result, the words of the query in bold. */
final class HitRow extends PickRow {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final int MOST = 64;
  private static final int BEFORE_MATCH = 24;

  /**
   * @param opening what stands before the words, {@code closing} what stands behind
   */
  HitRow(Hit hit, String opening, String closing, Runnable choose) {
    getStyleClass().add("hit-row");
    setAlignment(Pos.CENTER_LEFT);
    List<Label> said = new ArrayList<>();
    said.add(plain(opening));
    said.addAll(pieces(hit));
    said.add(plain(closing));
    OneLine words = new OneLine(said);
    Label note = new Label(hit.note());
    note.getStyleClass().addAll("small", "subtle");
    note.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().setAll(new IconView(icon(hit), 16), words, note);
    setAccessibleText(hit.note().isEmpty() ? hit.shown() : hit.shown() + ", " + hit.note());
    setOnMouseClicked(clicked -> choose.run());
    if (hit instanceof Hit.Doing doing) {
      showEnd(doing);
    }
  }

  /** The key that does it, or why it cannot be done, at the right. */
  private void showEnd(Hit.Doing doing) {
    setId("hit-" + doing.id().replace(' ', '-'));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().add(gap);
    if (!doing.isPossible()) {
      pseudoClassStateChanged(REFUSED, true);
      Label why = new Label(doing.refusal());
      why.getStyleClass().addAll("tiny", "subtle");
      why.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().add(why);
      setAccessibleText(doing.shown() + ". " + doing.refusal());
    } else if (!doing.key().isEmpty()) {
      getChildren().add(new Kbd(doing.key()));
    }
  }

  private static Icon icon(Hit hit) {
    return switch (hit) {
      case Hit.Doing doing -> doing.icon();
      case Hit.Found found -> found.message() == null ? Icon.MESSAGE_CIRCLE : Icon.TEXT_SEARCH;
    };
  }

  /** The text around its first match, cut at both ends where it is long. */
  private static List<Label> pieces(Hit hit) {
    String text = hit.shown().replace('\n', ' ');
    int first = hit.matches().isEmpty() ? 0 : hit.matches().getFirst().from();
    int from = text.length() <= MOST || first <= BEFORE_MATCH ? 0 : first - BEFORE_MATCH;
    int to = Math.min(text.length(), from + MOST);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
      to--;
    }
    List<Label> pieces = new ArrayList<>();
    int at = from;
    if (from > 0) {
      pieces.add(plain("…"));
    }
    for (SearchResults.Range match : hit.matches()) {
      if (match.from() < at || match.to() > to) {
        continue;
      }
      if (match.from() > at) {
        pieces.add(plain(text.substring(at, match.from())));
      }
      Label bold = plain(text.substring(match.from(), match.to()));
      bold.getStyleClass().add("hit-match");
      pieces.add(bold);
      at = match.to();
    }
    if (at < to) {
      pieces.add(plain(text.substring(at, to)));
    }
    if (to < text.length()) {
      pieces.add(plain("…"));
    }
    return pieces;
  }

  private static Label plain(String text) {
    Label label = new EmojiLabel(text);
    label.getStyleClass().add("hit-words");
    return label;
  }
}
