package app.recado.protocol;

/** An identifier on the wire: a one-field record, written as a plain JSON string. */
public interface Id {
  /** The text of this id; a UUIDv7 in lower case unless the type says otherwise. */
  String value();
}
