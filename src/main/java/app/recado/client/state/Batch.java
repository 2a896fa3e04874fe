package app.recado.client.state;

import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Several acts done in one go, each a command of its own, and what becomes of each. FX thread only.
 */
public final class Batch {
  private final ObservableList<Step> steps = FXCollections.observableArrayList();
  // a view hears of changes only as long as somebody holds it
  private final ObservableList<Step> shown = FXCollections.unmodifiableObservableList(steps);

  /** How far a step is. */
  public enum Progress {
    /** Not on disk yet. */
    WRITING,
    /** On disk, where it keeps its time so that it can be undone. */
    DELAYED,
    /** On disk; the relay has not answered. */
    QUEUED,
    DONE,
    /** A precondition no longer held: the agent chooses. */
    HELD,
    /** It can never succeed. */
    REFUSED,
    /** Undone before the relay did it. */
    TAKEN_BACK,
    /** It was held or refused, and the agent has chosen. */
    DECIDED;

    /** Whether nothing more becomes of it. */
    public boolean isFinal() {
      return this == DONE || this == TAKEN_BACK || this == DECIDED;
    }

    /** Whether it has not left this computer for certain. */
    public boolean isPending() {
      return this == WRITING || this == DELAYED || this == QUEUED;
    }
  }

  /**
   * One act on one dialog.
   *
   * @param command null until it is on disk, and if it needed none
   * @param reason why it is held; null otherwise
   * @param undoable whether it can be taken back now
   */
  public record Step(
      DialogId dialog,
      Intent intent,
      Progress progress,
      @Nullable CommandId command,
      @Nullable HeldReason reason,
      boolean undoable) {

    /** A step that was only asked for. */
    public static Step asked(DialogId dialog, Intent intent) {
      return new Step(dialog, intent, Progress.WRITING, null, null, false);
    }
  }

  public Batch(List<Step> asked) {
    steps.setAll(asked);
  }

  /** In the order in which they were asked for. */
  public ObservableList<Step> steps() {
    return shown;
  }

  public int count(Progress progress) {
    return (int) steps.stream().filter(step -> step.progress() == progress).count();
  }

  public boolean isUndoable() {
    return steps.stream().anyMatch(Step::undoable);
  }

  /** Takes over what changed, by its place. */
  public void apply(Map<Integer, Step> changed) {
    changed.forEach((at, step) -> {
      if (!steps.get(at).equals(step)) {
        steps.set(at, step);
      }
    });
  }
}
