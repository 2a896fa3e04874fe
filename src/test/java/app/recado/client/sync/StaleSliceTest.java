package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a timeline takes its time, in which the agent goes on. */
class StaleSliceTest {
  @TempDir Path folder;

  /** Runs at once, or when it is let. */
  private static final class Gate implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean shut;

    @Override
    public void execute(Runnable action) {
      if (shut) {
        waiting.add(action);
      } else {
        action.run();
      }
    }

    void let() {
      shut = false;
      while (!waiting.isEmpty()) {
        waiting.poll().run();
      }
    }
  }

  @Test
  void whatWasTakenBackWhileItWasReadIsNotShown() {
    DeskWorld world = new DeskWorld(folder);
    world.desk.crash();
    Gate fx = new Gate();
    Gate reader = new Gate();
    world.desk = world.open(fx, reader);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    world.desk.workOffline(true);
    world.time.settle();
    Timeline timeline = world.desk.open(Example.DIALOG);
    world.time.settle();
    List<String> shown = new ArrayList<>();
    timeline
        .entries()
        .addListener(
            (ListChangeListener<TimelineEntry>)
                change ->
                    timeline.entries().stream()
                        .filter(TimelineEntry.Message.class::isInstance)
                        .map(entry -> ((TimelineEntry.Message) entry).row().text())
                        .forEach(shown::add));

    reader.shut = true;
    world.desk.send(Example.DIALOG, "só um teste", true, null);
    world.time.settle();
    fx.shut = true;
    reader.let();
    assertThat(world.desk.undo(Objects.requireNonNull(world.desk.undoable(Example.DIALOG))))
        .isTrue();
    world.time.settle();
    fx.let();
    world.time.settle();

    assertThat(shown).doesNotContain("só um teste");
  }
}
