package app.recado.client.ui.conversation;

import app.recado.client.ui.i18n.Texts;
import java.util.Locale;

/** What a transcript can be written as. */
enum TranscriptFormat {
  TEXT("txt"),
  HTML("html");

  private final String ending;

  TranscriptFormat(String ending) {
    this.ending = ending;
  }

  String ending() {
    return ending;
  }

  String write(Transcript transcript, Texts texts) {
    return switch (this) {
      case TEXT -> TranscriptText.of(transcript, texts);
      case HTML -> TranscriptHtml.of(transcript, texts);
    };
  }

  /** A name that every computer takes. */
  String fileName(String title) {
    String plain = title.replaceAll("[^\\p{L}\\p{N} ._-]+", " ").strip().replaceAll("\\s+", " ");
    String begin = plain.isEmpty() ? "recado" : plain.substring(0, Math.min(60, plain.length()));
    return begin.strip().toLowerCase(Locale.ROOT).replace(' ', '-') + '.' + ending;
  }
}
