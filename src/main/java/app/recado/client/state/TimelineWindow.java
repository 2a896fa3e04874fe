package app.recado.client.state;

import app.recado.client.state.TimelineSource.Ask;
import app.recado.client.state.TimelineSource.Slice;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A window onto one dialog: it reads itself anew when something changed and edits its list where it
 * differs. One reading is under way at a time; what is asked meanwhile comes after it.
 */
public final class TimelineWindow implements Timeline {
  static final int PAGE = 100;
  private static final int MOST = 600;
  private static final int SEEKS = 20;

  private final DialogId dialog;
  private final TimelineSource source;
  private final Consumer<TimelineWindow> whenClosed;
  private final ObservableList<TimelineEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<TimelineEntry> view =
      FXCollections.unmodifiableObservableList(entries);
  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper hasOlder = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final Set<Long> filling = new HashSet<>();

  private @Nullable Slice shown;
  private boolean reading;
  private boolean stale;
  private boolean closed;
  private long jump;
  private @Nullable Runnable next;

  TimelineWindow(DialogId dialog, TimelineSource source, Consumer<TimelineWindow> whenClosed) {
    this.dialog = dialog;
    this.source = source;
    this.whenClosed = whenClosed;
  }

  void start() {
    read(new Ask.Opening(PAGE), slice -> {});
  }

  DialogId dialog() {
    return dialog;
  }

  /** Reads the same part again, because something in it may have changed. */
  void refresh() {
    if (reading) {
      stale = true;
    } else if (shown != null) {
      read(new Ask.Range(shown.from(), shown.to(), shown.unreadAfter()), slice -> {});
    }
  }

  @Override
  public ObservableList<TimelineEntry> entries() {
    return view;
  }

