package app.recado.relay.admin;

/** The program was called wrongly; its message says how, in one line. */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message, null, false, false);
  }
}
