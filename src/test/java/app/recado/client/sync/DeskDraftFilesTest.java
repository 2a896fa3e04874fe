package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.Durability;
import app.recado.client.cache.OutboxFile;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.protocol.Attachment;
import app.recado.protocol.Command;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.FileId;
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

/** Files of drafts, on all of the agent's devices. */
final class DeskDraftFilesTest {
  private static final DraftKey REPLY = new DraftKey(Example.DIALOG, DraftKind.REPLY);

  private static final Attachment OTHER =
      new Attachment(new FileId("f1"), "b.txt", "text/plain", 3, "00", null, null);

  private static final Attachment THIRD =
      new Attachment(new FileId("f2"), "c.txt", "text/plain", 3, "01", null, null);

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private DeskWorld world;
  private long version;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.later(5);
  }

  private DeskSession desk() {
    return world.desk;
  }

  private Attachment attach(String name) throws IOException {
    Path file = Files.writeString(elsewhere.resolve(name), "bytes");
    List<DeskFiles.Attached> outcomes = new ArrayList<>();
    desk().files().attach(Example.DIALOG, DraftKind.REPLY, file, outcomes::add);
    world.time.settle();
    return ((DeskFiles.Attached.Taken) outcomes.getFirst()).file();
  }

  /** The relay has that draft. */
  private void row(
      String text, @Nullable String lost, List<Attachment> lostFiles, Attachment... files) {
    world.relay.put(
        new DraftRow(
            Example.DIALOG,
            DraftKind.REPLY,
            text,
            List.of(files).stream().map(one -> one.id().value()).toList(),
            List.of(files),
            null,
            ++version,
            lost,
            lostFiles,
            Example.START));
    world.relay.push();
    world.time.settle();
  }

  private void row(String text, Attachment... files) {
    row(text, null, List.of(), files);
  }

  private List<Attachment> drafted() {
    List<Attachment> now = desk().files().drafted(Example.DIALOG, DraftKind.REPLY);
    assertThat(desk().files().drafts().getOrDefault(REPLY, List.of())).isEqualTo(now);
    return now;
  }

  private String text() {
    Draft draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    return draft == null ? "" : draft.text();
  }

  private int marked() {
    return Objects.requireNonNull(desk().inbox().item(Example.DIALOG).getValue()).draftFiles();
  }

  private List<Command> sent(String type) {
    return world.relay.received.stream()
        .flatMap(List::stream)
        .filter(command -> command.type().equals(type))
        .toList();
  }

  private Intent.SaveDraft saved() {
    return (Intent.SaveDraft) sent("draft.save").getLast().intent();
  }

  private Intent.SendMessage message() {
    return (Intent.SendMessage) sent("message.send").getLast().intent();
  }

  @Test
  void goUpWhileOneWritesAndAreSavedWithTheDraft() throws IOException {
    Attachment file = attach("a.txt");
    assertThat(marked()).isEqualTo(1);
    world.later(5);
    assertThat(sent("draft.save")).as("there is nothing to say yet").isEmpty();
    world.files.upload().over();
    world.later(3);
    assertThat(saved().files()).containsExactly(file.id().value());
    assertThat(saved().text()).isEmpty();

    row("", file);
    assertThat(drafted()).containsExactly(file);
    world.restart();
    world.later(10);
    assertThat(drafted()).containsExactly(file);
    assertThat(sent("draft.save")).hasSize(1);
  }

  @Test
  void textIsSavedWithoutWaitingForTheFileAndSavedAgainWithIt() throws IOException {
    Attachment file = attach("a.txt");
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Segue", null);
    world.later(3);
    assertThat(saved().text()).isEqualTo("Segue");
    assertThat(saved().files()).isEmpty();
    row("Segue");
    assertThat(drafted()).as("what the relay has not got yet stays").containsExactly(file);

    world.files.upload().over();
    world.later(3);
    assertThat(saved().files()).containsExactly(file.id().value());
    assertThat(saved().version()).isEqualTo(1);
  }

  @Test
  void ofAnotherDeviceAreShownAndSentWithoutAnUpload() {
    row("", OTHER);
    assertThat(drafted()).containsExactly(OTHER);
    assertThat(marked()).isEqualTo(1);
    assertThat(desk().files().isHere(OTHER.id())).isFalse();
    row("", OTHER, THIRD);
    assertThat(drafted()).containsExactly(OTHER, THIRD);
    row("", THIRD);
    assertThat(drafted()).containsExactly(THIRD);
    world.restart();
    assertThat(drafted()).containsExactly(THIRD);

    desk().send(Example.DIALOG, "", false, null);
    assertThat(desk().files().drafted(Example.DIALOG, DraftKind.REPLY)).isEmpty();
    world.later(3);
    assertThat(message().files()).containsExactly("f2");
    assertThat(world.files.uploads).isEmpty();
    row("");
    world.later(3);
    assertThat(drafted()).isEmpty();
    assertThat(marked()).isZero();
  }

  @Test
  void oneThatIsTakenOutHereIsTakenOutThere() {
    row("Segue", OTHER, THIRD);
    desk().files().detach(OTHER.id());
    world.later(3);
    assertThat(drafted()).containsExactly(THIRD);
    assertThat(saved().files()).containsExactly("f2");
    assertThat(saved().text()).isEqualTo("Segue");
    assertThat(saved().version()).isEqualTo(1);
    row("Segue", THIRD);
    assertThat(drafted()).containsExactly(THIRD);
  }

  @Test
  void sentWhileItGoesUpItIsTheMessages() throws IOException {
    Attachment file = attach("a.txt");
    world.later(1);
    desk().send(Example.DIALOG, "Segue", false, null);
    world.later(1);
    assertThat(sent("message.send")).isEmpty();
    world.files.upload().over();
    world.later(5);
    assertThat(message().files()).containsExactly(file.id().value());
    assertThat(drafted()).isEmpty();
    assertThat(sent("draft.save")).isEmpty();
  }

  @Test
  void whatTheOlderDeskLeftGoesUpToo() throws IOException {
    Attachment file = attach("a.txt");
    desk().crash();
    try (OutboxFile left = OutboxFile.open(folder, Durability.OFF)) {
      left.drafts.remove(Example.DIALOG, DraftKind.REPLY);
    }
    world.files.uploads.clear();
    world.desk = world.open();
    world.later(3);
    assertThat(drafted()).containsExactly(file);
    world.files.upload().over();
    world.later(3);
    assertThat(saved().files()).containsExactly(file.id().value());
  }

  @Test
  void theNewerWinsAndWhatLostCanBeTaken() {
    row("dela", "", List.of(OTHER), THIRD);
    Draft draft = Objects.requireNonNull(desk().draft(Example.DIALOG, DraftKind.REPLY));
    assertThat(draft.lost()).isEmpty();
    assertThat(draft.lostFiles()).containsExactly(OTHER);

    desk().resolveLostDraft(Example.DIALOG, DraftKind.REPLY, true);
    world.later(1);

    assertThat(drafted()).containsExactly(OTHER, THIRD);
    assertThat(text()).isEqualTo("dela");
    List<Command> saves = sent("draft.save");
    assertThat(((Intent.SaveDraft) saves.getFirst().intent()).files()).containsExactly("f1");
    assertThat(saved().files()).containsExactly("f1", "f2");
    assertThat(saved().version()).isEqualTo(2);
  }

  @Test
  void whatLostCanBeDropped() {
    row("dela", "minha", List.of(OTHER), THIRD);
    desk().resolveLostDraft(Example.DIALOG, DraftKind.REPLY, false);
    world.later(1);
    assertThat(drafted()).containsExactly(THIRD);
    assertThat(text()).isEqualTo("dela");
    assertThat(saved().files()).containsExactly("f2");
  }

  @Test
  void whatTheRelayLostIsSentOnceMoreAndThenLeavesTheDraft() throws IOException {
    Attachment file = attach("a.txt");
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Segue", null);
    world.relay.loseFiles();
    world.files.upload().over();
    world.later(3);
    assertThat(drafted()).containsExactly(file);
    world.files.upload().over();
    world.later(5);
    assertThat(drafted()).isEmpty();
    assertThat(saved().files()).isEmpty();
    assertThat(saved().text()).isEqualTo("Segue");
  }

  @Test
  void whatIsTypedIsNotTakenBackByWhatTheEngineSaysOfBefore() throws IOException {
    Attachment file = attach("a.txt");
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Segue", null);
    world.time.settle();
    desk().files().detach(file.id());
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Segue amanhã", null);
    world.time.settle();
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY).text()).isEqualTo("Segue amanhã");
  }

  @Test
  void whatIsTypedBeforeAMessageIsTakenBackStandsBelowIt() throws IOException {
    desk().workOffline(true);
    world.time.settle();
    desk().send(Example.DIALOG, "Um", false, null);
    Attachment file = attach("a.txt");
    desk().files().detach(file.id());
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Dois", null);
    world.time.settle();
    desk().undo(desk().undoable(Example.DIALOG));
    world.time.settle();
    world.restart();
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY).text()).contains("Um", "Dois");
  }
}
