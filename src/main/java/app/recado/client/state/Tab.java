package app.recado.client.state;

import java.util.List;

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
  SPAM,
  /** What sleeps of mine, what wakes first above: a group under Mine, no tab of its own. */
  SNOOZED;

  private static final List<Tab> BAR = List.of(UNANSWERED, MINE, TEAM, CLOSED, SPAM);

  /** Those to choose from, in their order. */
  public static List<Tab> bar() {
    return BAR;
  }
}
