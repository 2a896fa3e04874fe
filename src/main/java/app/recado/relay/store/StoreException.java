package app.recado.relay.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** The database failed: it is full, locked for too long, gone, or the statement is wrong. */
public final class StoreException extends RuntimeException {

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the database is well and would take other rows: these broke a constraint or do not fit.
   */
  boolean isAboutTheData() {
    if (!(getCause() instanceof SQLException problem)) {
      return false;
    }
    String state = problem.getSQLState();
    if (state != null) {
      return state.startsWith("22") || state.startsWith("23");
    }
    int code = problem.getErrorCode() & 0xff;
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
        || code == SQLiteErrorCode.SQLITE_MISMATCH.code
        || code == SQLiteErrorCode.SQLITE_TOOBIG.code;
  }
}
