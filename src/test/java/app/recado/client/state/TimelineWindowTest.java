package app.recado.client.state;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.DialogId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TimelineWindowTest {
  private final List<TimelineSource.Ask> asked = new ArrayList<>();
  private final Queue<Consumer<TimelineSource.Slice>> waiting = new ArrayDeque<>();
  private final TimelineWindow window =
      new TimelineWindow(
          new DialogId("dialog"),
          new TimelineSource() {
            @Override
            public void read(DialogId dialog, Ask ask, Consumer<Slice> answer) {
              asked.add(ask);
              waiting.add(answer);
            }

            @Override
            public void fetch(DialogId dialog, long before, int limit, Consumer<Boolean> done) {
              throw new AssertionError("everything is cached");
            }
          },
          closed -> {});

  private void answer(long from, long to) {
    waiting.remove().accept(new TimelineSource.Slice(List.of(), from, to, true, true, null, true));
  }

  @Test
  void whatIsAskedForDuringAReadingComesAfterIt() {
    window.start();
    answer(500, 600);
    window.refresh();
    window.loadOlder();
    answer(500, 600);
    assertThat(asked).last().isEqualTo(new TimelineSource.Ask.Extended(500, 600, 100, 0, null));
    window.loadNewer();
    answer(400, 600);
    assertThat(asked).last().isEqualTo(new TimelineSource.Ask.Extended(400, 600, 0, 100, null));
  }
}
