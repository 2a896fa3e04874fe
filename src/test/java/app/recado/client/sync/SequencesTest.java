package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.Cache;
import app.recado.client.cache.Durability;
import app.recado.protocol.Change;
import app.recado.protocol.DialogId;
import app.recado.protocol.Json;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SyncPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joined emoji come through the wire and the cache character by character. */
class SequencesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩‍👩‍👧‍👦",
        "🧑🏿‍🚀 já vai",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿🇧🇷",
        "1️⃣❤️❤",
        "a\u200Db\uFE0E",
        "🏳️‍🌈\u2028🙏"
      })
  void stayIntact(String text) {
    MessageRow sent = Example.message(new DialogId("d1"), 1, text);
    MessageRow received = Json.read(Json.write(sent), MessageRow.class);
    try (Cache cache = Cache.open(folder, Durability.OFF)) {
      new ChangeApplier(cache)
          .apply(
              new SyncPage(List.of(new Change.Put(received, 1)), "a", false, Example.START), true);
      try (var reader = cache.reader()) {
        assertThat(Objects.requireNonNull(reader.message(sent.id())).text()).isEqualTo(text);
      }
    }
  }
}
