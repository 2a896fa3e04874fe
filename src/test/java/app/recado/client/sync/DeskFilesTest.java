package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.ApiException;
import app.recado.client.state.FileTransfer;
import app.recado.client.state.SendState;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Attachment;
import app.recado.protocol.Command;
import app.recado.protocol.DraftKind;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.FileId;
import app.recado.protocol.FileRules;
import app.recado.protocol.Intent;
import app.recado.protocol.SessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of messages: chosen, kept, sent in their turn, fetched. */
final class DeskFilesTest {
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
    assertThat(world.files.asked).as("nothing leaves before the message does").isEmpty();
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
    assertThat(world.files.uploads).isEmpty();
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
  void signingOutLeavesNoFile() throws IOException {
    attach(file("a.txt", "bytes"));
    world.desk.signOut(() -> {});
    world.later(1);
    assertThat(folder.resolve("files")).isEmptyDirectory();
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
