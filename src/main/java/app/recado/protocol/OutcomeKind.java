package app.recado.protocol;

/**
 * What became of a command: done; a precondition no longer holds and nothing was changed; or it can
 * never succeed.
 */
public enum OutcomeKind {
  APPLIED,
  HELD,
  REJECTED
}
