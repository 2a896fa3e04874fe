package app.recado.simulation;

import app.recado.client.api.ApiException;
import app.recado.client.api.FileApi;
import app.recado.client.api.RelayApi;
import app.recado.protocol.Attachment;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.FileId;
import app.recado.protocol.Json;
import app.recado.protocol.UserId;
import app.recado.relay.Relay;
import app.recado.relay.file.Holder;
import app.recado.relay.file.Stored;
import app.recado.relay.file.Uploads;
import app.recado.relay.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
  private final Witness witness;
  private final UserId user;

  SimulatedFiles(
      String who,
      UserId user,
      Machine desk,
      Link link,
      RelayHost relay,
      VirtualTime time,
      Trace trace,
      RandomGenerator random,
      Witness witness) {
    this.who = who;
    this.user = user;
    this.witness = witness;
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
    Sending sending = new Sending(token, file, bytes, copyOf, callback);
    if (copyOf != null) {
      witness.files().copied(file, copyOf);
    }
    begin(sending, copyOf == null ? "uploads " : "copies ", file);
    return sending;
  }

  @Override
  public RelayApi.Call download(String token, Attachment file, Path part, Transfer callback) {
    Fetching fetching = new Fetching(token, file, part, callback);
    begin(fetching, "fetches ", file);
    return fetching;
  }

  private void begin(Moving moving, String verb, Attachment file) {
    if (!desk.isDead()) {
      Fate fate = link.fate();
      trace.add(who, verb + file.name() + " " + fate.end());
      moving.go(fate);
    }
  }

  /** One transfer, whichever way it goes. */
  private abstract class Moving implements RelayApi.Call {
    private final Transfer callback;
    private final int size;
    private boolean over;

    Moving(Attachment file, Transfer callback) {
      this.size = (int) file.size();
      this.callback = callback;
    }

    /**
     * What the relay does for it.
     *
     * @param most after how many of all bytes it breaks off
     * @return what is answered; null if all went well
     */
    abstract @Nullable ApiException deliver(int most);

    @Override
    public void cancel() {
      over = true;
    }

    boolean isOver() {
      return over;
    }

    void go(Fate fate) {
      long there = fate.there();
      if (!link.isUp() || fate.end() == Fate.End.LOST) {
        fails(fate.soon() ? there : PATIENCE_MILLIS, new ApiException.Unreachable("lost", null));
        return;
      }
      switch (fate.end()) {
        case LOST -> throw new IllegalStateException();
        case ANSWERED -> time.afterMillis(there, () -> answer(deliver(size), fate.back()));
        case CUT -> {
          // some of it, or all of it and only the answer is lost
          time.afterMillis(there, () -> deliver(random.nextInt(size + 1)));
          fails(there + fate.back(), new ApiException.Unreachable("cut", null));
        }
        case LATE -> {
          fails(PATIENCE_MILLIS, new ApiException.Unreachable("timed out", null));
          time.afterMillis(PATIENCE_MILLIS + there * 20, () -> deliver(size));
        }
        case BROKEN_BEFORE -> fails(there, new ApiException.Malformed("a page of HTML", null));
        case BROKEN_AFTER -> {
          time.afterMillis(there, () -> deliver(size));
          fails(there + fate.back(), new ApiException.Malformed("a page of HTML", null));
        }
      }
      if (fate.again() >= 0) {
        time.afterMillis(there + fate.again(), () -> deliver(size));
      }
    }

    /** Null if the relay is down or dies over it. */
    @Nullable ApiException ask(Function<Relay, @Nullable ApiException> work) {
      if (!link.isUp()) {
        return new ApiException.Unreachable("cut", null);
      }
      List<ApiException> problems = new ArrayList<>();
      Boolean done =
          relay.administer(up -> {
            try {
              ApiException problem = work.apply(up);
              if (problem != null) {
                problems.add(problem);
              }
            } catch (Refusal refusal) {
              trace.add(who, "refused " + refusal.status() + " " + refusal.getMessage());
              ErrorBody body = Json.read(Json.write(refusal.body()), ErrorBody.class);
              problems.add(new ApiException.Rejected(refusal.status(), body.error()));
            } catch (UncheckedIOException brokenOff) {
              problems.add(new ApiException.Unreachable("broken off", null));
            }
            return true;
          });
      if (done == null) {
        return new ApiException.Unreachable("down", null);
      }
      return problems.isEmpty() ? null : problems.getFirst();
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

  /** As the tus routes do it. */
  private final class Sending extends Moving {
    private final String token;
    private final Attachment file;
    private final byte @Nullable [] bytes;
    private final @Nullable FileId copyOf;

    Sending(String token, Attachment file, Path bytes, @Nullable FileId copyOf, Transfer callback) {
      super(file, callback);
      this.token = token;
      this.file = file;
      this.copyOf = copyOf;
      this.bytes = copyOf != null && !Files.exists(bytes) ? null : read(bytes);
    }

    @Override
    @Nullable ApiException deliver(int most) {
      boolean may = copyOf == null || !relay.isUp() || relay.books().mayFetch(user, copyOf.value());
      boolean known = relay.isUp() && relay.books().hasFile(file.id().value());
      return ask(up -> {
        Holder holder = new Holder.Agent(up.accounts().authenticate(token));
        Uploads.Upload begun =
            up.uploads()
                .begin(
                    holder,
                    new Uploads.Announced(
                        file.id(), file.name(), file.type(), file.size(), file.sha256(), copyOf));
        if (begun.isComplete()) {
          if (copyOf != null && !known && !may) {
            throw new Violation(20, who + " was given a copy of " + copyOf + ", out of sight");
          }
          return null;
        }
        if (bytes == null) {
          return new ApiException.Rejected(404, ErrorBody.of("not_found", "gone").error());
        }
        up.uploads().append(holder, file.id(), begun.offset(), from(begun.offset(), most), null);
        return null;
      });
    }

    /** The rest, which breaks off after so many of all bytes. */
    private InputStream from(long offset, int most) {
      byte[] all = Objects.requireNonNull(bytes);
      int start = (int) offset;
      int end = Math.max(start, Math.min(most, all.length));
      InputStream rest = new ByteArrayInputStream(all, start, end - start);
      return end == all.length
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
  }

  /** The rest of a file, to the end of what is here. */
  private final class Fetching extends Moving {
    private final String token;
    private final Attachment file;
    private final Path part;

    Fetching(String token, Attachment file, Path part, Transfer callback) {
      super(file, callback);
      this.token = token;
      this.file = file;
      this.part = part;
    }

    @Override
    @Nullable ApiException deliver(int most) {
      boolean may = !relay.isUp() || relay.books().mayFetch(user, file.id().value());
      byte[][] came = new byte[1][];
      ApiException problem =
          ask(up -> {
            Holder holder = new Holder.Agent(up.accounts().authenticate(token));
            came[0] = read(up.uploads().open(holder, file.id()));
            return null;
          });
      byte[] all = came[0];
      if (problem != null || all == null) {
        return problem;
      }
      if (!may) {
        throw new Violation(20, who + " was given the file " + file.id() + ", out of sight");
      }
      witness.files().isAsChosen(file.id().value(), all);
      desk.run(() -> {
        if (!isOver()) {
          keep(all, most);
        }
      });
      return null;
    }

    private void keep(byte[] all, int most) {
      try {
        int have = Files.exists(part) ? (int) Files.size(part) : 0;
        if (have < most) {
          Files.write(
              part,
              Arrays.copyOfRange(all, have, most),
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static byte[] read(Path bytes) {
    try {
      return Files.readAllBytes(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static byte[] read(Stored file) {
    try (InputStream in = file.from(0)) {
      return in.readAllBytes();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
