package app.recado.client.api;

import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** For worlds in which nobody sends or fetches a file. */
public final class NoFiles implements FileApi {
  @Override
  public RelayApi.Call upload(
      String token, Attachment file, Path bytes, @Nullable FileId copyOf, Transfer callback) {
    throw new AssertionError("an upload");
  }

  @Override
  public RelayApi.Call download(String token, Attachment file, Path part, Transfer callback) {
    throw new AssertionError("a download");
  }
}
