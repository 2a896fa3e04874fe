package app.recado.client.sync;

import app.recado.client.cache.CacheException;
import app.recado.client.cache.LocalDraft;
import app.recado.client.cache.LocalFile;
import app.recado.client.cache.OutboxFile;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.protocol.Attachment;
import app.recado.protocol.DraftRow;
import app.recado.protocol.FileRules;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.ScheduledRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is being written: on disk within {@link #FLUSH}, offered to the other devices once the agent
 * pauses. A local draft lives until the relay's own row says the same, or the message is sent.
 * Engine thread only, but for {@link #effective}.
 */
final class Drafts {
  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

  static final Duration FLUSH = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** As many messages that grew from what the relay has are remembered until it is told so. */
  private static final int MOST_SUPERSEDED = 8;

  /** Between texts that come together in a draft. */
  static final String SEPARATOR = "\n\n";

  private final OutboxFile file;
  private final FileTransfers files;
  private final Scheduler scheduler;
  private final Function<DraftKey, @Nullable DraftRow> truth;
  private final BiConsumer<DraftKey, Intent.SaveDraft> upload;
  private final Consumer<CacheException> damaged;
  private final Map<DraftKey, LocalDraft> local = new ConcurrentHashMap<>();
  private final Map<DraftKey, LocalDraft> unwritten = new HashMap<>();
  private final Map<DraftKey, Said> offered = new HashMap<>();

  /** What here and at the relay was the same last: a dialog written in keeps one. */
  private final Map<DraftKey, Said> agreed = new HashMap<>();

  private final Map<DraftKey, List<Said>> superseded = new ConcurrentHashMap<>();
  private final Set<DraftKey> dropping = new HashSet<>();
  private final Map<DraftKey, Scheduler.Task> pauses = new HashMap<>();
  private Scheduler.@Nullable Task flush;

  /** What a save says: its text, and the ids of its files. */
  private record Said(String text, Set<String> files) {
    static Said by(DraftRow row) {
      return new Said(row.text(), Set.copyOf(row.files()));
    }

    boolean isEmpty() {
      return text.isEmpty() && files.isEmpty();
    }
  }

  /**
   * @param truth the relay's own row
   * @param upload offers a draft to the other devices
   * @param damaged told when writing meets a damaged file
   */
  Drafts(
      OutboxFile file,
      FileTransfers files,
      Scheduler scheduler,
      Function<DraftKey, @Nullable DraftRow> truth,
      BiConsumer<DraftKey, Intent.SaveDraft> upload,
      Consumer<CacheException> damaged) {
    this.damaged = damaged;
    this.file = file;
    this.files = files;
    this.scheduler = scheduler;
    this.truth = truth;
    this.upload = upload;
  }

  /**
   * Reads what a former run left; what the relay does not have is offered again.
   *
   * @param carried what the engine before this one had in memory: newer than what is on disk, where
   *     it may not have been written or not be readable any more
   */
  void load(Collection<LocalDraft> carried) {
    for (LocalDraft draft : carried) {
      unwritten.put(new DraftKey(draft.dialog(), draft.kind()), draft);
    }
    if (!carried.isEmpty()) {
      flush = scheduler.after(Duration.ZERO, this::flushDue);
    }
    List<LocalDraft> all = new ArrayList<>(file.drafts.all());
    all.addAll(carried);
    for (LocalDraft draft : all) {
      DraftKey key = new DraftKey(draft.dialog(), draft.kind());
      local.put(key, draft);
      if (!draft.text().isEmpty() || !files.of(key).isEmpty()) {
        offerLater(key);
      }
    }
  }

  /** Once the relay's rows are read: what another run or an older version left is made to fit. */
  void settle(Collection<DraftRow> rows) {
    for (DraftKey key : files.drafts()) {
      if (!local.containsKey(key) && files.of(key).stream().anyMatch(one -> !one.uploaded())) {
        changed(key);
      }
    }
    Set<DraftKey> keys = new HashSet<>(files.drafts());
    rows.forEach(row -> keys.add(new DraftKey(row.dialog(), row.kindOfDraft())));
    keys.forEach(this::adopt);
  }

  /** Where nothing is newer here, the relay says which files a draft has. */
  private void adopt(DraftKey key) {
    if (!local.containsKey(key)) {
      DraftRow row = truth.apply(key);
      files.adopt(key, row == null ? List.of() : row.attachments());
    }
  }

  /** All of what is here, and of its files also those that the relay does not have yet. */
  private Said whole(DraftKey key, LocalDraft mine) {
    Set<String> ids = new LinkedHashSet<>();
    files.of(key).forEach(one -> ids.add(one.id().value()));
    return new Said(mine.text(), ids);
  }

  /** Its files are others now; within the caller's transaction. */
  void changed(DraftKey key) {
    LocalDraft mine = local.get(key);
    DraftRow row = truth.apply(key);
    write(
        mine != null
            ? mine
            : new LocalDraft(
                key.dialog(),
                key.kind(),
                row == null ? "" : row.text(),
                row == null ? null : row.quote(),
                row == null ? 0 : row.version()));
  }

  /** The relay has another of its files. */
  void uploaded(DraftKey key) {
    if (local.containsKey(key)) {
      offerLater(key);
    }
  }

  /** The draft as it should be shown; null if there is none. Any thread. */
  @Nullable Draft effective(DraftKey key) {
    DraftRow row = truth.apply(key);
    LocalDraft mine = local.get(key);
    String lost = row == null || isOwnPast(key, row) ? null : row.lost();
    if (mine != null) {
      return mine.text().isEmpty() && lost == null
          ? null
          : new Draft(
              key.dialog(), key.kind(), mine.text(), mine.quote(), lost, lostFiles(row, lost));
    }
    if (row == null || (row.text().isEmpty() && lost == null)) {
      return null;
    }
    return new Draft(key.dialog(), key.kind(), row.text(), row.quote(), lost, lostFiles(row, lost));
  }

  private static List<Attachment> lostFiles(@Nullable DraftRow row, @Nullable String lost) {
    return row == null || lost == null ? List.of() : row.lostFiles();
  }

  /**
   * The agent wrote.
   *
   * @param ago how long ago: that is part of the time it may take until it is on disk
   */
  void edit(DraftKey key, String text, @Nullable MessageId quote, Duration ago) {
    LocalDraft before = local.get(key);
    DraftRow row = truth.apply(key);
    long version = before != null ? before.base() : row == null ? 0 : row.version();
    LocalDraft draft = new LocalDraft(key.dialog(), key.kind(), text, quote, version);
    local.put(key, draft);
    unwritten.put(key, draft);
    if (flush == null) {
      Duration rest = FLUSH.minus(ago);
      flush = scheduler.after(rest.isNegative() ? Duration.ZERO : rest, this::flushDue);
    }
    offerLater(key);
  }

  /** Takes what lost, its files beside those that are there, or drops it. */
  void resolveLost(DraftKey key, boolean take) {
    DraftRow row = truth.apply(key);
    if (row == null || row.lost() == null) {
      return;
    }
    LocalDraft mine = local.get(key);
    String kept = mine != null ? mine.text() : row.text();
    MessageId quote = mine != null ? mine.quote() : row.quote();
    // The relay lets go of the lost text when a save says the same.
    upload.accept(
        key,
        new Intent.SaveDraft(
            key.kind(),
            row.lost(),
            row.lostFiles().stream().map(one -> one.id().value()).toList(),
            row.quote(),
            row.version()));
    LocalDraft draft =
        new LocalDraft(
            key.dialog(),
            key.kind(),
            take && !row.lost().isEmpty() ? row.lost() : kept,
            take ? row.quote() : quote,
            row.version() + 1);
    file.transaction(() -> {
      file.drafts.put(draft);
      if (take) {
        files.brought(row.lostFiles(), key.dialog(), key.kind());
      }
      return true;
    });
    local.put(key, draft);
    Set<String> said = new HashSet<>();
    row.lostFiles().forEach(one -> said.add(one.id().value()));
    if (!whole(key, draft).equals(new Said(row.lost(), said))) {
      offer(key);
    }
  }

  /** Whether what lost is only an earlier state of a message that was sent from here. */
  private boolean isOwnPast(DraftKey key, DraftRow row) {
    String lost = row.lost();
    return lost != null
        && superseded.getOrDefault(key, List.of()).stream()
            .anyMatch(own ->
                (lost.equals(own.text()) || lost.isEmpty())
                    && row.lostFiles().stream()
                        .allMatch(one -> own.files().contains(one.id().value())));
  }

  /** Puts a text into the draft at once, below what is there; to be written with {@link #write}. */
  LocalDraft appended(DraftKey key, List<String> texts) {
    Draft before = effective(key);
    String added = String.join(SEPARATOR, texts);
    String text =
        before == null || before.text().isBlank() ? added : before.text() + SEPARATOR + added;
    DraftRow row = truth.apply(key);
    LocalDraft mine = local.get(key);
    long version = mine != null ? mine.base() : row == null ? 0 : row.version();
    return new LocalDraft(
        key.dialog(), key.kind(), text, before == null ? null : before.quote(), version);
  }

  /** Puts a draft in the place of what is there, within the caller's transaction. */
  void restore(Draft draft) {
    DraftKey key = new DraftKey(draft.dialog(), draft.kind());
    LocalDraft before = local.get(key);
    DraftRow row = truth.apply(key);
    long version = before != null ? before.base() : row == null ? 0 : row.version();
    write(new LocalDraft(draft.dialog(), draft.kind(), draft.text(), draft.quote(), version));
  }

  /** Writes a draft now, within the caller's transaction. */
  void write(LocalDraft draft) {
    DraftKey key = new DraftKey(draft.dialog(), draft.kind());
    file.drafts.put(draft);
    unwritten.remove(key);
    local.put(key, draft);
    offerLater(key);
  }

  /**
   * The draft was sent: it is gone here, within the caller's transaction, and soon at the relay.
   */
  void sent(DraftKey key) {
    stopOffering(key);
    unwritten.remove(key);
    DraftRow row = truth.apply(key);
    LocalDraft mine = local.get(key);
    Said before = offered.remove(key);
    if (before == null && row != null && isFromHere(key, row, mine)) {
      before = Said.by(row);
    }
    if (before != null) {
      supersede(key, before);
    }
    if (row == null || row.isEmpty()) {
      local.remove(key);
      file.drafts.remove(key.dialog(), key.kind());
    } else {
      LocalDraft none = new LocalDraft(key.dialog(), key.kind(), "", null, row.version());
      local.put(key, none);
      file.drafts.put(none);
    }
  }

  /** Whether what the relay has is what the message was written on from. */
  private boolean isFromHere(DraftKey key, DraftRow row, @Nullable LocalDraft mine) {
    return mine != null
        ? mine.base() == row.version()
        : Said.by(row).equals(agreed.get(key)); // sent before its last change was heard of here
  }

  private void supersede(DraftKey key, Said past) {
    List<Said> all = new ArrayList<>(superseded.getOrDefault(key, List.of()));
    all.remove(past);
    all.add(past);
    int from = Math.max(0, all.size() - MOST_SUPERSEDED);
    superseded.put(key, List.copyOf(all.subList(from, all.size())));
  }

  /**
   * A message that was to be called back into this draft goes out, or has gone out, after all: its
   * files are not in the draft any more, nor its text, unless that was changed since. Within the
   * caller's transaction.
   */
  void went(DraftKey key, ScheduledRow row) {
    files.went(row.files(), key);
    changed(key);
    LocalDraft mine = local.get(key);
    if (mine == null
        || row.text().isBlank()
        || !(mine.text() + SEPARATOR).startsWith(row.text() + SEPARATOR)) {
      return;
    }
    String rest =
        mine.text().equals(row.text())
            ? ""
            : mine.text().substring(row.text().length() + SEPARATOR.length());
    MessageId quote =
        mine.quote() == null || mine.quote().equals(row.quote()) ? null : mine.quote();
    write(new LocalDraft(key.dialog(), key.kind(), rest, quote, mine.base()));
  }

  /** The relay's own row changed. */
  void heard(DraftKey key) {
    DraftRow heard = truth.apply(key);
    if (heard != null && isOwnPast(key, heard)) {
      if (dropping.add(key)) {
        resolveLost(key, false);
      }
    } else if (dropping.remove(key)) {
      superseded.remove(key);
    }
    LocalDraft mine = local.get(key);
    if (mine == null) {
      adopt(key);
      return;
    }
    DraftRow row = truth.apply(key);
    Said said = row == null ? new Said("", Set.of()) : Said.by(row);
    long version = row == null ? 0 : row.version();
    Said here = whole(key, mine);
    if (said.equals(here) || (here.isEmpty() && version > mine.base() + 1)) {
      if (said.equals(here)) {
        agreed.put(key, said);
      }
      forget(key);
      adopt(key);
    } else if (said.equals(offered.get(key))) {
      LocalDraft based =
          new LocalDraft(mine.dialog(), mine.kind(), mine.text(), mine.quote(), version);
      local.put(key, based);
      unwritten.remove(key);
      file.drafts.put(based);
    }
  }

  /** What could not be written, on a full disk say, is tried again. */
  private void flushDue() {
    flush = null;
    try {
      flush();
    } catch (CacheException problem) {
      LOG.error("Drafts cannot be written", problem);
      if (problem.isDamage()) {
        damaged.accept(problem);
        return;
      }
    }
    if (!unwritten.isEmpty()) {
      flush = scheduler.after(AGAIN, this::flushDue);
    }
  }

  /** Writes everything that is not on disk yet. */
  void flush() {
    if (flush != null) {
      flush.cancel();
      flush = null;
    }
    if (unwritten.isEmpty()) {
      return;
    }
    file.transaction(() -> {
      unwritten.values().forEach(file.drafts::put);
      return true;
    });
    unwritten.clear();
  }

  /** Stops without writing anything. */
  void abandon() {
    if (flush != null) {
      flush.cancel();
      flush = null;
    }
    pauses.values().forEach(Scheduler.Task::cancel);
    pauses.clear();
  }

  /** All that this computer knows more of than the relay, whether it is on disk or not. */
  List<LocalDraft> all() {
    return List.copyOf(local.values());
  }

  /** Of which drafts this computer knows more than the relay. */
  Set<DraftKey> keys() {
    return Set.copyOf(local.keySet());
  }

  private void forget(DraftKey key) {
    stopOffering(key);
    local.remove(key);
    unwritten.remove(key);
    offered.remove(key);
    file.drafts.remove(key.dialog(), key.kind());
  }

  private void offerLater(DraftKey key) {
    stopOffering(key);
    pauses.put(key, scheduler.after(PAUSE, () -> offer(key)));
  }

  private void stopOffering(DraftKey key) {
    Scheduler.Task pause = pauses.remove(key);
    if (pause != null) {
      pause.cancel();
    }
  }

  private void offer(DraftKey key) {
    stopOffering(key);
    LocalDraft mine = local.get(key);
    if (mine == null) {
      return;
    }
    DraftRow row = truth.apply(key);
    if (mine.text().isEmpty() && row == null && !offered.containsKey(key)) {
      if (files.of(key).isEmpty()) {
        forget(key);
        return;
      }
      if (files.of(key).stream().noneMatch(LocalFile::uploaded)) {
        return;
      }
    }
    flush();
    List<String> there =
        files.of(key).stream()
            .filter(LocalFile::uploaded)
            .map(one -> one.id().value())
            .limit(FileRules.MOST_PER_MESSAGE)
            .toList();
    offered.put(key, new Said(mine.text(), Set.copyOf(there)));
    upload.accept(
        key, new Intent.SaveDraft(key.kind(), mine.text(), there, mine.quote(), mine.base()));
  }

  /**
   * The relay has not got these files any more, or a message has them: what is still here is sent
   * once more, the others leave the draft.
   */
  void refused(DraftKey key, List<String> ids) {
    files.lostOfDraft(ids);
    file.transaction(() -> {
      changed(key);
      return true;
    });
  }
}
