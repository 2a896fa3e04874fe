package app.recado.client.sync;

import app.recado.client.cache.LocalDraft;
import app.recado.client.cache.OutboxFile;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.protocol.DraftRow;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is being written: on disk within {@link #FLUSH}, offered to the other devices once the agent
 * pauses. A local draft lives until the relay's own row says the same, or the message is sent.
 * Engine thread only, but for {@link #effective}.
 */
final class Drafts {
  static final Duration FLUSH = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final OutboxFile file;
  private final Scheduler scheduler;
  private final Function<DraftKey, @Nullable DraftRow> truth;
  private final BiConsumer<DraftKey, Intent.SaveDraft> upload;
  private final Map<DraftKey, LocalDraft> local = new ConcurrentHashMap<>();
  private final Map<DraftKey, LocalDraft> unwritten = new HashMap<>();
  private final Map<DraftKey, String> offered = new HashMap<>();
  private final Map<DraftKey, String> superseded = new ConcurrentHashMap<>();
  private final Map<DraftKey, Scheduler.Task> pauses = new HashMap<>();
  private Scheduler.@Nullable Task flush;

  Drafts(
      OutboxFile file,
      Scheduler scheduler,
      Function<DraftKey, @Nullable DraftRow> truth,
      BiConsumer<DraftKey, Intent.SaveDraft> upload) {
    this.file = file;
    this.scheduler = scheduler;
    this.truth = truth;
    this.upload = upload;
  }

  /** Reads what a former run left; what the relay does not have is offered again. */
  void load() {
    for (LocalDraft draft : file.drafts.all()) {
      DraftKey key = new DraftKey(draft.dialog(), draft.kind());
      local.put(key, draft);
      if (!draft.text().isEmpty()) {
        offerLater(key);
      }
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
          : new Draft(key.dialog(), key.kind(), mine.text(), mine.quote(), lost);
    }
    if (row == null || (row.text().isEmpty() && lost == null)) {
      return null;
    }
    return new Draft(key.dialog(), key.kind(), row.text(), row.quote(), lost);
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

  /** Takes what lost, or drops it. */
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
        key, new Intent.SaveDraft(key.kind(), row.lost(), List.of(), row.quote(), row.version()));
    LocalDraft draft =
        new LocalDraft(
            key.dialog(),
            key.kind(),
            take ? row.lost() : kept,
            take ? row.quote() : quote,
            row.version() + 1);
    local.put(key, draft);
    file.drafts.put(draft);
    if (!take) {
      offer(key);
    }
  }

  /** Whether what lost is only an earlier state of the message that was sent from here. */
  private boolean isOwnPast(DraftKey key, DraftRow row) {
    return row.lost() != null && row.lost().equals(superseded.get(key));
  }

  /** Puts a text into the draft at once, below what is there; to be written with {@link #write}. */
  LocalDraft appended(DraftKey key, List<String> texts) {
    Draft before = effective(key);
    String added = String.join("\n\n", texts);
    String text =
        before == null || before.text().isBlank() ? added : before.text() + "\n\n" + added;
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
    String before = offered.remove(key);
    if (before != null) {
      superseded.put(key, before);
    }
    DraftRow row = truth.apply(key);
    if (row == null || row.text().isEmpty()) {
      local.remove(key);
      file.drafts.remove(key.dialog(), key.kind());
    } else {
      LocalDraft none = new LocalDraft(key.dialog(), key.kind(), "", null, row.version());
      local.put(key, none);
      file.drafts.put(none);
    }
  }

  /** The relay's own row changed. */
  void heard(DraftKey key) {
    DraftRow heard = truth.apply(key);
    if (heard != null && isOwnPast(key, heard)) {
      resolveLost(key, false);
      superseded.remove(key);
    }
    LocalDraft mine = local.get(key);
    if (mine == null) {
      return;
    }
    DraftRow row = truth.apply(key);
    String text = row == null ? "" : row.text();
    long version = row == null ? 0 : row.version();
    if (text.equals(mine.text()) || (mine.text().isEmpty() && version > mine.base() + 1)) {
      forget(key);
    } else if (text.equals(offered.get(key))) {
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
    } finally {
      if (!unwritten.isEmpty()) {
        flush = scheduler.after(AGAIN, this::flushDue);
      }
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

  /** Of which drafts this computer knows more than the relay. */
  java.util.Set<DraftKey> keys() {
    return java.util.Set.copyOf(local.keySet());
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
      forget(key);
      return;
    }
    flush();
    offered.put(key, mine.text());
    upload.accept(
        key, new Intent.SaveDraft(key.kind(), mine.text(), List.of(), mine.quote(), mine.base()));
  }
}
