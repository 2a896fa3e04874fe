package app.recado.client.ui.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** Pages of A4 that are filled from the top. One thread at a time. */
public final class Paper implements AutoCloseable {
  /** Points. */
  private static final float MARGIN = 54;

  private static final float LINE = 1.38f;
  private static final float PADDING = 7;
  private static final float BAR = 8;

  private final PDDocument document = new PDDocument();
  private final Letters letters;
  private @Nullable PDPageContentStream content;
  private float y;

  /**
   * @param title of the document, as a reader shows it
   */
  public Paper(String title, String language) throws IOException {
    letters = new Letters(document);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Recado");
    document.getDocumentCatalog().setLanguage(language);
  }

  /**
   * How lines look.
   *
   * @param size of the letters in points
   * @param left from the margin, in points
   * @param bar whether a bar stands before them, as before a quote
   */
  public record Look(float size, Color colour, boolean heavy, float left, boolean bar) {
    public static final Look TITLE = new Look(17, new Color(0x17212B), true, 0, false);
    public static final Look TEXT = new Look(10.5f, new Color(0x17212B), false, 0, false);
    public static final Look SMALL = new Look(8.5f, new Color(0x5B6770), false, 0, false);
    public static final Look QUOTE = new Look(9.5f, new Color(0x5B6770), false, 0, true);
  }

  /** Some text; its line breaks are kept. */
  public record Words(String text, Look look) {}

  /** Words at the left edge. */
  public void write(Words words) throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    for (List<Piece> line : lines(words, width)) {
      room(words.look().size() * LINE);
      line(line, words.look(), MARGIN + words.look().left());
    }
  }

  /** Words in the middle of the page. */
  public void writeCentred(Words words) throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    for (List<Piece> line : lines(words, width)) {
      room(words.look().size() * LINE);
      line(line, words.look(), MARGIN + (width - width(line, words.look())) / 2);
    }
  }

  /** Leaves some of the page empty, in points. */
  public void skip(float points) {
    y -= points;
  }

  /**
   * What somebody said, on a ground of its own that goes on where a page ends.
   *
   * @param ours at the right edge instead of the left one
   * @param dashed with a border, as what is not for everybody
   */
  public void bubble(List<Words> all, Color ground, boolean ours, boolean dashed)
      throws IOException {
    float page = PDRectangle.A4.getWidth() - 2 * MARGIN;
    float width = page * 0.78f;
    float left = MARGIN + (ours ? page - width : 0);
    List<Laid> laid = new ArrayList<>();
    for (Words words : all) {
      for (List<Piece> line : lines(words, width - 2 * PADDING - BAR)) {
        laid.add(new Laid(line, words.look()));
      }
    }
    int from = 0;
    room(2 * PADDING + (laid.isEmpty() ? 0 : laid.getFirst().height()));
    while (from < laid.size()) {
      int to = from;
      float height = 2 * PADDING;
      while (to < laid.size() && (to == from || y - height - laid.get(to).height() > MARGIN)) {
        height += laid.get(to).height();
        to++;
      }
      ground(left, y - height, width, height, ground, dashed);
      y -= PADDING;
      for (Laid line : laid.subList(from, to)) {
        float indent = line.look().bar() ? BAR : 0;
        if (line.look().bar()) {
          bar(left + PADDING, line.height());
        }
        line(line.pieces(), line.look(), left + PADDING + indent);
      }
      y -= PADDING;
      from = to;
      if (from < laid.size()) {
        turn();
      }
    }
  }

  private record Laid(List<Piece> pieces, Look look) {
    float height() {
      return look.size() * LINE;
    }
  }

  /** Writes it as a PDF. */
  public void writeTo(OutputStream out) throws IOException {
    endPage();
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    endPage();
    document.close();
  }

  private List<List<Piece>> lines(Words words, float width) throws IOException {
    double most = width * 1000 / words.look().size();
    List<List<Piece>> lines = new ArrayList<>();
    for (String paragraph : words.text().split("\\R", -1)) {
      List<Piece> line = new ArrayList<>();
      double used = 0;
      for (Piece piece : small(letters.pieces(paragraph), most)) {
        boolean blank = piece instanceof Piece.Letters text && text.isBlank();
        if (used + piece.width() > most && !line.isEmpty() && !blank) {
          lines.add(line);
          line = new ArrayList<>();
          used = 0;
        }
        if (!(blank && line.isEmpty() && !lines.isEmpty())) {
          line.add(piece);
          used += piece.width();
        }
      }
      lines.add(line);
    }
    return lines;
  }

  private List<Piece> small(List<Piece> pieces, double most) throws IOException {
    List<Piece> small = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Letters word && word.width() > most) {
        small.addAll(letters.letters(word));
      } else {
        small.add(piece);
      }
    }
    return small;
  }

  private static float width(List<Piece> line, Look look) {
    return (float) (line.stream().mapToDouble(Piece::width).sum() * look.size() / 1000);
  }

  private void line(List<Piece> line, Look look, float left) throws IOException {
    PDPageContentStream out = page();
    float size = look.size();
    float base = y - size * 1.05f;
    float x = left;
    for (Piece piece : line) {
      float width = (float) (piece.width() * size / 1000);
      switch (piece) {
        case Piece.Letters text -> {
          out.beginText();
          out.setFont(letters.font(), size);
          out.setNonStrokingColor(look.colour());
          out.setStrokingColor(look.colour());
          out.setLineWidth(size / 40);
          out.setRenderingMode(look.heavy() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
          out.newLineAtOffset(x, base);
          out.showText(text.text());
          out.endText();
        }
        case Piece.Picture picture -> {
          float height = (float) (picture.height() * size / 1000);
          out.drawImage(
              picture.image(),
              x,
              base - (float) (picture.below() * size / 1000),
              Math.min(width, PDRectangle.A4.getWidth() - MARGIN - x),
              height);
        }
      }
      x += width;
    }
    y -= size * LINE;
  }

  private void ground(float x, float bottom, float width, float height, Color colour, boolean edge)
      throws IOException {
    PDPageContentStream out = page();
    out.setNonStrokingColor(colour);
    out.addRect(x, bottom, width, height);
    out.fill();
    if (edge) {
      out.setStrokingColor(new Color(0xB6BEC7));
      out.setLineWidth(0.8f);
      out.setLineDashPattern(new float[] {3, 2}, 0);
      out.addRect(x, bottom, width, height);
      out.stroke();
      out.setLineDashPattern(new float[] {}, 0);
    }
  }

  private void bar(float x, float height) throws IOException {
    PDPageContentStream out = page();
    out.setNonStrokingColor(new Color(0x0B6E4F));
    out.addRect(x, y - height, 2, height);
    out.fill();
  }

  /** Begins a new page if there is less left of this one. */
  private void room(float height) throws IOException {
    page();
    if (y - height < MARGIN) {
      turn();
    }
  }

  private PDPageContentStream page() throws IOException {
    PDPageContentStream open = content;
    if (open == null) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      open = new PDPageContentStream(document, page);
      content = open;
      y = PDRectangle.A4.getHeight() - MARGIN;
    }
    return open;
  }

  private void turn() throws IOException {
    endPage();
    page();
  }

  private void endPage() throws IOException {
    PDPageContentStream open = content;
    if (open != null) {
      open.close();
      content = null;
    }
  }
}
