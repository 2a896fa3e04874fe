package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Mention;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.PicturesOfWriting;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.Availability;
import app.recado.protocol.MentionRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.PresenceEvent;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canned responses in the reply field and their library, through the real controls. */
class CannedTest {
  private final FakeDesk desk = PicturesOfWriting.desk();
  private Shown shown;

  @BeforeEach
  void openWindow() {
    Fx.start();
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
    Fx.run(() -> {
      shown.select(Tab.MINE);
      shown.act("next-dialog");
    });
  }

  @AfterEach
  void closeWindow() {
    Fx.run(shown::close);
  }

  @Test
  void enterInsertsFilledInWithoutReplacingTheDraft() {
    write("Bom dia! ");
    type("#frete");
    assertThat(isOpen()).isTrue();
    press(KeyCode.ENTER, false);
    assertThat(text())
        .isEqualTo(
            "Bom dia! Oi, Marina! Para Recife, PE o frete fica em R$ 180 e chega em 6 dias.");
    assertThat(isOpen()).isFalse();
    assertThat(desk.calls).contains("canned.used canned-frete");
    type(" #ola");
    press(KeyCode.TAB, false);
    assertThat(text()).endsWith("6 dias. Olá, Marina! Aqui é Bruno.");
  }

  @Test
  void accentsAndArrowsFindTheOthers() {
    type("#gratis");
    press(KeyCode.ENTER, false);
    assertThat(text()).isEqualTo("Acima de R$ 500 o frete é por nossa conta.");
    write("");
    type("#frete");
    press(KeyCode.DOWN, false);
    press(KeyCode.DOWN, false);
    press(KeyCode.ENTER, false);
    assertThat(text()).isEqualTo("A primeira troca tem frete pago por nós.");
  }

  @Test
  void controlEnterInsertsAndSends() {
    type("#troca");
    press(KeyCode.ENTER, true);
    assertThat(desk.calls).anyMatch(call -> call.contains("A primeira troca tem frete pago"));
    assertThat(text()).isEmpty();
  }

  @Test
  void escapeClosesAndTheSignStaysAsText() {
    type("#fr");
    press(KeyCode.ESCAPE, false);
    assertThat(isOpen()).isFalse();
    type("e");
    assertThat(isOpen()).isFalse();
    assertThat(text()).isEqualTo("#fre");
  }

  @Test
  void theToolTypesTheSignAndEscapeTakesItBack() {
    write("Oi");
    Fx.run(() -> shown.fire("#canned"));
    assertThat(text()).isEqualTo("Oi #");
    assertThat(isOpen()).isTrue();
    press(KeyCode.ESCAPE, false);
    assertThat(text()).isEqualTo("Oi ");
  }

  @Test
  void theToolTypesItsSignOverWhatIsSelected() {
    write("Oi, Marina! Para Recife");
    Fx.run(() -> {
      area().selectRange(4, 23);
      shown.fire("#canned");
    });
    assertThat(text()).isEqualTo("Oi, #");
    assertThat(isOpen()).isTrue();
  }

