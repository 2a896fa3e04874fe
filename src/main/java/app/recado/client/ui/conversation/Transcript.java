package app.recado.client.ui.conversation;

import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Attachment;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to be given to somebody: what was said, by whom and when. Without internal use it
 * holds nothing that the customer has not seen: no whisper, no quote of one, no system line, and
 * nothing that has not left this desk. Pure.
 */
record Transcript(String title, String place, List<Line> lines) {
  /** A line of it, in words. */
  sealed interface Line {}

  record Day(String date) implements Line {}

  record Said(
      String author,
      String time,
      boolean customer,
      boolean whisper,
      @Nullable String quoted,
      String text,
      List<String> files)
      implements Line {}

  record Happened(String what) implements Line {}

  /** Messages that are not on this computer. */
  record Missing(String howMany) implements Line {}

  /**
   * @param entries a whole dialog
   * @param internal whether it stays within the team
   */
  static Transcript of(
      String title,
      String place,
      List<TimelineEntry> entries,
      boolean internal,
      RowWords words,
      Texts texts) {
    Set<MessageId> quotable = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (TimelineEntry entry : entries) {
      switch (entry) {
        case TimelineEntry.Day day -> {
          if (!lines.isEmpty() && lines.getLast() instanceof Day) {
            lines.removeLast();
          }
          lines.add(new Day(words.fullDay(day.date())));
        }
        case TimelineEntry.Message message -> {
          if (RowWords.isFromRelay(message) && (internal || message.row().isPublic())) {
            lines.add(said(message, quotable, words, texts));
            quotable.add(message.row().id());
          }
        }
        case TimelineEntry.Event event -> {
          if (internal) {
            lines.add(new Happened(words.event(event.row())));
          }
        }
        case TimelineEntry.Hole hole ->
            lines.add(new Missing(texts.count("hole.count", (int) (hole.to() - hole.from() + 1))));
        case TimelineEntry.Unread unread -> {}
        case TimelineEntry.Held held -> {}
        // What is not sent has not been said.
        case TimelineEntry.Scheduled waiting -> {}
      }
    }
    return new Transcript(title, place, List.copyOf(lines));
  }

  private static Said said(
      TimelineEntry.Message message, Set<MessageId> quotable, RowWords words, Texts texts) {
    MessageRow row = message.row();
    boolean deleted = row.deletedAt() != null;
    TimelineEntry.Quoted quoted = message.quoted();
    boolean shown = quoted != null && !quoted.deleted() && quotable.contains(quoted.id());
    return new Said(
        message.authorName().isEmpty() ? texts.get("message.automatic") : message.authorName(),
        words.time(row.createdAt()),
        row.author().kind() == AuthorKind.CUSTOMER,
        row.whisper(),
        quoted != null && shown ? quoted.text() : null,
        deleted ? texts.get("message.deleted") : row.text(),
        row.attachments().stream().map(Attachment::name).toList());
  }
}
