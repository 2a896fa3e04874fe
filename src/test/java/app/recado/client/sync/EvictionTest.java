package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.Cache;
import app.recado.client.cache.Durability;
import app.recado.protocol.Change;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.SyncPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvictionTest {
  @TempDir Path folder;

  private static DialogRow dialog(String id, SessionStatus status, List<Change> changes) {
    DialogRow row = Example.dialog(new DialogId(id), "c1", status, Example.ME, Example.START, 100);
    changes.add(new Change.Put(row, changes.size() + 1));
    for (int i = 1; i <= 100; i++) {
      changes.add(new Change.Put(Example.message(row.id(), i, "n" + i), changes.size() + 1));
    }
    return row;
  }

  @Test
  void onlyOldMessagesOfEndedConversationsGoAndOnlyAsManyAsNeeded() {
    try (Cache cache = Cache.open(folder, Durability.OFF)) {
      List<Change> changes = new ArrayList<>();
      DialogRow open = dialog("open", SessionStatus.AGENT_REPLIED, changes);
      DialogRow closed = dialog("closed", SessionStatus.CLOSED, changes);
      new ChangeApplier(cache).apply(new SyncPage(changes, "a", false, Example.START), true);

      assertThat(new Eviction(cache, 200).run(List.of(open, closed))).isEmpty();
      assertThat(new Eviction(cache, 120).run(List.of(open, closed))).containsExactly(closed.id());
      assertThat(cache.messages.count()).isEqualTo(150);
      try (var reader = cache.reader()) {
        assertThat(reader.from(closed.id(), 1, 1).getFirst().position()).isEqualTo(51);
        assertThat(reader.from(open.id(), 1, 1).getFirst().position()).isEqualTo(1);
      }
    }
  }
}
