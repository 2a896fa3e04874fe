package app.recado.client.ui.composer;

/** What the send button does now. */
enum SendKind {
  SEND,
  /** As {@link #SEND}, but it waits for the connection. */
  QUEUE,
  WHISPER,
  QUEUE_WHISPER,
  /** Opens a new session with its first message. */
  REOPEN,
  /** Puts an edited text in the place of the old one. */
  SAVE;

  /** Whether it goes to the customer within the session that is open. */
  boolean isReply() {
    return this == SEND || this == QUEUE;
  }
}
