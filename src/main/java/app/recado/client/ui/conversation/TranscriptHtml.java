package app.recado.client.ui.conversation;

import app.recado.client.ui.i18n.Texts;

/** A transcript as one HTML file that needs nothing else, loads nothing and prints well. */
final class TranscriptHtml {
  private static final String STYLE =
      """
      body { font: 15px/1.45 system-ui, sans-serif; color: #17212b; max-width: 46em;
        margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.3em; margin-bottom: 0; }
      h2 { font-size: .85em; color: #5b6770; text-align: center; margin: 1.6em 0 .8em; }
      .place, .event, .missing, .meta { color: #5b6770; font-size: .85em; }
      .event, .missing { text-align: center; margin: .5em 0; }
      .said { margin: .5em 25% .5em 0; padding: .5em .8em; border-radius: .7em;
        background: #f0f2f4; break-inside: avoid; }
      .ours { margin: .5em 0 .5em 25%; background: #dcf3e8; }
      .whisper { background: #eceef0; border: 1px dashed #b6bec7; }
      .text { white-space: pre-wrap; overflow-wrap: anywhere; }
      blockquote { margin: .2em 0; padding-left: .6em; border-left: 3px solid #0b6e4f;
        color: #5b6770; white-space: pre-wrap; }
      """;

  private TranscriptHtml() {}

  static String of(Transcript transcript, Texts texts) {
    StringBuilder out = new StringBuilder();
    out.append("<!doctype html>\n<html lang=\"")
        .append(escaped(texts.locale().toLanguageTag()))
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>")
        .append(escaped(transcript.title()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n");
    element(out, "h1", "", transcript.title());
    element(out, "p", "place", transcript.place());
    for (Transcript.Line line : transcript.lines()) {
      switch (line) {
        case Transcript.Day day -> element(out, "h2", "", day.date());
        case Transcript.Said said -> said(out, said, texts);
        case Transcript.Happened happened -> element(out, "p", "event", happened.what());
        case Transcript.Missing missing -> element(out, "p", "missing", missing.howMany());
      }
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private static void said(StringBuilder out, Transcript.Said said, Texts texts) {
    out.append("<div class=\"said")
        .append(said.customer() ? "" : " ours")
        .append(said.whisper() ? " whisper" : "")
        .append("\">\n");
    String meta = said.author() + texts.get("header.separator") + said.time();
    element(
        out,
        "div",
        "meta",
        said.whisper()
            ? meta + texts.get("header.separator") + texts.get("message.whisper")
            : meta);
    if (said.quoted() != null) {
      element(out, "blockquote", "", said.quoted());
    }
    if (!said.text().isEmpty()) {
      element(out, "div", "text", said.text());
    }
    said.files().forEach(file -> element(out, "div", "meta", "📎 " + file));
    out.append("</div>\n");
  }

  private static void element(StringBuilder out, String name, String style, String text) {
    out.append('<').append(name);
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
