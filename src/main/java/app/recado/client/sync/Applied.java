package app.recado.client.sync;

import app.recado.protocol.DialogId;
import app.recado.protocol.Row;
import app.recado.protocol.RowKind;
import java.util.List;
import java.util.Set;

/**
 * What a page changed in the cache.
 *
 * @param rows but messages, as they are now
 * @param gone but messages
 * @param messages the dialogs whose messages changed
 */
record Applied(List<Row> rows, List<Lost> gone, Set<DialogId> messages) {
  /** A row that can no longer be seen. */
  record Lost(RowKind kind, String id) {}
}
