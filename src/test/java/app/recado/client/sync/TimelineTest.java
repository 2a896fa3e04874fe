package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Tab;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Author;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessagePage;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
  }

  private Timeline opened(int first, int last, long unreadAfter) {
    world.relay.put(
        Example.dialog(
            Example.DIALOG, "c1", SessionStatus.ACCEPTED, Example.ME, Example.START, last));
    for (int i = first; i <= last; i++) {
      world.relay.put(Example.message(Example.DIALOG, i, "n" + i));
    }
    if (unreadAfter >= 0) {
      world.relay.put(new ReadingRow(Example.DIALOG, unreadAfter, (int) (last - unreadAfter)));
    }
    world.time.settle();
    Timeline timeline = world.desk.open(Example.DIALOG);
    world.time.settle();
    return timeline;
  }

  private static List<Long> positions(Timeline timeline) {
    List<Long> positions = new ArrayList<>();
    for (TimelineEntry entry : timeline.entries()) {
      if (entry instanceof TimelineEntry.Message message) {
        positions.add(message.row().position());
      }
    }
    return positions;
  }

  @Test
  void opensAtTheFirstUnreadMessage() {
    Timeline timeline = opened(1, 400, 150);
    assertThat(timeline.firstUnread()).isNotNull();
    assertThat(timeline.entries().get(timeline.firstUnread()))
        .isInstanceOfSatisfying(
            TimelineEntry.Message.class,
            message -> assertThat(message.row().position()).isEqualTo(151));
    assertThat(timeline.atEnd().get()).isFalse();
    timeline.jumpToEnd();
    world.time.settle();
    assertThat(timeline.atEnd().get()).isTrue();
    assertThat(positions(timeline)).endsWith(400L);
  }

  @Test
  void theUnreadMarkStandsAboveTheCustomersWordsNotMyOwn() {
    world.relay.put(Example.message(Example.DIALOG, 1, "dela"));
    world.relay.put(Example.message(Example.DIALOG, 2, "minha", Author.agent(Example.ME)));
    Timeline timeline = opened(3, 4, 1);
    assertThat(timeline.firstUnread()).isNotNull();
    assertThat(timeline.entries().get(timeline.firstUnread()).key()).endsWith("-m3");
  }

  @Test
  void olderPagesComeAboveWithoutMovingWhatIsThere() {
    Timeline timeline = opened(1, 300, -1);
    assertThat(positions(timeline)).hasSize(100).startsWith(201L);
    List<String> removals = new ArrayList<>();
    timeline
        .entries()
        .addListener(
            (ListChangeListener<TimelineEntry>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(entry -> removals.add(entry.key()));
                  }
                });
    timeline.loadOlder();
    world.time.settle();
    timeline.loadOlder();
    world.time.settle();
    assertThat(positions(timeline)).hasSize(300).startsWith(1L);
    assertThat(timeline.hasOlder().get()).isFalse();
    assertThat(removals).allMatch(key -> key.startsWith("day"));
  }

  @Test
  void aHoleIsDrawnAndFilledFromTheRelay() {
    Timeline timeline = opened(51, 60, -1);
    assertThat(timeline.entries().getFirst()).isEqualTo(new TimelineEntry.Hole(1, 50, false));
    List<MessagePage.Sequenced> older = new ArrayList<>();
    for (int i = 50; i >= 1; i--) {
      older.add(new MessagePage.Sequenced(Example.message(Example.DIALOG, i, "n" + i), 1));
    }
    world.relay.history = new MessagePage(older, false);
    timeline.fill((TimelineEntry.Hole) timeline.entries().getFirst());
    assertThat(timeline.entries().getFirst()).isEqualTo(new TimelineEntry.Hole(1, 50, true));
    world.time.settle();
    assertThat(positions(timeline)).hasSize(60).startsWith(1L);
  }

  @Test
  void offlineAHoleStaysAHole() {
    Timeline timeline = opened(51, 60, -1);
    world.desk.workOffline(true);
    world.time.settle();
    timeline.loadOlder();
    world.time.settle();
    assertThat(timeline.entries().getFirst()).isEqualTo(new TimelineEntry.Hole(1, 50, false));
    assertThat(timeline.hasOlder().get()).isTrue();
  }

  @Test
  void newMessagesAppearWhileOpen() {
    Timeline timeline = opened(1, 3, -1);
    world.relay.put(Example.message(Example.DIALOG, 4, "n4"));
    world.relay.push();
    world.time.settle();
    assertThat(positions(timeline)).endsWith(4L);
  }

  @Test
  void jumpsToAMessageFarAbove() {
    Timeline timeline = opened(1, 1_000, -1);
    AtomicInteger index = new AtomicInteger(-2);
    timeline.jumpTo(new MessageId(Example.DIALOG + "-m500"), index::set);
    world.time.settle();
    assertThat(timeline.entries().get(index.get()).key()).isEqualTo(Example.DIALOG + "-m500");
    timeline.jumpTo(new MessageId("nowhere"), index::set);
    world.time.settle();
    assertThat(index.get()).isEqualTo(-1);
  }

  @Test
  void jumpsToADayThatIsNotOnThisComputer() {
    Timeline timeline = opened(9_901, 10_000, -1);
    List<Long> asked = new ArrayList<>();
    world.relay.pages =
        before -> {
          asked.add(before);
          List<MessagePage.Sequenced> page = new ArrayList<>();
          for (long i = before - 1; i >= Math.max(1, before - 100); i--) {
            page.add(new MessagePage.Sequenced(Example.message(Example.DIALOG, i, "n" + i), 1));
          }
          return new MessagePage(page, before > 101);
        };
    List<String> shown = new ArrayList<>();
    timeline.jumpTo(
        Example.START.plusSeconds(3_333), index -> shown.add(timeline.entries().get(index).key()));
    world.time.settle();
    assertThat(shown).last().isEqualTo(Example.DIALOG + "-m3333");
    assertThat(asked).hasSizeLessThan(12);
    assertThat(positions(timeline)).contains(3_332L, 3_333L, 3_334L);
  }

  @Test
  void offlineTheNearestDayOnThisComputerIsShownWithTheHoleAboveIt() {
    Timeline timeline = opened(51, 60, -1);
    world.desk.workOffline(true);
    world.time.settle();
    List<Integer> shown = new ArrayList<>();
    timeline.jumpTo(Example.START.plusSeconds(20), shown::add);
    world.time.settle();
    assertThat(shown).hasSize(1);
    assertThat(timeline.entries().get(shown.getFirst()).key()).endsWith("-m51");
    assertThat(timeline.entries().getFirst()).isEqualTo(new TimelineEntry.Hole(1, 50, false));
    timeline.jumpTo(Example.START.plusSeconds(61), shown::add);
    world.time.settle();
    assertThat(shown).last().isEqualTo(-1);
  }

  @Test
  void findsWithinOneDialogOldestFirst() {
    opened(1, 30, -1);
    List<MessageId> found = new ArrayList<>();
    world.desk.find(Example.DIALOG, "N2", found::addAll);
    world.time.settle();
    assertThat(found)
        .extracting(MessageId::value)
        .startsWith(Example.DIALOG + "-m2", Example.DIALOG + "-m20")
        .hasSize(11);
    world.desk.find(new app.recado.protocol.DialogId("another"), "n2", ids -> found.clear());
    world.time.settle();
    assertThat(found).isEmpty();
  }

  @Test
  void listsShowNoEmptinessWhileAFreshSnapshotIsTaken() {
    opened(1, 3, -1);
    world.relay.epoch = "b";
    List<Integer> sizes = new ArrayList<>();
    world
        .desk
        .inbox()
        .count(Tab.MINE)
        .addListener((property, before, after) -> sizes.add(after.intValue()));
    world.relay.stream.closed(new app.recado.client.api.ApiException.Unreachable("cut", null));
    world.later(3);
    assertThat(world.list(Tab.MINE)).containsExactly(Example.DIALOG);
    assertThat(sizes).doesNotContain(0);
    assertThat(world.relay.cursors).endsWith((String) null);
  }
}
