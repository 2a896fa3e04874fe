package app.recado.client.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.Chime;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Mention;
import app.recado.client.state.NewChat;
import app.recado.client.state.NewMessage;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.FakeDesktop;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.SteppedTime;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogId;
import app.recado.protocol.MentionRow;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private final FakeDesk desk = new FakeDesk();
  private final FakeDesktop desktop = new FakeDesktop();
  private final List<Chime> heard = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final SimpleBooleanProperty shown = new SimpleBooleanProperty(true);
  private final SimpleBooleanProperty words = new SimpleBooleanProperty(true);
  private final SimpleBooleanProperty quiet = new SimpleBooleanProperty();
  private final SimpleBooleanProperty chats = new SimpleBooleanProperty(true);
  private final SimpleBooleanProperty messages = new SimpleBooleanProperty(true);
  private final SimpleBooleanProperty named = new SimpleBooleanProperty(true);
  private final SimpleBooleanProperty blinking = new SimpleBooleanProperty();
  private final Wishes wishes = new Wishes(shown, words, quiet, chats, messages, named, blinking);
  private final SteppedTime time = new SteppedTime();
  private final DialogItem ana = Example.item("ana", "Ana").build();
  private boolean watched;
  private @Nullable DialogId open;
  private Announcer announcer;

  private final Front front =
      new Front() {
        @Override
        public boolean isWatched() {
          return watched;
        }

        @Override
        public boolean shows(DialogId dialog) {
          return dialog.equals(open);
        }

        @Override
        public void comeForward() {
          asked.add("forward");
        }

        @Override
        public void trayLost() {
          asked.add("tray lost");
        }

        @Override
        public void open(DialogId dialog) {
          asked.add("open " + dialog);
        }

        @Override
        public void open(DialogId dialog, MessageId message) {
          asked.add("open " + dialog + " at " + message);
        }

        @Override
        public void quit() {
          asked.add("quit");
        }
      };

  @BeforeEach
  void begin() {
    Texts.speak(Language.ENGLISH);
    announcer = new Announcer(desk, desktop, heard::add, wishes, front);
  }

  private NewChat chat(String text) {
    return new NewChat(ana, text, false);
  }

  @Test
  void aNewChatIsShownAndHeardOnceAndStays() {
    desk.newChats.add(chat("Oi"));
    assertThat(desktop.notices.get("chat:dialog-ana").text()).isEqualTo("Website — “Oi”");
    assertThat(desktop.notices.get("chat:dialog-ana").stays()).isTrue();
    assertThat(heard).containsExactly(Chime.NEW_CHAT);
    desk.newChats.set(0, chat("Oi"));
    assertThat(desktop.titles).hasSize(1);
    desk.newChats.set(0, chat("Alguém?"));
    assertThat(desktop.notices.get("chat:dialog-ana").text()).contains("Alguém?");
    assertThat(heard).hasSize(1);
  }

  @Test
  void itIsTakenBackWhenSomebodyElseAccepts() {
    desk.newChats.add(chat("Oi"));
    desk.newChats.clear();
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void answerAcceptsOpensAndOpenOnlyLooks() {
    desk.newChats.add(chat("Oi"));
    announcer.pressed("chat:dialog-ana", "answer");
    assertThat(desk.calls).containsExactly("accept dialog-ana", "dismiss dialog-ana");
    assertThat(asked).containsExactly("open dialog-ana");
    desk.calls.clear();
    desk.newChats.add(chat("Oi"));
    announcer.pressed("chat:dialog-ana", "default");
    assertThat(desk.calls).containsExactly("dismiss dialog-ana");
  }

  @Test
  void oneThatWasAnsweredMeanwhileIsOpenedAndNotAccepted() {
    desk.newChats.add(chat("Oi"));
    desk.newChats.clear();
    announcer.pressed("chat:dialog-ana", "answer");
    assertThat(desk.calls).isEmpty();
    assertThat(asked).containsExactly("open dialog-ana");
  }

  @Test
  void putAwayIsDismissed() {
    desk.newChats.add(chat("Oi"));
    announcer.putAway("chat:dialog-ana");
    assertThat(desk.calls).containsExactly("dismiss dialog-ana");
  }

  @Test
  void aMessageIsShownUntilItIsRead() {
    desk.newMessages.add(new NewMessage(ana, "Tudo bem?"));
    assertThat(desktop.notices.get("message:dialog-ana").title()).isEqualTo("Ana wrote");
    assertThat(desktop.notices.get("message:dialog-ana").stays()).isFalse();
    assertThat(heard).containsExactly(Chime.MESSAGE);
    desk.newMessages.clear();
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void whileTheWindowIsWatchedNothingIsShownAndTheOpenDialogIsSilent() {
    watched = true;
    open = ana.id();
    desk.newChats.add(chat("Oi"));
    desk.newMessages.add(new NewMessage(ana, "Tudo bem?"));
    assertThat(desktop.titles).isEmpty();
    assertThat(heard).containsExactly(Chime.NEW_CHAT);
  }

  @Test
  void whoStillWaitsWhenTheAgentLooksAwayIsShownOnceThen() {
    watched = true;
    desk.newChats.add(chat("Oi"));
    watched = false;
    announcer.lookedAway();
    announcer.lookedAway();
    assertThat(desktop.titles).containsExactly("New chat · Ana");
    desk.newChats.clear();
    announcer.lookedAway();
    assertThat(desktop.notices).isEmpty();
    assertThat(desktop.titles).hasSize(1);
  }

  @Test
  void doNotDisturbIsNeitherShownNorHeard() {
    quiet.set(true);
    desk.newChats.add(chat("Oi"));
    desk.newMessages.add(new NewMessage(ana, "Tudo bem?"));
    assertThat(desktop.titles).isEmpty();
    assertThat(heard).isEmpty();
  }

  private Mention mention(boolean news, boolean read) {
    MentionRow row =
        new MentionRow(new MessageId("m1"), ana.id(), 3, Pictures.PAULA.id(), Example.NOW, read);
    return new Mention(row, "Paula Reis", "Ana — Mesa", news, "Veja, @Bruno Lima");
  }

  @Test
  void whoIsNamedIsToldWithAllThatWasSaidAndLedThere() {
    desk.mentions.add(mention(true, false));
    assertThat(desktop.notices.get("mention:m1").title()).isEqualTo("Paula Reis mentioned you");
    assertThat(desktop.notices.get("mention:m1").text())
        .isEqualTo("Ana — Mesa — “Veja, @Bruno Lima”");
    assertThat(heard).containsExactly(Chime.MENTION);
    desk.mentions.set(0, mention(true, false));
    assertThat(desktop.titles).hasSize(1);
    assertThat(heard).hasSize(1);
    announcer.pressed("mention:m1", "default");
    assertThat(desk.calls).containsExactly("mentions.read [m1]");
    assertThat(asked).containsExactly("open dialog-ana at m1");
    desk.mentions.set(0, mention(true, true));
    assertThat(desktop.notices).isEmpty();
    announcer.pressed("mention:m1", "default");
    assertThat(asked).hasSize(1);
  }

  @Test
  void aMentionThatIsNoNewsIsNotAnnounced() {
    desk.mentions.add(mention(false, false));
    assertThat(desktop.titles).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void aMentionCanBeSilentWordlessOrNotSaidAtAll() {
    words.set(false);
    named.set(false);
    desk.mentions.add(mention(true, false));
    assertThat(desktop.notices.get("mention:m1").text()).isEqualTo("Ana — Mesa");
    assertThat(heard).isEmpty();
    desk.mentions.clear();
    named.set(true);
    quiet.set(true);
    desk.mentions.add(mention(true, false));
    assertThat(desktop.titles).hasSize(1);
    assertThat(heard).isEmpty();
  }

  @Test
  void aMentionInTheDialogThatIsWatchedIsSilentAndElsewhereHeard() {
    watched = true;
    open = ana.id();
    desk.mentions.add(mention(true, false));
    assertThat(heard).isEmpty();
    desk.mentions.clear();
    open = null;
    desk.mentions.add(mention(true, false));
    assertThat(desktop.titles).isEmpty();
    assertThat(heard).containsExactly(Chime.MENTION);
  }

  @Test
  void wordsAndSoundsCanBeLeftOut() {
    words.set(false);
    chats.set(false);
    desk.newChats.add(chat("Oi"));
    assertThat(desktop.notices.get("chat:dialog-ana").text()).isEqualTo("Website");
    assertThat(heard).isEmpty();
  }

  @Test
  void closingTakesAllOfItBack() {
    desk.newChats.add(chat("Oi"));
    announcer.close();
    desk.newChats.add(chat("Oi"));
    assertThat(desktop.notices).isEmpty();
    assertThat(desktop.titles).hasSize(1);
  }

  @Test
  void theIconCountsWhoWaitsAndWhatIsUnread() {
    TrayIcon icon = new TrayIcon(desk, desktop, wishes, front, time);
    desk.inbox.put(Tab.UNANSWERED, ana);
    desk.inbox.put(
        Tab.MINE,
        Example.item("bia", "Bia")
            .mine(Example.user("user-bruno", "Bruno Lima"))
            .unread(2)
            .build());
    desk.inbox.put(
        Tab.MINE,
        Example.item("eva", "Eva")
            .mine(Example.user("user-bruno", "Bruno Lima"))
            .unread(2)
            .muted()
            .build());
    desk.inbox.put(Tab.UNANSWERED, Example.item("rui", "Rui").muted().build());
    desk.inbox.put(Tab.TEAM, Example.item("lia", "Lia").unread(1).build());
    desk.inbox.put(Tab.MINE, Example.item("caio", "Caio").build());
    time.pass(Duration.ofSeconds(1));
    assertThat(desktop.face.count()).isEqualTo(2);
    assertThat(desktop.face.words()).isEqualTo("Recado · 2 conversations want you");
    assertThat(desktop.face.blinking()).isFalse();
    blinking.set(true);
    time.pass(Duration.ofSeconds(1));
    assertThat(desktop.face.blinking()).isTrue();
    TrayIcon.chosen("quiet", wishes, front);
    TrayIcon.chosen("quit", wishes, front);
    TrayIcon.chosen("open", wishes, front);
    assertThat(quiet.get()).isTrue();
    assertThat(asked).containsExactly("quit", "forward");
    icon.close();
    assertThat(desktop.face.count()).isZero();
  }
}
