package app.recado.relay.store;

import app.recado.protocol.Id;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a writer remembers of rows that rarely change, from one transaction to the next. Right only
 * while it is told of every change; {@link WriteGroup} clears it when another writer was there in
 * between or a work was undone. Not thread-safe.
 */
final class Memo {

  private static final int MOST = 10_000;

  private record Key(Class<?> type, Id id) {}

  private final Map<Key, Object> known = new HashMap<>();

  <T> Optional<T> get(Class<T> type, Id id, Supplier<Optional<T>> load) {
    Key key = new Key(type, id);
    Object value = known.get(key);
    if (value != null) {
      return Optional.of(type.cast(value));
    }
    Optional<T> loaded = load.get();
    if (known.size() >= MOST) {
      known.clear();
    }
    loaded.ifPresent(found -> known.put(key, found));
    return loaded;
  }

  void clear() {
    known.clear();
  }
}
