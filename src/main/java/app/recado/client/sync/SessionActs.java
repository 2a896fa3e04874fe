package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.state.DeskState;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.client.state.HeldItem;
import app.recado.protocol.Basis;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.ScheduledRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does, on its way from the windows to the outbox, with what was on the screen then;
 * and back, while it can be undone. FX thread only.
 */
final class SessionActs {
  private final DeskState state;
  private final EngineLife life;
  private final Map<DialogId, MessageId> seen = new HashMap<>();
  private final UndoTime undoTime = new UndoTime();

  SessionActs(DeskState state, EngineLife life) {
    this.state = state;
    this.life = life;
  }

  /** What waits for its time in a dialog. */
  List<ScheduledRow> scheduled(DialogId dialog) {
    DeskEngine running = life.now();
    return running == null ? List.of() : running.scheduled(dialog);
  }

  /**
   * @param draft what the draft is with the message back in it
   */
  void callBack(ScheduledRow message, Draft draft) {
    life.run(running -> running.acts().callBack(message, draft));
  }

  /** Shows a draft as an act leaves it, before the engine has done that. */
  void leaving(Draft draft, Runnable act) {
    state.keep(draft);
    act.run();
    life.run(running -> running.heard(new DraftKey(draft.dialog(), draft.kind())));
  }

  /** An act on a dialog as it is shown now. */
  void act(DialogId dialog, Intent intent) {
    act(dialog, basis(dialog), intent);
  }

  /** An act on no dialog. */
  void act(Intent intent) {
    act(null, null, intent);
  }

  void act(@Nullable DialogId dialog, @Nullable Basis basis, Intent intent) {
    life.run(running ->
        running
            .acts()
            .act(
                new Outbox.Act(dialog, basis, intent, dialog != null && running.owned(dialog)),
                undoTime.of(intent)));
  }

  /** What the agent sees of a dialog now. */
  @Nullable Basis basis(DialogId dialog) {
    Basis latest = latestBasis(dialog);
    MessageId last = seen.get(dialog);
    return latest == null || last == null
        ? latest
        : new Basis(latest.session(), latest.owner(), latest.channel(), last);
  }

  private @Nullable Basis latestBasis(DialogId dialog) {
    DialogItem item = state.inbox().get(dialog);
    if (item == null) {
      return null;
    }
    DialogRow.Session session = item.dialog().session();
    return new Basis(session.id(), session.owner(), session.channel(), state.latest(dialog));
  }

  void seen(DialogId dialog, MessageId newest) {
    seen.put(dialog, newest);
  }

  boolean undo(CommandId command) {
    DeskEngine running = life.now();
    return undo(running, running == null ? null : running.outbox().find(command));
  }

  /** Takes back the last act on no dialog that was just that, if it has not left. */
  boolean undo(Intent intent) {
    DeskEngine running = life.now();
    return undo(running, running == null ? null : running.outbox().unsent(intent));
  }

  private boolean undo(@Nullable DeskEngine running, @Nullable OutboxEntry entry) {
    if (running == null || entry == null || !running.claimForUndo(entry.id())) {
      return false;
    }
    takeBack(entry);
    return true;
  }

  @Nullable DraftKind takeBack(DialogId dialog, @Nullable CommandId message) {
    DeskEngine running = life.now();
    if (running == null) {
      return null;
    }
    Outbox outbox = running.outbox();
    OutboxEntry entry = message == null ? outbox.unsentMessage(dialog) : outbox.find(message);
    if (entry == null
        || !(entry.command().intent() instanceof Intent.SendMessage send)
        || !running.claimForUndo(entry.id())) {
      return null;
    }
    takeBack(entry);
    return UndoTime.kind(send);
  }

  private void takeBack(OutboxEntry entry) {
    DialogId dialog = entry.dialog();
    if (dialog == null || !(entry.command().intent() instanceof Intent.SendMessage send)) {
      life.run(one -> one.acts().undo(entry.id(), null));
      return;
    }
    Draft since = state.draft(new DraftKey(dialog, UndoTime.kind(send)));
    Draft draft = UndoTime.draft(dialog, send, since);
    leaving(draft, () -> life.run(one -> one.acts().undo(entry.id(), draft)));
  }

  /** How long an act can be undone from now on. */
  Duration undoTime(Intent intent) {
    return undoTime.of(intent);
  }

  void setUndoTime(Duration time) {
    undoTime.choose(time);
  }

  void sendNow(CommandId command) {
    life.run(running -> running.hurry(command));
  }

  void resolve(HeldItem item, HeldItem.Choice choice) {
    Basis today = latestBasis(item.dialog());
    life.run(running -> running.resolve(item, choice, today));
  }
}
