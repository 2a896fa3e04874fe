package app.recado.client.api;

import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of files, up and down. As with {@link RelayApi} each call returns at once and ends with
 * exactly one of the callback's methods, unless it was cancelled first.
 */
public interface FileApi {
  /**
   * Sends a file, or what the relay does not have of it yet.
   *
   * @param bytes need not be there for a copy; where they are needed after all, it ends as rejected
   *     with 404
   * @param copyOf the relay's file that it is a copy of; null for none
   */
  RelayApi.Call upload(
      String token, Attachment file, Path bytes, @Nullable FileId copyOf, Transfer callback);

  /** Fetches a file, or what is not there yet, to the end of what is there. */
  RelayApi.Call download(String token, Attachment file, Path part, Transfer callback);

  /** How a transfer goes. */
  interface Transfer extends RelayApi.Callback<@Nullable Void> {
    /** So many bytes are over; told now and then. */
    void progressed(long bytes);
  }
}
