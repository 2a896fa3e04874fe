package app.recado.client.ui.settings;

/** What is typed of a channel's settings. */
enum Field {
  NAME("name"),
  NEXT_AFTER("nextAfter"),
  CAP("cap"),
  ZONE("zone"),
  MONDAY("hours"),
  TUESDAY("hours"),
  WEDNESDAY("hours"),
  THURSDAY("hours"),
  FRIDAY("hours"),
  SATURDAY("hours"),
  SUNDAY("hours"),
  WELCOME("welcomeText"),
  OFF_HOURS("offHoursText"),
  NO_ANSWER("noAnswerText"),
  NO_ANSWER_AFTER("noAnswerAfter"),
  CLOSE("closeText"),
  RATING_WAIT("ratingWait"),
  AUTO_CLOSE("autoClose"),
  FIRST_TARGET("firstReplyTarget"),
  NEXT_TARGET("nextReplyTarget");

  private final String wire;

  /**
   * @param wire what the relay calls it when it refuses it
   */
  Field(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }

  boolean isDay() {
    return wire.equals("hours");
  }

  /** Whether it is of the queue, which supervisors set too. */
  boolean isOfQueue() {
    return this == NEXT_AFTER || this == CAP;
  }
}
