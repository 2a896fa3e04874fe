package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an act goes among what waits in the outbox: it becomes an entry of its own, or changes one
 * that is there. Within the caller's transaction. Engine thread only.
 */
final class Placement {
  private final OutboxEntries entries;
  private final Ids ids;
  private final RelayClock clock;

  Placement(OutboxEntries entries, Ids ids, RelayClock clock) {
    this.entries = entries;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Places an act; what it makes needless goes.
   *
   * @param due when it may leave, by the relay's clock; null if it waits for something else
   */
  void store(Outbox.Act act, OutboxState state, @Nullable Instant due) {
    withdrawDeletion(act.intent());
    List<OutboxEntry> neighbours = entries.neighbours(act.dialog());
    merge(act, state, due);
    if (act.intent() instanceof Intent.DeleteMessage delete) {
      Coalescing.obsoleteEdits(delete.message(), neighbours).forEach(entries::withdraw);
    }
    if (act.intent() instanceof Intent.DeleteCanned delete && state != OutboxState.DELAYED) {
      withdrawSaves(delete, neighbours);
    }
    if (act.intent() instanceof Intent.SendMessage send && act.dialog() != null) {
      dropDraftSaves(act.dialog(), send.whisper() ? DraftKind.WHISPER : DraftKind.REPLY);
    }
    if (act.intent() instanceof Intent.ScheduleMessage && act.dialog() != null) {
      dropDraftSaves(act.dialog(), DraftKind.REPLY);
    }
  }

  /** One that waits for its files would come after the deletion. */
  void withdrawSaves(Intent.DeleteCanned delete, List<OutboxEntry> earlier) {
    earlier.stream()
        .filter(entry ->
            isDelayed(entry)
                && entry.command().intent() instanceof Intent.SaveCanned save
                && save.canned().equals(delete.canned()))
        .forEach(entry -> entries.withdraw(entry.id()));
  }

  /** What is saved again is not to go once the time of its deletion is over. */
  private void withdrawDeletion(Intent intent) {
    Intent deletion =
        switch (intent) {
          case Intent.SaveCanned save -> new Intent.DeleteCanned(save.canned());
          case Intent.SaveMacro save -> new Intent.DeleteMacro(save.macro());
          default -> null;
        };
    if (deletion != null) {
      entries.ofNone().stream()
          .filter(entry -> isDelayed(entry) && entry.command().intent().equals(deletion))
          .forEach(entry -> entries.withdraw(entry.id()));
    }
  }

  private boolean isDelayed(OutboxEntry entry) {
    return entry.state() == OutboxState.DELAYED
        && entry.command().isKnown()
        && entries.isUntried(entry.id());
  }

  /** The command that the act has become; null if it only took away what waited. */
  @Nullable CommandId merge(Outbox.Act act, OutboxState state, @Nullable Instant due) {
    List<OutboxEntry> neighbours = entries.neighbours(act.dialog());
    neighbours.stream().filter(entries::isStep).forEach(step -> heed(act.intent(), step));
    List<OutboxEntry> open =
        neighbours.stream().filter(entry -> mayMerge(act.intent(), entry)).toList();
    switch (Coalescing.of(act.dialog(), act.intent(), open)) {
      case Coalescing.Separate _ -> {
        return add(act, state, due, null);
      }
      case Coalescing.Rewrite rewrite -> {
        OutboxEntry before = entries.get(rewrite.entry());
        if (state == OutboxState.DELAYED && before != null && before.dialog() == null) {
          // what waited to be sent has to wait for a file now
          entries.withdraw(rewrite.entry());
          return add(act, state, due, null);
        }
        rewrite(rewrite);
        return rewrite.entry();
      }
      case Coalescing.Cancel cancel -> {
        cancel.entries().forEach(entries::withdraw);
        return null;
      }
    }
  }

  private void heed(Intent act, OutboxEntry step) {
    Intent instead = Coalescing.heeding(act, step);
    if (instead != null) {
      rewrite(new Coalescing.Rewrite(step.id(), instead));
    }
  }

  /**
   * A step of a chain waits for more than its kind does: another act must not come to wait with it.
   * Its message alone may be changed or taken away.
   */
  private boolean mayMerge(Intent intent, OutboxEntry entry) {
    if (intent instanceof Intent.EditMessage || intent instanceof Intent.DeleteMessage) {
      return true;
    }
    return !entries.isStep(entry);
  }

  /**
   * One was refused: what was changed of a message on its way, which is not sent after all, is
   * changed in the text that is held; one that was deleted goes.
   */
  void changeHeld(OutboxEntry refused) {
    OutboxEntry held = entries.get(Coalescing.messageOf(refused));
    if (held == null
        || !held.state().needsAttention()
        || !held.command().isKnown()
        || !(held.command().intent() instanceof Intent.SendMessage message)) {
      return;
    }
    List<OutboxEntry> changes =
        entries.neighbours(held.dialog()).stream()
            .filter(entry ->
                !entry.id().equals(held.id()) && Coalescing.messageOf(entry).equals(held.id()))
            .toList();
    for (OutboxEntry change : changes) {
      if (!change.state().needsAttention() && !entries.claim(change.id())) {
        continue;
      }
      if (change.command().intent() instanceof Intent.EditMessage edit) {
        entries.withdraw(change.id());
        rewrite(new Coalescing.Rewrite(held.id(), message.saying(edit.text())));
      } else {
        // what is on its way still cannot be done without its message
        changes.forEach(each -> entries.withdraw(each.id()));
        entries.withdraw(held.id());
        return;
      }
    }
  }

  /** A scheduled message that was never there was called back: it is not held either. */
  void forgetScheduled(OutboxEntry back) {
    OutboxEntry scheduled =
        back.command().isKnown()
                && back.command().intent() instanceof Intent.UnscheduleMessage unschedule
            ? entries.get(new CommandId(unschedule.message().value()))
            : null;
    if (scheduled != null && scheduled.state().needsAttention()) {
      entries.withdraw(scheduled.id());
    }
  }

  /**
   * Makes an entry of its own.
   *
   * @param step what it comes after whatever its kind; null for nothing
   */
  CommandId add(
      Outbox.Act act, OutboxState state, @Nullable Instant due, @Nullable CommandId step) {
    DialogId dialog = act.dialog();
    List<OutboxEntry> earlier = dialog == null ? List.of() : entries.of(dialog);
    Set<CommandId> after = new LinkedHashSet<>(Chains.after(act.intent(), earlier, act.owned()));
    boolean isStep = step != null && after.add(step);
    Command command =
        Command.of(
            new CommandId(ids.next()),
            dialog,
            Chains.basis(act.intent(), act.basis(), earlier),
            List.copyOf(after),
            act.intent(),
            clock.now());
    CommandId id = entries.add(command, state, due).id();
    if (isStep) {
      entries.markStep(id);
    }
    return id;
  }

  private void rewrite(Coalescing.Rewrite rewrite) {
    OutboxEntry entry = Objects.requireNonNull(entries.get(rewrite.entry()));
    Command old = entry.command();
    entries.put(entry.with(old.asking(rewrite.intent())));
  }

  private void dropDraftSaves(DialogId dialog, DraftKind kind) {
    for (OutboxEntry entry : entries.of(dialog)) {
      if (entries.isUntried(entry.id())
          && entry.command().intent() instanceof Intent.SaveDraft save
          && save.kind() == kind) {
        entries.remove(entry.id());
      }
    }
  }
}
