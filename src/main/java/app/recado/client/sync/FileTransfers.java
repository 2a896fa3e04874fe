package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.FileApi;
import app.recado.client.api.RelayApi;
import app.recado.client.cache.FileFolder;
import app.recado.client.cache.LocalFile;
import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxFile;
import app.recado.client.cache.OutboxState;
import app.recado.client.state.DraftKey;
import app.recado.client.state.FileTransfer;
import app.recado.client.state.FileTransfer.Stage;
import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the files of waiting messages and of drafts to the relay, one at a time in the order of
 * the outbox; {@link #fetches} is the other way. What breaks off goes on where it was, by itself
 * while there is a line. Engine thread only, but for {@link #drafted}, {@link #isHere} and {@link
 * #folder}.
 */
final class FileTransfers {
  private static final Logger LOG = LoggerFactory.getLogger(FileTransfers.class);

  private static final int LOCKED = 423;
  private static final int MISMATCH = 460;
  private static final int TRIES_AFTER_MISMATCH = 3;

  private final FileApi api;
  private final Scheduler scheduler;
  private final Executor io;
  private final FileFolder folder;
  private final FileCopies copies;
  private final OutboxFile file;
  private final Outbox outbox;
  private final Pusher.Line line;
  private final Backoff backoff;
  private final BiConsumer<FileId, @Nullable FileTransfer> show;
  private final Consumer<LocalFile> uploaded;
  private final Consumer<FileId> stuck;

  /** By id, which ascends with the time at which a file was chosen. */
  private final Map<String, LocalFile> local = new ConcurrentSkipListMap<>();

  /** Chosen for what is still being written and is no draft. */
  private final Map<String, LocalFile> apart = new HashMap<>();

  private final Set<FileId> paused = new HashSet<>();
  private final Set<FileId> failed = new HashSet<>();
  private final Set<String> again = new HashSet<>();
  private final FileFetches fetches;
  private @Nullable Upload uploading;
  private Scheduler.@Nullable Task retry;
  private int mismatches;
  private @Nullable FileId lastTried;
  private boolean closed;

  /**
   * @param io where bytes are read and written
   * @param show told how a transfer stands, null once it is over
   * @param uploaded told of each file that the relay has then
   * @param stuck told of each that it cannot be brought there
   */
  FileTransfers(
      DeskSetup setup,
      OutboxFile file,
      Outbox outbox,
      Pusher.Line line,
      BiConsumer<FileId, @Nullable FileTransfer> show,
      Consumer<LocalFile> uploaded,
      Consumer<FileId> stuck) {
    this.api = setup.files();
    this.scheduler = setup.scheduler();
    this.io = setup.io();
    this.folder = new FileFolder(setup.folder());
    this.copies = new FileCopies(folder, setup.clock(), setup.io());
    this.file = file;
    this.outbox = outbox;
    this.line = line;
    this.backoff = new Backoff(setup.random());
    this.show = show;
    this.uploaded = uploaded;
    this.stuck = stuck;
    this.fetches = new FileFetches(setup, copies, line, backoff, paused, show);
  }

  /** Reads what a former run left. */
  void load() {
    for (LocalFile one : file.files.all()) {
      local.put(one.id().value(), one);
      if ((!one.uploaded() && one.source() == null) || folder.has(one.id())) {
        copies.came(one.id());
      }
    }
  }

  /** What could not be written did not happen: memory is brought back to what the disk says. */
  void reload() {
    Map<String, LocalFile> stored = new HashMap<>();
    file.files.all().forEach(one -> stored.put(one.id().value(), one));
    local.keySet().retainAll(stored.keySet());
    local.putAll(stored);
  }

  FileFolder folder() {
    return folder;
  }

  FileFetches fetches() {
    return fetches;
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether a draft, the outbox or somebody who waits has use for a file. */
  boolean needs(FileId id) {
    return local.containsKey(id.value()) || apart.containsKey(id.value()) || fetches.awaits(id);
  }

  /** Removes the bytes of a file that nobody needs; they can be fetched again. */
  void discard(FileId id) {
    copies.remove(id);
    show.accept(id, null);
  }

  Executor io() {
    return io;
  }

  /** The files of a draft; any thread. */
  List<Attachment> drafted(DialogId dialog, DraftKind kind) {
    return local.values().stream()
        .filter(one -> one.isOf(dialog, kind))
        .map(LocalFile::file)
        .toList();
  }

  /** What a message that waits in the outbox shows of its files. */
  List<Attachment> attachments(List<String> files) {
    return files.stream().map(local::get).filter(Objects::nonNull).map(LocalFile::file).toList();
  }

  /** Whether the bytes are known to be on this computer; any thread. */
  boolean isHere(FileId id) {
    return copies.isHere(id);
  }

  /** Remembers a file whose copy is on disk as part of a draft. */
  void drafted(Attachment chosen, DialogId dialog, DraftKind kind) {
    keep(new LocalFile(chosen, dialog, kind, false));
    copies.came(chosen.id());
  }

  /**
   * Forgets a file that no message has taken, and removes its copy.
   *
   * @return the draft it was in; null if it was in none
   */
  @Nullable DraftKey drop(FileId id) {
    LocalFile one = local.get(id.value());
    DraftKey draft = one == null ? null : draftOf(one);
    if (one != null && draft != null) {
      forget(one);
    }
    return draft;
  }

  static @Nullable DraftKey draftOf(LocalFile one) {
    DialogId dialog = one.dialog();
    DraftKind kind = one.kind();
    return dialog == null || kind == null ? null : new DraftKey(dialog, kind);
  }

  /** What this computer knows of a draft's files, whose bytes need not be here; any thread. */
  List<LocalFile> of(DraftKey key) {
    return local.values().stream().filter(one -> one.isOf(key.dialog(), key.kind())).toList();
  }

  /** The drafts that have files. */
  Set<DraftKey> drafts() {
    Set<DraftKey> keys = new HashSet<>();
    for (LocalFile one : local.values()) {
      DraftKey key = draftOf(one);
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  /**
   * A draft has the files that the relay says it has. What the relay has not got yet stays, and so
   * does what is elsewhere by now.
   */
  void adopt(DraftKey key, List<Attachment> truth) {
    Set<FileId> wanted = new HashSet<>();
    for (Attachment one : truth) {
      wanted.add(one.id());
      if (!local.containsKey(one.id().value())) {
        keep(new LocalFile(one, key.dialog(), key.kind(), true));
      }
    }
    for (LocalFile one : of(key)) {
      if (one.uploaded() && !wanted.contains(one.id())) {
        forget(one);
      }
    }
  }

  /** Puts a copy of a file that the relay has into a draft. */
  void copied(Attachment copy, FileId source, DialogId dialog, DraftKind kind) {
    keep(new LocalFile(copy, dialog, kind, false, source));
  }

  /** Remembers a file whose copy is on disk, for what is not in the outbox yet and no draft. */
  void chosen(Attachment chosen) {
    apart.put(chosen.id().value(), new LocalFile(chosen, null, null, false));
    copies.came(chosen.id());
  }

  /** As {@link #chosen(Attachment)}, of a copy of a file that the relay has. */
  void chosen(Attachment copy, FileId source) {
    apart.put(copy.id().value(), new LocalFile(copy, null, null, false, source));
  }

  /** What it was chosen for was given up. */
  void unchosen(FileId id) {
    if (apart.remove(id.value()) != null) {
      discard(id);
    }
  }

  /** The files now belong to a message; within the transaction that stores it. */
  void sent(List<String> files) {
    for (String id : files) {
      LocalFile one = local.get(id);
      LocalFile chosen = one == null ? apart.remove(id) : one;
      if (chosen != null) {
        keep(chosen.sent());
        paused.remove(chosen.id());
        failed.remove(chosen.id());
      }
    }
  }

  /** Files belong to something that is done here: the relay has those not known here yet. */
  void brought(List<Attachment> files, @Nullable DialogId dialog, @Nullable DraftKind kind) {
    for (Attachment one : files) {
      LocalFile known = local.get(one.id().value());
      keep(known == null ? new LocalFile(one, dialog, kind, true) : known.in(dialog, kind));
    }
  }

  /** The relay's message has these files, which are in no draft any more. */
  void went(List<String> files, DraftKey draft) {
    for (String id : files) {
      LocalFile one = local.get(id);
      if (one != null && one.isOf(draft.dialog(), draft.kind())) {
        local.remove(id);
        file.files.remove(one.id());
        show.accept(one.id(), null);
      }
    }
  }

  /** The files of a message that was taken back belong to its draft again. */
  void drafted(List<String> files, DialogId dialog, DraftKind kind) {
    for (String id : files) {
      LocalFile one = local.get(id);
      if (one != null) {
        keep(one.in(dialog, kind));
        failed.remove(one.id());
        show.accept(one.id(), null);
      }
    }
  }

  /** Whether the relay has all of a message's files. */
  boolean isReady(OutboxEntry entry) {
    return isReady(entry.command().intent().files());
  }

  boolean isReady(List<String> files) {
    return files.stream().noneMatch(apart::containsKey)
        && files.stream().map(local::get).filter(Objects::nonNull).allMatch(LocalFile::uploaded);
  }

  /** Whether the copies of a message's files are still here. */
  boolean areHere(List<String> files) {
    return files.stream().map(local::get).allMatch(one -> one != null && canBeSent(one));
  }

  private boolean canBeSent(LocalFile one) {
    return !isStuck(one.id()) && (one.source() != null || folder.has(one.id()));
  }

  /** Whether it cannot be brought to the relay. */
  boolean isStuck(FileId id) {
    return failed.contains(id);
  }

  /** The relay has these no more; within the transaction that makes their message wait again. */
  void lost(List<String> files) {
    for (String id : files) {
      LocalFile one = local.get(id);
      if (one != null) {
        keep(one.lost());
      }
    }
  }

  /** The relay did not take these for a draft: what is here is sent once more, the rest leaves. */
  void lostOfDraft(List<String> files) {
    for (String id : files) {
      LocalFile one = local.get(id);
      if (one == null || one.dialog() == null) {
        continue;
      }
      if (again.add(id) && canBeSent(one)) {
        keep(one.lost());
      } else {
        forget(one);
      }
    }
    poke();
  }

  /** Starts the next upload, unless one is under way or the line is down. */
  void poke() {
    tidy();
    if (closed || uploading != null || retry != null || !line.isOpen()) {
      return;
    }
    LocalFile next = next();
    if (next != null && next.source() == null && !folder.has(next.id())) {
      // one that is lost must not hold up the others
      failed.add(next.id());
      copies.went(next.id());
      tell(next.id(), Stage.FAILED, "gone");
      stuck.accept(next.id());
      poke();
      return;
    }
    if (next != null) {
      mismatches = next.id().equals(lastTried) ? mismatches : 0;
      lastTried = next.id();
      uploading = new Upload(next);
      uploading.start();
    }
    fetches.poke();
  }

  private @Nullable LocalFile next() {
    for (String id : waiting()) {
      LocalFile one = local.get(id);
      if (one != null
          && !one.uploaded()
          && !paused.contains(one.id())
          && !failed.contains(one.id())) {
        return one;
      }
    }
    return null;
  }

  /** The files of messages that wait for them, in order, then those of drafts. */
  private List<String> waiting() {
    List<String> ids = new ArrayList<>();
    for (OutboxEntry entry : outbox.all()) {
      if (entry.state() == OutboxState.DELAYED && entry.command().isKnown()) {
        ids.addAll(entry.command().intent().files());
      }
    }
    for (LocalFile one : local.values()) {
      if (one.dialog() != null) {
        ids.add(one.id().value());
      }
    }
    return ids;
  }

  /** Copies that neither a draft nor a message in the outbox needs any more are dropped. */
  private void tidy() {
    if (local.isEmpty()) {
      return;
    }
    Set<String> needed = new HashSet<>();
    for (OutboxEntry entry : outbox.all()) {
      if (entry.command().isKnown()) {
        needed.addAll(entry.command().intent().files());
      }
    }
    for (LocalFile one : List.copyOf(local.values())) {
      if (one.dialog() == null && !needed.contains(one.id().value())) {
        if (one.uploaded()) {
          // its message is with the relay: the bytes stay as any other file that was fetched
          local.remove(one.id().value());
          file.files.remove(one.id());
        } else {
          forget(one);
        }
        show.accept(one.id(), null);
      }
    }
  }

  /** A file that was given up waits in its draft until its message is sent again. */
  void hold(FileId id) {
    if (local.containsKey(id.value())) {
      paused.add(id);
      stop(id);
      show.accept(id, null);
      poke();
    }
  }

  void pause(FileId id) {
    paused.add(id);
    stop(id);
    fetches.stop(id);
    tell(id, Stage.PAUSED, null);
    poke();
  }

  void resume(FileId id) {
    paused.remove(id);
    failed.remove(id);
    mismatches = 0;
    LocalFile one = local.get(id.value());
    if (one != null && !one.uploaded()) {
      show.accept(id, new FileTransfer(Stage.WAITING, 0, one.file().size(), null));
    }
    retryNow();
  }

  void retryNow() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
    backoff.reset();
    poke();
  }

  /** Stops what moves; {@link #poke} goes on. */
  void halt() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
    Upload under = uploading;
    if (under != null) {
      stop(under.one.id());
      tell(under.one.id(), Stage.WAITING, null);
    }
    fetches.halt();
  }

  void close() {
    closed = true;
    fetches.close();
    halt();
  }

  private void keep(LocalFile one) {
    file.files.put(one);
    local.put(one.id().value(), one);
  }

  private void forget(LocalFile one) {
    stop(one.id());
    local.remove(one.id().value());
    file.files.remove(one.id());
    paused.remove(one.id());
    failed.remove(one.id());
    copies.remove(one.id());
  }

  private void stop(FileId id) {
    if (uploading != null && uploading.one.id().equals(id)) {
      uploading.cancel();
      uploading = null;
    }
  }

  private void tell(FileId id, Stage stage, @Nullable String problem) {
    LocalFile one = local.get(id.value());
    Attachment moved = one == null ? fetches.wanted(id) : one.file();
    if (moved != null) {
      show.accept(id, new FileTransfer(stage, 0, moved.size(), problem));
    }
  }

  private void later() {
    retry =
        scheduler.after(
            backoff.next(),
            () -> {
              retry = null;
              poke();
            });
  }

  private final class Upload extends Moving {
    private final LocalFile one;

    Upload(LocalFile one) {
      super(one.file(), scheduler, show);
      this.one = one;
    }

    @Override
    RelayApi.Call begin() {
      return api.upload(line.token(), one.file(), folder.path(one.id()), one.source(), this);
    }

    @Override
    void ended(@Nullable ApiException problem) {
      uploading = null;
      if (problem == null) {
        backoff.reset();
        mismatches = 0;
        show.accept(one.id(), null);
        finished();
        poke();
      } else if (problem instanceof ApiException.Rejected rejected) {
        refused(rejected);
      } else {
        show.accept(one.id(), new FileTransfer(Stage.WAITING, 0, one.file().size(), null));
        later();
      }
    }

    /** It may have gone from its draft into a message meanwhile. */
    private void finished() {
      LocalFile now = local.get(one.id().value());
      if (now != null) {
        keep(now.finished());
        uploaded.accept(now.finished());
      }
    }

    private void refused(ApiException.Rejected rejected) {
      if (rejected.status() == 401) {
        show.accept(one.id(), new FileTransfer(Stage.WAITING, 0, one.file().size(), null));
        line.refused(rejected);
      } else if (isPassing(rejected)
          || (rejected.status() == MISMATCH && ++mismatches < TRIES_AFTER_MISMATCH)) {
        show.accept(one.id(), new FileTransfer(Stage.WAITING, 0, one.file().size(), null));
        later();
      } else {
        failed.add(one.id());
        tell(one.id(), Stage.FAILED, rejected.status() == 404 ? "gone" : "refused");
        stuck.accept(one.id());
        poke();
      }
    }
  }

  /** The relay still holds an earlier request of ours, or is further than we thought. */
  private static boolean isPassing(ApiException.Rejected rejected) {
    return rejected.status() == LOCKED || rejected.error().code().equals("wrong_offset");
  }
}
