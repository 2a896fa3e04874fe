package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Draft;
import app.recado.client.state.HeldItem;
import app.recado.client.state.SentBefore;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Attachment;
import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.SessionStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  @TempDir Path elsewhere;
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

  private Instant in(Duration time) {
    return world.time.instant().plus(time);
  }

  private void schedule(String text) {
    desk().schedule().send(Example.DIALOG, text, null, in(HOUR));
    world.time.settle();
  }

  /** The relay keeps it, until it is called back. */
  private ScheduledRow kept(String id, String text) {
    return kept(id, text, List.of());
  }

  private ScheduledRow kept(String id, String text, List<Attachment> files) {
    ScheduledRow row =
        new ScheduledRow(
            new MessageId(id),
            Example.DIALOG,
            text,
            null,
            files.stream().map(file -> file.id().value()).toList(),
            files,
            in(HOUR),
            null,
            null);
    world.relay.answers =
        command ->
            Outcome.applied(
                command.id(),
                command.type().equals("message.unschedule") ? world.relay.gone(row) : null);
    world.relay.put(row);
    world.relay.push();
    world.time.settle();
    return row;
  }

  private List<TimelineEntry.Scheduled> waiting() {
    try (Timeline timeline = desk().open(Example.DIALOG)) {
      world.time.settle();
      return timeline.entries().stream()
          .filter(TimelineEntry.Scheduled.class::isInstance)
          .map(TimelineEntry.Scheduled.class::cast)
          .toList();
    }
  }

  private List<Command> sent() {
    return world.relay.received.stream()
        .flatMap(List::stream)
        .filter(command -> !command.type().equals("draft.save"))
        .toList();
  }

  private String draft() {
    Draft draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    return draft == null ? "" : draft.text();
  }

  @Test
  void isHandedToTheRelayAtOnceAndShownAsWaiting() {
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Bom dia!", null);
    schedule("Bom dia!");
    assertThat(sent()).extracting(Command::type).containsExactly("message.schedule");
    Intent.ScheduleMessage intent = (Intent.ScheduleMessage) sent().getFirst().intent();
    assertThat(intent.sendAt()).isEqualTo(in(HOUR).minusMillis(1));
    assertThat(sent().getFirst().basis()).isNotNull();
    assertThat(draft()).isEmpty();
  }

  @Test
  void offlineItWaitsInTheOutboxAlsoThroughARestart() {
    desk().workOffline(true);
    world.time.settle();
    schedule("Bom dia!");
    assertThat(waiting()).extracting(TimelineEntry.Scheduled::queued).containsExactly(true);
    world.restart();
    assertThat(waiting()).extracting(TimelineEntry.Scheduled::text).containsExactly("Bom dia!");
    desk().workOffline(false);
    world.time.settle();
    assertThat(sent()).hasSize(1);
  }

  @Test
  void whatTheRelayKeepsIsShownEarliestFirstAlsoAfterARestart() {
    kept("s1", "Um");
    world.relay.put(
        new ScheduledRow(
            new MessageId("s2"),
            Example.DIALOG,
            "Zero",
            null,
            List.of(),
            List.of(),
            in(Duration.ofMinutes(5)),
            null,
            null));
    world.relay.push();
    world.time.settle();
    assertThat(waiting()).extracting(TimelineEntry.Scheduled::text).containsExactly("Zero", "Um");
    assertThat(waiting()).extracting(TimelineEntry.Scheduled::queued).containsOnly(false);
    world.restart();
    assertThat(waiting()).extracting(TimelineEntry.Scheduled::text).containsExactly("Zero", "Um");
  }

  @Test
  void onceSentItIsNoLongerWaiting() {
    ScheduledRow row = kept("s1", "Um");
    world.relay.gone(row);
    world.relay.push();
    world.time.settle();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void calledBackItsTextIsInTheDraftAboveWhatWasWrittenSince() {
    kept("s1", "Um");
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Dois", null);
    assertThat(desk().schedule().callBack(Example.DIALOG, new MessageId("s1"))).isTrue();
    assertThat(draft()).isEqualTo("Um\n\nDois");
    world.time.settle();
    assertThat(sent()).extracting(Command::type).containsExactly("message.unschedule");
    assertThat(waiting()).isEmpty();
    world.restart();
    assertThat(draft()).isEqualTo("Um\n\nDois");
  }

  @Test
  void calledBackBeforeTheRelayKnewItLeavesNoTrace() {
    desk().workOffline(true);
    world.time.settle();
    schedule("Um");
    MessageId id = waiting().getFirst().id();
    assertThat(desk().schedule().callBack(Example.DIALOG, id)).isTrue();
    world.time.settle();
    desk().workOffline(false);
    world.time.settle();
    assertThat(sent()).isEmpty();
    assertThat(draft()).isEqualTo("Um");
    assertThat(desk().schedule().callBack(Example.DIALOG, id)).as("again").isFalse();
  }

  @Test
  void sendNowAsksForThisMoment() {
    kept("s1", "Um");
    Instant now = world.time.instant();
    desk().schedule().sendNow(Example.DIALOG, new MessageId("s1"));
    world.time.settle();
    assertThat(sent().getFirst().intent())
        .isEqualTo(new Intent.RescheduleMessage(new MessageId("s1"), now));
  }

  @Test
  void whatComesInItsPlaceWaitsForTheCallingBack() {
    kept("s1", "Um");
    desk().workOffline(true);
    world.time.settle();
    desk().schedule().callBack(Example.DIALOG, new MessageId("s1"));
    desk().send(Example.DIALOG, "Um, melhor", false, null);
    world.time.settle();
    desk().workOffline(false);
    world.time.settle();
    assertThat(sent())
        .extracting(Command::type)
        .containsExactly("message.unschedule", "message.send");
    assertThat(sent().get(1).after()).containsExactly(sent().get(0).id());
  }

  private void held() {
    ScheduledRow row = kept("s1", "Bom dia!");
    world.relay.put(
        row.held(HeldReason.UNSEEN_REPLY, new Outcome.Now(null, null, Example.PAULA, null)));
    world.relay.push();
    world.time.settle();
  }

  @Test
  void heldByTheRelayItBecomesACardAndNothingWaitsAnyMore() {
    held();
    assertThat(waiting()).isEmpty();
    assertThat(desk().needsAttention()).hasSize(1);
    HeldItem card = desk().needsAttention().getFirst();
    assertThat(card.reason()).isEqualTo(HeldReason.UNSEEN_REPLY);
    assertThat(card.texts()).containsExactly("Bom dia!");
    world.restart();
    assertThat(desk().needsAttention()).hasSize(1);
  }

  @Test
  void sentAnywayItIsCalledBackFirstSoThatTwoDevicesDoNotSendItTwice() {
    held();
    desk().resolve(desk().needsAttention().getFirst(), HeldItem.Choice.SEND_ANYWAY);
    world.time.settle();
    assertThat(desk().needsAttention()).isEmpty();
    assertThat(sent())
        .extracting(Command::type)
        .containsExactly("message.unschedule", "message.send");
    assertThat(sent().get(1).after()).containsExactly(sent().get(0).id());
    assertThat(sent().get(1).id().value()).isNotEqualTo("s1");
  }

  @Test
  void whisperedInsteadItIsCalledBackFirstToo() {
    ScheduledRow row = kept("s1", "Bom dia!");
    world.relay.put(row.held(HeldReason.TAKEN, new Outcome.Now(null, null, Example.PAULA, null)));
    world.relay.push();
    world.time.settle();
    desk().resolve(desk().needsAttention().getFirst(), HeldItem.Choice.WHISPER_TO_OWNER);
    world.time.settle();
    assertThat(sent())
        .extracting(Command::type)
        .containsExactly("message.unschedule", "message.send");
    assertThat(sent().get(1).after()).containsExactly(sent().get(0).id());
  }

  @Test
  void keptAsADraftItsTextIsThereAndTheRelayForgetsIt() {
    held();
    desk().resolve(desk().needsAttention().getFirst(), HeldItem.Choice.KEEP_AS_DRAFT);
    world.time.settle();
    assertThat(draft()).isEqualTo("Bom dia!");
    assertThat(sent()).extracting(Command::type).containsExactly("message.unschedule");
    assertThat(desk().needsAttention()).isEmpty();
  }

  @Test
  void heldAtTheMomentOfSchedulingItIsACardWithItsText() {
    world.relay.answers = command -> Outcome.held(command.id(), HeldReason.TAKEN, null);
    schedule("Bom dia!");
    assertThat(desk().needsAttention().getFirst().texts()).containsExactly("Bom dia!");
    assertThat(desk().needsAttention().getFirst().choices())
        .contains(HeldItem.Choice.KEEP_AS_DRAFT);
  }

  @Test
  void aRowThatIsGoneIsGoneFromTheCache() {
    ScheduledRow row = kept("s1", "Um");
    world.relay.log.add(new Change.Gone(row.kind(), row.rowId(), 99));
    world.relay.push();
    world.time.settle();
    world.restart();
    assertThat(waiting()).isEmpty();
  }

  /** Chooses a file for the reply draft. */
  private Attachment attach(String name) {
    List<DeskFiles.Attached> outcomes = new ArrayList<>();
    Path file = elsewhere.resolve(name);
    try {
      Files.writeString(file, "bytes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    desk().files().attach(Example.DIALOG, DraftKind.REPLY, file, outcomes::add);
    world.time.settle();
    return ((DeskFiles.Attached.Taken) outcomes.getFirst()).file();
  }

  private List<Attachment> drafted() {
    return desk().files().drafted(Example.DIALOG, DraftKind.REPLY);
  }

  @Test
  void withAFileItIsHandedOverOnceTheRelayHasTheFile() {
    Attachment file = attach("a.txt");
    schedule("");
    assertThat(drafted()).isEmpty();
    assertThat(waiting().getFirst().files()).containsExactly(file);
    assertThat(waiting().getFirst().queued()).isTrue();
    world.restart();
    world.later(5);
    assertThat(sent()).isEmpty();
    assertThat(waiting().getFirst().files()).containsExactly(file);

    world.files.upload().over();
    world.later(1);

    assertThat(sent()).extracting(Command::type).containsExactly("message.schedule");
    assertThat(((Intent.ScheduleMessage) sent().getFirst().intent()).files())
        .containsExactly(file.id().value());
  }

  @Test
  void givenAnotherTimeWhileItsFileIsOnTheWayItKeepsTheFile() {
    Attachment file = attach("a.txt");
    schedule("Bom dia!");
    desk().schedule().sendNow(Example.DIALOG, waiting().getFirst().id());
    world.time.settle();
    world.files.upload().over();
    world.later(1);
    Intent.ScheduleMessage intent = (Intent.ScheduleMessage) sent().getFirst().intent();
    assertThat(intent.files()).containsExactly(file.id().value());
    assertThat(intent.sendAt()).isBefore(in(Duration.ZERO));
  }

  @Test
  void calledBackBeforeTheRelayKnewItItsFileIsStillToBeSent() {
    Attachment file = attach("a.txt");
    desk().workOffline(true);
    world.time.settle();
    schedule("Bom dia!");
    desk().schedule().callBack(Example.DIALOG, waiting().getFirst().id());
    world.time.settle();
    desk().send(Example.DIALOG, "Bom dia!", false, null);
    desk().workOffline(false);
    world.later(1);
    assertThat(sent()).extracting(Command::type).doesNotContain("message.send");

    world.files.upload().over();
    world.later(1);

    Intent.SendMessage sent = (Intent.SendMessage) sent().getLast().intent();
    assertThat(sent.files()).containsExactly(file.id().value());
  }

  @Test
  void calledBackItsFilesComeBackIntoTheDraftAlsoOfOneFromAnotherDevice() {
    Attachment file = new Attachment(new FileId("f1"), "a.txt", "text/plain", 3, "00", null, null);
    ScheduledRow row = kept("s1", "Bom dia!", List.of(file));
    desk().schedule().callBack(Example.DIALOG, row.id());
    world.time.settle();
    assertThat(draft()).isEqualTo("Bom dia!");
    assertThat(drafted()).containsExactly(file);

    desk().send(Example.DIALOG, "Bom dia!", false, null);
    world.later(1);

    assertThat(world.files.uploads).as("the relay has it").isEmpty();
    assertThat(((Intent.SendMessage) sent().getLast().intent()).files()).containsExactly("f1");
  }

  @Test
  void whatWasHeldIsSentAnywayWithItsFilesOrGoesBackIntoTheDraftWithThem() {
    Attachment file = new Attachment(new FileId("f1"), "a.txt", "text/plain", 3, "00", null, null);
    ScheduledRow row = kept("s1", "", List.of(file));
    world.relay.put(row.held(HeldReason.UNSEEN_REPLY, null));
    world.relay.push();
    world.time.settle();
    HeldItem card = desk().needsAttention().getFirst();
    assertThat(card.choices()).contains(HeldItem.Choice.KEEP_AS_DRAFT);
    desk().resolve(card, HeldItem.Choice.KEEP_AS_DRAFT);
    world.later(1);
    assertThat(drafted()).containsExactly(file);

    row = kept("s2", "", List.of(file));
    world.relay.put(row.held(HeldReason.UNSEEN_REPLY, null));
    world.relay.push();
    world.time.settle();
    desk().resolve(desk().needsAttention().getFirst(), HeldItem.Choice.SEND_ANYWAY);
    world.later(1);
    Command again = sent().getLast();
    assertThat(((Intent.SendMessage) again.intent()).files()).containsExactly("f1");
    assertThat(again.after()).containsExactly(sent().get(sent().size() - 2).id());
  }

  @Test
  void discardedBeforeItLeftItsFileGoes() {
    Attachment file = attach("a.txt");
    schedule("");
    desk().schedule().discard(Example.DIALOG, waiting().getFirst().id());
    world.later(1);
    assertThat(sent()).isEmpty();
    assertThat(world.files.uploads).isEmpty();
    assertThat(folder.resolve("files").resolve(file.id().value())).doesNotExist();
  }

  private static final Attachment FILE =
      new Attachment(new FileId("f1"), "a.txt", "text/plain", 3, "00", null, null);

  /** The relay has sent it when somebody wants it back. */
  private void sentMeanwhile(ScheduledRow row) {
    world.relay.answers =
        command -> {
          if (!command.type().equals("message.unschedule")) {
            return Outcome.applied(command.id(), null);
          }
          world.relay.gone(row);
          return Outcome.rejected(command.id(), "too_late", "message");
        };
  }

  @Test
  void calledBackTooLateItLeavesTheDraftAgain() {
    ScheduledRow row = kept("s1", "Bom dia!", List.of(FILE));
    sentMeanwhile(row);
    desk().schedule().callBack(Example.DIALOG, row.id());
    world.later(10);
    assertThat(draft()).isEmpty();
    assertThat(drafted()).isEmpty();
    assertThat(world.files.uploads).isEmpty();
    world.restart();
    world.later(10);
    assertThat(draft()).isEmpty();
    assertThat(drafted()).isEmpty();
    assertThat(desk().needsAttention()).as("it is said").hasSize(1);
  }

  @Test
  void calledBackTooLateWhatWasWrittenSinceStays() {
    ScheduledRow row = kept("s1", "Um", List.of(FILE));
    sentMeanwhile(row);
    Attachment own = attach("b.txt");
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Dois", new MessageId("q1"));
    desk().schedule().callBack(Example.DIALOG, row.id());
    assertThat(draft()).isEqualTo("Um\n\nDois");
    world.later(10);
    assertThat(draft()).isEqualTo("Dois");
    assertThat(Objects.requireNonNull(desk().draft(Example.DIALOG, DraftKind.REPLY)).quote())
        .isEqualTo(new MessageId("q1"));
    assertThat(drafted()).containsExactly(own);
  }

  @Test
  void calledBackTooLateWhatWasChangedStaysButForTheFilesThatWent() {
    ScheduledRow row = kept("s1", "Um", List.of(FILE));
    sentMeanwhile(row);
    desk().workOffline(true);
    world.time.settle();
    desk().schedule().callBack(Example.DIALOG, row.id());
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Um, melhor", null);
    world.later(5);
    assertThat(drafted()).containsExactly(FILE);
    world.restart();
    desk().workOffline(false);
    world.later(10);
    assertThat(draft()).isEqualTo("Um, melhor");
    assertThat(drafted()).isEmpty();
  }

  @Test
  void calledBackTooLateAfterARestartItLeavesTheDraftToo() {
    ScheduledRow row = kept("s1", "Um", List.of(FILE));
    desk().workOffline(true);
    world.time.settle();
    desk().schedule().callBack(Example.DIALOG, row.id());
    world.later(5);
    sentMeanwhile(row);
    world.relay.gone(row);
    world.restart();
    assertThat(drafted()).containsExactly(FILE);
    desk().workOffline(false);
    world.later(10);
    assertThat(draft()).isEmpty();
    assertThat(drafted()).isEmpty();
  }

  @Test
  void calledBackInTimeNothingLaterTakesItAway() {
    ScheduledRow row = kept("s1", "Um", List.of(FILE));
    desk().schedule().callBack(Example.DIALOG, row.id());
    world.later(10);
    assertThat(draft()).isEqualTo("Um");
    assertThat(drafted()).containsExactly(FILE);
  }

  @Test
  void discardedTooLateTheDraftThatSaysTheSameStays() {
    ScheduledRow row = kept("s1", "Um");
    sentMeanwhile(row);
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Um", null);
    desk().schedule().discard(Example.DIALOG, row.id());
    world.later(10);
    assertThat(draft()).isEqualTo("Um");
  }

  /** What the disk says by now, to whoever opens it beside the desk. */
  private String draftOnDisk() {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT text FROM draft WHERE kind = 'REPLY'")) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void calledBackTooLateTheDraftIsShownWithoutItOnceThatIsOnDisk() {
    List<String> ahead = new ArrayList<>();
    boolean[] looking = new boolean[1];
    desk().crash();
    world.desk =
        world.open(
            shown -> {
              shown.run();
              if (looking[0] && !draft().equals(draftOnDisk())) {
                ahead.add(draft() + " is shown, " + draftOnDisk() + " is on disk");
              }
            },
            Runnable::run);
    world.time.settle();
    ScheduledRow row = kept("s1", "Um");
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Dois", null);
    world.later(1);
    sentMeanwhile(row);
    looking[0] = true;
    desk().schedule().callBack(Example.DIALOG, row.id());
    world.later(10);
    assertThat(draft()).isEqualTo("Dois");
    assertThat(draftOnDisk()).isEqualTo("Dois");
    assertThat(ahead).isEmpty();
  }

  private void callBackAndUndo(ScheduledRow row, Runnable between) {
    desk().workOffline(true);
    world.time.settle();
    desk().schedule().callBack(Example.DIALOG, row.id());
    world.later(1);
    between.run();
    assertThat(desk().undo(desk().undoable(Example.DIALOG))).isTrue();
    world.later(1);
  }

  @Test
  void aCallingBackThatIsUndoneLeavesTheDraftAsItWas() {
    ScheduledRow row = kept("s1", "Um", List.of(FILE));
    Attachment own = attach("b.txt");
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Dois", null);
    callBackAndUndo(row, () -> assertThat(draft()).isEqualTo("Um\n\nDois"));
    assertThat(draft()).isEqualTo("Dois");
    assertThat(drafted()).containsExactly(own);
    assertThat(waiting()).extracting(TimelineEntry.Scheduled::text).containsExactly("Um");
    world.restart();
    assertThat(draft()).isEqualTo("Dois");
    assertThat(drafted()).containsExactly(own);
    desk().workOffline(false);
    world.later(5);
    assertThat(sent()).isEmpty();
  }

  @Test
  void aCallingBackThatIsUndoneTakesNothingThatWasChangedSince() {
    ScheduledRow row = kept("s1", "Um");
    callBackAndUndo(
        row, () -> desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Um, melhor", null));
    assertThat(draft()).isEqualTo("Um, melhor");
    assertThat(waiting()).hasSize(1);
  }

  /** The relay has sent it when somebody wants it to go now. */
  private void goneMeanwhile(ScheduledRow row, String reason) {
    world.relay.answers =
        command -> {
          world.relay.gone(row);
          return Outcome.rejected(command.id(), reason, "message");
        };
  }

  @Test
  void sentNowWhatHadBeenSentAlreadyIsFineAndSaidSo() {
    ScheduledRow row = kept("s1", "Um");
    goneMeanwhile(row, "too_late");
    desk().schedule().sendNow(Example.DIALOG, row.id());
    world.later(5);
    assertThat(desk().needsAttention()).isEmpty();
    assertThat(desk().schedule().sentBefore().getValue())
        .isEqualTo(new SentBefore(Example.DIALOG, row.id()));
    assertThat(desk().connection().getValue().queued()).isZero();
  }

  @Test
  void sentNowWhatIsNotThereAnyMoreIsACard() {
    ScheduledRow row = kept("s1", "Um");
    goneMeanwhile(row, "not_found");
    desk().schedule().sendNow(Example.DIALOG, row.id());
    world.later(5);
    assertThat(desk().needsAttention()).hasSize(1);
    assertThat(desk().schedule().sentBefore().getValue()).isNull();
  }
}
