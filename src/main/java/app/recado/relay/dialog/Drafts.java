package app.recado.relay.dialog;

import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.RowKind;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drafts, which live in the change log alone. The save that arrives last wins. If its writer had
 * not seen what it replaces, that text is kept as lost, until a save that saw it takes it or drops
 * it.
 */
final class Drafts {

  private Drafts() {}

  static long save(Write write, UserId user, DialogId dialog, Intent.SaveDraft save) {
    Optional<DraftRow> before = find(write.tx(), user, dialog, save.kind());
    long version = before.map(DraftRow::version).orElse(0L);
    String lost = before.map(DraftRow::lost).orElse(null);
    if (before.isPresent() && save.version() != version) {
      String unseen = before.get().text();
      if (!unseen.isBlank() && !unseen.equals(save.text())) {
        lost = unseen;
      }
    } else if (lost != null && lost.equals(save.text())) {
      lost = null;
    }
    return put(write, user, dialog, save, version + 1, lost);
  }

  private static long put(
      Write write,
      UserId user,
      DialogId dialog,
      Intent.SaveDraft save,
      long version,
      @Nullable String lost) {
    return write.putPrivate(
        new DraftRow(
            dialog,
            save.kind(),
            save.text(),
            save.files(),
            save.quote(),
            version,
            lost,
            write.now()),
        dialog,
        user);
  }

  /**
   * Clears the draft a message was sent from. Where the draft is another text, written meanwhile on
   * another device, that is kept as lost.
   */
  static void sent(Write write, UserId user, DialogId dialog, DraftKind kind, String sent) {
    DraftRow draft = find(write.tx(), user, dialog, kind).orElse(null);
    if (draft == null || draft.text().isEmpty()) {
      return;
    }
    String text = draft.text().strip();
    boolean same = sent.strip().startsWith(text) || text.startsWith(sent.strip());
    String lost = same ? draft.lost() : draft.text();
    Intent.SaveDraft empty = new Intent.SaveDraft(kind, "", List.of(), null, draft.version());
    put(write, user, dialog, empty, draft.version() + 1, lost);
  }

  private static Optional<DraftRow> find(Tx tx, UserId user, DialogId dialog, DraftKind kind) {
    return tx.first(
        "SELECT data FROM change WHERE kind = ? AND row_key = ?",
        row -> Json.read(Json.read(row.text(1), JsonObject.class), DraftRow.class),
        RowKind.DRAFT.ordinal(),
        user.value() + "/" + DraftRow.rowId(dialog, kind));
  }
}
