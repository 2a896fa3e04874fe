package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.client.api.ApiException;
import app.recado.client.cache.FileFolder;
import app.recado.client.state.FileTransfer;
import app.recado.client.state.SendState;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Attachment;
import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.FileId;
import app.recado.protocol.FileRules;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionStatus;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of messages: chosen, kept, sent in their turn, fetched. */
final class DeskFilesTest {
  private static final DialogId OTHER = new DialogId("d2");

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.later(5);
  }

  @Test
  void chosenFileIsCopiedAndSurvivesItsOriginalAndACrash() throws IOException {
    Path original = file("catalogue.pdf", "all of it");
    Attachment taken = attach(original);
    Files.delete(original);

    world.restart();

    assertThat(world.desk.files().drafted(Example.DIALOG, DraftKind.REPLY)).containsExactly(taken);
    assertThat(Files.readString(folder.resolve("files").resolve(taken.id().value())))
        .isEqualTo("all of it");
  }

  @Test
  void messageWaitsForItsFileAndLosesNothing() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "Here it is", false, null);
    world.later(1);

    assertThat(sent()).isEmpty();
    assertThat(last().state()).isEqualTo(SendState.QUEUED);
    assertThat(last().row().attachments()).containsExactly(taken);
    assertThat(transfer(taken).stage()).isEqualTo(FileTransfer.Stage.RUNNING);

    world.files.upload().over();
    world.later(1);

    assertThat(sent()).hasSize(1);
    Intent.SendMessage send = (Intent.SendMessage) sent().getFirst().intent();
    assertThat(send.files()).containsExactly(taken.id().value());
    assertThat(transfer(taken)).isNull();
    assertThat(world.desk.files().drafted(Example.DIALOG, DraftKind.REPLY)).isEmpty();
  }

  @Test
  void messageThatStillWaitsForItsFileWhenItsTimeIsOverIsQueuedAndNothingElse() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.setUndoTime(Duration.ofSeconds(5));
    world.desk.send(Example.DIALOG, "Here it is", false, null);
    try (Timeline timeline = world.desk.open(Example.DIALOG)) {
      world.later(4);
      assertThat(shown(timeline).state()).isEqualTo(SendState.DELAYED);
      assertThat(shown(timeline).leavesAt()).isNotNull();

      world.later(2);
      assertThat(transfer(taken).stage()).isEqualTo(FileTransfer.Stage.RUNNING);
      assertThat(shown(timeline).state()).isEqualTo(SendState.QUEUED);
      assertThat(shown(timeline).leavesAt()).isNull();
      assertThat(sent()).isEmpty();

      world.files.upload().over();
      world.later(1);
      assertThat(sent()).hasSize(1);
    }
  }

  private static TimelineEntry.Message shown(Timeline timeline) {
    return (TimelineEntry.Message) timeline.entries().getLast();
  }

  @Test
  void laterMessageDoesNotWaitForAnEarlierOnesFile() throws IOException {
    attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "first", false, null);
    world.desk.send(Example.DIALOG, "second", false, null);
    world.later(1);
    assertThat(texts()).containsExactly("second");

    world.files.upload().over();
    world.later(1);
    assertThat(texts()).containsExactly("second", "first");
  }

  @Test
  void finishWaitsForTheFile() throws IOException {
    attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "first", false, null);
    world.desk.finish(Example.DIALOG);
    world.later(1);
    assertThat(sent()).isEmpty();

    world.files.upload().over();
    world.later(1);
    assertThat(sent()).hasSize(2);
    assertThat(sent().getLast().after()).contains(sent().getFirst().id());
  }

  /** In another dialog. */
  private void other() {
    world.relay.put(
        Example.dialog(OTHER, "c1", SessionStatus.ACCEPTED, Example.ME, Example.START, 1));
    world.relay.push();
    world.later(1);
  }

  @Test
  void whatIsSentAndSnoozedOrFinishedWaitsForItsFileAndHoldsUpNoOtherDialog() throws IOException {
    other();
    Instant tomorrow = world.time.instant().plus(Duration.ofDays(1));
    attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "with a file", false, null);
    world.desk.marks().snooze(Example.DIALOG, tomorrow);
    world.desk.send(OTHER, "without", false, null);
    world.desk.finish(OTHER);
    world.later(1);
    assertThat(sent()).extracting(Command::type).containsExactly("message.send", "dialog.finish");
    assertThat(sent()).extracting(Command::dialog).containsOnly(OTHER);

    world.restart();
    world.later(30);
    assertThat(sent()).hasSize(2);

    world.files.upload().over();
    world.later(1);
    List<Command> last = sent().subList(2, sent().size());
    assertThat(last).extracting(Command::type).containsExactly("message.send", "dialog.snooze");
    assertThat(last).extracting(Command::dialog).containsOnly(Example.DIALOG);
    assertThat(last.getLast().after()).contains(last.getFirst().id());
  }

  @Test
  void uploadThatIsGivenUpTakesBackWhatWasToFollowItsMessage() throws IOException {
    other();
    for (boolean finish : List.of(true, false)) {
      Attachment taken = attach(file("a.txt", "bytes"));
      world.desk.send(Example.DIALOG, "Look", false, null);
      if (finish) {
        world.desk.finish(Example.DIALOG);
      } else {
        world.desk.marks().snooze(Example.DIALOG, world.time.instant().plus(Duration.ofDays(1)));
      }
      world.desk.finish(OTHER);
      world.later(1);

      world.desk.files().cancel(taken.id());
      world.later(1);

      assertThat(sent()).extracting(Command::dialog).as("the other's only").containsOnly(OTHER);
      assertThat(world.desk.connection().getValue().queued()).isZero();
      assertThat(Objects.requireNonNull(world.desk.draft(Example.DIALOG, DraftKind.REPLY)).text())
          .isEqualTo("Look");
      assertThat(world.desk.files().drafted(Example.DIALOG, DraftKind.REPLY))
          .containsExactly(taken);
      world.desk.files().detach(taken.id());
      world.desk.saveDraft(Example.DIALOG, DraftKind.REPLY, "", null);
      world.later(5);
    }
  }

  @Test
  void uploadThatIsRefusedKeepsItsDialogOpen() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "Look", false, null);
    world.desk.finish(Example.DIALOG);
    world.later(1);
    world
        .files
        .upload()
        .callback()
        .failed(new ApiException.Rejected(413, ErrorBody.of("too_large", "no").error()));
    world.later(60);
    assertThat(transfer(taken).stage()).isEqualTo(FileTransfer.Stage.FAILED);
    assertThat(sent()).isEmpty();

    world.desk.files().resume(taken.id());
    world.later(1);
    world.files.upload().over();
    world.later(1);
    assertThat(sent()).extracting(Command::type).containsExactly("message.send", "dialog.finish");
  }

  @Test
  void uploadGoesOnAfterACutAndAfterACrash() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "", false, null);
    world.later(1);
    world.files.upload().broken();
    world.later(30);
    assertThat(world.files.asked.get(taken.id())).isGreaterThan(1);

    world.files.uploads.clear();
    world.restart();
    world.later(10);
    assertThat(last().row().attachments()).containsExactly(taken);
    world.files.upload().over();
    world.later(1);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void pausedUploadWaitsUntilItMayGoOn() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "", false, null);
    world.later(1);

    world.desk.files().pause(taken.id());
    world.later(60);
    assertThat(world.files.uploads).isEmpty();
    assertThat(transfer(taken).stage()).isEqualTo(FileTransfer.Stage.PAUSED);

    world.desk.files().resume(taken.id());
    world.later(1);
    world.files.upload().over();
    world.later(1);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void deletedMessageTakesItsWaitingFileAlong() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "", false, null);
    world.later(1);

    world.desk.delete(Example.DIALOG, last().row().id());
    world.later(1);

    assertThat(world.files.uploads).isEmpty();
    assertThat(folder.resolve("files").resolve(taken.id().value())).doesNotExist();
    assertThat(sent()).isEmpty();
  }

  @Test
  void messageTakenBackGivesItsFileBackToTheDraft() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "Look", false, null);
    world.later(1);

    assertThat(world.desk.undo(Objects.requireNonNull(world.desk.undoable(Example.DIALOG))))
        .isTrue();
    world.later(1);

    assertThat(world.desk.files().drafted(Example.DIALOG, DraftKind.REPLY)).containsExactly(taken);
    assertThat(sent()).isEmpty();
  }

  @Test
  void cancelledUploadPutsItsMessageBackIntoTheDraft() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "Look", false, null);
    world.later(1);

    world.desk.files().cancel(taken.id());
    world.later(1);

    assertThat(world.files.uploads).isEmpty();
    assertThat(transfer(taken)).isNull();
    assertThat(world.desk.files().drafted(Example.DIALOG, DraftKind.REPLY)).containsExactly(taken);
    assertThat(Objects.requireNonNull(world.desk.draft(Example.DIALOG, DraftKind.REPLY)).text())
        .isEqualTo("Look");
    assertThat(sent()).isEmpty();
  }

  @Test
  void uploadThatTheRelayStillHoldsIsTriedAgainByItself() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "", false, null);
    world.later(1);
    world
        .files
        .upload()
        .callback()
        .failed(new ApiException.Rejected(423, ErrorBody.of("locked", "held").error()));
    world.later(30);
    assertThat(world.files.asked.get(taken.id())).isGreaterThan(1);
    assertThat(transfer(taken).stage()).isNotEqualTo(FileTransfer.Stage.FAILED);
  }

  @Test
  void messageTooLateForItsUploadIsSentAgainWithItsFile() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.relay.loseFiles();
    world.desk.send(Example.DIALOG, "Here it is", false, null);
    world.later(1);
    world.files.upload().over();
    world.later(1);
    assertThat(sent()).hasSize(1);
    assertThat(last().state()).isEqualTo(SendState.QUEUED);
    assertThat(last().row().attachments()).containsExactly(taken);

    world.relay.applyAll();
    world.files.upload().over();
    world.later(1);

    assertThat(texts()).containsExactly("Here it is", "Here it is");
    assertThat(sent().getLast().id()).isNotEqualTo(sent().getFirst().id());
    assertThat(sent().getLast().basis()).isEqualTo(sent().getFirst().basis());
    assertThat(((Intent.SendMessage) sent().getLast().intent()).files())
        .containsExactly(taken.id().value());
  }

  @Test
  void whatKeepsItsTimeBehindAMessageTooLateForItsUploadLeavesAllTheSame() throws IOException {
    attach(file("a.txt", "bytes"));
    world.relay.loseFiles();
    world.desk.send(Example.DIALOG, "Here it is", false, null);
    world.later(1);
    world.desk.setUndoTime(Duration.ofSeconds(5));
    world.desk.finish(Example.DIALOG);
    world.later(1);
    world.files.upload().over();
    world.later(1);

    world.relay.applyAll();
    world.files.upload().over();
    world.later(10);

    assertThat(sent())
        .extracting(Command::type)
        .containsExactly("message.send", "message.send", "dialog.finish");
  }

  @Test
  void whatIsRefusedTwiceForItsFilesIsShown() throws IOException {
    attach(file("a.txt", "bytes"));
    world.relay.loseFiles();
    world.desk.send(Example.DIALOG, "Here it is", false, null);
    world.later(1);
    world.files.upload().over();
    world.later(1);
    world.files.upload().over();
    world.later(1);

    assertThat(sent()).hasSize(2);
    assertThat(world.files.uploads).isEmpty();
    assertThat(last().state()).isEqualTo(SendState.REJECTED);
  }

  @Test
  void fileOfADialogOutOfSightGoesOnAndTheRelaySaysWhatBecameOfIt() throws IOException {
    attach(file("a.txt", "bytes"));
    world.desk.send(Example.DIALOG, "Look", false, null);
    world.later(1);
    world.relay.gone(
        Example.dialog(Example.DIALOG, "c1", SessionStatus.ACCEPTED, Example.ME, Example.START, 1));
    world.relay.push();
    world.later(1);
    world.files.upload().over();
    world.later(1);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void lostCopyDoesNotHoldUpTheOthers() throws IOException {
    Attachment lost = attach(file("a.txt", "bytes"));
    world.desk.workOffline(true);
    world.desk.send(Example.DIALOG, "first", false, null);
    world.later(1);
    attach(file("b.txt", "more"));
    world.desk.send(Example.DIALOG, "second", false, null);
    world.later(1);
    Files.delete(folder.resolve("files").resolve(lost.id().value()));
    world.desk.workOffline(false);
    world.later(5);
    assertThat(transfer(lost).stage()).isEqualTo(FileTransfer.Stage.FAILED);
    world.files.upload().over();
    world.later(1);
    assertThat(texts()).containsExactly("second");
  }

  @Test
  void detachedFileIsNotSentWithWhatFollowsAtOnce() throws IOException {
    Attachment taken = attach(file("a.txt", "bytes"));
    world.desk.files().detach(taken.id());
    assertThat(world.desk.files().drafted(Example.DIALOG, DraftKind.REPLY)).isEmpty();
    world.desk.send(Example.DIALOG, "without it", false, null);
    world.later(1);
    assertThat(((Intent.SendMessage) sent().getFirst().intent()).files()).isEmpty();
  }

  @Test
  void whatTheRelayWouldRefuseIsRefusedAtOnce() throws IOException {
    assertThat(choose(file("empty.txt", "")))
        .isEqualTo(new DeskFiles.Attached.Refused(FileRules.Refused.EMPTY));
    assertThat(choose(file("setup.exe", "MZ")))
        .isEqualTo(new DeskFiles.Attached.Refused(FileRules.Refused.PROGRAM));
    assertThat(choose(elsewhere.resolve("none.txt")))
        .isEqualTo(new DeskFiles.Attached.Unreadable());
    assertThat(choose(elsewhere)).isEqualTo(new DeskFiles.Attached.Unreadable());
  }

  @Test
  void fetchedFileIsCheckedAndThenHere() throws IOException {
    FileId id = new FileId("018f2f6e-0000-7000-8000-000000000001");
    String sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    Attachment wanted = new Attachment(id, "abc.txt", "text/plain", 3, sha256, null, null);
    List<@Nullable Path> places = new ArrayList<>();
    world.desk.files().fetch(wanted, places::add);
    world.later(1);
    ScriptedFiles.Under first = Objects.requireNonNull(world.files.download());
    Files.writeString(first.bytes(), "abX");
    first.over();
    world.later(30);
    assertThat(places).isEmpty();

    ScriptedFiles.Under second = Objects.requireNonNull(world.files.download());
    Files.writeString(second.bytes(), "abc");
    second.over();
    world.later(1);

    assertThat(places).containsExactly(folder.resolve("files").resolve(id.value()));
    assertThat(world.desk.files().isHere(id)).isTrue();
    assertThat(Files.readString(Objects.requireNonNull(places.getFirst()))).isEqualTo("abc");
  }

  @Test
  void bytesGoWithTheDeletedMessageAndWithTheDialogOutOfSight() throws IOException {
    FileId first = fetched(2, "018f2f6e-0000-7000-8000-000000000001");
    FileId second = fetched(3, "018f2f6e-0000-7000-8000-000000000002");
    Attachment chosen = attach(file("mine.txt", "bytes"));
    world.later(5);
    assertThat(kept()).containsExactlyInAnyOrder(first, second, chosen.id());

    MessageRow row = Example.message(Example.DIALOG, 2, "");
    world.relay.put(row.deleted(Example.START));
    world.relay.push();
    world.later(5);
    assertThat(kept()).containsExactlyInAnyOrder(second, chosen.id());
    assertThat(world.desk.files().isHere(first)).isFalse();

    world.relay.gone(
        Example.dialog(Example.DIALOG, "c1", SessionStatus.ACCEPTED, Example.ME, Example.START, 1));
    world.relay.push();
    world.later(5);
    assertThat(kept()).as("what a draft has stays").containsExactly(chosen.id());
  }

  @Test
  void whatAFormerRunLeftAndNobodyNeedsGoes() throws IOException {
    FileId old = new FileId("018f2f6e-0000-7000-8000-000000000009");
    Files.createDirectories(folder.resolve("files"));
    Path place = Files.writeString(folder.resolve("files").resolve(old.value()), "abc");
    Files.setLastModifiedTime(place, FileTime.from(world.time.instant().minusSeconds(3_600)));
    FileId fresh = new FileId("018f2f6e-0000-7000-8000-000000000010");
    Path copying = Files.writeString(folder.resolve("files").resolve(fresh + ".part"), "ab");
    Files.setLastModifiedTime(copying, FileTime.from(world.time.instant()));

    world.restart();
    world.later(5);

    assertThat(kept()).containsExactly(fresh);
  }

  @Test
  void longestUnusedGoesFirstAndOnlyAsMuchAsIsTooMuch() {
    FileFolder.Kept old = new FileFolder.Kept(new FileId("a"), 60, Example.START);
    FileFolder.Kept used = new FileFolder.Kept(new FileId("b"), 60, Example.START.plusSeconds(2));
    FileFolder.Kept middle = new FileFolder.Kept(new FileId("c"), 60, Example.START.plusSeconds(1));
    assertThat(FileSweep.tooMany(List.of(used, old, middle), 180)).isEmpty();
    assertThat(FileSweep.tooMany(List.of(used, old, middle), 179)).containsExactly(old);
    assertThat(FileSweep.tooMany(List.of(used, old, middle), 60)).containsExactly(old, middle);
  }

  @Test
  void copyThatIsUnderWayWhileTheProfileIsWipedStaysNowhere() throws IOException {
    Path slow = elsewhere.resolve("slow");
    Files.writeString(slow, "bytes");
    FileFolder files = new FileFolder(folder);
    FileId id = new FileId("018f2f6e-0000-7000-8000-000000000011");
    InputStream wipedMeanwhile =
        new FilterInputStream(Files.newInputStream(slow)) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            // The wipe has looked already: whoever still writes has to clear away.
            files.shut();
            return super.read(buffer, from, length);
          }
        };
    assertThatThrownBy(() -> files.copy(wipedMeanwhile, id, 100)).isInstanceOf(IOException.class);
    assertThat(kept()).isEmpty();
  }

  @Test
  void wipingGoesOnOverWhatCannotBeRemoved() throws IOException {
    attach(file("a.txt", "bytes"));
    Path stuck = Files.createDirectories(folder.resolve("files").resolve("stuck"));
    Files.writeString(stuck.resolve("within"), "x");
    Files.createDirectories(folder.resolve("cache.db-stuck").resolve("within"));

    world.desk.signOut(() -> {});
    world.later(1);
    assertThat(folder.resolve("files")).isDirectoryContaining(stuck::equals);
    assertThat(Objects.requireNonNull(folder.resolve("files").toFile().list())).hasSize(1);
    assertThat(folder.resolve("outbox.db")).doesNotExist();
    assertThat(world.wiped).isTrue();

    Files.delete(stuck.resolve("within"));
    world.later(3);
    assertThat(stuck).doesNotExist();
  }

  @Test
  void signingOutLeavesNoFile() throws IOException {
    attach(file("a.txt", "bytes"));
    world.desk.signOut(() -> {});
    world.later(1);
    assertThat(folder.resolve("files")).isEmptyDirectory();
  }

  /** A file of a message at that position, fetched. */
  private FileId fetched(long position, String id) throws IOException {
    Attachment wanted =
        new Attachment(
            new FileId(id),
            "abc.txt",
            "text/plain",
            3,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            null,
            null);
    world.relay.put(Example.withFile(Example.message(Example.DIALOG, position, ""), wanted));
    world.relay.push();
    world.desk.files().fetch(wanted, place -> {});
    world.later(1);
    ScriptedFiles.Under under = Objects.requireNonNull(world.files.download());
    Files.writeString(under.bytes(), "abc");
    under.over();
    world.later(1);
    assertThat(world.desk.files().isHere(wanted.id())).isTrue();
    return wanted.id();
  }

  private List<FileId> kept() throws IOException {
    return new FileFolder(folder).list().stream().map(FileFolder.Kept::id).toList();
  }

  private Path file(String name, String bytes) throws IOException {
    return Files.writeString(elsewhere.resolve(name), bytes);
  }

  private Attachment attach(Path file) {
    return ((DeskFiles.Attached.Taken) choose(file)).file();
  }

  private DeskFiles.Attached choose(Path file) {
    List<DeskFiles.Attached> outcomes = new ArrayList<>();
    world.desk.files().attach(Example.DIALOG, DraftKind.REPLY, file, outcomes::add);
    world.time.settle();
    assertThat(outcomes).hasSize(1);
    return outcomes.getFirst();
  }

  private @Nullable FileTransfer transfer(Attachment file) {
    return world.desk.files().transfers().get(file.id());
  }

  private TimelineEntry.Message last() {
    return world.messages().getLast();
  }

  private List<Command> sent() {
    return world.relay.received.stream()
        .flatMap(List::stream)
        .filter(command -> !command.type().equals("draft.save"))
        .toList();
  }

  private List<String> texts() {
    return sent().stream().map(command -> ((Intent.SendMessage) command.intent()).text()).toList();
  }
}
