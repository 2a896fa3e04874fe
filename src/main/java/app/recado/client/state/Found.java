package app.recado.client.state;

/** What came of looking for one dialog. */
public enum Found {
  /** It can be shown. */
  HERE,
  /** It is not on this computer, and the relay cannot be asked now. */
  NOT_CACHED,
  /** There is no such dialog, or not for me. */
  NOWHERE
}
