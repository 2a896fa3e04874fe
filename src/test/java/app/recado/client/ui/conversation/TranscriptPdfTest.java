package app.recado.client.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.FileSaving;
import app.recado.client.ui.i18n.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TranscriptPdfTest {
  private static final Texts TEXTS = Texts.of("conversation");

  @Test
  void everyLineIsOnItsPages() throws Exception {
    List<Transcript.Line> lines = new ArrayList<>();
    lines.add(new Transcript.Day("20 November 2026"));
    for (int i = 0; i < 60; i++) {
      lines.add(said("Mensagem nº " + i + ", ação e “coração”", null));
    }
    lines.add(new Transcript.Happened("Bruno finished"));
    lines.add(new Transcript.Missing("12 messages are not on this computer"));
    try (PDDocument read = read(new Transcript("Marina Rocha", "WhatsApp", lines))) {
      String text = new PDFTextStripper().getText(read);
      assertThat(text)
          .contains(
              "Marina Rocha", "WhatsApp", "20 November 2026", "Bruno finished", "12 messages");
      for (int i = 0; i < 60; i++) {
        assertThat(text).contains("Mensagem nº " + i + ", ação e “coração”");
      }
      assertThat(read.getNumberOfPages()).isGreaterThan(2);
      assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Marina Rocha");
    }
  }

  @Test
  void longMessageGoesOnOverPagesAndLongWordOverLines() throws Exception {
    String words = "palavra ".repeat(2_000);
    String word = "x".repeat(400);
    try (PDDocument read = read(of(said(words, null), said(word, "zitat")))) {
      String text = new PDFTextStripper().getText(read);
      assertThat(text.split("palavra", -1)).hasSize(2_001);
      assertThat(text.replaceAll("[^x]", "")).hasSize(400);
      assertThat(text).contains("zitat");
    }
  }

  @Test
  void emojiAndForeignScriptsAreDrawnAsPictures() throws Exception {
    try (PDDocument read = read(of(said("Obrigada 👩🏽‍💻! こんにちは \u202E\u0007 fim", null)))) {
      // The third is the paper clip before the file.
      assertThat(pictures(read)).isEqualTo(3);
      assertThat(new PDFTextStripper().getText(read)).contains("Obrigada", "fim");
    }
  }

  @Test
  void stopsWhenItIsToldTo() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Double> parts = new ArrayList<>();
    TranscriptPdf.write(
        of(said("eins", null), said("zwei", null), said("drei", null)),
        TEXTS,
        out,
        new FileSaving.Watcher() {
          @Override
          public void at(double part) {
            parts.add(part);
          }

          @Override
          public boolean wantsToStop() {
            return parts.size() == 2;
          }
        });
    assertThat(out.size()).isZero();
    assertThat(parts).hasSize(2).isSorted();
  }

  private static int pictures(PDDocument document) {
    int pictures = 0;
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getXObjectNames()) {
        pictures += page.getResources().isImageXObject(name) ? 1 : 0;
      }
    }
    return pictures;
  }

  private static Transcript of(Transcript.Line... lines) {
    return new Transcript("Marina", "WhatsApp", List.of(lines));
  }

  private static Transcript.Said said(String text, String quoted) {
    return new Transcript.Said("Marina", "14:02", true, false, quoted, text, List.of("nota.pdf"));
  }

  private static PDDocument read(Transcript transcript) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TranscriptPdf.write(
        transcript,
        TEXTS,
        out,
        new FileSaving.Watcher() {
          @Override
          public void at(double part) {}

          @Override
          public boolean wantsToStop() {
            return false;
          }
        });
    return Loader.loadPDF(out.toByteArray());
  }
}
