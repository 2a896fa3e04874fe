package app.recado.client.sync;

import app.recado.client.state.DraftKey;
import app.recado.client.state.FileTransfer;
import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.FileRules;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * Files, as the agent has to do with them. Called on the FX thread, returns at once and reports
 * back on it; bytes are read and written elsewhere.
 */
public interface DeskFiles {
  /**
   * Copies a file into the profile and puts it into a draft: from then on the original may go. It
   * is brought to the relay while there is a line, so that it is in the draft on the agent's other
   * devices; nobody else sees it before the message is sent.
   */
  void attach(DialogId dialog, DraftKind kind, Path file, Consumer<Attached> done);

  /**
   * As {@link #attach}, for a picture that is nowhere but in memory.
   *
   * @param png makes its bytes, off the FX thread
   */
  void attachPicture(
      DialogId dialog, DraftKind kind, Supplier<byte[]> png, String name, Consumer<Attached> done);

  /**
   * Puts copies of files that the relay has into a draft, as far as they may be fetched and there
   * is room for them; nothing is sent twice. With and without a line, at once.
   */
  void attachCopies(DialogId dialog, DraftKind kind, List<Attachment> originals);

  /** As {@link #attach}, for what is no draft; whatever names it then has it. */
  void choose(Path file, Consumer<Attached> done);

  /**
   * As {@link #attachCopies}, for what is no draft.
   *
   * @return the copies, in the same order
   */
  List<Attachment> chooseCopies(List<Attachment> originals);

  /** What a file was chosen for was given up; its copy goes. */
  void giveUp(FileId file);

  /** The files of a draft, in the order in which they were chosen. */
  List<Attachment> drafted(DialogId dialog, DraftKind kind);

  /** The files of every draft that has any, as {@link #drafted} gives them, a little later. */
  ObservableMap<DraftKey, List<Attachment>> drafts();

  /** Takes a file out of its draft, on every device; its copy goes. */
  void detach(FileId file);

  /** What is on its way, either way, or stopped on it. */
  ObservableMap<FileId, FileTransfer> transfers();

  void pause(FileId file);

  /** Goes on after a pause or a failure. */
  void resume(FileId file);

  /**
   * Gives up a transfer. A message whose file is not sent goes back to its draft, with all it had;
   * of a file that is fetched what came is kept for the next time.
   */
  void cancel(FileId file);

  /**
   * Gives the place of a file's bytes on this computer, fetching them first if they are not here.
   *
   * @param done null if they could not be had; {@link #transfers} says why
   */
  void fetch(Attachment file, Consumer<@Nullable Path> done);

  /** Writes a copy of a file there, fetching it first if it is not here; tells whether it could. */
  void save(Attachment file, Path target, Consumer<Boolean> done);

  /** Whether its bytes are on this computer, as far as is known without looking. */
  boolean isHere(FileId file);

  /** What became of choosing a file. */
  sealed interface Attached {
    record Taken(Attachment file) implements Attached {}

    record Refused(FileRules.Refused reason) implements Attached {}

    /** It cannot be read, or there is no room for its copy. */
    record Unreadable() implements Attached {}
  }
}
