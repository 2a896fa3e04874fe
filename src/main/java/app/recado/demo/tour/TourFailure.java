package app.recado.demo.tour;

/** A step did not work; the message says which part of it. */
final class TourFailure extends RuntimeException {
  TourFailure(String message) {
    super(message);
  }
}
