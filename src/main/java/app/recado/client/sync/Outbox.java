package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxFile;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the agent did, on disk before anybody is told, until the relay's own rows say so. The only
 * writer of the outbox. Engine thread only, but for {@link #claimForUndo} and {@link #of}.
 *
 * <p>An entry that was never tried may be taken back or rewritten. Whoever wants to do so, and
 * whoever wants to send it, first has to claim it: one of them succeeds.
 */
class Outbox {
  private final OutboxFile file;
  private final RelayClock clock;
  private final Consumer<Set<DialogId>> changed;
  private final OutboxEntries entries;
  private final Placement placement;
  private Consumer<OutboxEntry> draftRefused = entry -> {};
  private BiFunction<OutboxEntry, Outcome, Runnable> answered = (entry, outcome) -> () -> {};

  /**
   * @param changed told of the dialogs whose entries changed, after it is on disk
   */
  Outbox(OutboxFile file, Ids ids, RelayClock clock, Consumer<Set<DialogId>> changed) {
    this.file = file;
    this.entries = new OutboxEntries(file.outbox);
    this.placement = new Placement(entries, ids, clock);
    this.clock = clock;
    this.changed = changed;
  }

  /** Says who is told of the save of a draft whose files the relay did not take. */
  void onRefusedDraft(Consumer<OutboxEntry> told) {
    draftRefused = told;
  }

  /**
   * Says who is told of each answer, within the transaction that stores it; what is given back is
   * done once that is on disk.
   */
  void onAnswer(BiFunction<OutboxEntry, Outcome, Runnable> told) {
    answered = told;
  }

  /** Reads what a former run left. What was on its way then has an unknown result: it waits. */
  void load() {
    entries.read();
    unanswered();
  }

  /** A new act of the agent. */
  record Act(@Nullable DialogId dialog, @Nullable Basis basis, Intent intent, boolean owned) {}

  /**
   * Acts on one dialog, each of which depends on the one before.
   *
   * @param delay how long they keep their time here before they leave
   */
  record Chain(List<Act> acts, Duration delay) {}

  /**
   * Puts many acts on disk at once. What stands alone is merged with what waits if it can be; the
   * steps of a chain are commands of their own.
   *
   * @return the command that each act became, in order; null where it only took away what waited
   */
  List<@Nullable CommandId> enqueueAll(List<Chain> chains) {
    List<@Nullable CommandId> made = new ArrayList<>();
    Set<DialogId> dialogs = new HashSet<>();
    write(() -> {
      made.clear();
      for (Chain chain : chains) {
        OutboxState state = chain.delay().isZero() ? OutboxState.WAITING : OutboxState.DELAYED;
        Instant due = chain.delay().isZero() ? null : clock.now().plus(chain.delay());
        CommandId before = null;
        for (Act act : chain.acts()) {
          boolean alone = chain.acts().size() == 1 && !(act.intent() instanceof Intent.SendMessage);
          CommandId id =
              alone ? placement.merge(act, state, due) : placement.add(act, state, due, before);
          made.add(id);
          before = id;
          if (act.dialog() != null) {
            dialogs.add(act.dialog());
          }
        }
      }
      return true;
    });
    changed.accept(dialogs);
    return made;
  }

  void enqueue(Act act) {
    enqueue(act, () -> {});
  }

  /**
   * Puts an act on disk, merged with what waits if it can be.
   *
   * @param alongside what else is to be written in the same transaction
   */
  void enqueue(Act act, Runnable alongside) {
    write(() -> store(act, OutboxState.WAITING, null, alongside));
    tell(act.dialog());
  }

  /**
   * As {@link #enqueue}, but it keeps its time until {@link #open}.
   *
   * @param due when it may leave, by the relay's clock; null if it waits for something else
   */
  void enqueueDelayed(Act act, @Nullable Instant due, Runnable alongside) {
    write(() -> store(act, OutboxState.DELAYED, due, alongside));
    tell(act.dialog());
  }

  /**
   * As {@link #enqueue}, and marks what can be sent now as being on its way: one commit instead of
   * two when the line is free.
   *
   * @param send gets what to send, in order, once it is on disk and before anybody else is told
   */
  void enqueueAndTake(Act act, Runnable alongside, int most, Consumer<List<Command>> send) {
    List<OutboxEntry> taken = new ArrayList<>();
    write(() -> {
      store(act, OutboxState.WAITING, null, alongside);
      taken.addAll(sendable(most));
      taken.forEach(entry -> entries.put(entry.become(OutboxState.SENDING, null)));
      return true;
    });
    if (!taken.isEmpty()) {
      send.accept(taken.stream().map(OutboxEntry::command).toList());
    }
    Set<DialogId> dialogs = dialogs(taken);
    if (act.dialog() != null) {
      dialogs.add(act.dialog());
    }
    changed.accept(dialogs);
  }

  private boolean store(Act act, OutboxState state, @Nullable Instant due, Runnable alongside) {
    placement.store(act, state, due);
    alongside.run();
    return true;
  }

  /**
   * Replaces held or rejected entries by new commands, in one transaction; also what still waits
   * for them then waits for their successors. Those of steps of a chain are a chain again; what
   * comes in the place of a scheduled message waits for its calling back, which succeeds on one
   * device only.
   *
   * @param delayed whether the new commands keep their time until {@link #open}
   */
  void replace(
      Collection<CommandId> chosen, List<Act> successors, boolean delayed, Runnable alongside) {
    Set<DialogId> dialogs = new HashSet<>();
    write(() -> {
      List<OutboxEntry> waiting = successors.isEmpty() ? List.of() : entries.dependents(chosen);
      boolean stepwise =
          successors.stream().anyMatch(act -> act.intent() instanceof Intent.UnscheduleMessage)
              || chosen.stream()
                  .map(entries::get)
                  .anyMatch(entry -> entry != null && isStepOf(chosen, entry));
      CommandId before = null;
      for (CommandId id : chosen) {
        OutboxEntry entry = entries.get(id);
        if (entry != null && entry.state().needsAttention()) {
          if (entry.dialog() != null) {
            dialogs.add(entry.dialog());
          }
          entries.withdraw(id);
        }
      }
      waiting.forEach(entry -> entries.remove(entry.id()));
      for (Act act : successors) {
        OutboxState state = delayed ? OutboxState.DELAYED : OutboxState.WAITING;
        before = placement.add(act, state, null, stepwise ? before : null);
        if (act.dialog() != null) {
          dialogs.add(act.dialog());
        }
      }
      for (OutboxEntry entry : waiting) {
        Act last = successors.getLast();
        before =
            placement.add(
                new Act(entry.dialog(), last.basis(), entry.command().intent(), last.owned()),
                entry.state(),
                entry.due(),
                stepwise ? before : null);
      }
      alongside.run();
      return true;
    });
    changed.accept(dialogs);
  }

  /** Whether an entry waits for one of these for no other reason than being the step after it. */
  private boolean isStepOf(Collection<CommandId> chosen, OutboxEntry entry) {
    if (!entry.command().isKnown()) {
      return false;
    }
    List<CommandId> waits = entry.command().after().stream().filter(chosen::contains).toList();
    return !Chains.after(entry.command().intent(), entries.before(entry), false).containsAll(waits);
  }

  /**
   * Marks the next commands as being on their way and returns them, in order; empty if nothing can
   * be sent now.
   */
  List<Command> take(int most) {
    List<OutboxEntry> taken = sendable(most);
    if (!taken.isEmpty()) {
      move(taken, OutboxState.SENDING);
    }
    return taken.stream().map(OutboxEntry::command).toList();
  }

  /**
   * Goes through the entries once: what one depends on stands before it. What gives a dialog away
   * waits for the messages that keep their time there: they would come too late.
   */
  private List<OutboxEntry> sendable(int most) {
    List<OutboxEntry> found = new ArrayList<>();
    Set<CommandId> kept = new HashSet<>();
    Set<DialogId> timed = new HashSet<>();
    for (OutboxEntry entry : entries.values()) {
      if (found.size() == most) {
        break;
      }
      boolean delayed = entry.state() == OutboxState.DELAYED;
      if (delayed && entry.due() != null && entry.dialog() != null) {
        timed.add(entry.dialog());
      }
      if (delayed
          || entry.command().after().stream().anyMatch(kept::contains)
          || (timed.contains(entry.dialog()) && Chains.givesAway(entry.command().type()))) {
        kept.add(entry.id());
      } else if (entry.state() == OutboxState.WAITING
          && (entry.tried() || entries.claim(entry.id()))) {
        found.add(entry);
      }
    }
    return found;
  }

  /** Stores the relay's answers. */
  void answered(List<Outcome> outcomes, long head) {
    Set<DialogId> dialogs = new HashSet<>();
    List<OutboxEntry> withoutFiles = new ArrayList<>();
    List<Runnable> then = new ArrayList<>();
    write(() -> {
      for (Outcome outcome : outcomes) {
        OutboxEntry entry = entries.get(outcome.id());
        if (entry == null || entry.state() != OutboxState.SENDING) {
          continue;
        }
        if (entry.dialog() != null) {
          dialogs.add(entry.dialog());
        }
        if (isForItsFiles(entry, outcome)) {
          withoutFiles.add(entry);
        }
        answer(entry, outcome, head);
        then.add(answered.apply(entry, outcome));
      }
      return true;
    });
    withoutFiles.forEach(draftRefused);
    then.forEach(Runnable::run);
    changed.accept(dialogs);
  }

  private static boolean isForItsFiles(OutboxEntry entry, Outcome outcome) {
    return entry.command().type().equals("draft.save")
        && outcome.outcome() == OutcomeKind.REJECTED
        && "files".equals(outcome.field());
  }

  private void answer(OutboxEntry entry, Outcome outcome, long head) {
    OutboxState next =
        switch (outcome.outcome()) {
          case APPLIED -> OutboxState.APPLIED;
          case HELD -> OutboxState.HELD;
          case REJECTED -> OutboxState.REJECTED;
        };
    OutboxEntry answered = entry.become(next, outcome);
    boolean done =
        outcome.outcome() == OutcomeKind.APPLIED
            && (outcome.seq() == null || outcome.seq() <= head);
    if (done
        || (next != OutboxState.APPLIED && (isHousekeeping(entry) || isAsWished(outcome, entry)))) {
      entries.remove(entry.id());
      placement.forgetScheduled(entry);
    } else if (next == OutboxState.APPLIED) {
      // Not worth a commit: it is removed soon, and asked again the relay gives the same answer.
      entries.keep(answered);
    } else {
      entries.put(answered);
      placement.changeHeld(answered);
    }
  }

  /**
   * Reading marks and drafts carry nothing that the relay's refusal could lose: the text of a draft
   * stays on this computer.
   */
  private static boolean isHousekeeping(OutboxEntry entry) {
    return switch (entry.command().type()) {
      case "dialog.markRead", "draft.save", "device.setIdle" -> true;
      default -> false;
    };
  }

  /** It was called back, deleted or sent already, or never got there: that was the wish. */
  private boolean isAsWished(Outcome outcome, OutboxEntry entry) {
    String type = entry.command().type();
    return switch (type) {
      case "message.unschedule", "canned.delete", "macro.delete" ->
          "not_found".equals(outcome.reason());
      default -> Schedule.sentBefore(entry, outcome, clock.now()) != null;
    };
  }

  /** What something waits for cannot be had: it ends as what the relay rejects. */
  void refuse(CommandId id, String field) {
    OutboxEntry entry = entries.get(id);
    if (entry != null && entry.state() == OutboxState.DELAYED) {
      write(() -> {
        entries.put(entry.become(OutboxState.REJECTED, Outcome.rejected(id, "not_found", field)));
        return true;
      });
      tell(entry.dialog());
    }
  }

  /** What was on its way has no answer: it waits again under the same id. */
  void unanswered() {
    List<OutboxEntry> sending =
        entries.values().stream().filter(entry -> entry.state() == OutboxState.SENDING).toList();
    if (!sending.isEmpty()) {
      move(sending, OutboxState.WAITING);
    }
  }

  /** Removes what the relay's rows show by now. */
  void settle(long head) {
    settle(entry -> {
      Long seq = entry.outcome() == null ? null : entry.outcome().seq();
      return seq == null || seq <= head;
    });
  }

  /** Removes what the relay had done before a catch-up that is complete now. */
  void settle(Set<CommandId> known) {
    settle(entry -> known.contains(entry.id()));
  }

  private void settle(java.util.function.Predicate<OutboxEntry> shown) {
    List<OutboxEntry> done =
        entries.values().stream()
            .filter(entry -> entry.state() == OutboxState.APPLIED && shown.test(entry))
            .toList();
    if (done.isEmpty()) {
      return;
    }
    write(() -> {
      done.forEach(entry -> entries.remove(entry.id()));
      return true;
    });
    changed.accept(dialogs(done));
  }

  /** What the relay has done and not shown yet. */
  Set<CommandId> unsettled() {
    Set<CommandId> found = new HashSet<>();
    entries
        .values()
        .forEach(entry -> {
          if (entry.state() == OutboxState.APPLIED) {
            found.add(entry.id());
          }
        });
    return found;
  }

  /**
   * The relay may have forgotten what it had done (it was restored): asked again under the same id,
   * it does it, or gives its first answer.
   */
  void forgotten() {
    List<OutboxEntry> applied =
        entries.values().stream().filter(entry -> entry.state() == OutboxState.APPLIED).toList();
    if (!applied.isEmpty()) {
      move(applied, OutboxState.WAITING);
    }
  }

  /** Lets go what kept its time, where it may. */
  void open(java.util.function.Predicate<OutboxEntry> mayGo) {
    List<OutboxEntry> ready =
        entries.values().stream()
            .filter(entry -> entry.state() == OutboxState.DELAYED && mayGo.test(entry))
            .toList();
    if (ready.isEmpty()) {
      return;
    }
    write(() -> {
      for (OutboxEntry entry : ready) {
        OutboxEntry next = entry.become(OutboxState.WAITING, null);
        entries.put(next.with(Chains.placed(entry.command(), entries.before(entry))));
        if (entry.command().isKnown()
            && entry.command().intent() instanceof Intent.DeleteCanned delete) {
          placement.withdrawSaves(delete, entries.before(entry));
        }
      }
      return true;
    });
    changed.accept(dialogs(ready));
  }

  /** Takes an entry from the sender, from any thread; false if it was tried already. */
  boolean claimForUndo(CommandId id) {
    return entries.claim(id);
  }

  /**
   * Removes an entry that was {@linkplain #claimForUndo claimed}; with a message also the finish or
   * snooze that was to follow it: the agent is not done with the dialog.
   *
   * @param alongside what else is to be written of it in the same transaction
   */
  @Nullable OutboxEntry undo(CommandId id, Consumer<OutboxEntry> alongside) {
    OutboxEntry entry = entries.get(id);
    if (entry == null || entry.tried()) {
      return null;
    }
    write(() -> {
      followersOf(entry).forEach(entries::withdraw);
      entries.withdraw(id);
      alongside.accept(entry);
      return true;
    });
    tell(entry.dialog());
    return entry;
  }

  private List<CommandId> followersOf(OutboxEntry message) {
    if (!OutboxEntries.isMessage(message)) {
      return List.of();
    }
    return entries.neighbours(message.dialog()).stream()
        .filter(each ->
            isDoneWith(each)
                && each.command().after().contains(message.id())
                && entries.claim(each.id()))
        .map(OutboxEntry::id)
        .toList();
  }

  private static boolean isDoneWith(OutboxEntry entry) {
    return switch (entry.command().type()) {
      case "dialog.finish", "dialog.snooze" -> true;
      default -> false;
    };
  }

  /** A dialog's last message that could be taken back; null if none. Any thread. */
  @Nullable OutboxEntry unsentMessage(DialogId dialog) {
    for (OutboxEntry entry : entries.of(dialog).reversed()) {
      if (OutboxEntries.isMessage(entry) && entries.isUntried(entry.id())) {
        return entry;
      }
    }
    return null;
  }

  /** The last of no dialog that could be taken back; null if none is just that. Any thread. */
  @Nullable OutboxEntry unsent(Intent intent) {
    for (OutboxEntry entry : entries.ofNone().reversed()) {
      if (entry.command().isKnown()
          && entry.command().intent().equals(intent)
          && entries.isUntried(entry.id())) {
        return entry;
      }
    }
    return null;
  }

  /** An entry; null if it is not there. Any thread. */
  @Nullable OutboxEntry find(CommandId id) {
    return entries.find(id);
  }

  /** The last act on a dialog that could be taken back; null if none. */
  @Nullable CommandId undoable(DialogId dialog) {
    List<OutboxEntry> own = entries.of(dialog);
    for (OutboxEntry entry : own.reversed()) {
      if (isHousekeeping(entry)) {
        continue;
      }
      return entries.isUntried(entry.id()) ? entry.id() : null;
    }
    return null;
  }

  /** A dialog's entries in their order; any thread. */
  List<OutboxEntry> of(DialogId dialog) {
    return entries.of(dialog);
  }

  /** The entries of no dialog in their order; any thread. */
  List<OutboxEntry> ofNone() {
    return entries.ofNone();
  }

  /** Whether it can still be taken back. Any thread. */
  boolean isUntried(CommandId id) {
    return entries.isUntried(id);
  }

  /** Whether what was tried in this run has left without having been done. */
  boolean isWithdrawn(CommandId id) {
    return entries.isWithdrawn(id);
  }

  Collection<OutboxEntry> all() {
    return entries.all();
  }

  @Nullable OutboxEntry entry(CommandId id) {
    return entries.get(id);
  }

  /** How many wait or are on their way, but for what is done behind the agent's back. */
  int queued() {
    return (int)
        entries.values().stream()
            .filter(entry -> entry.state().isQueued() && !isHousekeeping(entry))
            .count();
  }

  /** What could not be written did not happen: memory is brought back to what the disk says. */
  private void write(java.util.function.Supplier<Boolean> work) {
    try {
      file.transaction(work);
    } catch (RuntimeException failure) {
      entries.read();
      throw failure;
    }
  }

  private void move(List<OutboxEntry> moving, OutboxState next) {
    write(() -> {
      moving.forEach(entry -> entries.put(entry.become(next, null)));
      return true;
    });
    changed.accept(dialogs(moving));
  }

  private void tell(@Nullable DialogId dialog) {
    changed.accept(dialog == null ? Set.of() : Set.of(dialog));
  }

  private static Set<DialogId> dialogs(List<OutboxEntry> entries) {
    Set<DialogId> dialogs = new HashSet<>();
    for (OutboxEntry entry : entries) {
      if (entry.dialog() != null) {
        dialogs.add(entry.dialog());
      }
    }
    return dialogs;
  }
}
