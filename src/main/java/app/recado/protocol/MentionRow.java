package app.recado.protocol;

import java.time.Instant;

/**
 * That a message names the signed-in person: private, and there only while the dialog may be seen.
 * It has no text of its own, so nothing of the message is left in it when that is changed.
 *
 * @param position of the message in its dialog
 * @param by who wrote it
 * @param read whether the person has looked at it
 */
public record MentionRow(
    MessageId message, DialogId dialog, long position, UserId by, Instant at, boolean read)
    implements Row {
  public MentionRow {
    Required.all(message, dialog, by, at);
  }

  @Override
  public RowKind kind() {
    return RowKind.MENTION;
  }

  @Override
  public String rowId() {
    return message.value();
  }

  /** The same, looked at. */
  public MentionRow seen() {
    return new MentionRow(message, dialog, position, by, at, true);
  }
}
