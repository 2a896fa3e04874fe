package app.recado.protocol;

/** Who wrote a message. */
public enum AuthorKind {
  CUSTOMER,
  AGENT,
  BOT,
  SYSTEM
}
