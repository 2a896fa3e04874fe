package app.recado.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/** One change on its way down: a row as it is now, or the news that it can no longer be seen. */
public sealed interface Change {
  RowKind kind();

  /** The row's id, {@link Row#rowId()}. */
  String id();

  /** The number of the last change to the row, or of the grant that opened or shut it. */
  long seq();

  record Put(Row row, long seq) implements Change {
    @Override
    public RowKind kind() {
      return row.kind();
    }

    @Override
    public String id() {
      return row.rowId();
    }
  }

  record Gone(RowKind kind, String id, long seq) implements Change {}

  /** The wire form: {@code {kind, id, seq, data}} or {@code {kind, id, seq, gone: true}}. */
  default JsonObject toJson() {
    JsonObject object = new JsonObject();
    object.add("kind", Json.tree(kind()));
    object.addProperty("id", id());
    object.addProperty("seq", seq());
    switch (this) {
      case Put put -> object.add("data", Json.tree(put.row()));
      case Gone gone -> object.addProperty("gone", true);
    }
    return object;
  }

  /**
   * Reads the wire form.
   *
   * @throws JsonParseException if a field is missing or of the wrong type
   */
  static Change fromJson(JsonElement element) {
    try {
      JsonObject object = element.getAsJsonObject();
      RowKind kind = Json.read(object.get("kind"), RowKind.class);
      long seq = object.get("seq").getAsLong();
      if (object.has("gone") && object.get("gone").getAsBoolean()) {
        return new Gone(kind, object.get("id").getAsString(), seq);
      }
      return new Put(Json.read(object.get("data"), kind.type()), seq);
    } catch (JsonParseException malformed) {
      throw malformed;
    } catch (RuntimeException e) {
      throw new JsonParseException("not a change", e);
    }
  }
}
