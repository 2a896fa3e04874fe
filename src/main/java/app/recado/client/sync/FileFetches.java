package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.FileApi;
import app.recado.client.api.RelayApi;
import app.recado.client.state.FileTransfer;
import app.recado.client.state.FileTransfer.Stage;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the files that are looked at and are not on this computer. Engine thread only. */
final class FileFetches {
  private static final Logger LOG = LoggerFactory.getLogger(FileFetches.class);
  private static final int TRIES = 3;

  private final FileApi api;
  private final Scheduler scheduler;
  private final Executor io;
  private final FileCopies copies;
  private final Pusher.Line line;
  private final Backoff backoff;
  private final Set<FileId> paused;
  private final BiConsumer<FileId, @Nullable FileTransfer> show;
  private final Map<FileId, Fetch> fetches = new LinkedHashMap<>();
  private boolean closed;

  /**
   * @param paused what the agent has stopped, whichever way it goes
   */
  FileFetches(
      DeskSetup setup,
      FileCopies copies,
      Pusher.Line line,
      Backoff backoff,
      Set<FileId> paused,
      BiConsumer<FileId, @Nullable FileTransfer> show) {
    this.api = setup.files();
    this.scheduler = setup.scheduler();
    this.io = setup.io();
    this.copies = copies;
    this.line = line;
    this.backoff = backoff;
    this.paused = paused;
    this.show = show;
  }

  /** Whether somebody waits for a file. */
  boolean awaits(FileId id) {
    return fetches.containsKey(id);
  }

  /** The file that somebody waits for; null if nobody does. */
  @Nullable Attachment wanted(FileId id) {
    Fetch fetch = fetches.get(id);
    return fetch == null ? null : fetch.wanted;
  }

  /** Goes on with what does not move. */
  void poke() {
    List.copyOf(fetches.values()).forEach(Fetch::poke);
  }

  /** Stops moving one; {@link #poke} goes on unless it is paused. */
  void stop(FileId id) {
    Fetch fetch = fetches.get(id);
    if (fetch != null) {
      fetch.stop();
    }
  }

  /** Stops what moves. */
  void halt() {
    fetches.values().forEach(Fetch::stop);
  }

  void close() {
    closed = true;
  }

  /** Stops fetching a file; whoever waits for it gets nothing. */
  void cancel(FileId id) {
    Fetch fetch = fetches.remove(id);
    if (fetch != null) {
      fetch.stop();
      paused.remove(id);
      show.accept(id, null);
      fetch.waiting.forEach(done -> done.accept(null));
    }
  }

  /**
   * Fetches a file.
   *
   * @param done told its place, or null if it could not be had
   */
  void fetch(Attachment wanted, Consumer<@Nullable Path> done) {
    Fetch under = fetches.get(wanted.id());
    if (under != null) {
      under.waiting.add(done);
      paused.remove(wanted.id());
      under.poke();
      return;
    }
    io.execute(() -> {
      boolean found = copies.use(wanted.id());
      scheduler.execute(() -> {
        if (found) {
          copies.came(wanted.id());
          done.accept(copies.folder().path(wanted.id()));
        } else if (closed || !line.isOpen()) {
          show.accept(wanted.id(), new FileTransfer(Stage.FAILED, 0, wanted.size(), "offline"));
          done.accept(null);
        } else {
          Fetch fetch =
              Objects.requireNonNullElseGet(fetches.get(wanted.id()), () -> new Fetch(wanted));
          fetches.put(wanted.id(), fetch);
          fetch.waiting.add(done);
          fetch.poke();
        }
      });
    });
  }

  private final class Fetch extends Moving {
    private final Attachment wanted;
    private final List<Consumer<@Nullable Path>> waiting = new ArrayList<>();
    private @Nullable Path part;
    private int tries;
    private boolean settling;

    Fetch(Attachment wanted) {
      super(wanted, scheduler, show);
      this.wanted = wanted;
    }

    void poke() {
      if (mayStart() && line.isOpen()) {
        io.execute(() -> {
          try {
            Path place = copies.folder().part(wanted.id());
            scheduler.execute(() -> {
              part = place;
              if (mayStart() && !closed) {
                start();
              }
            });
          } catch (IOException e) {
            scheduler.execute(() -> give("disk"));
          }
        });
      }
    }

    private boolean mayStart() {
      return !isUnderWay()
          && !settling
          && !paused.contains(wanted.id())
          && fetches.get(wanted.id()) == this;
    }

    void stop() {
      cancel();
    }

    @Override
    RelayApi.Call begin() {
      return api.download(line.token(), wanted, Objects.requireNonNull(part), this);
    }

    @Override
    void ended(@Nullable ApiException problem) {
      if (problem == null) {
        settling = true;
        io.execute(this::settle);
      } else if (problem instanceof ApiException.Rejected rejected) {
        if (rejected.status() == 401) {
          line.refused(rejected);
        }
        give("gone");
      } else {
        again();
      }
    }

    private void settle() {
      boolean right;
      try {
        right = copies.folder().settle(wanted.id(), wanted.sha256());
      } catch (IOException e) {
        LOG.warn("What was fetched cannot be kept", e);
        scheduler.execute(() -> give("disk"));
        return;
      }
      scheduler.execute(() -> {
        settling = false;
        if (right) {
          copies.came(wanted.id());
          give(null);
        } else {
          again();
        }
      });
    }

    private void again() {
      if (++tries > TRIES) {
        give("offline");
      } else {
        scheduler.after(backoff.next(), this::poke);
      }
    }

    private void give(@Nullable String problem) {
      fetches.remove(wanted.id());
      show.accept(
          wanted.id(),
          problem == null ? null : new FileTransfer(Stage.FAILED, 0, wanted.size(), problem));
      Path place = problem == null ? copies.folder().path(wanted.id()) : null;
      waiting.forEach(done -> done.accept(place));
    }
  }
}
