package app.recado.protocol;

import com.google.gson.annotations.SerializedName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the signed-in person has begun to write, the same on all of that person's devices.
 *
 * @param files the ids of its files, which are that person's alone
 * @param attachments what those files are
 * @param version counts up with each accepted save; {@code draft.save} carries the one it was based
 *     on
 * @param lost the text that lost against a newer save, kept until the person takes or drops it;
 *     null if nothing did, empty if there were only files
 * @param lostFiles the files that lost with it
 */
public record DraftRow(
    DialogId dialog,
    @SerializedName("kind") DraftKind kindOfDraft,
    String text,
    List<String> files,
    List<Attachment> attachments,
    @Nullable MessageId quote,
    long version,
    @Nullable String lost,
    List<Attachment> lostFiles,
    Instant savedAt)
    implements Row {
  public DraftRow {
    Required.all(dialog, kindOfDraft, text, savedAt);
    files = List.copyOf(files);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
    lostFiles = lostFiles == null ? List.of() : List.copyOf(lostFiles);
  }

  @Override
  public RowKind kind() {
    return RowKind.DRAFT;
  }

  @Override
  public String rowId() {
    return rowId(dialog, kindOfDraft);
  }

  /** Whether there is neither a text nor a file. */
  public boolean isEmpty() {
    return text.isEmpty() && files.isEmpty();
  }

  public static String rowId(DialogId dialog, DraftKind kind) {
    return dialog.value() + "." + kind.name().toLowerCase(Locale.ROOT);
  }
}
