package app.recado.client.ui.pdf;

import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A part of a line that is not broken any further. */
sealed interface Piece {
  /** In thousandths of the letters' size. */
  double width();

  /** Letters of the page's own font. */
  record Letters(String text, double width) implements Piece {
    boolean isBlank() {
      return text.isBlank();
    }
  }

  /**
   * What the font has no letters for: an emoji, or a word as the system writes it.
   *
   * @param below how far it reaches below the line, in thousandths
   */
  record Picture(PDImageXObject image, double width, double height, double below)
      implements Piece {}
}
