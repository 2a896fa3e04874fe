package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.sync.Administration;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.PicturesOfWorkspace;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.Intent;
import app.recado.protocol.Role;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of the workspace, with their real controls. */
class WorkspaceSettingsTest {
  private FakeDesk desk;
  private Shown shown;

  @BeforeEach
  void speak() {
    Texts.speak(Language.ENGLISH);
  }

  private void open(Role role) {
    desk = PicturesOfWorkspace.desk(role);
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
  }

  private void openChannel() {
    Fx.run(() -> shown.act("channel-settings"));
    Fx.frame();
    Fx.run(() -> shown.fire("#channel-" + desk.channels.getFirst().id()));
    Fx.frame();
  }

  @AfterEach
  void close() {
    Fx.run(shown::close);
  }

  /** Found once it is laid out, not when a frame happens to have come. */
  private <N extends Node> N find(String id, Class<N> type) {
    Fx.layOut(shown.scene.getRoot());
    return type.cast(shown.scene.lookup("#" + id));
  }

  private void type(String id, String text) {
    Fx.run(() -> find(id, TextInputControl.class).setText(text));
  }

  private boolean isOff(String id) {
    return Fx.get(() -> find(id, Node.class).isDisabled());
  }

  private String words(String id) {
    return Fx.get(() -> find(id, Label.class).getText());
  }

  /** Of the page and of what stands on it. */
  private List<String> titles() {
    return Fx.get(() ->
        shown.scene.getRoot().lookupAll(".title").stream()
            .filter(Label.class::isInstance)
            .map(title -> ((Label) title).getText())
            .filter(title -> !title.equals("Contact Center"))
            .toList());
  }

  private void press(String id) {
    Fx.run(() -> find(id, Button.class).fire());
    Fx.frame();
  }

