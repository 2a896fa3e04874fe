package app.recado.client.state;

/** The tabs of the Contact Center. */
public enum Tab {
  /** Nobody has accepted it; oldest session first. */
  UNANSWERED,
  /**
   * Owned or joined by me: in work (oldest session first), then answered (latest message first).
   */
  MINE,
  /** The same of others. */
  TEAM,
  /** Latest message first. */
  CLOSED,
  /** Latest message first. */
  SPAM
}
