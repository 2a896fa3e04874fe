package app.recado.client.cache;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A file the agent chose, whose bytes are on this computer.
 *
 * @param dialog of the draft it belongs to; null once its message is in the outbox
 * @param kind of that draft
 * @param uploaded whether the relay has it
 */
public record LocalFile(
    Attachment file, @Nullable DialogId dialog, @Nullable DraftKind kind, boolean uploaded) {
  public FileId id() {
    return file.id();
  }

  /** The same, belonging to a message. */
  public LocalFile sent() {
    return new LocalFile(file, null, null, uploaded);
  }

  /** The same, which the relay has now. */
  public LocalFile finished() {
    return new LocalFile(file, dialog, kind, true);
  }

  public boolean isOf(DialogId draftDialog, DraftKind draftKind) {
    return draftDialog.equals(dialog) && kind == draftKind;
  }
}
