package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What keeps its time in the outbox: what can still be undone, messages whose files are on their
 * way, and those that wait for their channel to open. Engine thread only, but for {@link #counts}.
 *
 * <p>A time runs by the ticker, which no clock can move. What a former run left goes on by the
 * relay's clock, which is known once the relay has been heard; nothing can leave before that. Were
 * the clock wrong after all, nothing waits longer than {@link #MOST}.
 */
final class Delays {
  static final Duration MOST = Duration.ofSeconds(30);

  private final Outbox outbox;
  private final DeskModel model;
  private final FileTransfers files;
  private final RelayClock clock;
  private final Scheduler scheduler;
  private final Runnable opened;
  private final Consumer<List<DialogId>> turned;
  private final Map<CommandId, Scheduler.Task> running = new HashMap<>();
  private final Set<CommandId> over = ConcurrentHashMap.newKeySet();
  private final Set<CommandId> left = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Set<CommandId> hurried = new HashSet<>();

  /**
   * @param opened told when something may have been let go because its time was over
   * @param turned told of the dialogs in which something counts that did not, or no more and stays
   */
  Delays(
      Outbox outbox,
      DeskModel model,
      FileTransfers files,
      RelayClock clock,
      Scheduler scheduler,
      Runnable opened,
      Consumer<List<DialogId>> turned) {
    this.outbox = outbox;
    this.model = model;
    this.files = files;
    this.clock = clock;
    this.scheduler = scheduler;
    this.opened = opened;
    this.turned = turned;
  }

  /** Finds what a former run left. */
  void load() {
    for (OutboxEntry entry : outbox.all()) {
      if (isTimed(entry)) {
        left.add(entry.id());
      }
    }
  }

  /** When something stored now may leave. */
  Instant due(Duration delay) {
    return clock.now().plus(delay);
  }

  /**
   * Something that keeps its time was stored.
   *
   * @param dialog null for what is of none
   */
  void stored(@Nullable DialogId dialog) {
    for (OutboxEntry entry : dialog == null ? outbox.ofNone() : outbox.of(dialog)) {
      if (isTimed(entry) && !running.containsKey(entry.id()) && !over.contains(entry.id())) {
        run(entry);
      }
    }
  }

  /** Many that keep their time were stored at once: those of one time leave in one go. */
  void stored(Collection<CommandId> stored) {
    Map<Instant, List<CommandId>> together = new HashMap<>();
    for (CommandId id : stored) {
      OutboxEntry entry = outbox.entry(id);
      if (entry != null && entry.due() != null && isTimed(entry) && !running.containsKey(id)) {
        together.computeIfAbsent(entry.due(), any -> new ArrayList<>()).add(id);
      }
    }
    together.forEach((due, ids) -> {
      Scheduler.Task all = scheduler.after(rest(due), () -> end(ids));
      Set<CommandId> waiting = new HashSet<>(ids);
      for (CommandId id : ids) {
        running.put(
            id,
            () -> {
              // the others still wait for it
              if (waiting.remove(id) && waiting.isEmpty()) {
                all.cancel();
              }
            });
      }
    });
  }

  private void end(List<CommandId> ids) {
    for (CommandId id : ids) {
      if (running.remove(id) != null) {
        over.add(id);
      }
    }
    opened.run();
    turn(ids);
  }

  private void turn(List<CommandId> ids) {
    List<DialogId> dialogs =
        ids.stream()
            .map(outbox::entry)
            .filter(entry -> entry != null && isTimed(entry))
            .map(OutboxEntry::dialog)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!dialogs.isEmpty()) {
      turned.accept(dialogs);
    }
  }

  /** The relay was heard, so its time is known. */
  void heard() {
    if (left.isEmpty()) {
      return;
    }
    List<CommandId> found = List.copyOf(left);
    left.clear();
    for (CommandId id : found) {
      OutboxEntry entry = outbox.entry(id);
      if (entry != null && isTimed(entry)) {
        run(entry);
      }
    }
    turn(found);
  }

  /**
   * Whether it leaves when its time is over. It does not count before the relay was heard, nor when
   * it still waits for something else. From any thread.
   */
  boolean counts(OutboxEntry entry) {
    return isTimed(entry) && !over.contains(entry.id()) && !left.contains(entry.id());
  }

  /** Cuts the time of something short. */
  void hurry(CommandId id) {
    OutboxEntry entry = outbox.entry(id);
    if (entry != null && isTimed(entry)) {
      left.remove(id);
      hurried.add(id);
      end(id);
    }
  }

  /** Lets go what may go by now. */
  void open() {
    outbox.open(this::mayGo);
    over.removeIf(this::isGone);
    hurried.removeIf(this::isGone);
  }

  /** Stops without writing anything. */
  void abandon() {
    running.values().forEach(Scheduler.Task::cancel);
    running.clear();
  }

  private void run(OutboxEntry entry) {
    Duration rest = rest(entry.due());
    CommandId id = entry.id();
    running.put(id, scheduler.after(rest, () -> end(id)));
  }

  private Duration rest(@Nullable Instant due) {
    Duration rest = due == null ? Duration.ZERO : Duration.between(clock.now(), due);
    return rest.isNegative() ? Duration.ZERO : rest.compareTo(MOST) > 0 ? MOST : rest;
  }

  private void end(CommandId id) {
    Scheduler.Task task = running.remove(id);
    if (task != null) {
      task.cancel();
    }
    over.add(id);
    opened.run();
    turn(List.of(id));
  }

  private boolean isGone(CommandId id) {
    OutboxEntry entry = outbox.entry(id);
    return entry == null || !isTimed(entry);
  }

  private static boolean isTimed(OutboxEntry entry) {
    return entry.state() == OutboxState.DELAYED && entry.due() != null;
  }

  private boolean mayGo(OutboxEntry entry) {
    if (entry.due() != null && (!over.contains(entry.id()) || isBehind(entry))) {
      return false;
    }
    if (entry.dialog() == null) {
      return files.isReady(entry);
    }
    var row = model.dialogs.get(entry.dialog());
    ChannelRow channel = row == null ? null : model.channels.get(row.session().channel());
    if (hasFiles(entry)) {
      // Of a dialog out of sight the relay has to say what became of it.
      return files.isReady(entry) && (channel == null || channel.active() || isWhisper(entry));
    }
    return entry.due() != null || (channel != null && channel.active());
  }

  /** Whether one before it in its dialog still keeps its time: the customer reads them in order. */
  private boolean isBehind(OutboxEntry entry) {
    DialogId dialog = entry.dialog();
    return dialog != null
        && !hurried.contains(entry.id())
        && outbox.of(dialog).stream()
            .anyMatch(each -> each.n() < entry.n() && isTimed(each) && !over.contains(each.id()));
  }

  private static boolean hasFiles(OutboxEntry entry) {
    return !entry.command().intent().files().isEmpty();
  }

  private static boolean isWhisper(OutboxEntry entry) {
    return entry.command().intent() instanceof Intent.SendMessage send && send.whisper();
  }
}
