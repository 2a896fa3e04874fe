package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Attachment;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import app.recado.protocol.Command;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Outcome;
import app.recado.protocol.SessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept to be used again, deleted and taken back. */
final class DeskDeletionTest {
  private static final CannedId CANNED = new CannedId("canned");
  private static final MacroId MACRO = new MacroId("macro");

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.relay.put(
        new CannedRow(
            CANNED,
            CannedScope.PERSONAL,
            null,
            Example.ME,
            "",
            "Prices",
            "prices",
            "Segue",
            List.of(),
            List.of(),
            null,
            0,
            Example.START));
    world.relay.put(
        new MacroRow(
            MACRO,
            CannedScope.PERSONAL,
            null,
            Example.ME,
            "Bye",
            List.of(new MacroStep.Finish()),
            Example.START));
    world.later(5);
    desk().setUndoTime(Duration.ofSeconds(5));
  }

  private DeskSession desk() {
    return world.desk;
  }

  private List<String> sent() {
    return world.relay.received.stream()
        .flatMap(List::stream)
        .map(Command::type)
        .filter(type -> type.startsWith("canned.") || type.startsWith("macro."))
        .toList();
  }

  private static DeskCanned.Content content(String text, Attachment... files) {
    return new DeskCanned.Content(
        CannedScope.PERSONAL, null, "", "Prices", "prices", text, List.of(files));
  }

  private CannedId create(Attachment file) {
    desk().canned().create(content("Com arquivo", file));
    world.later(1);
    return desk().canned().all().stream()
        .map(CannedRow::id)
        .filter(id -> !id.equals(CANNED))
        .findFirst()
        .orElseThrow();
  }

  private List<String> texts() {
    return desk().canned().all().stream().map(CannedRow::text).toList();
  }

  private List<String> names() {
    return desk().macros().all().stream().map(MacroRow::name).toList();
  }

  private Attachment choose(String name) throws IOException {
    Path file = Files.writeString(elsewhere.resolve(name), "bytes");
    List<DeskFiles.Attached> outcomes = new ArrayList<>();
    desk().files().choose(file, outcomes::add);
    world.time.settle();
    return ((DeskFiles.Attached.Taken) outcomes.getFirst()).file();
  }

  @Test
  void aDeletionLeavesWhenItsTimeIsOver() {
    desk().canned().delete(CANNED);
    desk().macros().delete(MACRO);
    world.later(4);
    assertThat(desk().canned().all()).as("gone at once").isEmpty();
    assertThat(desk().macros().all()).isEmpty();
    assertThat(sent()).isEmpty();
    world.later(2);
    assertThat(sent()).containsExactly("canned.delete", "macro.delete");
    assertThat(desk().canned().restore(CANNED)).isFalse();
    assertThat(desk().macros().restore(MACRO)).isFalse();
  }

  @Test
  void takenBackNothingLeavesAndItIsThereAsItWas() {
    desk().canned().delete(CANNED);
    desk().macros().delete(MACRO);
    world.later(1);
    assertThat(desk().canned().restore(CANNED)).isTrue();
    assertThat(desk().macros().restore(MACRO)).isTrue();
    world.later(60);
    assertThat(sent()).isEmpty();
    assertThat(texts()).containsExactly("Segue");
    assertThat(names()).containsExactly("Bye");
    assertThat(desk().canned().restore(CANNED)).isFalse();
  }

  @Test
  void withoutTimeForUndoItLeavesAtOnce() {
    desk().setUndoTime(Duration.ZERO);
    desk().canned().delete(CANNED);
    world.time.settle();
    assertThat(sent()).contains("canned.delete");
    assertThat(desk().canned().restore(CANNED)).isFalse();
  }

  @Test
  void oneThatWaitsForItsFileStillComesWhenItsDeletionIsTakenBack() throws IOException {
    CannedId canned = create(choose("prices.pdf"));
    assertThat(sent()).isEmpty();
    desk().canned().delete(canned);
    world.later(1);
    assertThat(texts()).containsExactly("Segue");
    assertThat(desk().canned().restore(canned)).isTrue();
    world.later(60);
    assertThat(texts()).containsExactlyInAnyOrder("Segue", "Com arquivo");
    assertThat(sent()).doesNotContain("canned.delete");
  }

  @Test
  void oneThatWaitsForItsFileDoesNotComeBackOnceItIsDeleted() throws IOException {
    world.relay.answers =
        command ->
            command.type().equals("canned.delete")
                ? Outcome.rejected(command.id(), "not_found", "canned")
                : Outcome.applied(command.id(), null);
    CannedId canned = create(choose("prices.pdf"));
    desk().canned().delete(canned);
    world.later(60);
    assertThat(texts()).containsExactly("Segue");
    assertThat(sent()).doesNotContain("canned.save");
    assertThat(desk().needsAttention()).isEmpty();
  }

  @Test
  void whatIsSavedAgainMeanwhileStays() {
    desk().canned().delete(CANNED);
    desk().macros().delete(MACRO);
    world.later(1);
    desk().canned().save(CANNED, content("Segue a nova"));
    desk()
        .macros()
        .save(
            MACRO,
            new DeskMacros.Content(
                CannedScope.PERSONAL, null, "Bye bye", List.of(new MacroStep.Finish())));
    world.later(60);
    assertThat(sent()).doesNotContain("canned.delete", "macro.delete");
    assertThat(sent()).containsExactly("canned.save", "macro.save");
    assertThat(texts()).hasSize(1);
    assertThat(names()).hasSize(1);
  }

  @Test
  void aMacroThatAColleagueDeletedFirstAsksNothing() {
    world.relay.answers =
        command ->
            command.type().equals("macro.delete")
                ? Outcome.rejected(command.id(), "not_found", "macro")
                : Outcome.applied(command.id(), null);
    desk().macros().delete(MACRO);
    world.later(10);
    assertThat(sent()).contains("macro.delete");
    assertThat(desk().needsAttention()).isEmpty();
  }
}
