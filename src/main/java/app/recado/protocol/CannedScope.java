package app.recado.protocol;

/** Whose a canned response or a macro is. */
public enum CannedScope {
  /** Its owner's alone. */
  PERSONAL,
  /** Of those who work in a channel, and of those who see every dialog. */
  CHANNEL,
  EVERYBODY
}
