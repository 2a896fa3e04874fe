package app.recado.client.state;

import app.recado.protocol.Attachment;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dialog's timeline. {@link #key} is stable while the row stands for the same thing.
 */
public sealed interface TimelineEntry {
  String key();

  record Day(LocalDate date) implements TimelineEntry {
    @Override
    public String key() {
      return "day " + date;
    }
  }

  /** The first unread message comes after this. */
  record Unread() implements TimelineEntry {
    @Override
    public String key() {
      return "unread";
    }
  }

  /** Messages between two positions (inclusive) are not on this computer. */
  record Hole(long from, long to, boolean loading) implements TimelineEntry {
    @Override
    public String key() {
      return "hole " + from;
    }
  }

  /** A system line; {@code row.event()} is not null. */
  record Event(MessageRow row) implements TimelineEntry {
    @Override
    public String key() {
      return row.id().value();
    }
  }

  /**
   * A message.
   *
   * @param state null for messages of others
   * @param command the entry in the outbox while it stands there
   * @param authorName as the staff see it
   * @param quoted what it refers to; null without a quote
   * @param editRefusal why I may not edit it now, as a text key; null if I may
   * @param deleteRefusal likewise for deleting
   * @param leavesAt when it leaves this computer, while it keeps its time here; null otherwise
   */
  record Message(
      MessageRow row,
      boolean own,
      @Nullable SendState state,
      @Nullable CommandId command,
      String authorName,
      @Nullable Quoted quoted,
      @Nullable String editRefusal,
      @Nullable String deleteRefusal,
      @Nullable Instant leavesAt)
      implements TimelineEntry {
    /** A message that keeps no time. */
    public Message(
        MessageRow row,
        boolean own,
        @Nullable SendState state,
        @Nullable CommandId command,
        String authorName,
        @Nullable Quoted quoted,
        @Nullable String editRefusal,
        @Nullable String deleteRefusal) {
      this(row, own, state, command, authorName, quoted, editRefusal, deleteRefusal, null);
    }

    @Override
    public String key() {
      return row.id().value();
    }
  }

  /**
   * @param position null if it is not on this computer
   */
  record Quoted(
      MessageId id, String authorName, String text, boolean deleted, @Nullable Long position) {}

  /**
   * A message of mine that waits for its time.
   *
   * @param queued whether the relay does not know of it yet
   * @param quoted what it refers to; null without a quote
   */
  record Scheduled(
      MessageId id,
      DialogId dialog,
      String text,
      List<Attachment> files,
      Instant sendAt,
      boolean queued,
      @Nullable Quoted quoted)
      implements TimelineEntry {
    @Override
    public String key() {
      return "scheduled " + id.value();
    }
  }

  /** The card of what is held in this dialog. */
  record Held(HeldItem item) implements TimelineEntry {
    @Override
    public String key() {
      return "held " + item.id();
    }
  }
}
