package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Progress;
import app.recado.client.state.Batch.Step;
import app.recado.protocol.Basis;
import app.recado.protocol.ChannelId;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a session, which outlive a cache that is built anew. What is asked for comes from
 * the FX thread, what becomes of it is followed on the engine's.
 */
final class SessionBatches implements DeskBatches {
  private final Executor fx;
  private final SessionActs acts;
  private final Consumer<Consumer<DeskEngine>> engine;
  private final Consumer<String> remember;

  /** Engine's thread. */
  private final Map<CommandId, List<Slot>> slots = new HashMap<>();

  /** A step that is followed, as it was seen last. */
  private static final class Slot {
    final Batch batch;
    final int at;
    Step seen;
    boolean tried;

    Slot(Batch batch, int at, Step seen) {
      this.batch = batch;
      this.at = at;
      this.seen = seen;
    }
  }

  /**
   * @param remember told to whom something is transferred
   */
  SessionBatches(
      Executor fx,
      SessionActs acts,
      Consumer<Consumer<DeskEngine>> engine,
      Consumer<String> remember) {
    this.remember = remember;
    this.fx = fx;
    this.acts = acts;
    this.engine = engine;
  }

  /** A run with what the agent had seen, and how long it can be undone. */
  private record Asked(Run run, @Nullable Basis seen, Duration delay) {}

  @Override
  public Batch start(List<Run> runs) {
    List<Step> steps = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (Run run : runs) {
      Duration delay = Duration.ZERO;
      List<Intent> intents = run.steps().stream().map(SessionBatches::beside).toList();
      for (Intent intent : intents) {
        steps.add(Step.asked(run.dialog(), intent));
        Duration own = acts.undoTime(intent);
        delay = own.compareTo(delay) > 0 ? own : delay;
      }
      asked.add(new Asked(new Run(run.dialog(), intents), acts.basis(run.dialog()), delay));
    }
    steps.stream().flatMap(SessionBatches::target).distinct().forEach(remember);
    Batch batch = new Batch(steps);
    engine.accept(running -> carryOut(running, batch, List.copyOf(steps), asked));
    return batch;
  }

  /** What a batch says was not written where drafts are. */
  private static Intent beside(Intent intent) {
    return intent instanceof Intent.SendMessage send
        ? new Intent.SendMessage(send.text(), send.whisper(), send.quote(), send.files(), true)
        : intent;
  }

  private static Stream<String> target(Step step) {
    if (!(step.intent() instanceof Intent.TransferDialog to)) {
      return Stream.empty();
    }
    UserId user = to.user();
    ChannelId channel = to.channel();
    if (user != null) {
      return Stream.of(user.value());
    }
    return channel == null ? Stream.empty() : Stream.of(channel.value());
  }

  private void carryOut(DeskEngine running, Batch batch, List<Step> steps, List<Asked> asked) {
    List<Outbox.Chain> chains = new ArrayList<>();
    for (Asked each : asked) {
      DialogId dialog = each.run().dialog();
      boolean owned = running.owned(dialog);
      chains.add(
          new Outbox.Chain(
              each.run().steps().stream()
                  .map(intent -> new Outbox.Act(dialog, each.seen(), intent, owned))
                  .toList(),
              each.delay()));
    }
    List<@Nullable CommandId> ids = running.acts().actAll(chains);
    Map<Integer, Step> changed = new HashMap<>();
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      if (ids.isEmpty()) {
        changed.put(at, with(step, Progress.REFUSED, null, null));
        continue;
      }
      CommandId id = ids.get(at);
      if (id == null) {
        // It undid something that had not left.
        changed.put(at, with(step, Progress.DONE, null, null));
      } else {
        Step queued = with(step, Progress.QUEUED, id, null);
        slots.computeIfAbsent(id, any -> new ArrayList<>()).add(new Slot(batch, at, queued));
        changed.put(at, queued);
      }
    }
    fx.execute(() -> batch.apply(changed));
    look(running.outbox());
  }

  /** Looks what has become of what is followed. Engine's thread. */
  void look(Outbox outbox) {
    if (slots.isEmpty()) {
      return;
    }
    Map<Batch, Map<Integer, Step>> changed = new HashMap<>();
    slots.forEach((id, followed) -> {
      OutboxEntry entry = outbox.entry(id);
      for (Slot slot : followed) {
        Step now =
            entry == null
                ? gone(slot, outbox.isWithdrawn(id))
                : present(slot, entry, outbox.isUntried(id));
        if (!now.equals(slot.seen)) {
          slot.seen = now;
          changed.computeIfAbsent(slot.batch, any -> new HashMap<>()).put(slot.at, now);
        }
        slot.tried |= entry != null && entry.tried();
      }
    });
    slots.values().removeIf(followed -> followed.getFirst().seen.progress().isFinal());
    if (!changed.isEmpty()) {
      fx.execute(() -> changed.forEach(Batch::apply));
    }
  }

  /** What has left the outbox was done, unless it was decided about or taken back. */
  private static Step gone(Slot slot, boolean withdrawn) {
    Progress before = slot.seen.progress();
    boolean decided = before == Progress.HELD || before == Progress.REFUSED;
    boolean done = slot.tried && !withdrawn;
    Progress now = decided ? Progress.DECIDED : done ? Progress.DONE : Progress.TAKEN_BACK;
    return with(slot.seen, now, slot.seen.command(), null);
  }

  private static Step present(Slot slot, OutboxEntry entry, boolean untried) {
    Step seen = slot.seen;
    Progress progress =
        switch (entry.state()) {
          case DELAYED -> Progress.DELAYED;
          case WAITING, SENDING -> Progress.QUEUED;
          case APPLIED -> Progress.DONE;
          case HELD -> Progress.HELD;
          case REJECTED -> Progress.REFUSED;
        };
    return new Step(
        seen.dialog(),
        seen.intent(),
        progress,
        entry.id(),
        entry.state() == OutboxState.HELD ? HeldCards.reason(entry) : null,
        untried && progress.isPending());
  }

  private static Step with(
      Step step,
      Progress progress,
      @Nullable CommandId command,
      app.recado.protocol.@Nullable HeldReason reason) {
    return new Step(step.dialog(), step.intent(), progress, command, reason, false);
  }

  @Override
  public void undo(Batch batch) {
    List<CommandId> ids = new ArrayList<>();
    for (Step step : batch.steps()) {
      if (step.undoable() && step.command() != null) {
        ids.add(step.command());
      }
    }
    engine.accept(running -> running.acts().undoAll(ids));
  }

  @Override
  public void forget(Batch batch) {
    engine.accept(
        running -> slots.values().removeIf(followed -> followed.getFirst().batch == batch));
  }
}
