package app.recado.simulation;

import app.recado.client.api.ApiException;
import app.recado.client.api.FileApi;
import app.recado.client.api.RelayApi;
import app.recado.protocol.Attachment;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.FileId;
import app.recado.protocol.Json;
import app.recado.relay.file.Holder;
import app.recado.relay.file.Uploads;
import app.recado.relay.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Bytes on their way from one life of one desk to the relay, over a link that fails. */
final class SimulatedFiles implements FileApi {
  private static final long PATIENCE_MILLIS = 20_000;

  private final String who;
  private final Machine desk;
  private final Link link;
  private final RelayHost relay;
  private final VirtualTime time;
  private final Trace trace;
  private final RandomGenerator random;

  SimulatedFiles(
      String who,
      Machine desk,
      Link link,
      RelayHost relay,
      VirtualTime time,
      Trace trace,
      RandomGenerator random) {
    this.who = who;
    this.desk = desk;
    this.link = link;
    this.relay = relay;
    this.time = time;
    this.trace = trace;
    this.random = random;
  }

  @Override
  public RelayApi.Call upload(
      String token, Attachment file, Path bytes, @Nullable FileId copyOf, Transfer callback) {
    Sending sending = new Sending(token, file, read(bytes), callback);
    if (!desk.isDead()) {
      Fate fate = link.fate();
      trace.add(who, "uploads " + file.name() + " " + fate.end());
      sending.go(fate);
    }
    return sending;
  }

  @Override
  public RelayApi.Call download(String token, Attachment file, Path part, Transfer callback) {
    throw new AssertionError("nobody looks at files here");
  }

  private static byte[] read(Path bytes) {
    try {
      return Files.readAllBytes(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private final class Sending implements RelayApi.Call {
    private final String token;
    private final Attachment file;
    private final byte[] bytes;
    private final Transfer callback;
    private boolean over;

    Sending(String token, Attachment file, byte[] bytes, Transfer callback) {
      this.token = token;
      this.file = file;
      this.bytes = bytes;
      this.callback = callback;
    }

    @Override
    public void cancel() {
      over = true;
    }

    void go(Fate fate) {
      long there = fate.there();
      if (!link.isUp() || fate.end() == Fate.End.LOST) {
        fails(fate.soon() ? there : PATIENCE_MILLIS, new ApiException.Unreachable("lost", null));
        return;
      }
      switch (fate.end()) {
        case LOST -> throw new IllegalStateException();
        case ANSWERED -> time.afterMillis(there, () -> answer(deliver(bytes.length), fate.back()));
        case CUT -> {
          // some of it, or all of it and only the answer is lost
          time.afterMillis(there, () -> deliver(random.nextInt(bytes.length + 1)));
          fails(there + fate.back(), new ApiException.Unreachable("cut", null));
        }
        case LATE -> {
          fails(PATIENCE_MILLIS, new ApiException.Unreachable("timed out", null));
          time.afterMillis(PATIENCE_MILLIS + there * 20, () -> deliver(bytes.length));
        }
        case BROKEN_BEFORE -> fails(there, new ApiException.Malformed("a page of HTML", null));
        case BROKEN_AFTER -> {
          time.afterMillis(there, () -> deliver(bytes.length));
          fails(there + fate.back(), new ApiException.Malformed("a page of HTML", null));
        }
      }
      if (fate.again() >= 0) {
        time.afterMillis(there + fate.again(), () -> deliver(bytes.length));
      }
    }

    /** As the tus routes do it; null if the relay is down or dies over it. */
    private @Nullable ApiException deliver(int most) {
      if (!link.isUp()) {
        return new ApiException.Unreachable("cut", null);
      }
      ApiException[] problem = new ApiException[1];
      Boolean done =
          relay.administer(up -> {
            try {
              Holder holder = new Holder.Agent(up.accounts().authenticate(token));
              Uploads.Upload begun =
                  up.uploads()
                      .begin(
                          holder,
                          new Uploads.Announced(
                              file.id(), file.name(), file.type(), file.size(), file.sha256()));
              if (!begun.isComplete()) {
                up.uploads()
                    .append(holder, file.id(), begun.offset(), from(begun.offset(), most), null);
              }
            } catch (Refusal refusal) {
              trace.add(who, "refused " + refusal.status() + " " + refusal.getMessage());
              ErrorBody body = Json.read(Json.write(refusal.body()), ErrorBody.class);
              problem[0] = new ApiException.Rejected(refusal.status(), body.error());
            } catch (UncheckedIOException brokenOff) {
              problem[0] = new ApiException.Unreachable("broken off", null);
            }
            return true;
          });
      return done == null ? new ApiException.Unreachable("down", null) : problem[0];
    }

    /** The rest, which breaks off after so many of all bytes. */
    private InputStream from(long offset, int most) {
      int start = (int) offset;
      int end = Math.max(start, Math.min(most, bytes.length));
      InputStream rest = new ByteArrayInputStream(bytes, start, end - start);
      return end == bytes.length
          ? rest
          : new FilterInputStream(rest) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
              int read = super.read(buffer, from, length);
              if (read < 0) {
                throw new IOException("broken off");
              }
              return read;
            }
          };
    }

    private void answer(@Nullable ApiException problem, long back) {
      if (problem != null) {
        fails(back, problem);
      } else {
        end(back, () -> callback.succeeded(null));
      }
    }

    private void fails(long millis, ApiException problem) {
      end(millis, () -> callback.failed(problem));
    }

    private void end(long millis, Runnable report) {
      time.afterMillis(
          millis,
          () ->
              desk.run(() -> {
                if (!over) {
                  over = true;
                  report.run();
                }
              }));
    }
  }
}
