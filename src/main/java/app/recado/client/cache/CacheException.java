package app.recado.client.cache;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A file of the desk could not be read or written. */
public final class CacheException extends RuntimeException {
  private final boolean damage;

  CacheException(String message, SQLException cause) {
    super(message + ": " + cause.getMessage(), cause);
    this.damage = isDamage(cause);
  }

  CacheException(String message, Exception cause) {
    super(message, cause);
    this.damage = false;
  }

  CacheException(String message, boolean damage) {
    super(message);
    this.damage = damage;
  }

  /** Whether the file is damaged, so that trying again cannot help. */
  public boolean isDamage() {
    return damage;
  }

  private static boolean isDamage(SQLException cause) {
    if (!(cause instanceof SQLiteException sqlite)) {
      return false;
    }
    int primary = sqlite.getResultCode().code & 0xFF;
    return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
  }
}
