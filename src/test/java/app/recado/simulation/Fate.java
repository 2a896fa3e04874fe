package app.recado.simulation;

/**
 * What becomes of one request.
 *
 * @param there milliseconds to the relay
 * @param back milliseconds of the answer
 * @param again after how many milliseconds more it arrives a second time; -1 for never
 * @param kind which of the broken answers
 * @param soon whether a lost answer shows at once (reset) rather than by waiting
 */
record Fate(End end, long there, long back, long again, int kind, boolean soon) {
  /** How it ends for who asked. */
  enum End {
    ANSWERED,
    LOST,
    CUT,
    LATE,
    BROKEN_BEFORE,
    BROKEN_AFTER
  }
}
