package app.recado.relay.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scopes a dialog is in, each with the number of the entry that put it there. Immutable. */
final class Audience {

  static final Audience NONE = new Audience(new String[0], new long[0]);

  private final String[] scopes;
  private final long[] since;

  private Audience(String[] scopes, long[] since) {
    this.scopes = scopes;
    this.since = since;
  }

  /** An SQL expression that yields what {@link #parse} reads, for a row with a dialog_id. */
  static String sql(Dialect dialect, String dialogId) {
    return "(SELECT "
        + dialect.joined("s.scope || '@' || s.seq")
        + " FROM dialog_scope s WHERE s.dialog_id = "
        + dialogId
        + " AND s.present = 1)";
  }

  static Audience parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return NONE;
    }
    String[] parts = text.split(" ");
    String[] scopes = new String[parts.length];
    long[] since = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      int at = parts[i].lastIndexOf('@');
      scopes[i] = parts[i].substring(0, at);
      since[i] = Long.parseLong(parts[i].substring(at + 1));
    }
    return new Audience(scopes, since);
  }

  /** Whether one of the reader's scopes matches, both sides having had it since before a number. */
  boolean anySince(Map<String, Long> reader, long before, @Nullable String besides) {
    for (int i = 0; i < scopes.length; i++) {
      Long given = reader.get(scopes[i]);
      if (given != null && given < before && since[i] < before && !scopes[i].equals(besides)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the dialog entered a scope behind a number. */
  boolean enteredAfter(String scope, long seq) {
    for (int i = 0; i < scopes.length; i++) {
      if (scopes[i].equals(scope)) {
        return since[i] > seq;
      }
    }
    return false;
  }
}
