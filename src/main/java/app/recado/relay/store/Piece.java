package app.recado.relay.store;

import app.recado.protocol.Change;
import app.recado.protocol.Json;
import app.recado.protocol.RowKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One change on its way to a reader.
 *
 * @param data the row's JSON; null when the row is gone for the reader
 */
record Piece(RowKind kind, String id, long seq, @Nullable String data) {

  private static final String[] NAMES = new String[RowKind.values().length];

  static {
    for (RowKind kind : RowKind.values()) {
      NAMES[kind.ordinal()] = kind.name().toLowerCase(Locale.ROOT);
    }
  }

  Change change() {
    return data == null
        ? new Change.Gone(kind, id, seq)
        : new Change.Put(Json.read(data, kind.type()), seq);
  }

  /** The wire form; ids need no escaping. */
  String json() {
    String head =
        "{\"kind\":\"" + NAMES[kind.ordinal()] + "\",\"id\":\"" + id + "\",\"seq\":" + seq;
    return data == null ? head + ",\"gone\":true}" : head + ",\"data\":" + data + "}";
  }
}
