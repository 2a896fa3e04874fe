package app.recado.relay.store;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes on the calling thread, each work in a transaction of its own. For one thread. */
public final class InlineWriter implements Writer {

  private final WriteGroup group;
  private final LongConsumer committed;

  /**
   * @param committed told the last number of the change log after each commit
   */
  public InlineWriter(Database database, InstantSource clock, LongConsumer committed) {
    this.group = new WriteGroup(database, clock);
    this.committed = committed;
  }

  @Override
  public <T> T write(Work<T> work) {
    WriteGroup.Job<T> job = new WriteGroup.Job<>(work);
    long head = group.run(List.of(job));
    job.settle();
    if (head >= 0) {
      committed.accept(head);
    }
    return Answers.of(job.answer());
  }

  @Override
  public void close() {
    group.close();
  }
}
