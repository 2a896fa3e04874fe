package app.recado.relay.file;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.Ids;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserId;
import app.recado.relay.dialog.Attachments;
import app.recado.relay.dialog.Keeper;
import app.recado.relay.store.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
    String own = Keeper.scheduled(message).key();
    Optional<List<Attachment>> found =
        find(write, files, file -> file.holder().equals(holder) && isFree(file, own));
    found.ifPresent(
        all -> all.forEach(file -> FileTable.take(write.tx(), file.id(), dialog, message)));
    return found;
  }

  @Override
  public Optional<List<Attachment>> keep(
      Write write, UserId agent, Keeper keeper, List<String> files) {
    String holder = Holder.keyOf(agent);
    Optional<List<Attachment>> found =
        find(
            write,
            files,
            file ->
                keeper.key().equals(file.keeper())
                    || (file.holder().equals(holder) && isFree(file, keeper.key())));
    if (found.isPresent()) {
      release(write, keeper);
      found.get().forEach(file -> FileTable.keep(write.tx(), file.id(), keeper.key()));
    }
    return found;
  }

  private static boolean isFree(FileTable.Entry file, String own) {
    String keeper = file.keeper();
    return file.message() == null
        && (keeper == null || keeper.equals(own) || Keeper.isDraft(keeper));
  }

  private static Optional<List<Attachment>> find(
      Write write, List<String> files, Predicate<FileTable.Entry> may) {
    if (new HashSet<>(files).size() < files.size() || !files.stream().allMatch(Ids::isUuid)) {
      return Optional.empty();
    }
    List<Attachment> found = new ArrayList<>();
    for (String file : files) {
      Optional<FileTable.Entry> entry =
          FileTable.find(write.tx(), new FileId(file))
              .filter(FileTable.Entry::finished)
              .filter(may);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      found.add(entry.get().attachment());
    }
    return Optional.of(found);
  }

  @Override
  public void release(Write write, Keeper keeper) {
    if (Keeper.canned(keeper.key()) == null) {
      FileTable.release(write.tx(), keeper.key(), write.now());
    } else {
      // a colleague's save that comes late may still name what another person brought
      FileTable.expire(write.tx(), keeper.key(), write.now());
    }
  }

  @Override
  public void drop(Write write, MessageId message) {
    FileTable.dropOf(write.tx(), message, write.now());
  }
}
