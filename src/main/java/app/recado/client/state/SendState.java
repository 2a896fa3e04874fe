package app.recado.client.state;

/**
 * How far a message of mine got.
 *
 * <pre>
 * DELAYED ─► QUEUED ──► SENDING ──► SENT ──► DELIVERED ──► READ
 *               ▲          │  │       └────► FAILED | UNKNOWN
 *               └──────────┘  └────► HELD | REJECTED
 * </pre>
 */
public enum SendState {
  /** On this computer's disk, where it keeps its time so that it can be undone. */
  DELAYED,
  /** On this computer's disk, nothing has left it. */
  QUEUED,
  /** On its way; may or may not have arrived. */
  SENDING,
  /** The relay has it. */
  SENT,
  DELIVERED,
  READ,
  /** A precondition no longer held: the agent chooses. */
  HELD,
  /** The relay can never accept it. */
  REJECTED,
  /** The connector could not deliver it. */
  FAILED,
  UNKNOWN
}
