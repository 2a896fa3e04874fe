package app.recado.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a dialog's timeline.
 *
 * @param position 1, 2, 3… per dialog without gaps, given by the relay, never changed
 * @param text never null; empty for a deleted message and for system lines
 * @param quote the message it refers to
 * @param files the ids of its attachments
 * @param attachments what it came with; empty for a deleted message
 * @param createdAt the relay's time
 * @param deletedAt when it became a tombstone
 * @param failure why delivery failed; null unless it did
 * @param event what happened, for a system line; null for anything else
 */
public record MessageRow(
    MessageId id,
    DialogId dialog,
    SessionId session,
    long position,
    Author author,
    String text,
    boolean whisper,
    @Nullable MessageId quote,
    List<String> files,
    List<Attachment> attachments,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    Delivery delivery,
    @Nullable String failure,
    @Nullable SystemEvent event)
    implements Row {
  public MessageRow {
    Required.all(id, dialog, session, author, text, createdAt, delivery);
    files = List.copyOf(files);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  @Override
  public RowKind kind() {
    return RowKind.MESSAGE;
  }

  @Override
  public String rowId() {
    return id.value();
  }

  /**
   * Whether the customer may see it: neither whispered nor a system line, except texts the relay
   * sent to the customer.
   */
  public boolean isPublic() {
    return !whisper && event == null;
  }

  /** The same with another text. */
  public MessageRow edited(String newText, Instant at) {
    return new MessageRow(
        id,
        dialog,
        session,
        position,
        author,
        newText,
        whisper,
        quote,
        files,
        attachments,
        createdAt,
        at,
        deletedAt,
        delivery,
        failure,
        event);
  }

  /** Its tombstone: neither text nor quote nor files are left. */
  public MessageRow deleted(Instant at) {
    return new MessageRow(
        id, dialog, session, position, author, "", whisper, null, List.of(), List.of(), createdAt,
        editedAt, at, delivery, failure, event);
  }

  /** The same line, telling something else. */
  public MessageRow with(SystemEvent other) {
    return new MessageRow(
        id,
        dialog,
        session,
        position,
        author,
        text,
        whisper,
        quote,
        files,
        attachments,
        createdAt,
        editedAt,
        deletedAt,
        delivery,
        failure,
        other);
  }

  /** The same, having come so far. */
  public MessageRow delivered(Delivery reached) {
    return new MessageRow(
        id,
        dialog,
        session,
        position,
        author,
        text,
        whisper,
        quote,
        files,
        attachments,
        createdAt,
        editedAt,
        deletedAt,
        reached,
        failure,
        event);
  }
}
