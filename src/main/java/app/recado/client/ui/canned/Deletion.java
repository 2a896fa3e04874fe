package app.recado.client.ui.canned;

import java.util.function.BooleanSupplier;

/** How what somebody keeps to use again is deleted. */
public interface Deletion {
  /** Whether nothing takes it back, so that it is asked about first. */
  boolean isFinal();

  /**
   * It was deleted, and can be taken back for a while.
   *
   * @param said that it was, in a sentence
   * @param undo the word for taking it back
   * @param late what is said when that came too late
   * @param restore false if it is too late
   */
  void done(String said, String undo, String late, BooleanSupplier restore);
}
