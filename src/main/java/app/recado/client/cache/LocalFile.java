package app.recado.client.cache;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A file the agent chose, whose bytes are on this computer, or a copy of one that the relay has.
 *
 * @param dialog of the draft it belongs to; null once its message is in the outbox
 * @param kind of that draft
 * @param uploaded whether the relay has it
 * @param source the relay's file that it is a copy of; null if it was chosen here
 */
public record LocalFile(
    Attachment file,
    @Nullable DialogId dialog,
    @Nullable DraftKind kind,
    boolean uploaded,
    @Nullable FileId source) {
  /** One that is no copy. */
  public LocalFile(
      Attachment file, @Nullable DialogId dialog, @Nullable DraftKind kind, boolean uploaded) {
    this(file, dialog, kind, uploaded, null);
  }

  public FileId id() {
    return file.id();
  }

  /** The same, belonging to a message. */
  public LocalFile sent() {
    return in(null, null);
  }

  /** The same, in a draft; in none if both are null. */
  public LocalFile in(@Nullable DialogId draftDialog, @Nullable DraftKind draftKind) {
    return new LocalFile(file, draftDialog, draftKind, uploaded, source);
  }

  /** The same, which the relay has now. */
  public LocalFile finished() {
    return new LocalFile(file, dialog, kind, true, source);
  }

  /** The same, which the relay has no more. */
  public LocalFile lost() {
    return new LocalFile(file, dialog, kind, false, source);
  }

  /** The same, a copy of that one. */
  public LocalFile from(@Nullable FileId original) {
    return new LocalFile(file, dialog, kind, uploaded, original);
  }

  public boolean isOf(DialogId draftDialog, DraftKind draftKind) {
    return draftDialog.equals(dialog) && kind == draftKind;
  }
}
