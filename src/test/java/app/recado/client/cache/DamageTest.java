package app.recado.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Intent;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {
  private static final DialogId DIALOG = new DialogId("d1");
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @TempDir Path folder;

  private static Command command(int number) {
    return Command.of(
        new CommandId("m" + number),
        DIALOG,
        null,
        List.of(),
        new Intent.SendMessage("Texto " + number + " ".repeat(300), false, null, List.of()),
        Instant.EPOCH);
  }

  private void fill(int commands) {
    try (OutboxFile file = OutboxFile.open(folder, Durability.OFF)) {
      for (int i = 0; i < commands; i++) {
        file.outbox.add(command(i), OutboxState.WAITING);
      }
      file.drafts.put(new LocalDraft(DIALOG, DraftKind.REPLY, "Posso já", null, 0));
    }
  }

  private void overwrite(Path file, long at, int length) throws Exception {
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(at);
      byte[] noise = new byte[length];
      java.util.Arrays.fill(noise, (byte) 0xA5);
      raw.write(noise);
    }
  }

  @Test
  void aCacheThatIsNoDatabaseIsPutAsideAndTheOutboxIsUntouched() throws Exception {
    fill(3);
    Cache.open(folder, Durability.OFF).close();
    overwrite(Cache.file(folder), 0, 4096);
    try (Cache cache = Quarantine.openCache(folder, Durability.OFF, CLOCK);
        OutboxFile file = Quarantine.openOutbox(folder, Durability.OFF, CLOCK)) {
      assertThat(cache.cursor()).isNull();
      assertThat(file.outbox.all()).hasSize(3);
    }
    assertThat(folder.resolve("cache.db.damaged-0")).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 9})
  void aDamagedPageOfTheOutboxLosesNoMoreThanItHeld(int page) throws Exception {
    fill(60);
    overwrite(OutboxFile.file(folder), page * 4096L, 4096);
    try (OutboxFile file = Quarantine.openOutbox(folder, Durability.OFF, CLOCK)) {
      assertThat(file.outbox.all().size()).isGreaterThanOrEqualTo(40);
      assertThat(file.outbox.all())
          .allSatisfy(entry -> assertThat(entry.command().type()).isEqualTo("message.send"));
      file.outbox.add(command(100), OutboxState.WAITING);
    }
    assertThat(Files.exists(folder.resolve("outbox.db.damaged-0"))).isTrue();
  }

  @Test
  void wipingLeavesNothing() throws Exception {
    fill(3);
    Cache.open(folder, Durability.OFF).close();
    Quarantine.wipe(folder);
    assertThat(folder).isEmptyDirectory();
  }
}
