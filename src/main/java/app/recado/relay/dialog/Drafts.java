package app.recado.relay.dialog;

import app.recado.protocol.Attachment;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Drafts, which live in the change log alone. The save that arrives last wins. If its writer had
 * not seen what it replaces, that text is kept as lost with its files, until a save that saw it
 * takes it or drops it.
 */
final class Drafts {
  private final Attachments attachments;

  Drafts(Attachments attachments) {
    this.attachments = attachments;
  }

  /** Saves one; empty if a file is not there for it. */
  Optional<Long> save(Write write, UserId user, DialogId dialog, Intent.SaveDraft save) {
    Optional<DraftRow> before = find(write.tx(), user, dialog, save.kind());
    String lost = before.map(DraftRow::lost).orElse(null);
    List<Attachment> lostFiles = before.map(DraftRow::lostFiles).orElse(List.of());
    if (before.isPresent() && save.version() != before.get().version()) {
      if (loses(before.get(), save)) {
        lost = before.get().text();
        lostFiles = before.get().attachments();
      }
    } else if (lost != null && lost.equals(save.text()) && isSame(lostFiles, save.files())) {
      lost = null;
      lostFiles = List.of();
    }
    List<String> kept = new ArrayList<>(save.files());
    lostFiles.stream().map(Drafts::id).filter(file -> !kept.contains(file)).forEach(kept::add);
    Optional<List<Attachment>> files = keep(write, user, dialog, save.kind(), kept);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    leaveOther(write, user, dialog, save.kind(), save.files());
    long version = before.map(DraftRow::version).orElse(0L) + 1;
    return Optional.of(
        put(
            write,
            user,
            new DraftRow(
                dialog,
                save.kind(),
                save.text(),
                save.files(),
                files.get().subList(0, save.files().size()),
                save.quote(),
                version,
                lost,
                lostFiles,
                write.now())));
  }

  private static boolean loses(DraftRow before, Intent.SaveDraft save) {
    return (!before.text().isBlank() && !before.text().equals(save.text()))
        || !save.files().containsAll(before.files());
  }

  private static boolean isSame(List<Attachment> files, List<String> ids) {
    return new HashSet<>(ids).equals(new HashSet<>(files.stream().map(Drafts::id).toList()));
  }

  private static String id(Attachment file) {
    return file.id().value();
  }

  private Optional<List<Attachment>> keep(
      Write write, UserId user, DialogId dialog, DraftKind kind, List<String> files) {
    Keeper keeper = Keeper.draft(user, dialog, kind);
    if (files.isEmpty()) {
      attachments.release(write, keeper);
      return Optional.of(List.of());
    }
    return attachments.keep(write, user, keeper, files);
  }

  private static long put(Write write, UserId user, DraftRow draft) {
    return write.putPrivate(draft, draft.dialog(), user);
  }

  /**
   * Clears the draft a message was sent from. Where the draft is another text, written meanwhile on
   * another device, or has other files, that is kept as lost.
   *
   * @param files those that the message has taken
   */
  void sent(
      Write write, UserId user, DialogId dialog, DraftKind kind, String sent, List<String> files) {
    leaveOther(write, user, dialog, kind, files);
    DraftRow draft = find(write.tx(), user, dialog, kind).orElse(null);
    if (draft == null || draft.isEmpty()) {
      return;
    }
    String text = draft.text().strip();
    boolean same = sent.strip().startsWith(text) || text.startsWith(sent.strip());
    List<Attachment> rest = without(draft.attachments(), files);
    String lost = draft.lost();
    List<Attachment> lostFiles = without(draft.lostFiles(), files);
    if (!same || !rest.isEmpty()) {
      lost = same ? "" : draft.text();
      lostFiles = rest;
    }
    keep(write, user, dialog, kind, lostFiles.stream().map(Drafts::id).toList());
    put(
        write,
        user,
        new DraftRow(
            dialog,
            kind,
            "",
            List.of(),
            List.of(),
            null,
            draft.version() + 1,
            lost,
            lostFiles,
            write.now()));
  }

  /** A file that is used elsewhere is in no other draft of that dialog any more. */
  private static void leaveOther(
      Write write, UserId user, DialogId dialog, DraftKind kind, List<String> files) {
    if (files.isEmpty()) {
      return;
    }
    DraftKind other = kind == DraftKind.REPLY ? DraftKind.WHISPER : DraftKind.REPLY;
    DraftRow draft = find(write.tx(), user, dialog, other).orElse(null);
    if (draft == null) {
      return;
    }
    List<Attachment> rest = without(draft.attachments(), files);
    List<Attachment> lostRest = without(draft.lostFiles(), files);
    if (rest.size() + lostRest.size() < draft.attachments().size() + draft.lostFiles().size()) {
      put(
          write,
          user,
          new DraftRow(
              dialog,
              other,
              draft.text(),
              rest.stream().map(Drafts::id).toList(),
              rest,
              draft.quote(),
              draft.version() + 1,
              draft.lost(),
              lostRest,
              write.now()));
    }
  }

  private static List<Attachment> without(List<Attachment> files, List<String> taken) {
    return files.stream().filter(file -> !taken.contains(id(file))).toList();
  }

  private static Optional<DraftRow> find(Tx tx, UserId user, DialogId dialog, DraftKind kind) {
    return tx.first(
        "SELECT data FROM change WHERE kind = ? AND row_key = ?",
        row -> Json.read(Json.read(row.text(1), JsonObject.class), DraftRow.class),
        RowKind.DRAFT.ordinal(),
        user.value() + "/" + DraftRow.rowId(dialog, kind));
  }
}
