package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.ApiException;
import app.recado.protocol.Author;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewMessageWatchTest {
  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.CUSTOMER_WAITING, Example.ME);
    world.relay.put(new ReadingRow(Example.DIALOG, 1, 0));
    world.time.settle();
  }

  private DeskSession desk() {
    return world.desk;
  }

  private void writes(UserId owner, int position, int unread) {
    world.relay.put(
        Example.dialog(
            Example.DIALOG, "c1", SessionStatus.CUSTOMER_AGAIN, owner, Example.START, position));
    world.relay.put(Example.message(Example.DIALOG, position, "Oi " + position));
    world.relay.put(new ReadingRow(Example.DIALOG, position - unread, unread));
  }

  private void push() {
    world.relay.push();
    world.time.settle();
  }

  @Test
  void whatACustomerOfMineWritesIsAnnouncedOnceForADialog() {
    writes(Example.ME, 2, 1);
    push();
    writes(Example.ME, 3, 2);
    push();
    assertThat(desk().newMessages()).hasSize(1);
    assertThat(desk().newMessages().getFirst().text()).isEqualTo("Oi 3");
  }

  @Test
  void whatACustomerOfOthersWritesIsNot() {
    writes(Example.PAULA, 2, 1);
    push();
    assertThat(desk().newMessages()).isEmpty();
  }

  @Test
  void whatIsReadOnAnotherDeviceGoes() {
    writes(Example.ME, 2, 1);
    push();
    world.relay.put(new ReadingRow(Example.DIALOG, 2, 0));
    push();
    assertThat(desk().newMessages()).isEmpty();
  }

  @Test
  void afterAReconnectOnlyWhatIsNewAndStillUnreadIsAnnounced() {
    writes(Example.ME, 2, 1);
    push();
    world.relay.pageSize = 1;
    // read on another device, and more written, while this one was cut off
    world.relay.stream.closed(new ApiException.Unreachable("cut", new IOException("cut")));
    writes(Example.ME, 3, 2);
    world.relay.put(new ReadingRow(Example.DIALOG, 3, 0));
    world.later(120);
    assertThat(desk().newMessages()).isEmpty();
    writes(Example.ME, 4, 1);
    world.relay.stream.closed(new ApiException.Unreachable("cut", new IOException("cut")));
    world.later(120);
    assertThat(desk().newMessages()).hasSize(1);
    assertThat(desk().newMessages().getFirst().text()).isEqualTo("Oi 4");
  }

  @Test
  void aRestartAnnouncesOnlyWhatCameMeanwhile() {
    writes(Example.ME, 2, 1);
    push();
    world.restart();
    assertThat(desk().newMessages()).isEmpty();
    desk().close();
    world.time.settle();
    writes(Example.ME, 3, 2);
    world.desk = world.open();
    world.time.settle();
    assertThat(desk().newMessages()).hasSize(1);
  }

  @Test
  void whatAColleagueWritesIsNoNews() {
    writes(Example.ME, 2, 1);
    push();
    desk().markRead(Example.DIALOG, 2);
    world.time.settle();
    assertThat(desk().newMessages()).isEmpty();
    world.relay.put(Example.message(Example.DIALOG, 3, "psst", Author.agent(Example.PAULA)));
    push();
    assertThat(desk().newMessages()).isEmpty();
  }
}
