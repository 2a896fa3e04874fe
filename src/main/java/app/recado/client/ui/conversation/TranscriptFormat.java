package app.recado.client.ui.conversation;

import app.recado.client.platform.FileSaving;
import app.recado.client.ui.i18n.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a transcript can be written as. */
enum TranscriptFormat {
  TEXT("txt"),
  HTML("html"),
  PDF("pdf");

  private final String ending;

  TranscriptFormat(String ending) {
    this.ending = ending;
  }

  String ending() {
    return ending;
  }

  /** Takes its time; a text is written at once, pages may be stopped. */
  void write(Transcript transcript, Texts texts, OutputStream out, FileSaving.Watcher watcher)
      throws IOException {
    switch (this) {
      case TEXT -> out.write(bytes(TranscriptText.of(transcript, texts)));
      case HTML -> out.write(bytes(TranscriptHtml.of(transcript, texts)));
      case PDF -> TranscriptPdf.write(transcript, texts, out, watcher);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A name that every computer takes. */
  String fileName(String title) {
    String plain = title.replaceAll("[^\\p{L}\\p{N} ._-]+", " ").strip().replaceAll("\\s+", " ");
    String begin = plain.isEmpty() ? "recado" : plain.substring(0, Math.min(60, plain.length()));
    return begin.strip().toLowerCase(Locale.ROOT).replace(' ', '-') + '.' + ending;
  }
}
