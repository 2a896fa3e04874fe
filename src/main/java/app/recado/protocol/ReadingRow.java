package app.recado.protocol;

/**
 * How far the signed-in person has read a dialog, and how that person wants to hear of it. Only
 * one's own are ever sent.
 *
 * @param lastRead position of the last message read; 0 before the first
 * @param unread how many of the customer's messages came after it
 * @param muted whether nothing of it shall be announced but being named
 * @param followed whether it shall be announced as one's own is, whosever it is
 */
public record ReadingRow(
    DialogId dialog, long lastRead, int unread, boolean muted, boolean followed) implements Row {
  public ReadingRow {
    Required.all(dialog);
  }

  /** One that is neither muted nor followed. */
  public ReadingRow(DialogId dialog, long lastRead, int unread) {
    this(dialog, lastRead, unread, false, false);
  }

  @Override
  public RowKind kind() {
    return RowKind.READING;
  }

  @Override
  public String rowId() {
    return dialog.value();
  }
}
