package app.recado.protocol;

/**
 * How far the signed-in person has read a dialog. Only one's own are ever sent.
 *
 * @param lastRead position of the last message read; 0 before the first
 * @param unread how many of the customer's messages came after it
 */
public record ReadingRow(DialogId dialog, long lastRead, int unread) implements Row {
  public ReadingRow {
    Required.all(dialog);
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
