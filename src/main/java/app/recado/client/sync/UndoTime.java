package app.recado.client.sync;

import app.recado.client.state.Draft;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Intent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be undone for a while before it leaves, and what undoing a message makes of a draft. */
final class UndoTime {
  private volatile Duration chosen = Duration.ZERO;

  /** Sets how long from now on, at most {@link Delays#MOST}; zero for not at all. */
  void choose(Duration time) {
    chosen = time.compareTo(Delays.MOST) > 0 ? Delays.MOST : time;
  }

  /** How long an act waits. A whisper does not: it can be deleted before any customer sees it. */
  Duration of(Intent intent) {
    return switch (intent) {
      case Intent.SendMessage send when send.whisper() -> Duration.ZERO;
      case Intent.SendMessage _,
          Intent.FinishDialog _,
          Intent.MarkSpam _,
          Intent.TransferDialog _,
          Intent.DeleteCanned _,
          Intent.DeleteMacro _ ->
          chosen;
      default -> Duration.ZERO;
    };
  }

  static DraftKind kind(Intent.SendMessage message) {
    return message.whisper() ? DraftKind.WHISPER : DraftKind.REPLY;
  }

  /** The draft that a message is written in; null for what is none. */
  static @Nullable DraftKind kind(Intent intent) {
    return switch (intent) {
      case Intent.SendMessage send -> kind(send);
      case Intent.ScheduleMessage _ -> DraftKind.REPLY;
      default -> null;
    };
  }

  /** The draft once a message is back in it, above what has been written since. */
  static Draft draft(DialogId dialog, Intent.SendMessage undone, @Nullable Draft since) {
    String written = since == null || since.text().isBlank() ? "" : since.text();
    boolean apart = !written.isEmpty() && !undone.text().isBlank();
    String text = undone.text() + (apart ? Drafts.SEPARATOR : "") + written;
    return new Draft(
        dialog,
        kind(undone),
        text,
        since == null || since.quote() == null ? undone.quote() : since.quote(),
        since == null ? null : since.lost(),
        since == null ? List.of() : since.lostFiles());
  }
}
