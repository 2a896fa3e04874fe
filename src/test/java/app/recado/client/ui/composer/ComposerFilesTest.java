package app.recado.client.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.SteppedTime;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.emoji.EmojiHabits;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import app.recado.protocol.Attachment;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.FileRules;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files where one writes: shown as chips, sent with the message, refused in words. */
class ComposerFilesTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();
  private static final DialogItem JOAO = Pictures.mine().get(1);

  private final FakeDesk desk = Pictures.desk();
  private final SteppedTime time = new SteppedTime();
  private final Overlay overlay = Fx.get(Overlay::new);
  private ComposerViewModel model;
  private ComposerView view;

  @BeforeEach
  void open() {
    Fx.start();
    desk.files.choosing =
        name ->
            name.endsWith(".exe")
                ? new DeskFiles.Attached.Refused(FileRules.Refused.PROGRAM)
                : new DeskFiles.Attached.Taken(file(name));
    Fx.run(() -> {
      model = new ComposerViewModel(desk, time, id -> null);
      view =
          new ComposerView(
              model,
              new SimpleBooleanProperty(true),
              new EmojiHabits("", 0),
              overlay,
              List.of(),
              () -> new Register(List::of, List::of),
              refused -> {},
              () -> {});
      Scene scene = new Scene(new StackPane(view), 741, 400);
      new Theme(Appearance.LIGHT).dress(scene);
      model.open(MARINA.id());
      view.applyCss();
    });
  }

  @Test
  void fileAloneCanBeSentAndGoesWithTheMessage() {
    Fx.run(() -> {
      assertThat(send().isDisabled()).isTrue();
      model.files().attach(List.of(Path.of("sala.png"), Path.of("orçamento.pdf")));

      assertThat(names()).containsExactly("sala.png", "orçamento.pdf");
      assertThat(send().isDisabled()).isFalse();
      send().fire();

      assertThat(desk.calls).contains("send dialog-marina  public -");
      assertThat(names()).isEmpty();
    });
  }

  @Test
  void everyDraftHasItsOwnFiles() {
    Fx.run(() -> {
      model.files().attach(List.of(Path.of("sala.png")));
      model.toggleWhisper();
      assertThat(names()).isEmpty();
      model.open(JOAO.id());
      assertThat(names()).isEmpty();
      model.open(MARINA.id());
      model.toggleWhisper();
      assertThat(names()).containsExactly("sala.png");
    });
  }

  @Test
  void whatAnotherDevicePutsIntoTheDraftIsShownAndCanBeSent() {
    Fx.run(() -> {
      DraftKey key = new DraftKey(MARINA.id(), DraftKind.REPLY);
      desk.files.drafted.put(MARINA.id() + "/" + DraftKind.REPLY, List.of(file("nova.pdf")));
      desk.files.drafts.put(key, List.of(file("nova.pdf")));
      assertThat(names()).containsExactly("nova.pdf");
      assertThat(send().isDisabled()).isFalse();
      desk.files.drafted.clear();
      desk.files.drafts.remove(key);
      assertThat(names()).isEmpty();
      assertThat(send().isDisabled()).isTrue();
    });
  }

  @Test
  void filesOfACannedResponseComeAsCopiesAsManyAsFit() {
    Fx.run(() -> {
      model.files().attachCopies(List.of(file("sala.png")));
      assertThat(names()).containsExactly("sala.png");
      assertThat(desk.calls).contains("attachCopies [sala.png]");
      assertThat(model.files().problemProperty().get()).isEmpty();
      model.files().attachCopies(Collections.nCopies(10, file("sala.png")));
      assertThat(model.files().problemProperty().get()).isNotEmpty();
    });
  }

  @Test
  void whatLostNamesItsFiles() {
    Fx.run(() -> {
      desk.drafts.put(
          JOAO.id().value() + DraftKind.REPLY,
          new Draft(JOAO.id(), DraftKind.REPLY, "dela", null, "minha", List.of(file("sala.png"))));
      model.open(JOAO.id());
      assertThat(model.lostProperty().get()).isEqualTo("minha · sala.png");
      model.resolveLost(true);
      assertThat(model.textProperty().get()).isEqualTo("minha");
    });
  }

  @Test
  void aPictureOfTheDraftIsLookedAtAlsoIfItWasChosenElsewhere() {
    Fx.run(() -> {
      desk.files.fetchesLater = true;
      model.files().attach(List.of(Path.of("sala.png")));
      name("sala.png").fire();
      assertThat(desk.calls).anyMatch(call -> call.startsWith("fetch "));
      desk.files.fetchNow();
      assertThat(model.files().problemProperty().get()).isNotEmpty();
      desk.files.here.put(file("sala.png").id(), Path.of("no such folder", "sala.png"));
      name("sala.png").fire();
      desk.files.fetchNow();
      assertThat(model.files().problemProperty().get()).isEmpty();
      assertThat(overlay.isOpen()).isTrue();
    });
  }

  @Test
  void aPictureThatComesLateOpensOverNothingThatWasOpenedMeanwhile() {
    Fx.run(() -> {
      desk.files.fetchesLater = true;
      model.files().attach(List.of(Path.of("sala.png")));
      desk.files.here.put(file("sala.png").id(), Path.of("no such folder", "sala.png"));
      Region card = new Region();
      name("sala.png").fire();
      overlay.showCentred(card, null);
      desk.files.fetchNow();
      assertThat(card.getParent()).isSameAs(overlay);
      overlay.hide();

      name("sala.png").fire();
      model.open(JOAO.id());
      desk.files.fetchNow();
      assertThat(overlay.isOpen()).as("another conversation").isFalse();
    });
  }

  private Button name(String file) {
    return view.lookupAll(".file-chip-name").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(file))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void chipTakesItsFileOut() {
    Fx.run(() -> {
      model.files().attach(List.of(Path.of("sala.png")));
      view.applyCss();
      ((Button) view.lookup(".file-chip .icon-button")).fire();
      assertThat(names()).isEmpty();
      assertThat(desk.calls).contains("detach file-sala.png");
      assertThat(send().isDisabled()).isTrue();
    });
  }

  @Test
  void refusedFileIsSaidAndLosesNothing() {
    Fx.run(() -> {
      model.textProperty().set("Segue o catálogo");
      model.files().attach(List.of(Path.of("setup.exe")));
      view.applyCss();
      Label problem = (Label) view.lookup(".file-problem");
      assertThat(problem.isVisible()).isTrue();
      assertThat(problem.getText()).contains("setup.exe");
      assertThat(names()).isEmpty();
      assertThat(model.textProperty().get()).isEqualTo("Segue o catálogo");
    });
  }

  @Test
  void messageTakesNoMoreThanItMay() {
    Fx.run(() -> {
      for (int i = 0; i < FileRules.MOST_PER_MESSAGE + 2; i++) {
        model.files().attach(List.of(Path.of(i + ".png")));
      }
      assertThat(names()).hasSize(FileRules.MOST_PER_MESSAGE);
      assertThat(model.files().problemProperty().get()).contains("10");
    });
  }

  @Test
  void whatIsStillBeingReadHoldsUpItsOwnDialogAlone() {
    desk.files.choosesLater = true;
    Fx.run(() -> {
      model.textProperty().set("Segue o catálogo");
      model.files().attach(List.of(Path.of("catálogo.pdf")));
      assertThat(send().isDisabled()).isTrue();
      assertThat(model.whyNotSendable()).contains("file");

      model.open(JOAO.id());
      model.textProperty().set("Já foi!");
      assertThat(send().isDisabled()).isFalse();
      send().fire();
      assertThat(desk.calls).contains("send dialog-joao Já foi! public -");

      desk.files.chooseNow();
      assertThat(names()).isEmpty();
      model.open(MARINA.id());
      assertThat(names()).containsExactly("catálogo.pdf");
      assertThat(send().isDisabled()).isFalse();
    });
  }

  @Test
  void whyAFileWasNotTakenIsSaidWhereItWasChosen() {
    desk.files.choosesLater = true;
    Fx.run(() -> {
      model.files().attach(List.of(Path.of("setup.exe")));
      model.open(JOAO.id());
      desk.files.chooseNow();
      assertThat(model.files().problemProperty().get()).isEmpty();
      model.open(MARINA.id());
      assertThat(model.files().problemProperty().get()).contains("setup.exe");
      model.open(JOAO.id());
      model.open(MARINA.id());
      assertThat(model.files().problemProperty().get()).as("once").isEmpty();
    });
  }

  @Test
  void whatTheSystemWasAskedForGoesToTheDialogThatWasOpenThen() {
    Fx.run(() -> {
      Consumer<List<Path>> taker = model.files().taker();
      model.open(JOAO.id());
      taker.accept(List.of(Path.of("sala.png")));
      assertThat(names()).isEmpty();
      assertThat(desk.files.drafted(JOAO.id(), DraftKind.REPLY)).isEmpty();
      model.open(MARINA.id());
      assertThat(names()).containsExactly("sala.png");
    });
  }

  private Button send() {
    return (Button) view.lookup("#send");
  }

  private List<String> names() {
    return model.files().chosen().stream().map(Attachment::name).toList();
  }

  private static Attachment file(String name) {
    return new Attachment(
        new FileId("file-" + name.replaceAll("[^a-z0-9.]", "")),
        name,
        name.endsWith(".png") ? "image/png" : "application/pdf",
        839_680,
        "00",
        null,
        null);
  }
}
