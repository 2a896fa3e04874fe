package app.recado.protocol;

/** The kinds of rows a desk caches; {@code kind} of a change. */
public enum RowKind {
  USER(UserRow.class),
  CHANNEL(ChannelRow.class),
  CUSTOMER(CustomerRow.class),
  DIALOG(DialogRow.class),
  READING(ReadingRow.class),
  MESSAGE(MessageRow.class),
  DRAFT(DraftRow.class),
  CANNED(CannedRow.class),
  SETTINGS(SettingsRow.class),
  SCHEDULED(ScheduledRow.class),
  MENTION(MentionRow.class),
  MACRO(MacroRow.class);

  private final Class<? extends Row> type;

  RowKind(Class<? extends Row> type) {
    this.type = type;
  }

  /** The record that {@code data} of such a change is read into. */
  public Class<? extends Row> type() {
    return type;
  }
}
