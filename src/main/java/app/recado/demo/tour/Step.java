package app.recado.demo.tour;

/**
 * One step of the tour.
 *
 * @param picture the file name of its pictures, without ending
 * @param title what happens, as a sentence for {@code tour.md}
 */
record Step(String picture, String title, Action action) {
  /** Does the step and makes sure that it worked. */
  interface Action {
    void perform() throws Exception;
  }
}