  private List<String> sections() {
    return Fx.get(() ->
        shown.scene.getRoot().lookupAll(".section-button").stream()
            .filter(Node::isVisible)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  @Test
  void agentsSeeNothingOfIt() {
    open(Role.AGENT);
    Fx.run(() -> shown.act("place-settings"));
    assertThat(sections()).doesNotContain("Channels", "People and roles", "Security and audit");
    assertThat(Fx.get(() -> shown.areas.register().get("channel-settings").standing().isReady()))
        .isFalse();
    Fx.run(() -> desk.me.set(PicturesOfWorkspace.as(desk.me.get(), Role.SUPERVISOR)));
    assertThat(sections()).contains("Channels").doesNotContain("People and roles");
  }

  @Test
  void emojiOfAnAutomaticTextAreSeenInColourBelowIt() {
    open(Role.ADMIN);
    openChannel();
    type("channel-welcome", "Oi! 👋🏽 Tudo bem?");
    Fx.frame();
    assertThat(
            Fx.get(() ->
                find("channel-welcome", Node.class).getParent().lookupAll("EmojiView").stream()
                    .map(Node::getAccessibleText)
                    .toList()))
        .containsExactly("👋🏽");
  }

  @Test
  void whatIsTypedStaysWhenAllIsSaidAgainInAnotherLanguage() {
    open(Role.ADMIN);
    openChannel();
    type("channel-name", "Loja nova");
    Shown before = shown;
    Texts.speak(Language.SPANISH);
    shown =
        Fx.get(() -> {
          Shown again = new Shown(desk, 1440, 900, Appearance.LIGHT);
          again.areas.resume(before.areas);
          before.close();
          again.areas.focusAgain();
          return again;
        });
    Fx.frame();
    assertThat(titles()).contains("Canales");
    assertThat(Fx.get(() -> shown.scene.getFocusOwner().getStyleClass()))
        .contains("section-button");
    Fx.run(() -> shown.fire("#channel-" + desk.channels.getFirst().id()));
    assertThat(Fx.get(() -> find("channel-name", TextInputControl.class).getText()))
        .isEqualTo("Loja nova");
    assertThat(isOff("save-channel")).isFalse();
  }

  @Test
  void whoComesAndGoesTakesNothingAwayThatIsTypedOrSaid() {
    open(Role.ADMIN);
    Fx.run(() -> shown.act("people-settings"));
    Fx.frame();
    type("invite-name", "Nina");
    Fx.run(() -> find("people-list", ListView.class).getSelectionModel().select(1));
    Fx.frame();
    UserRow person =
        Fx.get(() ->
            (UserRow) find("people-list", ListView.class).getSelectionModel().getSelectedItem());
    desk.administration.answer = new Administration.Done("novasenha1");
    press("person-password");
    type("person-name", "Outro nome");
    String said = words("person-result");
    assertThat(said).contains("novasenha1");
    Node typed = Fx.get(() -> find("person-name", Node.class));
    Fx.run(() -> {
      int at = desk.administration.everybody.indexOf(person);
      desk.administration.everybody.set(at, PicturesOfWorkspace.as(person, Role.SUPERVISOR));
    });
    Fx.frame();
    assertThat(Fx.get(() -> find("person-name", Node.class))).isSameAs(typed);
    assertThat(Fx.get(() -> find("person-name", TextInputControl.class).getText()))
        .isEqualTo("Outro nome");
    assertThat(words("person-result")).isEqualTo(said);
    assertThat(
            Fx.get(
                () -> find("people-list", ListView.class).getSelectionModel().getSelectedIndex()))
        .isEqualTo(1);
    Fx.run(() -> shown.areas.openKeys());
    Fx.run(() -> shown.act("people-settings"));
    Fx.frame();
    assertThat(Fx.get(() -> find("invite-name", TextInputControl.class).getText()))
        .isEqualTo("Nina");
  }

  @Test
  void aRoleThatWasRefusedIsNotShownAsIfItWereSo() {
    open(Role.ADMIN);
    Fx.run(() -> shown.act("people-settings"));
    Fx.frame();
    Fx.run(() -> find("people-list", ListView.class).getSelectionModel().select(1));
    Fx.frame();
    String before = role();
    desk.administration.answer = new Administration.Refused("last_admin", null);
    Fx.run(() ->
        shown.scene.lookup("#person-role").lookupAll(".choice-button").stream()
            .map(ToggleButton.class::cast)
            .filter(button -> !button.isSelected())
            .findFirst()
            .orElseThrow()
            .fire());
    assertThat(words("person-result")).startsWith("This is the last administrator");
    assertThat(role()).isEqualTo(before);
  }

  @Test
  void whichSectionIsShownCanBeHeard() {
    open(Role.ADMIN);
    Fx.run(() -> shown.act("people-settings"));
    Fx.frame();
    assertThat(
            Fx.get(() ->
                shown.scene.getRoot().lookupAll(".section-button").stream()
                    .filter(button ->
                        Boolean.TRUE.equals(
                            button.queryAccessibleAttribute(AccessibleAttribute.SELECTED)))
                    .map(button -> ((Labeled) button).getText())
                    .toList()))
        .containsExactly("People and roles");
  }

  private String role() {
    return Fx.get(() ->
        shown.scene.lookup("#person-role").lookupAll(".choice-button").stream()
            .map(ToggleButton.class::cast)
            .filter(ToggleButton::isSelected)
            .map(Labeled::getText)
            .findFirst()
            .orElseThrow());
  }

  @Test
  void whoIsTakenOutOfAQueueLeavesTheKeyboardOnTheNext() {
    open(Role.SUPERVISOR);
    openChannel();
    List<UserId> agents = desk.channels.getFirst().queue().agents();
    Fx.run(() -> {
      Node row = shown.scene.lookup("#queue-" + agents.getFirst());
      row.requestFocus();
      row.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
    });
    assertThat(Fx.get(() -> shown.scene.getFocusOwner().getId()))
        .isEqualTo("queue-" + agents.get(1));
  }

  @Test
  void aSecondPressWhileTheRelayIsAskedAddsNobodyTwice() {
    open(Role.ADMIN);
    Fx.run(() -> shown.act("people-settings"));
    Fx.frame();
    type("invite-name", "Nina");
    type("invite-email", "nina@loja.br");
    desk.administration.slow = true;
    press("invite-add");
    assertThat(isOff("invite-add")).isTrue();
    Fx.run(() -> find("invite-add", Button.class).fire());
    assertThat(desk.administration.invited).hasSize(1);
    Fx.run(() -> desk.administration.answerNow());
    assertThat(isOff("invite-add")).isFalse();
  }

  @Test
  void supervisorSetsTheQueueAndOnlyThat() {
    open(Role.SUPERVISOR);
    openChannel();
    assertThat(isOff("channel-welcome")).isTrue();
    assertThat(isOff("channel-name")).isTrue();
    assertThat(isOff("channel-cap")).isFalse();
    List<UserId> agents = desk.channels.getFirst().queue().agents();
    Fx.run(() -> {
      Node row = shown.scene.lookup("#queue-" + agents.get(1));
      row.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false));
    });
    type("channel-cap", "7");
    press("save-channel");
    assertThat(desk.administration.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            Intent.SetQueue.class,
            set -> {
              assertThat(set.cap()).isEqualTo(7);
              assertThat(set.agents()).startsWith(agents.get(1), agents.getFirst());
            });
    assertThat(isOff("save-channel")).isTrue();
  }

