package app.recado.relay.file;

import app.recado.protocol.FileId;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files on their way to the relay and from it. An upload belongs to its holder alone until a
 * message takes it.
 *
 * <pre>
 * announced -> partly here -> complete -> taken by a message -> gone
 *                   \------------\--> gone, when nobody took it within a week; may be announced again
 * </pre>
 */
public interface Uploads {
  /**
   * Begins an upload; again with the same id, size and hash it is the one begun before, also when
   * that one was given up and nothing of it is left.
   *
   * @throws app.recado.relay.refusal.Refusal 409 {@code id_reused} for another file under the same
   *     id; 423 while what was there is being removed; 413 {@code too_large}; 422 for what is not
   *     taken; 429 while too many wait for a message
   */
  Upload begin(Holder holder, Announced file);

  /** How far an upload has come; 404 unless it is the holder's own. */
  Upload find(Holder holder, FileId id);

  /**
   * Adds bytes at the end. What came before the sender broke off is kept; a hash that does not fit
   * takes the bytes back.
   *
   * @param offset where the sender believes the end to be
   * @param digest of the bytes of this request; null to check only the whole at its end
   * @throws app.recado.relay.refusal.Refusal 409 {@code wrong_offset}; 413 for more bytes than
   *     announced; 423 {@code locked} while another request adds; 460 {@code checksum_mismatch}
   */
  Upload append(Holder holder, FileId id, long offset, InputStream bytes, @Nullable Digest digest);

  /** Gives up an upload that no message took; 404 as {@link #find}. */
  void cancel(Holder holder, FileId id);

  /** The whole file; 404 for whoever may not see the message it belongs to. */
  Stored open(Holder holder, FileId id);

  /**
   * Removes bytes that nothing refers to any more.
   *
   * @return when there is next something to remove; {@link Instant#MAX} for never
   */
  Instant tick();

  /**
   * A file to come.
   *
   * @param type the media type its sender believes it to have
   * @param sha256 in lower-case hexadecimal; null if the sender does not say
   * @param copyOf a file that the sender may fetch and of which this is a copy: then it is complete
   *     at once; null, or a file that is not there, for one whose bytes are to come
   * @param metadata what the sender said of it, to be said again as it was; null for nothing
   */
  record Announced(
      FileId id,
      String name,
      String type,
      long size,
      @Nullable String sha256,
      @Nullable FileId copyOf,
      @Nullable String metadata) {
    /** One whose bytes are to come. */
    public Announced(FileId id, String name, String type, long size, @Nullable String sha256) {
      this(id, name, type, size, sha256, null);
    }

    /** A copy of a file. */
    public Announced(
        FileId id,
        String name,
        String type,
        long size,
        @Nullable String sha256,
        @Nullable FileId copyOf) {
      this(id, name, type, size, sha256, copyOf, null);
    }
  }

  /**
   * An upload and how far it has come.
   *
   * @param offset how many bytes are here, on disk
   * @param metadata as it was announced
   */
  record Upload(FileId id, long size, long offset, @Nullable String metadata) {
    public boolean isComplete() {
      return offset == size;
    }
  }

  /**
   * What the bytes of one request must have.
   *
   * @param algorithm as {@link java.security.MessageDigest} names it
   */
  record Digest(String algorithm, byte[] value) {}
}
