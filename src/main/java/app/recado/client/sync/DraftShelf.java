package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxFile;
import app.recado.client.state.DeskChanges;
import app.recado.client.state.DraftKey;
import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.Intent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Drafts with their files: what is put in and taken out, and how they are shown. Engine thread
 * only.
 */
final class DraftShelf {
  private final OutboxFile file;
  private final Drafts drafts;
  private final FileTransfers files;
  private final DeskModel model;
  private final Bridge bridge;
  private final Consumer<DialogId> need;
  private final BiConsumer<DeskChanges, DialogId> tellItem;

  /**
   * @param need reads a dialog before its turn
   * @param tellItem adds how a dialog stands in the lists
   */
  DraftShelf(
      OutboxFile file,
      Drafts drafts,
      FileTransfers files,
      DeskModel model,
      Bridge bridge,
      Consumer<DialogId> need,
      BiConsumer<DeskChanges, DialogId> tellItem) {
    this.file = file;
    this.drafts = drafts;
    this.files = files;
    this.model = model;
    this.bridge = bridge;
    this.need = need;
    this.tellItem = tellItem;
  }

  /** A file that was chosen is part of a draft, whose other devices get it. */
  void attached(Attachment chosen, DraftKey key) {
    need.accept(key.dialog());
    file.transaction(() -> {
      files.drafted(chosen, key.dialog(), key.kind());
      drafts.changed(key);
      return true;
    });
    show(key);
    files.poke();
  }

  /** Copies of files that the relay has are part of a draft. */
  void copied(Map<Attachment, FileId> copies, DraftKey key) {
    need.accept(key.dialog());
    file.transaction(() -> {
      copies.forEach((copy, source) -> files.copied(copy, source, key.dialog(), key.kind()));
      drafts.changed(key);
      return true;
    });
    show(key);
    files.poke();
  }

  /** A file is taken out of its draft. */
  void detached(FileId id) {
    DraftKey key =
        file.transaction(() -> {
          DraftKey left = files.drop(id);
          if (left != null) {
            drafts.changed(left);
          }
          return left;
        });
    if (key != null) {
      show(key);
      files.poke();
    }
  }

  /** The relay did not take a draft for its files. */
  void refused(OutboxEntry entry) {
    if (entry.dialog() != null && entry.command().intent() instanceof Intent.SaveDraft save) {
      DraftKey key = new DraftKey(entry.dialog(), save.kind());
      drafts.refused(key, save.files());
      show(key);
    }
  }

  /** The files of what was taken back belong to its draft again. */
  void returned(OutboxEntry entry) {
    DialogId dialog = entry.dialog();
    DraftKind kind = UndoTime.kind(entry.command().intent());
    if (dialog != null && kind != null) {
      files.drafted(entry.command().intent().files(), dialog, kind);
      drafts.changed(new DraftKey(dialog, kind));
    }
  }

  void showAll() {
    drafts.settle(model.drafts.values());
    Set<DraftKey> keys = new HashSet<>(drafts.keys());
    keys.addAll(files.drafts());
    model.drafts.values().forEach(row -> keys.add(new DraftKey(row.dialog(), row.kindOfDraft())));
    bridge.tell(changes -> keys.forEach(key -> tell(changes, key)));
  }

  void tell(DeskChanges changes, DraftKey key) {
    changes.draft(key, drafts.effective(key));
    changes.draftFiles(key, files.drafted(key.dialog(), key.kind()));
  }

  void show(DraftKey key) {
    bridge.tell(changes -> {
      tell(changes, key);
      tellItem.accept(changes, key.dialog());
    });
  }
}
