package app.recado.client.api;

import app.recado.protocol.Attachment;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.FileId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Files over HTTP: tus 1.0 up, ranges down. Reads and writes on threads of its executor. */
public final class OkHttpFileApi implements FileApi {
  private static final MediaType BYTES = MediaType.get("application/offset+octet-stream");
  private static final MediaType NONE = MediaType.get("application/json");
  private static final int BUFFER = 64 * 1024;
  private static final long TELL_EVERY = 256 * 1024;
  private static final Duration STALL = Duration.ofSeconds(30);

  private final Function<String, HttpUrl.Builder> address;
  private final Supplier<OkHttpClient> client;
  private final Executor workers;
  private final Executor callbacks;

  /**
   * @param address of a path at the relay
   * @param workers where transfers block
   * @param callbacks where callbacks are called
   */
  OkHttpFileApi(
      Function<String, HttpUrl.Builder> address,
      Supplier<OkHttpClient> client,
      Executor workers,
      Executor callbacks) {
    this.address = address;
    this.client = client;
    this.workers = workers;
    this.callbacks = callbacks;
  }

  @Override
  public RelayApi.Call upload(
      String token, Attachment file, Path bytes, @Nullable FileId copyOf, Transfer callback) {
    return run(
        callback,
        under -> {
          long offset = begin(under, token, file, copyOf);
          if (offset < file.size()) {
            if (copyOf != null && !Files.exists(bytes)) {
              throw new ApiException.Rejected(
                  404, ErrorBody.of("not_found", "What it was copied from is gone.").error());
            }
            append(under, token, file, bytes, offset);
          }
        });
  }

  /** Begins, or finds what was begun: the relay says how far it is. */
  private long begin(Under under, String token, Attachment file, @Nullable FileId copyOf)
      throws IOException, ApiException {
    String metadata =
        "id "
            + base64(file.id().value())
            + ",filename "
            + base64(file.name())
            + ",filetype "
            + base64(file.type())
            + ",sha256 "
            + base64(file.sha256())
            + (copyOf == null ? "" : ",copy " + base64(copyOf.value()));
    Request post =
        request("v1/files", token)
            .header("Upload-Length", Long.toString(file.size()))
            .header("Upload-Metadata", metadata)
            .post(RequestBody.create(new byte[0], NONE))
            .build();
    try (Response response = under.send(post)) {
      return offset(response);
    }
  }

  private void append(Under under, String token, Attachment file, Path bytes, long offset)
      throws IOException, ApiException {
    Request patch =
        request("v1/files/" + file.id(), token)
            .header("Upload-Offset", Long.toString(offset))
            .patch(new Part(bytes, offset, under))
            .build();
    try (Response response = under.send(patch)) {
      if (offset(response) != file.size()) {
        throw new ApiException.Unreachable("the upload broke off", null);
      }
    }
  }

  private static long offset(Response response) throws IOException, ApiException {
    if (!response.isSuccessful()) {
      throw Answers.problem(response);
    }
    try {
      return Long.parseLong(response.header("Upload-Offset", ""));
    } catch (NumberFormatException foreign) {
      throw new ApiException.Malformed("no Upload-Offset", foreign);
    }
  }

  @Override
  public RelayApi.Call download(String token, Attachment file, Path part, Transfer callback) {
    return run(
        callback,
        under -> {
          long have = Files.exists(part) ? Files.size(part) : 0;
          if (have >= file.size()) {
            return;
          }
          Request.Builder get = request("v1/files/" + file.id(), token);
          if (have > 0) {
            get.header("Range", "bytes=" + have + "-")
                .header("If-Range", '"' + file.sha256() + '"');
          }
          try (Response response = under.send(get.build())) {
            if (!response.isSuccessful()) {
              throw Answers.problem(response);
            }
            keep(response, part, response.code() == 206 ? have : 0, under);
          }
        });
  }

  private static void keep(Response response, Path part, long from, Under under)
      throws IOException {
    StandardOpenOption how =
        from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    try (InputStream in = response.body().byteStream();
        OutputStream out =
            Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      byte[] buffer = new byte[BUFFER];
      long at = from;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        at += read;
        under.progressed(at);
      }
    }
  }

  private Request.Builder request(String path, String token) {
    return new Request.Builder()
        .url(address.apply(path).build())
        .header("Authorization", "Bearer " + token)
        .header("Tus-Resumable", "1.0.0");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private interface Work {
    void run(Under under) throws IOException, ApiException;
  }

  private RelayApi.Call run(Transfer callback, Work work) {
    Under under = new Under(callback);
    workers.execute(() -> {
      try {
        work.run(under);
        under.hand(() -> callback.succeeded(null));
      } catch (ApiException problem) {
        under.hand(() -> callback.failed(problem));
      } catch (IOException | RuntimeException broken) {
        ApiException problem = new ApiException.Unreachable("the transfer broke off", broken);
        under.hand(() -> callback.failed(problem));
      }
    });
    return under;
  }

  /** One transfer under way: of its requests one at a time. */
  private final class Under implements RelayApi.Call {
    private final Transfer callback;
    private final AtomicReference<okhttp3.@Nullable Call> call = new AtomicReference<>();
    private volatile boolean cancelled;
    private long told;

    Under(Transfer callback) {
      this.callback = callback;
    }

    Response send(Request request) throws IOException {
      okhttp3.Call next =
          client.get().newBuilder().writeTimeout(STALL).readTimeout(STALL).build().newCall(request);
      call.set(next);
      if (cancelled) {
        next.cancel();
      }
      return next.execute();
    }

    void progressed(long bytes) {
      if (bytes - told >= TELL_EVERY) {
        told = bytes;
        hand(() -> callback.progressed(bytes));
      }
    }

    void hand(Runnable told) {
      callbacks.execute(() -> {
        if (!cancelled) {
          told.run();
        }
      });
    }

    @Override
    public void cancel() {
      cancelled = true;
      okhttp3.Call under = call.get();
      if (under != null) {
        under.cancel();
      }
    }
  }

  /** The rest of a file as a request's body. */
  private static final class Part extends RequestBody {
    private final Path bytes;
    private final long offset;
    private final Under under;

    Part(Path bytes, long offset, Under under) {
      this.bytes = bytes;
      this.offset = offset;
      this.under = under;
    }

    @Override
    public MediaType contentType() {
      return BYTES;
    }

    @Override
    public long contentLength() throws IOException {
      return Files.size(bytes) - offset;
    }

    /** A second try asks first how far the relay is. */
    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (InputStream in = Files.newInputStream(bytes)) {
        in.skipNBytes(offset);
        byte[] buffer = new byte[BUFFER];
        long at = offset;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          sink.write(buffer, 0, read);
          at += read;
          under.progressed(at);
        }
      }
    }
  }
}
