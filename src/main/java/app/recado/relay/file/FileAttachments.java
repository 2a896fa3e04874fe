package app.recado.relay.file;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.Ids;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserId;
import app.recado.relay.dialog.Attachments;
import app.recado.relay.store.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Finished uploads as attachments. */
public final class FileAttachments implements Attachments {

  @Override
  public Optional<List<Attachment>> take(
      Write write, UserId agent, DialogId dialog, MessageId message, List<String> files) {
    return take(write, Holder.keyOf(agent), dialog, message, files);
  }

  @Override
  public Optional<List<Attachment>> takeOfCustomer(
      Write write, DialogId dialog, MessageId message, List<String> files) {
    return take(write, new Holder.Customer(dialog).key(), dialog, message, files);
  }

  private static Optional<List<Attachment>> take(
      Write write, String holder, DialogId dialog, MessageId message, List<String> files) {
    if (new HashSet<>(files).size() < files.size() || !files.stream().allMatch(Ids::isUuid)) {
      return Optional.empty();
    }
    List<Attachment> taken = new ArrayList<>();
    for (String file : files) {
      FileTable.Entry entry =
          FileTable.find(write.tx(), new FileId(file))
              .filter(FileTable.Entry::finished)
              .filter(found -> found.holder().equals(holder) && found.message() == null)
              .orElse(null);
      if (entry == null) {
        return Optional.empty();
      }
      taken.add(entry.attachment());
    }
    taken.forEach(file -> FileTable.take(write.tx(), file.id(), dialog, message));
    return Optional.of(taken);
  }

  @Override
  public void drop(Write write, MessageId message) {
    FileTable.dropOf(write.tx(), message, write.now());
  }
}
