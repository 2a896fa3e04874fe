package app.recado.demo.tour;

import org.jspecify.annotations.Nullable;

/**
 * One step of the tour.
 *
 * @param picture the file name of its pictures, without ending; null if it needs none
 * @param title what happens, as a sentence for {@code tour.md}
 */
record Step(@Nullable String picture, String title, Action action) {
  /** Does the step and makes sure that it worked. */
  interface Action {
    void perform() throws Exception;
  }

  static Step shown(String picture, String title, Action action) {
    return new Step(picture, title, action);
  }

  static Step unseen(String title, Action action) {
    return new Step(null, title, action);
  }
}
