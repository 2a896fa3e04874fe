package app.recado.client.ui.conversation;

import app.recado.client.platform.FileSaving;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.pdf.Paper;
import app.recado.client.ui.pdf.Paper.Look;
import app.recado.client.ui.pdf.Paper.Words;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A transcript as pages to print or to send. */
final class TranscriptPdf {
  private static final Color THEIRS = new Color(0xF0F2F4);
  private static final Color OURS = new Color(0xDCF3E8);
  private static final Color WHISPERED = new Color(0xECEEF0);
  private static final float GAP = 6;

  /** Saving the pages takes about as long as laying them out. */
  private static final double LAYING_OUT = 0.6;

  private TranscriptPdf() {}

  static void write(
      Transcript transcript, Texts texts, OutputStream out, FileSaving.Watcher watcher)
      throws IOException {
    try (Paper paper = new Paper(transcript.title(), texts.locale().toLanguageTag())) {
      paper.write(new Words(transcript.title(), Look.TITLE));
      paper.write(new Words(transcript.place(), Look.SMALL));
      int done = 0;
      for (Transcript.Line line : transcript.lines()) {
        if (watcher.wantsToStop()) {
          return;
        }
        write(line, paper, texts);
        done++;
        watcher.at(LAYING_OUT * done / transcript.lines().size());
      }
      paper.writeTo(out);
    }
  }

  private static void write(Transcript.Line line, Paper paper, Texts texts) throws IOException {
    switch (line) {
      case Transcript.Day day -> {
        paper.skip(3 * GAP);
        paper.writeCentred(new Words(day.date(), Look.SMALL));
        paper.skip(GAP);
      }
      case Transcript.Said said -> {
        paper.bubble(
            words(said, texts),
            said.whisper() ? WHISPERED : said.customer() ? THEIRS : OURS,
            !said.customer(),
            said.whisper());
        paper.skip(GAP);
      }
      case Transcript.Happened happened -> centred(happened.what(), paper);
      case Transcript.Missing missing -> centred(missing.howMany(), paper);
    }
  }

  private static void centred(String text, Paper paper) throws IOException {
    paper.writeCentred(new Words(text, Look.SMALL));
    paper.skip(GAP);
  }

  private static List<Words> words(Transcript.Said said, Texts texts) {
    String separator = texts.get("header.separator");
    List<Words> words = new ArrayList<>();
    String meta = said.author() + separator + said.time();
    words.add(
        new Words(
            said.whisper() ? meta + separator + texts.get("message.whisper") : meta, Look.SMALL));
    if (said.quoted() != null) {
      words.add(new Words(said.quoted(), Look.QUOTE));
    }
    if (!said.text().isEmpty()) {
      words.add(new Words(said.text(), Look.TEXT));
    }
    said.files().forEach(file -> words.add(new Words("📎 " + file, Look.SMALL)));
    return words;
  }
}
