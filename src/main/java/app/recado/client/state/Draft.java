package app.recado.client.state;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has been begun in a composer, but for its files.
 *
 * @param lost a text that lost against a newer one on another device, empty if it had only files;
 *     null if nothing did
 * @param lostFiles the files that lost with it
 */
public record Draft(
    DialogId dialog,
    DraftKind kind,
    String text,
    @Nullable MessageId quote,
    @Nullable String lost,
    List<Attachment> lostFiles) {
  public Draft {
    lostFiles = List.copyOf(lostFiles);
  }

  /** A draft of which no files were lost. */
  public Draft(
      DialogId dialog,
      DraftKind kind,
      String text,
      @Nullable MessageId quote,
      @Nullable String lost) {
    this(dialog, kind, text, quote, lost, List.of());
  }
}
