package app.recado.client.ui.conversation;

import app.recado.client.ui.emoji.EmojiLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Facts side by side in one line. Where there is no room for all of them, what is said elsewhere
 * goes first, then what is useful if the names are whole without it; else names are cut, and only
 * then the facts go, the least important before the others.
 */
final class Facts extends Region {
  private static final double LEAST_NAME = 72;

  private final String separator;
  private final List<Piece> pieces = new ArrayList<>();
  private List<Fact> shown = List.of();

  /** How much a fact is needed, from the least on. */
  enum Need {
    SAID_ELSEWHERE,
    USEFUL,
    NAME
  }

  record Fact(String text, Need need) {}

  /** A fact on screen, and what parts it from the one before. */
  private record Piece(Fact fact, Label before, Label words) {
    double width() {
      return Math.ceil(words.prefWidth(-1));
    }

    double least() {
      return fact.need() == Need.NAME ? Math.min(LEAST_NAME, width()) : width();
    }

    double gap() {
      return Math.ceil(before.prefWidth(-1));
    }

    void present(boolean is) {
      before.setVisible(false);
      words.setVisible(is);
    }
  }

  Facts(String separator) {
    this.separator = separator;
    getStyleClass().add("facts");
    setMinWidth(0);
  }

  void show(List<Fact> facts) {
    if (facts.equals(shown)) {
      return;
    }
    shown = List.copyOf(facts);
    pieces.clear();
    getChildren().clear();
    for (Fact fact : shown) {
      Piece piece = new Piece(fact, label(separator), label(fact.text()));
      pieces.add(piece);
      getChildren().addAll(piece.before(), piece.words());
    }
    setAccessibleText(String.join(separator, shown.stream().map(Fact::text).toList()));
    requestLayout();
  }

  private static Label label(String text) {
    Label label = new EmojiLabel(text);
    label.getStyleClass().addAll("tiny", "muted");
    return label;
  }

  /** The room that the names need uncut. */
  double names() {
    return room(pieces.stream().filter(piece -> piece.fact().need() == Need.NAME).toList(), false);
  }

  @Override
  protected double computePrefWidth(double height) {
    return room(pieces, false);
  }

  @Override
  protected double computePrefHeight(double width) {
    return pieces.stream()
        .mapToDouble(piece -> Math.ceil(piece.words().prefHeight(-1)))
        .max()
        .orElse(0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    List<Piece> staying = new ArrayList<>(pieces);
    while (staying.size() > 1 && !fits(staying)) {
      staying.remove(
          staying.stream().min(Comparator.comparing(piece -> piece.fact().need())).orElseThrow());
    }
    pieces.forEach(piece -> piece.present(staying.contains(piece)));
    double over = Math.max(0, room(staying, false) - getWidth());
    double x = 0;
    for (Piece piece : staying) {
      if (x > 0) {
        piece.before().setVisible(true);
        place(piece.before(), x, piece.gap());
        x += piece.gap();
      }
      double less = Math.min(over, piece.width() - piece.least());
      over -= less;
      double width = Math.min(piece.width() - less, Math.max(0, getWidth() - x));
      place(piece.words(), x, width);
      x += width;
    }
  }

  /** Names are cut only where they would be also without the rest. */
  private boolean fits(List<Piece> staying) {
    boolean spare = staying.stream().anyMatch(one -> one.fact().need() == Need.SAID_ELSEWHERE);
    return room(staying, !spare && names() > getWidth()) <= getWidth();
  }

  private static double room(List<Piece> some, boolean least) {
    double width = 0;
    for (Piece piece : some) {
      width += (width == 0 ? 0 : piece.gap()) + (least ? piece.least() : piece.width());
    }
    return width;
  }

  private void place(Label label, double x, double width) {
    double height = Math.ceil(label.prefHeight(-1));
    label.resizeRelocate(x, Math.round((getHeight() - height) / 2), width, height);
  }
}
