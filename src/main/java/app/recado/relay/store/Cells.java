package app.recado.relay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The cells of one found row, counted from 1 as the SELECT names them. Valid for that row only. */
public final class Cells {

  /** Makes a value of one row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Cells row);
  }

  private final ResultSet found;

  Cells(ResultSet found) {
    this.found = found;
  }

  public String text(int column) {
    String value = textOrNull(column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  public @Nullable String textOrNull(int column) {
    try {
      return found.getString(column);
    } catch (SQLException e) {
      throw new StoreException("reading a row", e);
    }
  }

  public long number(int column) {
    try {
      return found.getLong(column);
    } catch (SQLException e) {
      throw new StoreException("reading a row", e);
    }
  }

  public @Nullable Long numberOrNull(int column) {
    try {
      long value = found.getLong(column);
      return found.wasNull() ? null : value;
    } catch (SQLException e) {
      throw new StoreException("reading a row", e);
    }
  }

  public boolean flag(int column) {
    return number(column) != 0;
  }

  public Instant time(int column) {
    return Instant.ofEpochMilli(number(column));
  }

  public @Nullable Instant timeOrNull(int column) {
    Long millis = numberOrNull(column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