  @Test
  void aColleagueIsFoundWithoutAccentsAndAddedToTheQueue() {
    open(Role.ADMIN);
    openChannel();
    type("queue-add", "zoe");
    Fx.run(() ->
        ((javafx.scene.control.TextField) shown.scene.lookup("#queue-add"))
            .getOnAction()
            .handle(new javafx.event.ActionEvent()));
    press("save-channel");
    Intent.SetQueue set = (Intent.SetQueue) desk.administration.asked.getFirst();
    assertThat(set.agents()).hasSize(5).endsWith(new UserId("user-zoe"));
  }

  @Test
  void whatIsWrongIsSaidAndCannotBeSaved() {
    open(Role.ADMIN);
    openChannel();
    type("channel-zone", "Recife");
    assertThat(isOff("save-channel")).isTrue();
    assertThat(words("channel-problem")).contains("America/Recife");
    type("channel-zone", "America/Recife");
    assertThat(words("channel-problem")).isEmpty();
    type("channel-welcome", "Oi!");
    desk.administration.answer = new Administration.Refused("invalid", "welcomeText");
    press("save-channel");
    assertThat(words("channel-problem")).isEqualTo("A text has at most 2000 characters.");
    assertThat(isOff("save-channel")).isFalse();
    desk.administration.answer = new Administration.NoAnswer();
    press("save-channel");
    assertThat(words("channel-problem")).contains("it is done once");
    desk.administration.answer = new Administration.Done(null);
    press("save-channel");
    assertThat(isOff("save-channel")).isTrue();
  }

  @Test
  void withoutALineItSaysWhyAndWhatWasTypedStays() {
    open(Role.ADMIN);
    openChannel();
    Fx.run(
        () -> desk.connection.set(new Connection(Connection.Status.OFFLINE, 0, Example.NOW, null)));
    type("channel-welcome", "Oi!");
    assertThat(isOff("save-channel")).isTrue();
    assertThat(words("channel-problem")).startsWith("You are offline.");
    assertThat(titles()).hasSize(2).doesNotContain("Channels");
    press("channels-back");
    assertThat(titles()).containsExactly("Settings", "Channels");
    Fx.run(() -> shown.act("place-contact-center"));
    openChannel();
    assertThat(Fx.get(() -> ((TextInputControl) shown.scene.lookup("#channel-welcome")).getText()))
        .isEqualTo("Oi!");
    press("discard-channel");
    assertThat(Fx.get(() -> shown.scene.lookup("#discard-channel").isVisible())).isFalse();
    press("bring-back-channel");
    assertThat(Fx.get(() -> ((TextInputControl) shown.scene.lookup("#channel-welcome")).getText()))
        .isEqualTo("Oi!");
    assertThat(isOff("discard-channel")).isFalse();
    assertThat(Fx.get(() -> shown.scene.lookup("#bring-back-channel").isVisible())).isFalse();
  }

