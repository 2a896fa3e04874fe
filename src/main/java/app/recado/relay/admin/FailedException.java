package app.recado.relay.admin;

/** What was asked could not be done; its message says why, in one line. */
final class FailedException extends RuntimeException {
  FailedException(String message) {
    super(message, null, false, false);
  }
}
