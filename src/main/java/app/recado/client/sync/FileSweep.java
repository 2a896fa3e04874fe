package app.recado.client.sync;

import app.recado.client.cache.Cache;
import app.recado.client.cache.CacheException;
import app.recado.client.cache.FileFolder;
import app.recado.protocol.Change;
import app.recado.protocol.FileId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Row;
import app.recado.protocol.RowKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes bytes from this computer: those of messages that were deleted or are out of sight, and of
 * the others the longest unused when there are too many. What a draft or the outbox has stays.
 * Engine thread only.
 */
final class FileSweep {
  /** What fetched files may take, in bytes. */
  static final long BUDGET = 2L * 1024 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
  private static final Duration SOON = Duration.ofSeconds(2);

  /** A copy that was only just made may not have been told to the engine yet. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private final Cache cache;
  private final DeskModel model;
  private final FileTransfers files;
  private final Scheduler scheduler;
  private final Executor io;
  private final InstantSource clock;
  private final long budget;
  private boolean due;

  FileSweep(Cache cache, DeskModel model, FileTransfers files, DeskSetup setup, long budget) {
    this.cache = cache;
    this.model = model;
    this.files = files;
    this.scheduler = setup.scheduler();
    this.io = setup.io();
    this.clock = setup.clock();
    this.budget = budget;
  }

  /** Whether bytes may be here that a change leaves nobody to look at. */
  static boolean mayLoseFiles(Change change) {
    return switch (change) {
      case Change.Gone gone -> gone.kind() == RowKind.DIALOG || gone.kind() == RowKind.MESSAGE;
      case Change.Put(MessageRow message, long seq) -> message.deletedAt() != null;
      case Change.Put(Row other, long seq) -> false;
    };
  }

  /** Looks soon, once for all that happens until then. */
  void soon() {
    if (!due) {
      due = true;
      scheduler.after(SOON, this::look);
    }
  }

  private void look() {
    due = false;
    io.execute(() -> {
      try {
        List<FileFolder.Kept> there = files.folder().list();
        if (!there.isEmpty()) {
          scheduler.execute(() -> sweep(there));
        }
      } catch (IOException unreadable) {
        LOG.warn("The files of this profile cannot be listed", unreadable);
      }
    });
  }

  private void sweep(List<FileFolder.Kept> there) {
    if (files.isClosed()) {
      return;
    }
    try {
      Set<FileId> wanted = new HashSet<>(cache.messages.files());
      model
          .scheduled
          .values()
          .forEach(row -> row.files().forEach(file -> wanted.add(new FileId(file))));
      sweep(there, wanted);
    } catch (CacheException problem) {
      // Room can be made the next time; what is damaged shows where it is needed.
      LOG.warn("No files were removed", problem);
    }
  }

  private void sweep(List<FileFolder.Kept> there, Set<FileId> wanted) {
    Instant settled = clock.instant().minus(SETTLED);
    List<FileFolder.Kept> fetched = new ArrayList<>();
    for (FileFolder.Kept file : there) {
      if (files.needs(file.id())) {
        continue;
      }
      if (wanted.contains(file.id())) {
        fetched.add(file);
      } else if (files.isHere(file.id()) || file.usedAt().isBefore(settled)) {
        files.discard(file.id());
      }
    }
    tooMany(fetched, budget).forEach(file -> files.discard(file.id()));
  }

  /** What has to go of fetched files, the longest unused first. */
  static List<FileFolder.Kept> tooMany(List<FileFolder.Kept> fetched, long budget) {
    List<FileFolder.Kept> going = new ArrayList<>();
    long excess = fetched.stream().mapToLong(FileFolder.Kept::size).sum() - budget;
    List<FileFolder.Kept> oldestFirst =
        fetched.stream().sorted(Comparator.comparing(FileFolder.Kept::usedAt)).toList();
    for (FileFolder.Kept file : oldestFirst) {
      if (excess <= 0) {
        break;
      }
      going.add(file);
      excess -= file.size();
    }
    return going;
  }
}