  @Override
  public ReadOnlyBooleanProperty atEnd() {
    return atEnd.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty hasOlder() {
    return hasOlder.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public void loadOlder() {
    Slice now = shown;
    if (isLater(this::loadOlder) || now == null || !now.older()) {
      return;
    }
    if (now.olderCached()) {
      long to = entries.size() > MOST ? trimmedEnd() : now.to();
      read(new Ask.Extended(now.from(), to, PAGE, 0, now.unreadAfter()), slice -> {});
    } else if (filling.add(now.from())) {
      source.fetch(
          dialog,
          now.from(),
          PAGE,
          came -> {
            filling.remove(now.from());
            if (came && !closed) {
              after(() -> extendUp());
            }
          });
    }
  }

  private void extendUp() {
    Slice now = shown;
    if (now != null) {
      read(new Ask.Extended(now.from(), now.to(), PAGE, 0, now.unreadAfter()), slice -> {});
    }
  }

  @Override
  public void loadNewer() {
    Slice now = shown;
    if (isLater(this::loadNewer) || now == null || now.to() == Long.MAX_VALUE) {
      return;
    }
    long from = entries.size() > MOST ? trimmedStart() : now.from();
    read(new Ask.Extended(from, now.to(), 0, PAGE, now.unreadAfter()), slice -> {});
  }

  @Override
  public void jumpTo(MessageId message, IntConsumer whenShown) {
    jump++;
    int index = indexOf(message);
    if (index >= 0) {
      whenShown.accept(index);
      return;
    }
    after(() ->
        read(
            new Ask.Around(message, PAGE, unreadAfter()),
            slice -> whenShown.accept(slice.found() ? indexOf(message) : -1)));
  }

  @Override
  public void jumpTo(Instant moment, IntConsumer whenShown) {
    long mine = ++jump;
    after(() -> seek(moment, whenShown, mine, SEEKS));
  }

  /** Halves the hole that the moment may lie in until no hole is left before what is shown. */
  private void seek(Instant moment, IntConsumer whenShown, long mine, int left) {
    read(
        new Ask.Since(moment, PAGE, unreadAfter()),
        slice -> {
          int index = firstSince(moment);
          whenShown.accept(index);
          TimelineEntry.Hole hole = holeBefore(index < 0 ? entries.size() : index);
          if (hole == null || left == 0 || mine != jump) {
            return;
          }
          long size = hole.to() - hole.from() + 1;
          long before = size <= PAGE ? hole.to() + 1 : hole.from() + (size + PAGE) / 2;
          source.fetch(
              dialog,
              before,
              PAGE,
              came -> {
                if (came && !closed && mine == jump) {
                  after(() -> seek(moment, whenShown, mine, left - 1));
                }
              });
        });
  }

  private int firstSince(Instant moment) {
    for (int i = 0; i < entries.size(); i++) {
      Instant at =
          switch (entries.get(i)) {
            case TimelineEntry.Message message -> message.row().createdAt();
            case TimelineEntry.Event event -> event.row().createdAt();
            default -> Instant.MIN;
          };
      if (!at.isBefore(moment)) {
        return i;
      }
    }
    return -1;
  }

  private TimelineEntry.@Nullable Hole holeBefore(int index) {
    for (int i = index - 1; i >= 0; i--) {
      TimelineEntry entry = entries.get(i);
      if (entry instanceof TimelineEntry.Hole hole) {
        return hole;
      }
      if (entry instanceof TimelineEntry.Message || entry instanceof TimelineEntry.Event) {
        return null;
      }
    }
    return null;
  }

  @Override
  public void jumpToEnd() {
    jump++;
    if (shown != null && shown.to() == Long.MAX_VALUE) {
      return;
    }
    after(() -> read(new Ask.End(PAGE, unreadAfter()), slice -> {}));
  }

  @Override
  public void fill(TimelineEntry.Hole hole) {
    if (!filling.add(hole.to())) {
      return;
    }
    int index = entries.indexOf(hole);
    if (index >= 0) {
      entries.set(index, new TimelineEntry.Hole(hole.from(), hole.to(), true));
    }
    int limit = (int) Math.min(200, hole.to() - hole.from() + 1);
    source.fetch(
        dialog,
        hole.to() + 1,
        limit,
        came -> {
          filling.remove(hole.to());
          if (!closed) {
            after(came && isAbove(hole) ? this::extendUp : this::refresh);
          }
        });
  }

  private boolean isAbove(TimelineEntry.Hole hole) {
    return shown != null && hole.to() < shown.from();
  }

  @Override
  public @Nullable Integer firstUnread() {
    for (int i = 0; i < entries.size() - 1; i++) {
      if (entries.get(i) instanceof TimelineEntry.Unread) {
        return i + 1;
      }
    }
    return null;
  }

  @Override
  public void close() {
    closed = true;
    whenClosed.accept(this);
  }

  private @Nullable Long unreadAfter() {
    return shown == null ? null : shown.unreadAfter();
  }

  private int indexOf(MessageId message) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(message.value())) {
        return i;
      }
    }
    return -1;
  }

  private long trimmedEnd() {
    return positionNear(MOST - PAGE, Long.MAX_VALUE);
  }

  private long trimmedStart() {
    return positionNear(entries.size() - (MOST - PAGE), 1);
  }

  private long positionNear(int index, long otherwise) {
    for (int i = Math.max(0, index); i < entries.size(); i++) {
      if (entries.get(i) instanceof TimelineEntry.Message message && message.row().position() > 0) {
        return message.row().position();
      }
    }
    return otherwise;
  }

  /** Does something when no reading is under way; only the last such wish counts. */
  private void after(Runnable action) {
    if (reading) {
      next = action;
    } else {
      action.run();
    }
  }

  /** Whether a reading is under way; then it is done after it, unless something else is wished. */
  private boolean isLater(Runnable action) {
    if (reading && next == null) {
      next = action;
    }
    return reading;
  }

  private void read(Ask ask, Consumer<Slice> then) {
    reading = true;
    stale = false;
    source.read(
        dialog,
        ask,
        slice -> {
          reading = false;
          if (closed) {
            return;
          }
          show(slice);
          then.accept(slice);
          Runnable waiting = next;
          next = null;
          if (waiting != null) {
            waiting.run();
          } else if (stale) {
            refresh();
          }
        });
  }

  private void show(Slice slice) {
    shown = slice;
    List<TimelineEntry> wanted = slice.entries().stream().map(this::marked).toList();
    ListEdits.replace(entries, wanted, TimelineEntry::key);
    atEnd.set(slice.to() == Long.MAX_VALUE);
    hasOlder.set(slice.older());
    ready.set(true);
  }

  private TimelineEntry marked(TimelineEntry entry) {
    return entry instanceof TimelineEntry.Hole hole && filling.contains(hole.to())
        ? new TimelineEntry.Hole(hole.from(), hole.to(), true)
        : entry;
  }
}