  @Test
  void whatFindsNothingIsText() {
    type("#4471");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void anOpenVariableBlocksSendingAndIsLedTo() {
    write("Para {cliente.sabor} fica assim");
    assertThat(Fx.get(() -> node("#variables").isVisible())).isTrue();
    assertThat(Fx.get(() -> node("#send").isDisabled())).isTrue();
    Fx.run(() -> shown.fire("#variables-jump"));
    assertThat(Fx.get(() -> area().getSelectedText())).isEqualTo("{cliente.sabor}");
    Fx.run(() -> area().replaceSelection("morango"));
    assertThat(Fx.get(() -> node("#send").isDisabled())).isFalse();
    assertThat(Fx.get(() -> node("#variables").isVisible())).isFalse();
  }

  @Test
  void theLibraryCreatesChangesAndDeletes() {
    Fx.run(() -> shown.act("canned-library"));
    Fx.frame();
    Fx.run(() -> ((TextInputControl) node("#canned-query")).setText("fréte gratis"));
    assertThat(Fx.get(() -> shown.scene.getRoot().lookupAll(".canned-row"))).hasSize(1);
    Fx.run(() -> ((Button) node(".canned-row")).fire());
    Fx.run(() -> ((TextInputControl) node("#canned-title")).setText("Frete por nossa conta"));
    Fx.run(() -> shown.fire("#canned-save"));
    assertThat(desk.calls)
        .anyMatch(
            call -> call.startsWith("canned.save canned-freteg") && call.contains("Frete por"));
    Fx.run(() -> ((Button) node(".canned-row")).fire());
    Fx.run(() -> shown.fire("#canned-delete"));
    assertThat(desk.calls).contains("canned.delete canned-freteg");
    Fx.run(() -> ((Button) node(".toast").lookup(".button")).fire());
    assertThat(desk.calls).contains("canned.restore canned-freteg");
    Fx.run(() -> shown.fire("#canned-new"));
    assertThat(Fx.get(() -> node("#canned-save").isDisabled())).isTrue();
    Fx.run(() -> {
      ((TextInputControl) node("#canned-title")).setText("Pix");
      ((TextInputControl) node("#canned-shortcut")).setText("pix");
      area("#canned-text").setText("A chave é {cliente.chave}");
    });
    assertThat(Fx.get(() -> node("#canned-save").isDisabled())).isTrue();
    Fx.run(() -> {
      area("#canned-text").setText("A chave é o CNPJ.");
      ((ComboBox<?>) node("#canned-whose")).getSelectionModel().selectLast();
      shown.fire("#canned-save");
    });
    assertThat(desk.calls)
        .anyMatch(call -> call.startsWith("canned.create") && call.contains("EVERYBODY"));
  }

  @Test
  void whoGoesWhileNamesAreSuggestedIsSeenToHaveGone() {
    type("@paula");
    Node row = Fx.get(() -> node(".suggest-row"));
    assertThat(Fx.get(row::getAccessibleText)).startsWith("Paula Reis, online");
    Fx.run(() ->
        desk.people.set(
            desk.people.indexOf(Pictures.PAULA),
            new PresenceEvent(Pictures.PAULA.id(), Availability.PAUSE, null, 1)
                .over(Pictures.PAULA)));
    assertThat(Fx.get(() -> node(".suggest-row"))).as("nothing moves").isSameAs(row);
    assertThat(Fx.get(row::getAccessibleText)).startsWith("Paula Reis, on a break");
    assertThat(Fx.get(() -> area().getAccessibleText())).startsWith("Paula Reis, on a break");
    assertThat(Fx.get(() -> ((Label) row.lookup(".tiny")).getText())).isEqualTo("on a break");
  }

  @Test
  void whatIsWrittenInTheLibraryStaysWhenItIsLeft() {
    Fx.run(() -> shown.areas.openCanned());
    Fx.frame();
    Fx.run(() -> ((Button) node(".canned-row")).fire());
    Fx.run(() -> {
      area("#canned-text").setText("Frete por nossa conta");
      ((ComboBox<?>) node("#canned-whose")).getSelectionModel().selectLast();
    });
    Fx.run(() -> shown.areas.openMacros());
    Fx.run(() -> shown.areas.openCanned());
    Fx.frame();
    assertThat(Fx.get(() -> area("#canned-text").getText())).isEqualTo("Frete por nossa conta");
    Fx.run(() -> shown.fire("#canned-save"));
    assertThat(desk.calls)
        .anyMatch(call ->
            call.startsWith("canned.save")
                && call.contains("Frete por nossa conta")
                && call.contains("EVERYBODY"));
    Fx.run(() -> shown.areas.openMacros());
    Fx.run(() -> shown.areas.openCanned());
    Fx.frame();
    assertThat(Fx.<Object>get(() -> node("#canned-text"))).as("saved").isNull();
  }

  @Test
  void aCommandIsChosenAtTheStartOfALine() {
    type("/citar");
    assertThat(isOpen()).isFalse();
    write("");
    type("/quote");
    press(KeyCode.ENTER, false);
    assertThat(text()).isEqualTo("> ");
    write("Como combinamos:\nentrega na sexta");
    Fx.run(() -> shown.act("quote-text"));
    assertThat(text()).isEqualTo("Como combinamos:\n> entrega na sexta");
    write("");
    type("/title");
    press(KeyCode.ENTER, false);
    assertThat(text()).isEmpty();
    assertThat(Fx.get(() -> shown.scene.lookup("#rename-card"))).isNotNull();
  }

  @Test
  void aCommandThatCannotBeDoneSaysWhy() {
    type("/reopen");
    String why = Fx.get(() -> shown.scene.lookup(".suggest-row").getAccessibleText());
    assertThat(why).isNotEqualTo("Reopen").contains(". ");
    press(KeyCode.ENTER, false);
    assertThat(text()).doesNotContain("> ");
    assertThat(desk.calls).noneMatch(call -> call.startsWith("reopen"));
  }

  @Test
  void aMessageIsKeptWithoutTheCustomersData() {
    Fx.run(() -> shown.act("message-menu"));
    await(".menu-card");
    Fx.run(() -> shown.press(KeyCode.ESCAPE));
    Fx.run(() -> shown.act("message-keep"));
    await("#canned-text");
    Fx.run(() -> area("#canned-text").setText("Oi, Marina! Seu CPF 529.982.247-25 confere."));
    Fx.run(() -> shown.fire("#personal-all"));
    assertThat(Fx.get(() -> area("#canned-text").getText()))
        .isEqualTo("Oi, {customer.firstName}! Seu CPF confere.");
    Fx.run(() -> shown.fire("#canned-save"));
    assertThat(desk.calls).anyMatch(call -> call.startsWith("canned.saveFrom"));
  }

  private void keepMessage() {
    Fx.run(() -> shown.act("message-keep"));
    await("#canned-text");
  }

  @Test
  void whatIsWrittenWhenTheEditorIsLeftIsThereAgainUnlessItIsGivenUp() {
    Fx.run(() -> shown.act("message-menu"));
    await(".menu-card");
    Fx.run(() -> shown.press(KeyCode.ESCAPE));
    keepMessage();
    String said = Fx.get(() -> area("#canned-text").getText());
    Fx.run(() -> area("#canned-text").setText("Segue a tabela"));
    Fx.run(() -> shown.press(KeyCode.ESCAPE));
    assertThat(Fx.<Object>get(() -> node("#canned-text"))).isNull();

    keepMessage();
    assertThat(Fx.get(() -> area("#canned-text").getText())).isEqualTo("Segue a tabela");
    Fx.run(() -> shown.fire("#canned-cancel"));
    keepMessage();
    assertThat(Fx.get(() -> area("#canned-text").getText())).isEqualTo(said);

    Fx.run(() -> area("#canned-text").setText("Outra tabela"));
    Fx.run(() -> shown.act("next-dialog"));
    Fx.frame();
    assertThat(Fx.<Object>get(() -> node("#canned-text"))).isNull();
    Fx.run(() -> shown.act("previous-dialog"));
    Fx.run(() -> shown.act("message-menu"));
    await(".menu-card");
    Fx.run(() -> shown.press(KeyCode.ESCAPE));
    keepMessage();
    assertThat(Fx.get(() -> area("#canned-text").getText())).isEqualTo("Outra tabela");
    Fx.run(() -> shown.fire("#canned-save"));
    keepMessage();
    assertThat(Fx.get(() -> area("#canned-text").getText())).isEqualTo(said);
    assertThat(desk.calls).noneMatch(call -> call.startsWith("canned.create"));
  }

  @Test
  void aColleagueIsNamedByTheNameAlone() {
    type("Veja, @paula");
    press(KeyCode.ENTER, false);
    assertThat(text()).isEqualTo("Veja, @Paula Reis ");
    write("");
    type("ana@loja.br");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void aMentionIsOpenedAndReadFromItsList() {
    MentionRow row =
        new MentionRow(
            new MessageId("m-named"),
            desk.inbox.list(Tab.MINE).getFirst().id(),
            1,
            Pictures.PAULA.id(),
            Example.NOW,
            false);
    Fx.run(() -> desk.mentions.add(new Mention(row, "Paula Reis", "Marina Rocha")));
    Fx.run(() -> shown.act("place-mentions"));
    Fx.frame();
    Fx.run(() -> ((Button) node(".mention-row")).fire());
    assertThat(desk.calls).contains("mentions.read [m-named]");
  }

  @Test
  void theListMarksWhereOneIsNamedUntilItIsLookedAt() {
    var item = desk.inbox.list(Tab.MINE).getFirst();
    MentionRow row =
        new MentionRow(
            new MessageId("m-named"), item.id(), 1, Pictures.PAULA.id(), Example.NOW, false);
    Mention mention = new Mention(row, "Paula Reis", "Marina Rocha");
    assertThat(Fx.<Object>get(() -> shown.scene.lookup(".mention-mark"))).isNull();
    Fx.run(() -> desk.mentions.add(mention));
    Fx.frame();
    assertThat(Fx.get(() -> node(".mention-mark").isVisible())).isTrue();
    Fx.run(() -> desk.mentions.set(0, new Mention(row.seen(), "Paula Reis", "Marina Rocha")));
    Fx.frame();
    assertThat(Fx.<Object>get(() -> shown.scene.lookup(".mention-mark"))).isNull();
  }

  private void write(String text) {
    Fx.run(() -> {
      area().requestFocus();
      area().setText(text);
      area().positionCaret(text.length());
    });
  }

  private void type(String text) {
    Fx.run(() -> {
      area().requestFocus();
      for (char c : text.toCharArray()) {
        area().insertText(area().getCaretPosition(), String.valueOf(c));
      }
    });
  }

  private void press(KeyCode code, boolean command) {
    Fx.run(() -> {
      for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        Event.fireEvent(
            area(), new KeyEvent(type, "", code.getName(), code, false, command, false, false));
      }
    });
  }

  private boolean isOpen() {
    return Fx.get(() -> shown.scene.lookup("#suggest") != null);
  }

  private String text() {
    return Fx.get(() -> area().getText());
  }

  /** What opens once the rows are laid out takes as many frames as the machine needs. */
  private void await(String selector) {
    for (int frames = 0; frames < 200 && Fx.get(() -> node(selector)) == null; frames++) {
      Fx.frame();
    }
  }

  private TextArea area() {
    return area("#writing");
  }

  private TextArea area(String selector) {
    return (TextArea) node(selector);
  }

  private Node node(String selector) {
    return shown.scene.lookup(selector);
  }
}
