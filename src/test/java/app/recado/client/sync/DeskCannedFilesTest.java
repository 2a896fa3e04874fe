package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.ApiException;
import app.recado.client.state.FileTransfer;
import app.recado.client.state.HeldItem;
import app.recado.client.state.SendState;
import app.recado.protocol.Attachment;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import app.recado.protocol.Command;
import app.recado.protocol.DraftKind;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.FileId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.protocol.SessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of canned responses: kept with them, and copied into what is written. */
final class DeskCannedFilesTest {
  private static final Attachment PRICES =
      new Attachment(new FileId("f1"), "prices.pdf", "application/pdf", 3, "00", null, null);

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.later(5);
  }

  private DeskSession desk() {
    return world.desk;
  }

  private List<Attachment> drafted() {
    return desk().files().drafted(Example.DIALOG, DraftKind.REPLY);
  }

  private void copy(Attachment... originals) {
    desk().files().attachCopies(Example.DIALOG, DraftKind.REPLY, List.of(originals));
  }

  private List<Command> sent(String type) {
    return world.relay.received.stream()
        .flatMap(List::stream)
        .filter(command -> command.type().equals(type))
        .toList();
  }

  private Intent.SaveCanned saved() {
    return (Intent.SaveCanned) sent("canned.save").getLast().intent();
  }

  private DeskCanned.Content content(String text, Attachment... files) {
    return new DeskCanned.Content(
        CannedScope.PERSONAL, null, "", "Prices", "prices", text, List.of(files));
  }

  private Attachment choose(String name) throws IOException {
    Path file = Files.writeString(elsewhere.resolve(name), "bytes");
    List<DeskFiles.Attached> outcomes = new ArrayList<>();
    desk().files().choose(file, outcomes::add);
    world.time.settle();
    return ((DeskFiles.Attached.Taken) outcomes.getFirst()).file();
  }

  @Test
  void aCopyIsInTheDraftAtOnceAndNothingIsSentTwice() {
    copy(PRICES);
    Attachment copied = drafted().getFirst();
    assertThat(copied.name()).isEqualTo("prices.pdf");
    assertThat(copied.id()).isNotEqualTo(PRICES.id());
    desk().send(Example.DIALOG, "Segue", false, null);
    assertThat(drafted()).isEmpty();
    world.later(1);

    assertThat(world.files.copies).containsEntry(copied.id(), PRICES.id());
    assertThat(world.messages().getLast().row().attachments()).containsExactly(copied);
    world.files.upload().over();
    world.later(1);
    assertThat(((Intent.SendMessage) sent("message.send").getLast().intent()).files())
        .containsExactly(copied.id().value());
  }

  @Test
  void offlineItWaitsWithItsMessageThroughARestart() {
    desk().workOffline(true);
    world.time.settle();
    copy(PRICES);
    desk().send(Example.DIALOG, "Segue", false, null);
    world.time.settle();
    world.restart();
    world.later(1);
    assertThat(world.messages().getLast().row().attachments()).hasSize(1);
    assertThat(sent("message.send")).isEmpty();
    desk().workOffline(false);
    world.later(5);
    assertThat(world.files.copies).containsValue(PRICES.id());
    world.files.upload().over();
    world.later(1);
    assertThat(sent("message.send")).hasSize(1);
  }

  @Test
  void whereTheOriginalIsGoneTheMessageSaysSoAndIsNotLost() {
    copy(PRICES);
    desk().send(Example.DIALOG, "Segue", false, null);
    world.later(1);
    gone();
    Attachment copied = world.messages().getLast().row().attachments().getFirst();
    FileTransfer transfer = Objects.requireNonNull(desk().files().transfers().get(copied.id()));
    assertThat(transfer.stage()).isEqualTo(FileTransfer.Stage.FAILED);
    assertThat(transfer.problem()).isEqualTo("gone");
    assertThat(world.messages().getLast().state()).isEqualTo(SendState.QUEUED);

    desk().files().cancel(copied.id());
    world.later(1);
    assertThat(drafted()).containsExactly(copied);
  }

  @Test
  void thereAreNeverMoreThanAMessageTakes() {
    Attachment[] many = new Attachment[11];
    Arrays.setAll(many, i -> PRICES.as(new FileId("m" + i), i + ".pdf"));
    copy(many);
    world.later(1);
    assertThat(drafted()).hasSize(10);
    copy(PRICES);
    assertThat(drafted()).hasSize(10);
  }

  @Test
  void aResponseWaitsForItsFileAndShowsIt() throws IOException {
    Attachment file = choose("prices.pdf");
    desk().canned().create(content("Segue", file));
    world.later(1);
    CannedRow row = desk().canned().all().getFirst();
    assertThat(row.attachments()).containsExactly(file);
    assertThat(sent("canned.save")).isEmpty();
    world.restart();
    world.later(5);
    assertThat(desk().canned().all().getFirst().attachments()).containsExactly(file);

    world.files.upload().over();
    world.later(1);
    assertThat(saved().files()).containsExactly(file.id().value());
  }

  @Test
  void oneThatWaitedToBeSentWaitsForItsFileThenAndNoMoreWithoutIt() throws IOException {
    desk().workOffline(true);
    world.time.settle();
    CannedId id = new CannedId("c9");
    desk().canned().save(id, content("Um"));
    Attachment file = choose("prices.pdf");
    desk().canned().save(id, content("Dois", file));
    desk().workOffline(false);
    world.later(5);
    assertThat(sent("canned.save")).isEmpty();
    desk().canned().save(id, content("Três"));
    world.later(1);
    assertThat(sent("canned.save")).hasSize(1);
    assertThat(saved().text()).isEqualTo("Três");
    assertThat(saved().files()).isEmpty();
  }

  @Test
  void deletedWhileItsFileIsOnTheWayItDoesNotComeBack() throws IOException {
    world.relay.answers =
        command ->
            command.type().equals("canned.delete")
                ? Outcome.rejected(command.id(), "not_found", "canned")
                : Outcome.applied(command.id(), null);
    Attachment file = choose("prices.pdf");
    desk().canned().create(content("Segue", file));
    world.later(1);
    desk().canned().delete(desk().canned().all().getFirst().id());
    world.later(1);
    assertThat(desk().canned().all()).isEmpty();
    assertThat(world.files.uploads).isEmpty();
    world.later(5);
    assertThat(sent("canned.save")).isEmpty();
    assertThat(desk().needsAttention()).isEmpty();
  }

  @Test
  void whatWasChosenForNothingGoes() throws IOException {
    Attachment file = choose("prices.pdf");
    Path bytes = folder.resolve("files").resolve(file.id().value());
    assertThat(bytes).exists();
    desk().files().giveUp(file.id());
    world.later(1);
    assertThat(bytes).doesNotExist();
    assertThat(world.files.asked).isEmpty();
  }

  @Test
  void copiesOfAMessagesFilesAreTheResponsesAndNothingIsSentTwice() {
    Attachment copy = desk().files().chooseCopies(List.of(PRICES)).getFirst();
    assertThat(copy.id()).isNotEqualTo(PRICES.id());
    desk().canned().saveFrom(new MessageId("m1"), content("Segue", copy));
    world.later(1);
    assertThat(desk().canned().all().getFirst().attachments()).containsExactly(copy);
    assertThat(sent("canned.save")).isEmpty();
    world.restart();
    world.later(5);
    assertThat(world.files.copies).containsEntry(copy.id(), PRICES.id());
    world.files.upload().over();
    world.later(1);
    assertThat(saved().files()).containsExactly(copy.id().value());
  }

  @Test
  void copiesThatWereGivenUpAreNotAskedFor() {
    Attachment copy = desk().files().chooseCopies(List.of(PRICES)).getFirst();
    desk().files().giveUp(copy.id());
    world.later(5);
    assertThat(world.files.asked).isEmpty();
  }

  @Test
  void keptAsMineItHasCopiesOfWhatAnotherResponseHas() throws IOException {
    CannedId shared = new CannedId("c9");
    world.relay.put(
        new CannedRow(
            shared,
            CannedScope.EVERYBODY,
            null,
            Example.PAULA,
            "",
            "Prices",
            "",
            "Segue",
            List.of(PRICES.id().value()),
            List.of(PRICES),
            null,
            0,
            Example.START));
    world.relay.answers =
        command ->
            command.intent() instanceof Intent.SaveCanned save && save.canned().equals(shared)
                ? Outcome.held(command.id(), HeldReason.FORBIDDEN, null)
                : Outcome.applied(command.id(), null);
    world.relay.push();
    world.later(1);
    Attachment photo = choose("photo.txt");
    desk().canned().save(shared, content("Segue", PRICES, photo));
    world.later(1);
    world.files.upload().over();
    world.later(1);
    desk().resolve(desk().needsAttention().getFirst(), HeldItem.Choice.KEEP_AS_MINE);
    world.later(1);

    assertThat(sent("canned.save")).hasSize(1);
    assertThat(world.files.copies).containsValue(PRICES.id());
    FileId copy = world.files.copies.keySet().iterator().next();
    world.restart();
    world.later(5);
    world.files.upload().over();
    world.later(1);
    assertThat(saved().canned()).isNotEqualTo(shared);
    assertThat(saved().files()).containsExactly(copy.value(), photo.id().value());
    assertThat(desk().needsAttention()).isEmpty();
  }

  @Test
  void whereTheOriginalIsGoneTheResponseIsAnnouncedAndKeptWithoutIt() throws IOException {
    Attachment photo = choose("photo.txt");
    Attachment copy = desk().files().chooseCopies(List.of(PRICES)).getFirst();
    desk().canned().saveFrom(new MessageId("m1"), content("Segue", photo, copy));
    world.later(1);
    world.files.upload().over();
    world.later(1);
    gone();
    HeldItem card = desk().needsAttention().getFirst();
    assertThat(card.rejection()).isEqualTo("not_found");
    assertThat(card.texts()).containsExactly("Segue");
    assertThat(sent("canned.save")).isEmpty();

    world.restart();
    world.later(5);
    desk().resolve(desk().needsAttention().getFirst(), HeldItem.Choice.KEEP_AS_MINE);
    world.later(1);
    gone();
    desk().resolve(desk().needsAttention().getFirst(), HeldItem.Choice.KEEP_AS_MINE);
    world.later(1);
    assertThat(saved().files()).containsExactly(photo.id().value());
    assertThat(desk().needsAttention()).isEmpty();
  }

  private void gone() {
    world
        .files
        .upload()
        .callback()
        .failed(new ApiException.Rejected(404, ErrorBody.of("not_found", "gone").error()));
    world.later(1);
  }
}
