package app.recado.protocol;

/** Why a command was held, in order of precedence: where several hold, the first is given. */
public enum HeldReason {
  FORBIDDEN,
  CHANNEL_OFF,
  WINDOW_SHUT,
  SPAM,
  CLOSED,
  TAKEN,
  TRANSFERRED,
  UNSEEN_REPLY,
  UNSEEN_CUSTOMER_MESSAGE,
  DEPENDS_ON_HELD
}
