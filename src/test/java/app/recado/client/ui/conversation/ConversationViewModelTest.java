package app.recado.client.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.state.Tab;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Moments;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.SessionStatus;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationViewModelTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();
  private static final DialogItem CARLA = Pictures.unanswered().getFirst();

  private final FakeDesk desk = Pictures.desk();
  private final AskedPorts ports = new AskedPorts();
  private final ConversationViewModel model =
      new ConversationViewModel(desk, ports, new Moments(ZoneId.of("America/Recife")));

  @Test
  void openingWhatNobodyAcceptedSendsNoReadMark() {
    model.open(CARLA.id());
    model.onScreen(message(CARLA, 4), true);
    assertThat(calls("markRead")).isEmpty();
    assertThat(calls("seen")).containsExactly("seen dialog-carla dialog-carla-4");
  }

  @Test
  void whatWasOnScreenIsReadOnceAndOnlyByWhoLooks() {
    model.open(MARINA.id());
    model.onScreen(message(MARINA, 6), false);
    assertThat(calls("markRead")).isEmpty();
    model.onScreen(message(MARINA, 6), true);
    model.onScreen(message(MARINA, 6), true);
    assertThat(calls("markRead")).containsExactly("markRead dialog-marina 6");
  }

  @Test
  void scrollingUpNeverMakesTheBasisOlder() {
    model.open(MARINA.id());
    model.onScreen(message(MARINA, 6), true);
    model.onScreen(message(MARINA, 2), true);
    assertThat(calls("seen")).containsExactly("seen dialog-marina dialog-marina-6");
  }

  @Test
  void aMessageOfAnotherDialogIsNotReported() {
    model.open(MARINA.id());
    desk.calls.clear();
    model.onScreen(message(CARLA, 4), true);
    assertThat(desk.calls).isEmpty();
  }

  @Test
  void theHeaderSaysWhoWhereAndHowItStands() {
    model.open(MARINA.id());
    assertThat(model.titleProperty().get()).isEqualTo("Marina Rocha — mesa Jatobá");
    assertThat(model.factsProperty().get())
        .extracting(Facts.Fact::text)
        .containsExactly("WhatsApp", "Loja Centro", "first reply 1:12");
    assertThat(pill()).isEqualTo("In progress");
    model.open(CARLA.id());
    assertThat(pill()).isEqualTo("Waiting 4:12");
    desk.now = desk.now.plusSeconds(1);
    model.tick();
    assertThat(pill()).isEqualTo("Waiting 4:13");
  }

  @Test
  void finishCanBeUndoneWhileItIsStillHere() {
    model.open(MARINA.id());
    model.finish();
    assertThat(model.undoTextProperty().get()).isEmpty();
    desk.undoable.put(MARINA.id(), new CommandId("finish-1"));
    model.tick();
    assertThat(model.undoTextProperty().get()).startsWith("Conversation finished");
    model.undo();
    assertThat(calls("undo")).containsExactly("undo finish-1");
    assertThat(model.undoTextProperty().get()).isEmpty();
  }

  @Test
  void whatCouldBeUndoneBeforeIsNotOfferedAsTheNewAct() {
    desk.undoable.put(MARINA.id(), new CommandId("older"));
    model.open(MARINA.id());
    model.finish();
    assertThat(model.undoTextProperty().get()).isEmpty();
  }

  @Test
  void theRulesFollowTheDialog() {
    model.open(MARINA.id());
    assertThat(model.rulesProperty().get().reopen()).isEqualTo(Obstacle.STILL_OPEN);
    desk.inbox.put(Tab.CLOSED, Pictures.marina().status(SessionStatus.CLOSED).build());
    assertThat(model.rulesProperty().get().reopen()).isNull();
    assertThat(model.rulesProperty().get().finish()).isEqualTo(Obstacle.ENDED);
    model.reopen();
    assertThat(ports.asked).containsExactly("reopen dialog-marina");
  }

  @Test
  void leavingClosesTheTimeline() {
    model.open(MARINA.id());
    model.open(null);
    assertThat(desk.timeline(MARINA.id()).closed).isTrue();
    assertThat(model.titleProperty().get()).isEmpty();
  }

  @Test
  void sendAnywayWaitsUntilTheCauseWasSeen() {
    model.open(MARINA.id());
    TimelineEntry.Message cause = message(MARINA, 5);
    var held = Example.held(MARINA, cause.row().id());
    assertThat(model.hasSeenCause(held)).isFalse();
    model.onScreen(cause, true);
    assertThat(model.hasSeenCause(held)).isTrue();
  }

  private String pill() {
    StatusWords.Pill pill = model.pillProperty().get();
    return pill == null ? "" : pill.text();
  }

  private List<String> calls(String name) {
    return desk.calls.stream().filter(call -> call.startsWith(name + " ")).toList();
  }

  private TimelineEntry.Message message(DialogItem item, long position) {
    DialogId id = item.id();
    return desk.timeline(id).entries.stream()
        .filter(TimelineEntry.Message.class::isInstance)
        .map(TimelineEntry.Message.class::cast)
        .filter(each -> each.row().position() == position)
        .findFirst()
        .orElseThrow();
  }
}
