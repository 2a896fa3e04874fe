package app.recado.relay.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.FileRules;
import app.recado.protocol.QueueMode;
import app.recado.relay.RelayParts;
import app.recado.relay.RelayWorld;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Dialect;
import app.recado.relay.store.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What uploads are refused, and what is left of them when they break off. */
@ParameterizedClass
@EnumSource(Dialect.class)
class UploadsTest {
  private static final long MEGA = 1024 * 1024;

  private final Path folder;
  private final SmallDisk disk = new SmallDisk();
  private final RelayWorld world;
  private final Uploads uploads;
  private final Holder agent;
  private final Visits.Visitor visitor;
  private final Holder customer;

  UploadsTest(Dialect dialect, @TempDir Path folder) {
    this.folder = folder;
    world =
        new RelayWorld(
            TestDatabases.make(dialect, folder),
            RelayParts.inline(RelayWorld.PLAIN, new Shelf(folder.resolve("files"), disk)));
    uploads = world.relay.uploads();
    agent = new Holder.Agent(world.agent("ana"));
    ChannelRow channel = world.channel("Loja", QueueMode.ALL, "ana");
    visitor = world.visitor(channel);
    customer = new Holder.Customer(new DialogId(visitor.dialog()));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void customerBringsOnlySoMuchADay() {
    for (int i = 0; i < 3; i++) {
      begin(customer, FileRules.LARGEST);
    }
    assertRefused(() -> begin(customer, 1), "too_many_bytes");
    begin(agent, FileRules.LARGEST);

    world.clock.advance(Duration.ofHours(25));
    begin(customer, 1);
  }

  @Test
  void whatAMessageTookStillCountsForItsDay() {
    FileId sent = begin(customer, 3);
    uploads.append(customer, sent, 0, bytes("abc"), null);
    world.relay.visits().post(visitor, world.ids.next(), "", sent.value());
    begin(customer, FileRules.LARGEST);
    begin(customer, FileRules.LARGEST);

    assertRefused(() -> begin(customer, FileRules.LARGEST), "too_many_bytes");
    begin(customer, FileRules.LARGEST - 3);
  }

  @Test
  void whatNobodyTookInTimeIsAnnouncedAndSentAgain() {
    FileId id = begin(agent, 3);
    uploads.append(agent, id, 0, bytes("abc"), null);
    world.clock.advance(Duration.ofDays(8));
    uploads.tick();
    assertThatThrownBy(() -> uploads.find(agent, id)).isInstanceOf(Refusal.class);

    assertThat(announce(agent, id, 3).offset()).isZero();
    assertThat(uploads.append(agent, id, 0, bytes("xyz"), null).isComplete()).isTrue();
    assertThat(text(id)).isEqualTo("xyz");
  }

  @Test
  void whatIsGoneIsNobodyElsesAndNoOtherFile() {
    FileId id = begin(agent, 3);
    uploads.cancel(agent, id);
    assertRefused(() -> announce(agent, id, 3), "locked");
    uploads.tick();
    assertRefused(() -> announce(agent, id, 4), "id_reused");
    assertRefused(() -> announce(customer, id, 3), "id_reused");
    assertThat(announce(agent, id, 3).offset()).isZero();
  }

  @Test
  void whatAMessageTookIsThereHoweverLateItIsAskedFor() {
    FileId id = begin(customer, 3);
    uploads.append(customer, id, 0, bytes("abc"), null);
    world.relay.visits().post(visitor, world.ids.next(), "", id.value());
    world.clock.advance(Duration.ofDays(30));
    uploads.tick();
    assertThat(announce(customer, id, 3).isComplete()).isTrue();
  }

  @Test
  void customersLeaveMoreOfTheDiskThanAgents() {
    disk.free = 1_000 * MEGA;
    assertRefused(() -> begin(customer, MEGA), "no_room");
    begin(agent, MEGA);
    disk.free = 512 * MEGA;
    assertRefused(() -> begin(agent, MEGA), "no_room");
  }

  @Test
  void uploadStopsWhereTheDiskIsFullAndGoesOnWhenThereIsRoom() {
    FileId id = begin(agent, 10 * MEGA);
    InputStream fills =
        new FilterInputStream(new ByteArrayInputStream(new byte[(int) (10 * MEGA)])) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            disk.free -= length * 100L;
            return super.read(buffer, from, length);
          }
        };
    disk.free = 600 * MEGA;

