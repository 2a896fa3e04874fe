package app.recado.client.ui.search;

import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.MessageId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A look into a conversation without opening it: nothing counts as seen or read. Shows a message
 * with what stands around it, or how a dialog ends.
 */
final class Peek implements AutoCloseable {
  private static final int BEFORE = 2;
  private static final int LINES = 6;

  private final Desk desk;
  private final Moments moments;
  private final Texts texts = Texts.of("search");
  private final ReadOnlyObjectWrapper<List<Line>> lines =
      new ReadOnlyObjectWrapper<>(this, "lines", List.of());
  private @Nullable Timeline timeline;
  private Subscription awaiting = Subscription.EMPTY;

  /**
   * One message.
   *
   * @param found whether it is the one that was looked for
   */
  record Line(String author, String text, String when, boolean whisper, boolean found) {}

  Peek(Desk desk, Moments moments) {
    this.desk = desk;
    this.moments = moments;
  }

  /** Looks at something else; at nothing if that has no messages. */
  void look(@Nullable Hit hit) {
    close();
    if (hit instanceof Hit.Found found) {
      Timeline opened = desk.open(found.dialog());
      timeline = opened;
      MessageId message = found.message();
      if (message == null) {
        awaiting = opened.ready().subscribe(ready -> show(opened, null, LINES));
      } else {
        opened.jumpTo(message, index -> show(opened, message, index));
      }
    }
  }

  private void show(Timeline of, @Nullable MessageId message, int index) {
    if (of != timeline || index < 0) {
      return;
    }
    List<TimelineEntry.Message> around = new ArrayList<>();
    List<TimelineEntry> entries = of.entries();
    int at = message == null ? entries.size() : index;
    for (int i = at - 1, left = message == null ? LINES : BEFORE; i >= 0 && left > 0; i--) {
      if (entries.get(i) instanceof TimelineEntry.Message each) {
        around.addFirst(each);
        left--;
      }
    }
    for (int i = at; i < entries.size() && around.size() < LINES; i++) {
      if (entries.get(i) instanceof TimelineEntry.Message each) {
        around.add(each);
      }
    }
    lines.set(around.stream().map(each -> line(each, message)).toList());
  }

  private Line line(TimelineEntry.Message each, @Nullable MessageId message) {
    boolean deleted = each.row().deletedAt() != null;
    return new Line(
        each.authorName().isEmpty() ? texts.get("preview.automatic") : each.authorName(),
        deleted ? texts.get("preview.deleted") : each.row().text().replace('\n', ' '),
        moments.brief(each.row().createdAt(), desk.relayNow()),
        each.row().whisper(),
        each.row().id().equals(message));
  }

  /** What is seen; empty until it has been read. */
  ReadOnlyObjectProperty<List<Line>> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  @Override
  public void close() {
    awaiting.unsubscribe();
    awaiting = Subscription.EMPTY;
    Timeline before = timeline;
    timeline = null;
    if (before != null) {
      before.close();
    }
    lines.set(List.of());
  }
}
