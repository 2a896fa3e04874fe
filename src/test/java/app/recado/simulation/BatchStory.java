package app.recado.simulation;

import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Step;
import app.recado.client.sync.Desk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Acts on several dialogs at once, as one life of a desk shows them: what it says of each step is
 * what became of that one at the relay, whatever became of the others.
 */
final class BatchStory {
  private final List<Watched> batches = new ArrayList<>();

  private record Watched(Desk life, Batch batch) {}

  void began(Desk life, Batch batch) {
    batches.add(new Watched(life, batch));
  }

  /** Those of a life that is not over. */
  List<Batch> of(Desk life) {
    return batches.stream().filter(one -> one.life() == life).map(Watched::batch).toList();
  }

  /** What a desk that has come to rest shows of each. */
  void check(String desk, @Nullable Desk life, Iterable<Sent> commands) {
    Map<String, Sent> sent = new HashMap<>();
    commands.forEach(command -> sent.put(command.id(), command));
    for (Watched one : batches) {
      if (one.life() == life) {
        one.batch().steps().forEach(step -> check(desk, step, sent));
      }
    }
  }

  private static void check(String desk, Step step, Map<String, Sent> sent) {
    Sent command = step.command() == null ? null : sent.get(step.command().value());
    boolean right =
        switch (step.progress()) {
          case WRITING, DELAYED, QUEUED -> false;
          // without a command it took away what waited; of reading out of sight nobody is told
          case DONE ->
              step.command() == null
                  || command != null
                      && (command.is("applied") || command.type().equals("dialog.markRead"));
          case HELD -> command != null && command.is("held");
          case REFUSED -> command != null && command.is("rejected");
          case DECIDED -> command != null && (command.is("held") || command.is("rejected"));
          case TAKEN_BACK -> command == null || !command.is("applied");
        };
    if (!right) {
      Object outcome = command == null ? null : command.outcome;
      throw new Violation(5, desk + " says " + step + ", and it came to " + outcome);
    }
  }
}
