package app.recado.client.ui.bulk;

import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Progress;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a batch and its steps are, in words. */
final class BatchWords {
  private final Texts texts;

  BatchWords(Texts texts) {
    this.texts = texts;
  }

  /** How many are how far; only what there is. */
  String summary(BulkViewModel.Act act) {
    Batch batch = act.batch();
    List<String> parts = new ArrayList<>();
    int pending = (int) batch.steps().stream().filter(step -> step.progress().isPending()).count();
    add(parts, "sum.done", batch.count(Progress.DONE) + batch.count(Progress.DECIDED));
    add(parts, "sum.pending", pending);
    add(parts, "sum.held", batch.count(Progress.HELD));
    add(parts, "sum.refused", batch.count(Progress.REFUSED));
    add(parts, "sum.takenBack", batch.count(Progress.TAKEN_BACK));
    add(parts, "sum.skipped", act.skipped().size());
    return String.join(" · ", parts);
  }

  private void add(List<String> parts, String key, int number) {
    if (number > 0) {
      parts.add(texts.get(key, number));
    }
  }

  /** What was to be done in a step. */
  String intent(Intent intent) {
    return switch (intent) {
      case Intent.SendMessage send -> texts.get(send.whisper() ? "done.whisper" : "done.reply");
      case Intent.AcceptDialog _ -> texts.get("done.answer");
      case Intent.TransferDialog _ -> texts.get("done.transfer");
      case Intent.FinishDialog _ -> texts.get("done.finish");
      case Intent.SnoozeDialog _ -> texts.get("done.snooze");
      case Intent.TagDialog _ -> texts.get("done.tags");
      case Intent.SetPriority _ -> texts.get("done.priority");
      case Intent.PinDialog _ -> texts.get("done.pin");
      case Intent.RenameDialog _ -> texts.get("done.rename");
      default -> throw new IllegalArgumentException(intent.type() + " is no step among several");
    };
  }

  String step(Batch.Step step) {
    HeldReason reason = step.reason();
    if (step.progress() == Progress.HELD && reason != null) {
      return texts.get("reason." + reason.name().toLowerCase(Locale.ROOT));
    }
    return texts.get("step." + step.progress().name().toLowerCase(Locale.ROOT));
  }
}
