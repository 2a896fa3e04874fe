package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Companion;
import app.recado.client.state.Timeline;
import app.recado.protocol.Author;
import app.recado.protocol.CustomerId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.Signal;
import app.recado.protocol.Signal.Doing;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who else is in a dialog, and telling them of oneself. */
class CompanyTest {
  private static final Author PAULA = Author.agent(Example.PAULA);
  private static final Author MARINA = Author.customer(new CustomerId("c1"));

  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void connect() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    Objects.requireNonNull(world.relay.stream).opened();
    world.time.settle();
  }

  private void heard(Author author, Doing doing) {
    Objects.requireNonNull(world.relay.stream).signal(new Signal(Example.DIALOG, author, doing));
    world.time.settle();
  }

  private List<Companion> company() {
    return world.desk.companions().getOrDefault(Example.DIALOG, List.of());
  }

  private List<String> told() {
    List<String> told =
        world.relay.signals.stream().map(one -> one.substring(one.indexOf(' ') + 1)).toList();
    world.relay.signals.clear();
    return told;
  }

  @Test
  void anOpenDialogIsToldNowAndThenUntilItIsLeft() {
    Timeline timeline = world.desk.open(Example.DIALOG);
    world.time.settle();
    assertThat(told()).containsExactly("VIEWING");
    world.later(41);
    assertThat(told()).containsExactly("VIEWING", "VIEWING");
    timeline.close();
    world.time.settle();
    assertThat(told()).containsExactly("LEFT");
    world.later(60);
    assertThat(told()).isEmpty();
  }

  @Test
  void twoWindowsOnOneDialogAreOnePresence() {
    Timeline one = world.desk.open(Example.DIALOG);
    Timeline two = world.desk.open(Example.DIALOG);
    world.time.settle();
    assertThat(told()).containsExactly("VIEWING");
    one.close();
    world.time.settle();
    assertThat(told()).isEmpty();
    two.close();
    world.time.settle();
    assertThat(told()).containsExactly("LEFT");
  }

  @Test
  void whatIsLostIsNotToldAgainAndAgain() {
    world.relay.refuseSignals = true;
    Timeline timeline = world.desk.open(Example.DIALOG);
    world.time.settle();
    assertThat(told()).containsExactly("VIEWING");
    world.later(39);
    assertThat(told()).isEmpty();
    world.relay.refuseSignals = false;
    timeline.close();
    world.desk.open(Example.DIALOG);
    world.time.settle();
    assertThat(told()).containsExactly("VIEWING");
  }

  @Test
  void writingIsToldNoMoreOftenThanEveryThreeSeconds() {
    for (int i = 1; i <= 8; i++) {
      world.desk.saveDraft(Example.DIALOG, DraftKind.REPLY, "x".repeat(i), null);
      world.later(1);
    }
    assertThat(told()).containsExactly("TYPING", "TYPING", "TYPING");
    world.later(10);
    world.desk.saveDraft(Example.DIALOG, DraftKind.WHISPER, "psst", null);
    world.time.settle();
    assertThat(told()).containsExactly("WHISPERING");
    world.later(10);
    world.desk.saveDraft(Example.DIALOG, DraftKind.REPLY, "", null);
    world.time.settle();
    assertThat(told()).as("what is cleared is not written").isEmpty();
  }

  @Test
  void offlineNothingIsToldAndNobodyIsThere() {
    heard(PAULA, Doing.VIEWING);
    assertThat(company()).containsExactly(new Companion(PAULA, Doing.VIEWING));
    world.desk.workOffline(true);
    world.time.settle();
    assertThat(company()).isEmpty();
    world.desk.open(Example.DIALOG);
    world.desk.saveDraft(Example.DIALOG, DraftKind.REPLY, "olá", null);
    world.later(2);
    assertThat(told()).isEmpty();
  }

  @Test
  void whoWritesIsShownWritingThenLookingThenNotAtAll() {
    heard(PAULA, Doing.VIEWING);
    heard(PAULA, Doing.TYPING);
    assertThat(company()).containsExactly(new Companion(PAULA, Doing.TYPING));
    world.later(8);
    assertThat(company()).containsExactly(new Companion(PAULA, Doing.VIEWING));
    world.later(50);
    assertThat(company()).isEmpty();
  }

  @Test
  void whoHasWrittenWritesNoMore() {
    heard(MARINA, Doing.TYPING);
    assertThat(company()).containsExactly(new Companion(MARINA, Doing.TYPING));
    world.relay.put(Example.message(Example.DIALOG, 2, "Ainda tem?"));
    world.relay.push();
    world.time.settle();
    assertThat(company()).isEmpty();
  }

  @Test
  void whoComesLaterIsToldThatOneIsThereAlready() {
    world.desk.open(Example.DIALOG);
    world.time.settle();
    told();
    heard(PAULA, Doing.VIEWING);
    assertThat(told()).containsExactly("VIEWING");
    heard(PAULA, Doing.VIEWING);
    assertThat(told()).as("said once").isEmpty();
    heard(PAULA, Doing.LEFT);
    assertThat(company()).isEmpty();
  }

  @Test
  void oneIsNoCompanyToOneself() {
    heard(Author.agent(Example.ME), Doing.TYPING);
    assertThat(company()).isEmpty();
  }
}
