package app.recado.relay.store;

import java.util.List;

/** What a reader is told next, and where the reader is then. */
record Portion(List<Piece> pieces, Cursor cursor, boolean more) {}
