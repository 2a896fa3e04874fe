package app.recado.protocol;

/** Which of the two drafts of a dialog. */
public enum DraftKind {
  REPLY,
  WHISPER
}
