package app.recado.client.ui;

import app.recado.client.state.Batch;
import app.recado.client.sync.DeskBatches;
import app.recado.protocol.Intent;
import java.util.ArrayList;
import java.util.List;

/** Batches that are only noted; a test says what becomes of them. */
public final class FakeBatches implements DeskBatches {
  public final List<Batch> started = new ArrayList<>();
  private final List<String> calls;

  FakeBatches(List<String> calls) {
    this.calls = calls;
  }

  @Override
  public Batch start(List<Run> runs) {
    List<Batch.Step> steps = new ArrayList<>();
    for (Run run : runs) {
      calls.add("batch " + run.dialog() + " " + run.steps());
      for (Intent intent : run.steps()) {
        steps.add(Batch.Step.asked(run.dialog(), intent));
      }
    }
    Batch batch = new Batch(steps);
    started.add(batch);
    return batch;
  }

  @Override
  public void undo(Batch batch) {
    calls.add("batch.undo");
  }

  @Override
  public void forget(Batch batch) {
    calls.add("batch.forget");
  }
}