  @Test
  void theSnippetOfAWebsiteIsCopiedAndTheChatOpened() {
    open(Role.ADMIN);
    openChannel();
    press("copy-snippet");
    String key = desk.channels.getFirst().key();
    assertThat(shown.copied.getLast())
        .isEqualTo(
            "<script src=\"https://chat.lojamirante.com.br/widget.js\" data-channel=\""
                + key
                + "\" async></script>");
    press("preview-channel");
    assertThat(shown.copied.getLast())
        .isEqualTo("browse https://chat.lojamirante.com.br/chat/" + key);
  }

  @Test
  void aPersonIsFoundGivenARoleAndDisabledAfterAQuestion() {
    open(Role.ADMIN);
    Fx.run(() -> shown.act("people-settings"));
    type("people-query", "ZOÉ");
    Fx.run(() -> {
      ListView<?> list = (ListView<?>) shown.scene.lookup("#people-list");
      assertThat(list.getItems()).hasSize(1);
      list.getSelectionModel().select(0);
    });
    Fx.frame();
    Fx.run(() ->
        shown.scene.lookup("#person-role").lookupAll(".choice-button").stream()
            .map(javafx.scene.control.ToggleButton.class::cast)
            .filter(button -> button.getText().equals("Supervisor"))
            .forEach(javafx.scene.control.ToggleButton::fire));
    UserId zoe = new UserId("user-zoe");
    assertThat(desk.administration.asked)
        .containsExactly(new Intent.SaveUser(zoe, null, Role.SUPERVISOR, null, null));
    press("person-disable");
    assertThat(desk.administration.asked).hasSize(1);
    press("person-disable-sure");
    assertThat(desk.administration.asked.getLast()).isEqualTo(new Intent.DisableUser(zoe));
    desk.administration.answer = new Administration.Refused("last_admin", "user");
    press("person-disable-sure");
    assertThat(words("person-result")).startsWith("This is the last administrator.");
  }

  @Test
  void aNewPersonsPasswordIsShownOnce() {
    open(Role.ADMIN);
    Fx.run(() -> shown.act("people-settings"));
    type("invite-name", "Rita");
    type("invite-email", "rita@example.org");
    desk.administration.answer = new Administration.Done("abcd-efgh-jkmn");
    press("invite-add");
    assertThat(desk.administration.invited).containsExactly("rita@example.org Rita AGENT null");
    assertThat(words("invite-result")).contains("abcd-efgh-jkmn");
    assertThat(shown.copied).contains("abcd-efgh-jkmn");
    Fx.run(() -> {
      shown.act("place-contact-center");
      shown.act("channel-settings");
      shown.act("people-settings");
    });
    assertThat(words("invite-result")).isEmpty();
  }

  @Test
  void theRecordIsReadInPages() {
    open(Role.ADMIN);
    desk.administration.page = PicturesOfWorkspace.audit(desk);
    Fx.run(() -> {
      shown.act("place-settings");
      shown.scene.getRoot().lookupAll(".section-button").stream()
          .map(Button.class::cast)
          .filter(button -> button.getText().equals("Security and audit"))
          .forEach(Button::fire);
    });
    Fx.frame();
    press("audit-older");
    assertThat(desk.administration.audited).containsExactly(null, "1");
    assertThat(Fx.get(() -> shown.scene.getRoot().lookupAll(".audit-row").size())).isEqualTo(6);
  }
}
