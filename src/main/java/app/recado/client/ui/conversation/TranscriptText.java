package app.recado.client.ui.conversation;

import app.recado.client.ui.i18n.Texts;

/** A transcript as plain text. */
final class TranscriptText {
  private static final String INDENT = "    ";

  private TranscriptText() {}

  static String of(Transcript transcript, Texts texts) {
    StringBuilder out = new StringBuilder();
    out.append(transcript.title()).append('\n').append(transcript.place()).append('\n');
    for (Transcript.Line line : transcript.lines()) {
      switch (line) {
        case Transcript.Day day -> out.append("\n== ").append(day.date()).append(" ==\n\n");
        case Transcript.Said said -> said(out, said, texts);
        case Transcript.Happened happened ->
            out.append("-- ").append(happened.what()).append(" --\n");
        case Transcript.Missing missing ->
            out.append("\n[").append(missing.howMany()).append("]\n");
      }
    }
    return out.toString();
  }

  private static void said(StringBuilder out, Transcript.Said said, Texts texts) {
    out.append('[').append(said.time()).append("] ").append(said.author());
    if (said.whisper()) {
      out.append(" (").append(texts.get("message.whisper")).append(')');
    }
    out.append(":\n");
    if (said.quoted() != null) {
      said.quoted()
          .lines()
          .forEach(line -> out.append(INDENT).append("> ").append(line).append('\n'));
    }
    said.text().lines().forEach(line -> out.append(INDENT).append(line).append('\n'));
    said.files().forEach(file -> out.append(INDENT).append('[').append(file).append("]\n"));
  }
}
