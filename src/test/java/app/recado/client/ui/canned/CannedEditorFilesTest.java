package app.recado.client.ui.canned;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import app.recado.protocol.Attachment;
import app.recado.protocol.Author;
import app.recado.protocol.Delivery;
import app.recado.protocol.FileId;
import app.recado.protocol.FileRules;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionId;
import app.recado.protocol.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files attached to a canned response where it is written. */
class CannedEditorFilesTest {
  private final FakeDesk desk = Pictures.desk();
  private CannedEditorViewModel model;
  private CannedEditor editor;
  private boolean closed;

  @BeforeEach
  void open() {
    Fx.start();
    desk.files.choosing =
        name ->
            name.endsWith(".exe")
                ? new DeskFiles.Attached.Refused(FileRules.Refused.PROGRAM)
                : new DeskFiles.Attached.Taken(file(name));
    Fx.run(() -> {
      model = CannedEditorViewModel.create(desk);
      model.titleProperty().set("Tabela");
      model.textProperty().set("Segue a tabela");
      editor =
          new CannedEditor(model, null, desk.me().getValue(), new NoUndo(), () -> closed = true);
      Scene scene = new Scene(new StackPane(editor), 600, 700);
      new Theme(Appearance.LIGHT).dress(scene);
      editor.applyCss();
    });
  }

  private static Attachment file(String name) {
    return new Attachment(new FileId("file-" + name), name, "text/plain", 3, "00", null, null);
  }

  private void press(String id) {
    ((Button) editor.lookup(id)).fire();
  }

  @Test
  void filesAreShownAndKeptWithTheResponse() {
    Fx.run(() -> {
      model.attach(List.of(Path.of("tabela.pdf"), Path.of("sala.png")));
      editor.applyCss();
      assertThat(editor.lookup("#canned-files").isVisible()).isTrue();
      ((Button) editor.lookup(".file-chip .icon-button")).fire();
      assertThat(desk.calls).contains("giveUp file-tabela.pdf");
      press("#canned-save");
      assertThat(desk.calls.getLast()).startsWith("canned.create").contains("sala.png");
      assertThat(desk.calls.getLast()).doesNotContain("tabela.pdf");
      assertThat(desk.calls).doesNotContain("giveUp file-sala.png");
      assertThat(closed).isTrue();
    });
  }

  @Test
  void whatIsRefusedIsSaidAndLosesNothing() {
    Fx.run(() -> {
      model.attach(List.of(Path.of("setup.exe")));
      editor.applyCss();
      Label problem = (Label) editor.lookup(".file-problem");
      assertThat(problem.isVisible()).isTrue();
      assertThat(problem.getText()).contains("setup.exe");
      assertThat(model.textProperty().get()).isEqualTo("Segue a tabela");
    });
  }

  @Test
  void givenUpItsFilesGo() {
    Fx.run(() -> {
      model.attach(List.of(Path.of("sala.png")));
      model.leave();
      assertThat(desk.calls).contains("giveUp file-sala.png");
    });
  }

  @Test
  void whatIsStillBeingReadWhenTheEditorIsLeftGoesToo() {
    Fx.run(() -> {
      desk.files.choosesLater = true;
      model.attach(List.of(Path.of("sala.png"), Path.of("setup.exe")));
      model.leave();
      desk.files.chooseNow();
      assertThat(desk.calls).contains("giveUp file-sala.png");
      assertThat(model.files()).isEmpty();
      assertThat(model.fileProblemProperty().get()).isEmpty();
    });
  }

  @Test
  void ofAMessageItsFilesComeAlongAsCopiesThatGoWhenTheEditorIsLeft() {
    MessageRow said = message(file("tabela.pdf"), file("sala.png"));
    Fx.run(() -> {
      model = CannedEditorViewModel.of(desk, said);
      assertThat(names()).containsExactly("tabela.pdf", "sala.png");
      assertThat(model.files())
          .extracting(Attachment::id)
          .doesNotContain(new FileId("file-sala.png"));
      model.detach(model.files().getFirst());
      assertThat(desk.calls).contains("giveUp copy-file-tabela.pdf");
      model.leave();
      assertThat(desk.calls).contains("giveUp copy-file-sala.png");
      assertThat(names()).isEmpty();
      model.goOn();
      assertThat(names()).containsExactly("sala.png");
      model.save();
      assertThat(desk.calls.getLast()).startsWith("canned.saveFrom").contains("copy-file-sala.png");
      desk.calls.clear();
      model.leave();
      assertThat(desk.calls).as("they are the response's").isEmpty();
    });
  }

  private List<String> names() {
    return model.files().stream().map(Attachment::name).toList();
  }

  private static MessageRow message(Attachment... files) {
    return new MessageRow(
        new MessageId("m1"),
        Pictures.mine().getFirst().id(),
        new SessionId("s1"),
        1,
        Author.agent(new UserId("user-bruno")),
        "Segue a tabela",
        false,
        null,
        Arrays.stream(files).map(file -> file.id().value()).toList(),
        List.of(files),
        Instant.EPOCH,
        null,
        null,
        Delivery.SENT,
        null,
        null);
  }

  /** A deletion that nothing is said of. */
  private record NoUndo() implements Deletion {
    @Override
    public boolean isFinal() {
      return false;
    }

    @Override
    public void done(String said, String undo, String late, BooleanSupplier restore) {}
  }
}
