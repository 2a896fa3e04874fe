package app.recado.protocol;

/**
 * The data of one row as the relay says it: what a change carries and the desk's cache keeps
 * untouched.
 */
public sealed interface Row
    permits UserRow,
        ChannelRow,
        CustomerRow,
        DialogRow,
        ReadingRow,
        MessageRow,
        DraftRow,
        CannedRow,
        SettingsRow,
        ScheduledRow,
        MentionRow,
        MacroRow {
  RowKind kind();

  /**
   * The row's id within its kind; readings and drafts, which have none of their own, make it from
   * their dialog.
   */
  String rowId();
}
