package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.protocol.Attachment;
import app.recado.protocol.CannedRow;
import app.recado.protocol.FileId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of canned responses that become one's own under another id: what another response has
 * cannot be taken from it and is copied; what cannot be had is left out. Engine thread only.
 */
final class KeptAsMine {
  private final DeskModel model;
  private final FileTransfers files;
  private final Ids ids;

  KeptAsMine(DeskModel model, FileTransfers files, Ids ids) {
    this.model = model;
    this.files = files;
    this.ids = ids;
  }

  /**
   * The same acts with files that are free.
   *
   * @param refused what they come instead of
   */
  List<Outbox.Act> withFiles(List<Outbox.Act> acts, List<OutboxEntry> refused) {
    boolean forFiles =
        refused.stream()
            .anyMatch(entry ->
                LostUploads.isForItsFiles(entry)
                    && files.isReady(entry.command().intent().files()));
    return acts.stream().map(act -> withFiles(act, forFiles)).toList();
  }

  private Outbox.Act withFiles(Outbox.Act act, boolean forFiles) {
    if (!(act.intent() instanceof Intent.SaveCanned save) || save.files().isEmpty()) {
      return act;
    }
    Map<String, Attachment> taken = new HashMap<>();
    for (CannedRow row : model.canned.values()) {
      row.attachments().forEach(file -> taken.put(file.id().value(), file));
    }
    List<String> free = new ArrayList<>();
    for (String id : save.files()) {
      List<Attachment> brought = files.attachments(List.of(id));
      Attachment original = taken.get(id);
      if (files.isStuck(new FileId(id))) {
        continue;
      }
      if (original == null && !brought.isEmpty()) {
        if (!forFiles) {
          free.add(id);
          continue;
        }
        original = brought.getFirst();
      }
      if (original != null) {
        Attachment copy = original.as(new FileId(ids.next()), original.name());
        files.chosen(copy, original.id());
        free.add(copy.id().value());
      }
    }
    return new Outbox.Act(act.dialog(), act.basis(), save.having(free), act.owned());
  }
}
