package app.recado.protocol;

/** What a person may do; see the table of who may in the protocol document. */
public enum Role {
  AGENT,
  SUPERVISOR,
  ADMIN
}
