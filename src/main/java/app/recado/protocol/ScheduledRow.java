package app.recado.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the signed-in person that the relay keeps until its time; nobody else sees it.
 *
 * @param id the message's id once it is sent
 * @param files the ids of its files, which are its author's alone until then
 * @param attachments what those files are
 * @param reason why it was not sent when its time came; null while it waits
 * @param now the state that held it, if it was held
 */
public record ScheduledRow(
    MessageId id,
    DialogId dialog,
    String text,
    @Nullable MessageId quote,
    List<String> files,
    List<Attachment> attachments,
    Instant sendAt,
    @Nullable HeldReason reason,
    Outcome.@Nullable Now now)
    implements Row {
  public ScheduledRow {
    Required.all(id, dialog, text, sendAt);
    files = files == null ? List.of() : List.copyOf(files);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  @Override
  public RowKind kind() {
    return RowKind.SCHEDULED;
  }

  @Override
  public String rowId() {
    return id.value();
  }

  /** The same message with another time. */
  public ScheduledRow at(Instant time) {
    return new ScheduledRow(id, dialog, text, quote, files, attachments, time, null, null);
  }

  /** The same message, not sent. */
  public ScheduledRow held(HeldReason why, Outcome.@Nullable Now state) {
    return new ScheduledRow(id, dialog, text, quote, files, attachments, sendAt, why, state);
  }
}
