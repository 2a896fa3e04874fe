package app.recado.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a message.
 *
 * @param name as {@link FileNames#safe} leaves it
 * @param type its media type, such as {@code image/png}; what its first bytes say where they tell
 * @param size in bytes
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param width of an image that is safe to show, in pixels; null for anything else
 * @param height likewise
 */
public record Attachment(
    FileId id,
    String name,
    String type,
    long size,
    String sha256,
    @Nullable Integer width,
    @Nullable Integer height) {
  public Attachment {
    Required.all(id, name, type, sha256);
  }

  /** The same bytes as another file. */
  public Attachment as(FileId other, String otherName) {
    return new Attachment(other, otherName, type, size, sha256, width, height);
  }

  /** Whether it is a picture that may be shown where it stands. */
  public boolean isImage() {
    return FileRules.isSafeImage(type);
  }
}
