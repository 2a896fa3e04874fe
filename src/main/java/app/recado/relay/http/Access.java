package app.recado.relay.http;

/** Who may call a route; a token of the other kind is none. */
enum Access {
  ANYBODY,
  AGENT,
  VISITOR,
  AGENT_OR_VISITOR
}
