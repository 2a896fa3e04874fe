package app.recado.client.sync;

import app.recado.client.cache.CacheException;
import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.Intent;
import app.recado.protocol.ScheduledRow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the agent does goes into the outbox, and comes out of it again while it can be undone;
 * drafts and files go along. Engine thread only.
 */
final class EngineActs {
  private static final Logger LOG = LoggerFactory.getLogger(EngineActs.class);

  /** What they need of the engine around them. */
  interface Engine {
    boolean owned(DialogId dialog);

    /** Something that kept its time may leave now. */
    void openDelayed();

    void outboxDamaged(CacheException problem);
  }

  private final Engine engine;
  private final Outbox outbox;
  private final Pusher pusher;
  private final Drafts drafts;
  private final DraftShelf draftShelf;
  private final FileTransfers files;
  private final Delays delays;
  private final CalledBack calledBack;

  EngineActs(
      Engine engine,
      Outbox outbox,
      Pusher pusher,
      Drafts drafts,
      DraftShelf draftShelf,
      FileTransfers files,
      Delays delays,
      CalledBack calledBack) {
    this.engine = engine;
    this.outbox = outbox;
    this.pusher = pusher;
    this.drafts = drafts;
    this.draftShelf = draftShelf;
    this.files = files;
    this.delays = delays;
    this.calledBack = calledBack;
  }

  /**
   * An act of the agent: on disk, then shown, then sent.
   *
   * @param undoTime how long it can be undone before it leaves
   */
  void act(Outbox.Act act, Duration undoTime) {
    DraftKey key = draftOf(act);
    List<String> sending = act.intent().files();
    Runnable alongside =
        () -> {
          if (key != null) {
            drafts.sent(key);
          }
          files.sent(sending);
        };
    try {
      if (!undoTime.isZero()) {
        outbox.enqueueDelayed(act, delays.due(undoTime), alongside);
        delays.stored(act.dialog());
      } else if (!files.isReady(sending)) {
        outbox.enqueueDelayed(act, null, alongside);
      } else if (pusher.isFree()) {
        outbox.enqueueAndTake(act, alongside, pusher.room(), pusher::send);
      } else {
        outbox.enqueue(act, alongside);
      }
    } catch (CacheException problem) {
      unwritten(act, key, problem);
      return;
    }
    if (key != null) {
      draftShelf.show(key);
    }
    boolean mayOpen =
        act.intent() instanceof Intent.DeleteMessage || act.intent() instanceof Intent.SaveCanned;
    if (mayOpen) {
      engine.openDelayed();
    }
  }

  /**
   * Many acts of the agent at once.
   *
   * @return the command of each; empty if they cannot be written
   */
  List<@Nullable CommandId> actAll(List<Outbox.Chain> chains) {
    List<@Nullable CommandId> made;
    try {
      made = outbox.enqueueAll(chains);
    } catch (CacheException problem) {
      LOG.error("What the agent did cannot be written", problem);
      if (problem.isDamage()) {
        engine.outboxDamaged(problem);
      }
      return List.of();
    }
    delays.stored(made.stream().filter(Objects::nonNull).toList());
    pusher.poke();
    return made;
  }

  /** Takes back what was never tried of these. */
  void undoAll(List<CommandId> commands) {
    for (CommandId command : commands.reversed()) {
      if (outbox.claimForUndo(command)) {
        outbox.undo(command, entry -> {});
      }
    }
    engine.openDelayed();
  }

  private static @Nullable DraftKey draftOf(Outbox.Act act) {
    DialogId dialog = act.dialog();
    if (dialog == null) {
      return null;
    }
    DraftKind kind = UndoTime.kind(act.intent());
    return kind == null ? null : new DraftKey(dialog, kind);
  }

  /** Nothing is shown as queued that is not on disk: a text goes back to where it was written. */
  private void unwritten(Outbox.Act act, @Nullable DraftKey key, CacheException problem) {
    LOG.error("What the agent did cannot be written", problem);
    if (key != null) {
      if (act.intent() instanceof Intent.SendMessage send) {
        drafts.edit(key, send.text(), send.quote(), Duration.ZERO);
      } else if (act.intent() instanceof Intent.ScheduleMessage schedule) {
        drafts.edit(key, schedule.text(), schedule.quote(), Duration.ZERO);
      }
      draftShelf.show(key);
    }
    if (problem.isDamage()) {
      engine.outboxDamaged(problem);
    } else {
      files.reload();
    }
  }

  /**
   * Takes a claimed act back.
   *
   * @param draft what its draft is with the message back in it; null if it is not a message
   */
  void undo(CommandId command, @Nullable Draft draft) {
    OutboxEntry undone =
        outbox.undo(
            command,
            entry -> {
              draftShelf.returned(entry);
              ScheduledRow goesOut = calledBack.take(entry);
              if (goesOut != null) {
                drafts.went(new DraftKey(goesOut.dialog(), DraftKind.REPLY), goesOut);
              }
              if (draft != null) {
                drafts.restore(draft);
              }
            });
    if (draft != null) {
      draftShelf.show(new DraftKey(draft.dialog(), draft.kind()));
    } else if (undone != null
        && undone.dialog() != null
        && UndoTime.kind(undone.command().intent()) instanceof DraftKind kind) {
      DraftKey key = new DraftKey(undone.dialog(), kind);
      drafts.write(drafts.appended(key, HeldCards.text(undone.command().intent())));
      draftShelf.show(key);
    } else if (undone != null
        && undone.dialog() != null
        && undone.command().intent() instanceof Intent.UnscheduleMessage) {
      draftShelf.show(new DraftKey(undone.dialog(), DraftKind.REPLY));
    }
    engine.openDelayed();
  }

  /** A message that waits for this file goes back to where it was written. */
  void takeBack(FileId file) {
    for (OutboxEntry entry : outbox.all()) {
      if (entry.state() == OutboxState.DELAYED
          && entry.command().isKnown()
          && entry.command().intent().files().contains(file.value())
          && outbox.claimForUndo(entry.id())) {
        undo(entry.id(), null);
        files.hold(file);
      }
    }
  }

  /** Calls a scheduled message back into its draft, which it is in already. */
  void callBack(ScheduledRow row, Draft draft) {
    DialogId dialog = row.dialog();
    Intent intent = new Intent.UnscheduleMessage(row.id());
    outbox.enqueue(
        new Outbox.Act(dialog, null, intent, engine.owned(dialog)),
        () -> {
          files.brought(row.attachments(), dialog, draft.kind());
          drafts.restore(draft);
          boolean asks =
              outbox.of(dialog).stream()
                  .anyMatch(entry ->
                      entry.command().isKnown() && entry.command().intent().equals(intent));
          if (asks) {
            calledBack.put(row);
          }
        });
    draftShelf.show(new DraftKey(dialog, draft.kind()));
    pusher.poke();
  }
}
