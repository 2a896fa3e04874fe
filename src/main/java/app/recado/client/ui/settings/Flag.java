package app.recado.client.ui.settings;

/** What is on or off in a channel's settings. */
enum Flag {
  ACTIVE,
  CHECK_AVAILABILITY,
  RETURN_WHEN_AWAY,
  ALWAYS_OPEN,
  ASK_RATING;

  /** Whether it is of the queue, which supervisors set too. */
  boolean isOfQueue() {
    return this == CHECK_AVAILABILITY || this == RETURN_WHEN_AWAY;
  }
}
