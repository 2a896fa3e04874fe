package app.recado.client.ui.pdf;

import app.recado.client.ui.emoji.EmojiStamps;
import app.recado.client.ui.emoji.EmojiText;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Turns texts into pieces of known width: letters where the font has them, pictures for emoji and
 * for the scripts it lacks, which the system's own fonts draw.
 */
final class Letters {
  /** Comes with PDFBox; Inter, as OpenType with PostScript outlines, it cannot embed. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final double EMOJI = 1200;
  private static final double EMOJI_BELOW = 250;

  /** Pixels per em of what the system draws: fine enough for print. */
  private static final int FINE = 64;

  private final PDDocument document;
  private final PDFont font;
  private final EmojiStamps stamps = new EmojiStamps();
  private final Map<String, Piece.Picture> pictures = new HashMap<>();
  private final Map<Integer, Boolean> known = new HashMap<>();

  Letters(PDDocument document) throws IOException {
    this.document = document;
    try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
      font = PDType0Font.load(document, file, true);
    }
  }

  PDFont font() {
    return font;
  }

  /** The words, blanks and pictures of one line of text, in order. */
  List<Piece> pieces(String text) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    for (EmojiText.Piece piece : EmojiText.cut(text)) {
      switch (piece) {
        case EmojiText.Words words -> words(words.text(), pieces);
        case EmojiText.Picture picture -> {
          Piece.Picture drawn = pictures.get(picture.text());
          if (drawn == null) {
            PDImageXObject image =
                LosslessFactory.createFromImage(document, stamps.of(picture.emoji()));
            drawn = new Piece.Picture(image, EMOJI, EMOJI, EMOJI_BELOW);
            pictures.put(picture.text(), drawn);
          }
          pieces.add(drawn);
        }
      }
    }
    return pieces;
  }

  /** Cuts at blanks, and where the font begins or ends to have the letters. */
  private void words(String text, List<Piece> pieces) throws IOException {
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      boolean last = next >= text.length();
      if (last || kind(point) != kind(text.codePointAt(next))) {
        word(text.substring(from, next), kind(point), pieces);
        from = next;
      }
      at = next;
    }
  }

  private enum Kind {
    BLANK,
    KNOWN,
    UNKNOWN,
    UNSEEN
  }

  private Kind kind(int point) {
    if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
      return Kind.BLANK;
    }
    if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
      return Kind.UNSEEN;
    }
    return known.computeIfAbsent(point, this::has) ? Kind.KNOWN : Kind.UNKNOWN;
  }

  private boolean has(int point) {
    try {
      return font.encode(Character.toString(point)).length > 0;
    } catch (IOException | IllegalArgumentException without) {
      return false;
    }
  }

  private void word(String word, Kind kind, List<Piece> pieces) throws IOException {
    switch (kind) {
      case BLANK -> {
        String blank = " ".repeat(word.length());
        pieces.add(new Piece.Letters(blank, font.getStringWidth(blank)));
      }
      case KNOWN -> pieces.add(new Piece.Letters(word, font.getStringWidth(word)));
      case UNKNOWN -> pieces.add(drawn(word));
      case UNSEEN -> {}
    }
  }

  /** One letter after the other: of a word that is wider than a line. */
  List<Piece> letters(Piece.Letters word) throws IOException {
    List<Piece> letters = new ArrayList<>();
    for (int point : word.text().codePoints().toArray()) {
      String letter = Character.toString(point);
      letters.add(new Piece.Letters(letter, font.getStringWidth(letter)));
    }
    return letters;
  }

  private Piece.Picture drawn(String word) throws IOException {
    Piece.Picture before = pictures.get(word);
    if (before != null) {
      return before;
    }
    TextLayout layout =
        new TextLayout(
            word,
            new Font(Font.SANS_SERIF, Font.PLAIN, FINE),
            new FontRenderContext(null, true, true));
    int width = Math.max(1, (int) Math.ceil(layout.getAdvance()));
    int height = (int) Math.ceil(layout.getAscent() + layout.getDescent());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.BLACK);
    layout.draw(graphics, 0, layout.getAscent());
    graphics.dispose();
    double scale = 1000.0 / FINE;
    Piece.Picture picture =
        new Piece.Picture(
            LosslessFactory.createFromImage(document, image),
            width * scale,
            height * scale,
            layout.getDescent() * scale);
    pictures.put(word, picture);
    return picture;
  }
}
