package app.recado.protocol;

import com.google.gson.annotations.SerializedName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the signed-in person has begun to write, the same on all of that person's devices.
 *
 * @param version counts up with each accepted save; {@code draft.save} carries the one it was based
 *     on
 * @param lost the text that lost against a newer save, kept until the person takes or drops it
 */
public record DraftRow(
    DialogId dialog,
    @SerializedName("kind") DraftKind kindOfDraft,
    String text,
    List<String> files,
    @Nullable MessageId quote,
    long version,
    @Nullable String lost,
    Instant savedAt)
    implements Row {
  public DraftRow {
    Required.all(dialog, kindOfDraft, text, savedAt);
    files = List.copyOf(files);
  }

  @Override
  public RowKind kind() {
    return RowKind.DRAFT;
  }

  @Override
  public String rowId() {
    return rowId(dialog, kindOfDraft);
  }

  public static String rowId(DialogId dialog, DraftKind kind) {
    return dialog.value() + "." + kind.name().toLowerCase(Locale.ROOT);
  }
}