    assertRefused(() -> uploads.append(agent, id, 0, fills, null), "no_room");

    long here = uploads.find(agent, id).offset();
    assertThat(here).isBetween(1L, 9 * MEGA);
    disk.free = Long.MAX_VALUE;
    byte[] rest = new byte[(int) (10 * MEGA - here)];
    assertThat(uploads.append(agent, id, here, new ByteArrayInputStream(rest), null).isComplete())
        .isTrue();
  }

  @Test
  void bytesWithAHashOfTheirOwnAreTakenBackHoweverTheyBreakOff() {
    FileId id = begin(agent, 100);
    uploads.append(agent, id, 0, bytes("0123456789"), null);
    InputStream breaks =
        new FilterInputStream(bytes("abcdef")) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read < 0) {
              throw new IllegalStateException("the server's own way to say that it broke off");
            }
            return read;
          }
        };

    assertThatThrownBy(() ->
            uploads.append(agent, id, 10, breaks, new Uploads.Digest("SHA-256", new byte[32])))
        .isInstanceOf(IllegalStateException.class);

    assertThat(uploads.find(agent, id).offset()).isEqualTo(10);
  }

  @Test
  void missingAndChangedBytesAreFoundAndSurplusIsNoted() throws IOException {
    FileId whole = begin(agent, 3);
    uploads.append(agent, whole, 0, bytes("abc"), null);
    FileId cut = begin(agent, 3);
    uploads.append(agent, cut, 0, bytes("abc"), null);
    FileId lost = begin(agent, 3);
    uploads.append(agent, lost, 0, bytes("abc"), null);
    uploads.append(agent, begin(agent, 9), 0, bytes("abc"), null);
    assertThat(FileInspection.look(world.database, folder.resolve("files")))
        .isEqualTo(new FileInspection(List.of(), List.of()));

    Files.writeString(place(cut), "ab");
    Files.delete(place(lost));
    Files.writeString(place(whole).resolveSibling("nobody's"), "12345");

    assertThat(FileInspection.look(world.database, folder.resolve("files")))
        .isEqualTo(
            new FileInspection(
                List.of(
                    "files whose bytes are not there: 1", "files whose bytes have another size: 1"),
                List.of("bytes that no file has: 5 in 1")));
  }

  private Path place(FileId id) throws IOException {
    String place =
        world.database.read(tx -> FileTable.find(tx, id)).map(FileTable.Entry::place).orElseThrow();
    try (Stream<Path> files = Files.walk(folder.resolve("files"))) {
      return files.filter(file -> file.endsWith(place)).findFirst().orElseThrow();
    }
  }

  private FileId begin(Holder holder, long size) {
    FileId id = new FileId(world.ids.next());
    announce(holder, id, size);
    return id;
  }

  private Uploads.Upload announce(Holder holder, FileId id, long size) {
    return uploads.begin(holder, new Uploads.Announced(id, "a.txt", "text/plain", size, null));
  }

  private String text(FileId id) {
    try (InputStream in = uploads.open(agent, id).from(0)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(Runnable action, String code) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.body().error().code()).isEqualTo(code));
  }

  /** A disk of ten gigabytes with as much on it as a test wants. */
  private static final class SmallDisk implements Disk {
    private long free = Long.MAX_VALUE;

    @Override
    public long free() {
      return free;
    }

    @Override
    public long size() {
      return 10L * 1024 * MEGA;
    }
  }
}
