package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Draft;
import app.recado.protocol.DraftKind;
import app.recado.protocol.SessionStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is being written while a file of the profile turns out to be damaged. */
class DamagedFilesTest {
  private static final int PAGE = 4_096;

  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
  }

  private DeskSession desk() {
    return world.desk;
  }

  private void write(String text) {
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, text, null);
    world.time.settle();
  }

  private String draft() {
    Draft draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    return draft == null ? "" : draft.text();
  }

  /** Spoils everything but the first page, so that the desk meets it with what it does next. */
  private void damage(String name) {
    Path file = folder.resolve(name);
    try (Connection beside = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = beside.createStatement()) {
      statement.execute("CREATE TABLE noise (n INTEGER)");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
        byte[] noise = new byte[(int) bytes.size() - PAGE];
        Arrays.fill(noise, (byte) 0x5A);
        bytes.write(ByteBuffer.wrap(noise), PAGE);
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> setAside() {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(".*\\.damaged-\\d+"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void isThereNowAndAfterACrash(String text) {
    assertThat(draft()).isEqualTo(text);
    world.restart();
    assertThat(draft()).isEqualTo(text);
  }

  @Test
  void whatWasTypedWithinTheSecondIsCarriedOverWhenAnActMeetsADamagedOutbox() {
    write("Bom dia!");
    damage("outbox.db");
    desk().rename(Example.DIALOG, "Mesa Jatobá");
    world.time.run(Duration.ofMillis(100));
    assertThat(setAside()).hasSize(1);
    isThereNowAndAfterACrash("Bom dia!");
  }

  @Test
  void whatTheDeskKnowsIsCarriedOverAlsoWhereTheDamagedFileIsNotReadable() {
    desk().workOffline(true);
    write("Bom dia!");
    world.later(2);
    damage("outbox.db");
    desk().rename(Example.DIALOG, "Mesa Jatobá");
    world.later(1);
    assertThat(setAside()).hasSize(1);
    isThereNowAndAfterACrash("Bom dia!");
  }

  @Test
  void aReplyThatMeetsADamagedOutboxIsADraftAgain() {
    write("Bom dia!");
    damage("outbox.db");
    desk().send(Example.DIALOG, "Bom dia!", false, null);
    world.later(1);
    isThereNowAndAfterACrash("Bom dia!");
  }

  @Test
  void aDraftThatMeetsADamagedOutboxHasItMendedAndIsKept() {
    damage("outbox.db");
    write("Bom dia!");
    world.later(1);
    assertThat(setAside()).hasSize(1);
    isThereNowAndAfterACrash("Bom dia!");
  }

  @Test
  void whatWasTypedWithinTheSecondIsCarriedOverADamagedCache() {
    write("Bom dia!");
    damage("cache.db");
    world.relay.put(Example.message(Example.DIALOG, 2, "E o frete?"));
    world.relay.push();
    world.time.run(Duration.ofMillis(100));
    assertThat(setAside()).hasSize(1);
    isThereNowAndAfterACrash("Bom dia!");
  }
}
