package app.recado.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text kept to be used again.
 *
 * @param channel the channel it belongs to; null unless {@code scope} says so
 * @param owner who wrote it first
 * @param section what it is found under; empty for none
 * @param shortcut what is typed behind {@code #} to get it; empty for none
 * @param text may hold variables, {@code {customer.firstName|there}}
 * @param files the ids of what is attached wherever it is used
 * @param attachments what those files are
 * @param source the message it was made from; null if none
 * @param uses how often it was used, exactly while that is seldom
 * @param updatedAt the relay's time of the last save
 */
public record CannedRow(
    CannedId id,
    CannedScope scope,
    @Nullable ChannelId channel,
    UserId owner,
    String section,
    String title,
    String shortcut,
    String text,
    List<String> files,
    List<Attachment> attachments,
    @Nullable MessageId source,
    long uses,
    Instant updatedAt)
    implements Row {
  public CannedRow {
    Required.all(id, scope, owner, section, title, shortcut, text, updatedAt);
    files = files == null ? List.of() : List.copyOf(files);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  @Override
  public RowKind kind() {
    return RowKind.CANNED;
  }

  @Override
  public String rowId() {
    return id.value();
  }

  /** The same, with what its files are. */
  public CannedRow with(List<Attachment> found) {
    return new CannedRow(
        id, scope, channel, owner, section, title, shortcut, text, files, found, source, uses,
        updatedAt);
  }

  /** The same, used so often. */
  public CannedRow used(long times) {
    return new CannedRow(
        id,
        scope,
        channel,
        owner,
        section,
        title,
        shortcut,
        text,
        files,
        attachments,
        source,
        times,
        updatedAt);
  }
}
