package app.recado.client.ui.conversation;

import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.MessageRow;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.Cell;
import org.jspecify.annotations.Nullable;

/** One row of the timeline, whatever it shows; reused for others as they come into view. */
final class EntryCell implements Cell<TimelineEntry, StackPane> {
  private static final PseudoClass FLASH = PseudoClass.getPseudoClass("flash");

  private final StackPane slot = new StackPane();
  private final Rows rows;
  private @Nullable TimelineEntry entry;
  private @Nullable BubbleRow bubble;
  private @Nullable LineRow line;
  private @Nullable CopyRow copy;
  private @Nullable HoleRow hole;
  private @Nullable HeldRow held;
  private @Nullable ScheduledBubble scheduled;

  /** What the rows are made from and ask. */
  record Rows(
      Texts texts,
      RowWords words,
      HeldWords heldWords,
      RowActions actions,
      ConversationViewModel model) {}

  EntryCell(Rows rows, TimelineEntry entry) {
    this.rows = rows;
    slot.getStyleClass().add("entry");
    slot.setMinWidth(0);
    updateItem(entry);
  }

  @Override
  public StackPane getNode() {
    return slot;
  }

  @Override
  public boolean isReusable() {
    return true;
  }

  @Override
  public void updateItem(TimelineEntry now) {
    entry = now;
    Node row =
        switch (now) {
          case TimelineEntry.Message message -> bubbleFor(message);
          case TimelineEntry.Day day -> lineFor(rows.words().day(day.date()), "day");
          case TimelineEntry.Unread unread ->
              lineFor(rows.texts().get("timeline.unread"), "unread");
          case TimelineEntry.Event event when isCopy(event.row()) -> copyFor(event.row());
          case TimelineEntry.Event event ->
              lineFor(
                  rows.words().event(event.row()),
                  event.row().event() != null && SystemLines.separates(event.row().event())
                      ? "session"
                      : "event");
          case TimelineEntry.Hole missing -> holeFor(missing);
          case TimelineEntry.Held card -> heldFor(card);
          case TimelineEntry.Scheduled message -> scheduledFor(message);
        };
    if (slot.getChildren().isEmpty() || slot.getChildren().getFirst() != row) {
      slot.getChildren().setAll(row);
    }
  }

  @Override
  public void reset() {
    entry = null;
    flash(false);
    if (bubble != null) {
      bubble.clear();
    }
  }

  @Nullable TimelineEntry entry() {
    return entry;
  }

  /** The message's row; null while the cell shows something else. */
  @Nullable BubbleRow bubble() {
    return entry instanceof TimelineEntry.Message ? bubble : null;
  }

  /** Draws the eye to it for a moment. */
  void flash(boolean on) {
    slot.pseudoClassStateChanged(FLASH, on);
  }

  /** Draws again what depends on more than the entry. */
  void refresh() {
    if (entry instanceof TimelineEntry.Day
        || entry instanceof TimelineEntry.Hole
        || entry instanceof TimelineEntry.Held) {
      updateItem(entry);
    }
  }

  private BubbleRow bubbleFor(TimelineEntry.Message message) {
    BubbleRow row = bubble;
    if (row == null) {
      row =
          new BubbleRow(
              rows.texts(),
              rows.words(),
              rows.actions(),
              rows.model().ports(),
              rows.model().names(),
              rows.model().desk().files(),
              rows.model().secondsProperty());
      bubble = row;
    }
    row.show(message);
    return row;
  }

  private static boolean isCopy(MessageRow row) {
    return row.event() != null && row.event().type().equals("copied");
  }

  private CopyRow copyFor(MessageRow copied) {
    CopyRow row = copy;
    if (row == null) {
      row = new CopyRow(rows.texts(), rows.words(), rows.actions());
      copy = row;
    }
    row.show(copied);
    return row;
  }

  private ScheduledBubble scheduledFor(TimelineEntry.Scheduled message) {
    ScheduledBubble row = scheduled;
    if (row == null) {
      row =
          new ScheduledBubble(
              rows.texts(), rows.words(), rows.actions(), rows.model().desk().files());
      scheduled = row;
    }
    row.show(message);
    return row;
  }

  private LineRow lineFor(String text, String style) {
    LineRow row = line;
    if (row == null) {
      row = new LineRow();
      line = row;
    }
    row.show(text, style);
    return row;
  }

  private HoleRow holeFor(TimelineEntry.Hole missing) {
    HoleRow row = hole;
    if (row == null) {
      row = new HoleRow(rows.texts(), rows.actions());
      hole = row;
    }
    row.show(missing, rows.model().offlineProperty().get());
    return row;
  }

  private HeldRow heldFor(TimelineEntry.Held card) {
    HeldRow row = held;
    if (row == null) {
      row = new HeldRow(rows.texts(), rows.heldWords(), rows.actions());
      held = row;
    }
    row.show(card.item(), rows.model().hasSeenCause(card.item()));
    return row;
  }
}
