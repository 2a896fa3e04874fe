package app.recado.simulation;

import app.recado.protocol.DialogId;
import app.recado.protocol.UserId;

/** A message that an agent asked a desk to send, as the model remembers it. */
final class Ask {
  final int order;
  final String marker;
  final String text;
  final boolean whisper;
  final String desk;
  final UserId user;
  final DialogId dialog;

  /** The screen has shown it as queued or sent. */
  boolean shown;

  /** The agent took it back, threw it away or made a draft of it. */
  boolean withdrawn;

  /** It was held, and the agent chose to send it again in some way. */
  boolean resolved;

  /** The desk died before it had shown it, and it was not on disk. */
  boolean lost;

  Ask(
      int order,
      String marker,
      String text,
      boolean whisper,
      String desk,
      UserId user,
      DialogId dialog) {
    this.order = order;
    this.marker = marker;
    this.text = text;
    this.whisper = whisper;
    this.desk = desk;
    this.user = user;
    this.dialog = dialog;
  }

  @Override
  public String toString() {
    return "\"" + text + "\" of " + desk + " in " + dialog;
  }
}
