package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.FileApi;
import app.recado.client.api.RelayApi;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Transfers that go as far as a test lets them. */
final class ScriptedFiles implements FileApi {
  /** A transfer under way. */
  record Under(Attachment file, Path bytes, Transfer callback) {
    void over() {
      callback.succeeded(null);
    }

    void broken() {
      callback.failed(new ApiException.Unreachable("cut", null));
    }
  }

  final List<Under> uploads = new ArrayList<>();
  final List<Under> downloads = new ArrayList<>();
  final Map<FileId, Integer> asked = new HashMap<>();

  /** What was sent as a copy, and of which. */
  final Map<FileId, FileId> copies = new HashMap<>();

  @Override
  public RelayApi.Call upload(
      String token, Attachment file, Path bytes, @Nullable FileId copyOf, Transfer callback) {
    if (copyOf != null) {
      copies.put(file.id(), copyOf);
    }
    return add(uploads, file, bytes, callback);
  }

  @Override
  public RelayApi.Call download(String token, Attachment file, Path part, Transfer callback) {
    return add(downloads, file, part, callback);
  }

  private RelayApi.Call add(List<Under> to, Attachment file, Path bytes, Transfer callback) {
    asked.merge(file.id(), 1, Integer::sum);
    Under under = new Under(file, bytes, callback);
    to.add(under);
    return () -> to.remove(under);
  }

  /** Takes the only upload under way. */
  Under upload() {
    if (uploads.size() != 1) {
      throw new AssertionError("uploads under way: " + uploads);
    }
    return uploads.removeFirst();
  }

  @Nullable Under download() {
    return downloads.isEmpty() ? null : downloads.removeFirst();
  }
}
