package app.recado.relay.store;

/** The database failed: it is full, locked for too long, gone, or the statement is wrong. */
public final class StoreException extends RuntimeException {

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
