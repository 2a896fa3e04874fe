package app.recado.client.ui.search;

import app.recado.client.state.SearchResults;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One result, the words of the query in bold. */
final class HitRow extends HBox {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final int MOST = 64;
  private static final int BEFORE_MATCH = 24;

  HitRow(SearchViewModel.Hit hit, String opening, String closing, Runnable open) {
    getStyleClass().add("hit-row");
    setAlignment(Pos.CENTER_LEFT);
    Icon icon = hit.message() == null ? Icon.MESSAGE_CIRCLE : Icon.TEXT_SEARCH;
    HBox words = new HBox();
    words.setAlignment(Pos.CENTER_LEFT);
    words.getChildren().add(plain(opening));
    words.getChildren().addAll(pieces(hit));
    words.getChildren().add(plain(closing));
    words.setMinWidth(0);
    Label where = new Label(hit.where());
    where.getStyleClass().addAll("small", "subtle");
    where.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().setAll(new IconView(icon, 16), words, where);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setAccessibleText(hit.shown() + ", " + hit.where());
    setOnMouseClicked(clicked -> open.run());
  }

  void mark(boolean marked) {
    pseudoClassStateChanged(MARKED, marked);
  }

  /** The text around its first match, cut at both ends where it is long. */
  private static List<Label> pieces(SearchViewModel.Hit hit) {
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
    Label label = new Label(text);
    label.getStyleClass().add("hit-words");
    return label;
  }
}
