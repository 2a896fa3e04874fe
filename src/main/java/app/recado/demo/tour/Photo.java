package app.recado.demo.tour;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** The files that are sent: a shelf without its boards, the boards, and a sheet of paper. */
final class Photo {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 720;

  private Photo() {}

  /** The frame, with the box beside it. */
  static byte[] frame() {
    return png(brush -> {
      brush.setPaint(new Color(0, 0, 0, 40));
      brush.fillOval(250, 590, 480, 50);
      brush.setPaint(new GradientPaint(280, 0, new Color(0x8A5A33), 320, 0, new Color(0x6B4223)));
      brush.fillRect(290, 110, 34, 510);
      brush.fillRect(640, 110, 34, 510);
      brush.setPaint(new Color(0x7A4C29));
      brush.fillRect(290, 96, 384, 30);
      brush.fillRect(290, 580, 384, 30);
      brush.setPaint(new Color(0x4B2D16));
      for (int hole = 200; hole < 560; hole += 60) {
        brush.fillOval(303, hole, 9, 9);
        brush.fillOval(653, hole, 9, 9);
      }
      brush.setPaint(new Color(0xC79A62));
      brush.fillRect(720, 470, 170, 150);
      brush.setPaint(new Color(0xB08350));
      brush.fillRect(795, 470, 22, 150);
    });
  }

  /** Three boards against the wall. */
  static byte[] boards() {
    return png(brush -> {
      for (int board = 0; board < 3; board++) {
        int x = 240 + board * 170;
        brush.setPaint(new Color(0, 0, 0, 40));
        brush.fillOval(x - 20, 610, 170, 34);
        brush.setPaint(
            new GradientPaint(x, 0, new Color(0x96643A), x + 120, 0, new Color(0x6B4223)));
        brush.fillRect(x, 150, 120, 480);
        brush.setPaint(new Color(0x5A3920));
        brush.fillRect(x + 112, 150, 8, 480);
      }
    });
  }

  private static byte[] png(Consumer<Graphics2D> things) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setPaint(new GradientPaint(0, 0, new Color(0xE9E1D3), 0, HEIGHT, new Color(0xCFC3AF)));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    brush.setPaint(new GradientPaint(0, 570, new Color(0x9A7B58), 0, HEIGHT, new Color(0x6E5439)));
    brush.fillRect(0, 570, WIDTH, HEIGHT - 570);
    things.accept(brush);
    brush.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A PDF of one page. */
  static byte[] pdf(String title) {
    String words = "BT /F1 24 Tf 72 770 Td (%s) Tj ET".formatted(title);
    return """
    %%PDF-1.4
    1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
    2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
    3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R
      /Resources <</Font <</F1 4 0 R>>>>>> endobj
    4 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
    5 0 obj <</Length %d>> stream
    %s
    endstream endobj
    trailer <</Root 1 0 R>>
    %%%%EOF
    """
        .formatted(words.length(), words)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
