package app.recado.client.ui;

import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A timeline that a test fills by hand; it keeps what it was asked. */
public final class FakeTimeline implements Timeline {
  public final ObservableList<TimelineEntry> entries = FXCollections.observableArrayList();
  public final SimpleBooleanProperty atEnd = new SimpleBooleanProperty(true);
  public final SimpleBooleanProperty hasOlder = new SimpleBooleanProperty();
  public final SimpleBooleanProperty ready = new SimpleBooleanProperty(true);
  public @Nullable Integer firstUnread;

  /**
   * {@code loadOlder}, {@code loadNewer}, {@code jumpTo ID}, {@code jumpToEnd}, {@code fill KEY}.
   */
  public final List<String> calls = new ArrayList<>();

  public boolean closed;

  @Override
  public ObservableList<TimelineEntry> entries() {
    return entries;
  }

  @Override
  public ReadOnlyBooleanProperty atEnd() {
    return atEnd;
  }

  @Override
  public ReadOnlyBooleanProperty hasOlder() {
    return hasOlder;
  }

  @Override
  public ReadOnlyBooleanProperty ready() {
    return ready;
  }

  @Override
  public void loadOlder() {
    calls.add("loadOlder");
  }

  @Override
  public void loadNewer() {
    calls.add("loadNewer");
  }

  @Override
  public void jumpTo(MessageId message, IntConsumer whenShown) {
    calls.add("jumpTo " + message.value());
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(message.value())) {
        whenShown.accept(i);
        return;
      }
    }
    whenShown.accept(-1);
  }

  @Override
  public void jumpTo(Instant moment, IntConsumer whenShown) {
    calls.add("jumpTo " + moment);
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof TimelineEntry.Message message
          && !message.row().createdAt().isBefore(moment)) {
        whenShown.accept(i);
        return;
      }
    }
    whenShown.accept(-1);
  }

  @Override
  public void jumpToEnd() {
    calls.add("jumpToEnd");
  }

  @Override
  public void fill(TimelineEntry.Hole hole) {
    calls.add("fill " + hole.key());
  }

  @Override
  public @Nullable Integer firstUnread() {
    return firstUnread;
  }

  @Override
  public void close() {
    closed = true;
  }
}
