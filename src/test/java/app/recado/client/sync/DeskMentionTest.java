package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.recado.client.state.Mention;
import app.recado.protocol.Intent;
import app.recado.protocol.MentionRow;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known here of who named me, and which of it is news. */
class DeskMentionTest {
  private static final String SAID = "Veja, @Bruno Lima";

  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    named(2, false);
    world.time.settle();
  }

  private MentionRow named(int position, boolean read) {
    MessageRow message = Example.message(Example.DIALOG, position, SAID);
    MentionRow row =
        new MentionRow(message.id(), Example.DIALOG, position, Example.PAULA, Example.START, read);
    world.relay.put(message);
    world.relay.put(row);
    world.relay.push();
    world.time.settle();
    return row;
  }

  private List<Mention> mentions() {
    return world.desk.mentions().all();
  }

  @Test
  void whatAFirstSnapshotBringsIsThereAndIsNoNews() {
    assertThat(mentions()).singleElement().matches(Mention::isUnread).matches(one -> !one.news());
  }

  @Test
  void whatComesLaterIsNewsUntilItIsReadAndSaysWhat() {
    MentionRow row = named(3, false);
    assertThat(mentions())
        .filteredOn(Mention::news)
        .extracting(one -> one.row().message(), Mention::text, Mention::by)
        .containsExactly(tuple(row.message(), SAID, "Paula Reis"));
    world.relay.put(row.seen());
    world.relay.push();
    world.time.settle();
    assertThat(mentions()).noneMatch(Mention::news);
  }

  @Test
  void whatIsReadOnAnotherDeviceBeforeItComesIsNoNews() {
    named(3, true);
    assertThat(mentions()).hasSize(2).noneMatch(Mention::news);
  }

  @Test
  void whatIsThereAtAStartIsNoNewsAndWhatCameMeanwhileIs() {
    named(3, false);
    world.desk.crash();
    MessageRow message = Example.message(Example.DIALOG, 4, SAID);
    world.relay.put(message);
    world.relay.put(
        new MentionRow(message.id(), Example.DIALOG, 4, Example.PAULA, Example.START, false));
    world.desk = world.open();
    world.time.settle();
    assertThat(mentions())
        .filteredOn(Mention::news)
        .extracting(one -> one.row().message())
        .containsExactly(message.id());
  }

  @Test
  void lookingAtItOfflineHoldsAndIsSentOnceForWhatIsUnread() {
    world.desk.workOffline(true);
    world.time.settle();
    var id = mentions().getFirst().row().message();
    world.desk.mentions().read(List.of(id));
    world.desk.mentions().read(List.of(id));
    world.time.settle();
    assertThat(mentions()).noneMatch(Mention::isUnread);
    world.desk.workOffline(false);
    world.time.settle();
    assertThat(world.relay.received.stream().flatMap(List::stream).map(one -> one.intent()))
        .containsExactly(new Intent.ReadMentions(List.of(id)));
  }
}
