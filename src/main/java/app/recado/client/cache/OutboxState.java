package app.recado.client.cache;

/**
 * Where a command of the agent stands.
 *
 * <pre>
 *            ┌────────────── unknown result, same id ──────────────┐
 *            ▼                                                     │
 * DELAYED ─► WAITING ─────────────────────────────────────────► SENDING
 *    ▲        │  │   ▲                                          │  │  │
 *    └────────┘  │   └── relay forgot (restored) ─── APPLIED ◄──┘  │  └──► REJECTED
 *                │                                                 └────► HELD
 *                ▼
 *       taken back, never tried (the entry is removed)
 *
 * DELAYED ──── what it waits for cannot be had, never tried ────► REJECTED
 * </pre>
 *
 * APPLIED goes when the change itself has come down; HELD and REJECTED go when the agent has
 * chosen. Nothing else removes an entry.
 */
public enum OutboxState {
  /** Keeps its time on this computer; nothing of it has left. */
  DELAYED,
  /** On disk, to be sent with the next request. */
  WAITING,
  /** In a request under way: it may or may not have arrived. */
  SENDING,
  /** The relay has done it; its change is still on its way down. On disk it is still SENDING. */
  APPLIED,
  /** A precondition no longer held; the agent chooses. */
  HELD,
  /** It can never succeed; the agent sees why. */
  REJECTED;

  /** Whether an entry may go from this state to another: the diagram above. */
  public boolean mayBecome(OutboxState next) {
    return switch (this) {
      case DELAYED -> next == WAITING || next == REJECTED;
      case WAITING -> next == SENDING || next == DELAYED;
      case SENDING -> next == WAITING || next == APPLIED || next == HELD || next == REJECTED;
      case APPLIED -> next == WAITING;
      case HELD, REJECTED -> false;
    };
  }

  /** Whether it still counts on what is shown as done. */
  public boolean isPending() {
    return this == DELAYED || this == WAITING || this == SENDING || this == APPLIED;
  }

  /** Whether nothing final is known yet. */
  public boolean isQueued() {
    return this == DELAYED || this == WAITING || this == SENDING;
  }

  /** Whether the agent has to choose. */
  public boolean needsAttention() {
    return this == HELD || this == REJECTED;
  }
}
