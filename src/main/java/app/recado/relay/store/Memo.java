package app.recado.relay.store;

import app.recado.protocol.Id;
import app.recado.protocol.RowKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a writer remembers from one transaction to the next: rows that rarely change (people,
 * channels, scopes) and the dialogs at hand. Right only while it is told of every change to the
 * log, by whomever; {@link WriteGroup} clears it when a work was undone. What is remembered is
 * immutable, or copied by who remembers it. Not thread-safe.
 */
final class Memo {

  private static final int MOST = 10_000;

  private record Key(Class<?> type, Id id) {}

  private final Map<Key, Object> rare = new HashMap<>();
  private final Map<String, Object> dialogs = new HashMap<>();

  <T> Optional<T> get(Class<T> type, Id id, Supplier<Optional<T>> load) {
    Key key = new Key(type, id);
    Object value = rare.get(key);
    if (value != null) {
      return Optional.of(type.cast(value));
    }
    Optional<T> loaded = load.get();
    if (rare.size() >= MOST) {
      rare.clear();
    }
    loaded.ifPresent(found -> rare.put(key, found));
    return loaded;
  }

  @Nullable Object dialog(String id) {
    return dialogs.get(id);
  }

  void keepDialog(String id, Object dialog) {
    if (dialogs.size() >= MOST) {
      dialogs.clear();
    }
    dialogs.put(id, dialog);
  }

  /**
   * Forgets what an entry of the log is news about.
   *
   * @param kind a {@link RowKind}'s ordinal or an {@link EntryKind}'s code
   */
  void changed(int kind, String id) {
    if (kind == RowKind.DIALOG.ordinal()) {
      dialogs.remove(id);
    } else if (kind == RowKind.USER.ordinal()
        || kind == RowKind.CHANNEL.ordinal()
        || kind == EntryKind.USER_SCOPE.code()) {
      rare.clear();
    }
  }

  void clear() {
    rare.clear();
    dialogs.clear();
  }
}
