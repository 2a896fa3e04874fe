package app.recado.relay.store;

import app.recado.protocol.DialogId;
import app.recado.protocol.Id;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * SQL within one transaction. Statements are prepared once per connection and kept, for preparing
 * costs more than running. Arguments may be text, whole numbers, truth values, instants, ids, enum
 * constants (as lower-case names) and null. Not thread-safe.
 */
public final class Tx {

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private final @Nullable Memo memo;

  /**
   * @param memo for a writer, who knows when what it remembers has changed; null for readers
   */
  Tx(Connection connection, Dialect dialect, @Nullable Memo memo) {
    this.connection = connection;
    this.dialect = dialect;
    this.memo = memo;
  }

  public Dialect dialect() {
    return dialect;
  }

  /**
   * A row that nearly every write reads and few change: a person, a channel, someone's scopes. Read
   * again once any row of that kind was changed, here or by anybody else.
   */
  public <T> Optional<T> remembered(Class<T> type, Id id, Supplier<Optional<T>> load) {
    return memo == null ? load.get() : memo.get(type, id, load);
  }

  /** The dialog that {@link #rememberDialog} was told last, unless it was changed since. */
  public <T> Optional<T> rememberedDialog(Class<T> type, DialogId id) {
    return memo == null
        ? Optional.empty()
        : Optional.ofNullable(memo.dialog(id.value())).map(type::cast);
  }

  /** Keeps a dialog as it is stored, until it is changed here or by anybody else. */
  public void rememberDialog(DialogId id, Object dialog) {
    if (memo != null) {
      memo.keepDialog(id.value(), dialog);
    }
  }

  /** Says that an entry of the log was written, which may be about something remembered. */
  void changed(int kind, String id) {
    if (memo != null) {
      memo.changed(kind, id);
    }
  }

  /** Forgets all that is remembered. */
  void forget() {
    if (memo != null) {
      memo.clear();
    }
  }

  /** Runs a statement that returns no rows; the number of rows it touched. */
  public int run(String sql, @Nullable Object... arguments) {
    try {
      return bound(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw new StoreException(sql, e);
    }
  }

  public <T> List<T> list(String sql, Cells.Reader<T> reader, @Nullable Object... arguments) {
    try (ResultSet found = bound(sql, arguments).executeQuery()) {
      Cells cells = new Cells(found);
      List<T> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(reader.read(cells));
      }
      return rows;
    } catch (SQLException e) {
      throw new StoreException(sql, e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, Cells.Reader<T> reader, @Nullable Object... arguments) {
    try (ResultSet found = bound(sql, arguments).executeQuery()) {
      return found.next() ? Optional.of(reader.read(new Cells(found))) : Optional.empty();
    } catch (SQLException e) {
      throw new StoreException(sql, e);
    }
  }

  /** The number in the first cell; 0 if there is no row or it is null. */
  public long number(String sql, @Nullable Object... arguments) {
    return first(sql, row -> row.number(1), arguments).orElse(0L);
  }

  public boolean exists(String sql, @Nullable Object... arguments) {
    return first(sql, row -> true, arguments).isPresent();
  }

  private PreparedStatement bound(String sql, @Nullable Object[] arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setLong(index, number);
      case Boolean flag -> statement.setLong(index, flag ? 1 : 0);
      case Instant time -> statement.setLong(index, time.toEpochMilli());
      case Id id -> statement.setString(index, id.value());
      case Enum<?> constant -> statement.setString(index, constant.name().toLowerCase(Locale.ROOT));
      default -> throw new IllegalArgumentException("cannot bind " + value.getClass());
    }
  }
}
