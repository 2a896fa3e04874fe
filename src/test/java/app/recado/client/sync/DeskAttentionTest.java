package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.protocol.Command;
import app.recado.protocol.Intent;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What I mark unread, mute and follow, and what is announced then. */
class DeskAttentionTest {
  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    owned(Example.ME, 3);
    for (int position = 1; position <= 3; position++) {
      world.relay.put(Example.message(Example.DIALOG, position, "Oi " + position));
    }
    world.relay.put(new ReadingRow(Example.DIALOG, 3, 0));
    world.time.settle();
  }

  private void owned(UserId owner, int last) {
    world.relay.put(
        Example.dialog(
            Example.DIALOG, "c1", SessionStatus.CUSTOMER_AGAIN, owner, Example.START, last));
  }

  private void writes(UserId owner, int position, ReadingRow reading) {
    owned(owner, position);
    world.relay.put(Example.message(Example.DIALOG, position, "Oi " + position));
    world.relay.put(reading);
    world.relay.push();
    world.time.settle();
  }

  @Test
  void whatIsMarkedUnreadIsSoAtOnceAndIsNoNews() {
    offline();
    marks().unread(Example.DIALOG, 2L);
    world.time.settle();
    assertThat(item().unread()).isEqualTo(2);
    assertThat(sentWhenOnline()).containsExactly(new Intent.MarkUnread(2L));
    world.relay.put(new ReadingRow(Example.DIALOG, 1, 2));
    world.relay.push();
    world.time.settle();
    assertThat(item().unread()).isEqualTo(2);
    assertThat(world.desk.newMessages()).isEmpty();
  }

  @Test
  void markedUnreadOnAnotherDeviceIsNoNewsEither() {
    world.relay.put(new ReadingRow(Example.DIALOG, 2, 1));
    world.relay.push();
    world.time.settle();
    assertThat(item().unread()).isEqualTo(1);
    assertThat(world.desk.newMessages()).isEmpty();
  }

  @Test
  void withoutAPlaceTheNewestIsUnreadAndReadingAgainTakesItBack() {
    offline();
    marks().unread(Example.DIALOG, null);
    world.time.settle();
    assertThat(item().unread()).isEqualTo(1);
    world.desk.markRead(Example.DIALOG, 3);
    world.time.settle();
    assertThat(item().unread()).isZero();
    assertThat(sentWhenOnline()).containsExactly(new Intent.MarkRead(3));
  }

  @Test
  void mutingAndUnmutingOfflineIsNothing() {
    offline();
    marks().mute(Example.DIALOG, true);
    world.time.settle();
    assertThat(item().muted()).isTrue();
    marks().mute(Example.DIALOG, false);
    marks().follow(Example.DIALOG, true);
    world.time.settle();
    assertThat(item().muted()).isFalse();
    assertThat(item().followed()).isTrue();
    assertThat(sentWhenOnline()).containsExactly(new Intent.FollowDialog());
  }

  @Test
  void whatIsMutedIsNotAnnouncedAndWhatWasGoes() {
    writes(Example.ME, 4, new ReadingRow(Example.DIALOG, 3, 1));
    assertThat(world.desk.newMessages()).hasSize(1);
    marks().mute(Example.DIALOG, true);
    world.time.settle();
    assertThat(world.desk.newMessages()).isEmpty();
    writes(Example.ME, 5, new ReadingRow(Example.DIALOG, 3, 2, true, false));
    assertThat(world.desk.newMessages()).isEmpty();
    writes(Example.ME, 6, new ReadingRow(Example.DIALOG, 3, 3));
    assertThat(world.desk.newMessages()).hasSize(1);
  }

  @Test
  void aNewChatThatIsMutedIsNotAnnounced() {
    world.relay.put(new ReadingRow(Example.DIALOG, 3, 0, true, false));
    world.dialog(SessionStatus.NEW, null);
    world.relay.push();
    world.time.settle();
    assertThat(world.desk.newChats()).isEmpty();
  }

  private void offered(UserId to) {
    world.relay.put(Example.offered(Example.DIALOG, to));
    world.relay.push();
    world.time.settle();
  }

  @Test
  void whatIsOfferedToMeIsAnnouncedAlthoughItIsMuted() {
    world.relay.put(new ReadingRow(Example.DIALOG, 3, 0, true, false));
    offered(Example.PAULA);
    assertThat(world.desk.newChats()).isEmpty();
    offered(Example.ME);
    assertThat(world.desk.newChats()).hasSize(1);
    assertThat(world.desk.newChats().getFirst().offeredToMe()).isTrue();
    world.relay.put(new ReadingRow(Example.DIALOG, 3, 1, true, false));
    offered(Example.ME);
    assertThat(world.desk.newChats()).as("it stays").hasSize(1);
    offered(Example.PAULA);
    assertThat(world.desk.newChats()).as("it went to the next").isEmpty();
  }

  @Test
  void anOfferThatIMuteIsPutAway() {
    offered(Example.ME);
    assertThat(world.desk.newChats()).hasSize(1);
    marks().mute(Example.DIALOG, true);
    world.time.settle();
    assertThat(world.desk.newChats()).isEmpty();
  }

  @Test
  void whatIFollowIsAnnouncedAlthoughItIsAnothers() {
    writes(Example.PAULA, 4, new ReadingRow(Example.DIALOG, 3, 1));
    assertThat(world.desk.newMessages()).isEmpty();
    writes(Example.PAULA, 5, new ReadingRow(Example.DIALOG, 3, 2, false, true));
    assertThat(world.desk.newMessages()).hasSize(1);
    world.desk.markRead(Example.DIALOG, 5);
    world.time.settle();
    assertThat(world.desk.newMessages()).isEmpty();
  }

  private DeskMarks marks() {
    return world.desk.marks();
  }

  private void offline() {
    world.desk.workOffline(true);
    world.time.settle();
  }

  private List<Intent> sentWhenOnline() {
    world.desk.workOffline(false);
    world.time.settle();
    return world.relay.received.stream().flatMap(List::stream).map(Command::intent).toList();
  }

  private DialogItem item() {
    return Objects.requireNonNull(world.desk.inbox().item(Example.DIALOG).getValue());
  }
}
