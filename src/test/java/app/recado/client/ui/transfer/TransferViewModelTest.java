package app.recado.client.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Moments;
import app.recado.protocol.Availability;
import app.recado.protocol.PresenceEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferViewModelTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();

  private final FakeDesk desk = Pictures.desk();
  private final Moments moments = new Moments(ZoneId.of("America/Recife"));

  @Test
  void recentTargetsComeFirstAndOnlyOnce() {
    desk.recentTargets.addAll(List.of("user-paula-4", "channel-juridico"));
    TransferViewModel model = transfer();
    assertThat(model.sectionsProperty().get())
        .extracting(TransferViewModel.Section::heading)
        .containsExactly("RECENT", "PEOPLE", "CHANNELS");
    assertThat(names(model))
        .containsExactly(
            "Paula Reis",
            "Jurídico",
            "André Dias",
            "Cíntia Melo",
            "Rafael Torres",
            "Financeiro",
            "Loja Centro");
  }

  @Test
  void twoThousandPeopleAreListedAndSearchedAtOnce() {
    List<app.recado.protocol.UserId> queue = new java.util.ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      var availability = Availability.values()[i % Availability.values().length];
      var person = Example.user("user-n" + i, "Ângela Conceição " + i, availability, i % 10);
      desk.people.add(person);
      queue.add(person.id());
    }
    for (int i = 0; i < 20; i++) {
      desk.channels.add(
          Example.channel(
              "channel-n" + i, "Canal " + i, queue.toArray(app.recado.protocol.UserId[]::new)));
    }
    transfer().queryProperty().set("warm");
    long start = System.nanoTime();
    TransferViewModel model = transfer();
    long opened = System.nanoTime() - start;
    List<Target> first = shown(model);
    start = System.nanoTime();
    model.queryProperty().set("angela conceicao 199");
    long typed = System.nanoTime() - start;

    assertThat(names(model)).hasSize(11).contains("Ângela Conceição 1999");
    assertThat(first).hasSizeLessThanOrEqualTo(100);
    assertThat(first.getFirst().presence()).isEqualTo("online");
    // Generous: it takes a few milliseconds on a machine that has nothing else to do.
    assertThat(Duration.ofNanos(opened)).isLessThan(Duration.ofMillis(500));
    assertThat(Duration.ofNanos(typed)).isLessThan(Duration.ofMillis(250));
    model.queryProperty().set("");
    assertThat(model.sectionsProperty().get())
        .anySatisfy(section -> assertThat(section.hidden()).isGreaterThan(1_900));
  }

  @Test
  void searchIgnoresAccentsAndMixesPeopleAndChannels() {
    TransferViewModel model = transfer();
    model.queryProperty().set("juri");
    assertThat(names(model)).containsExactly("Jurídico");
    model.queryProperty().set("CINTIA m");
    assertThat(names(model)).containsExactly("Cíntia Melo");
    model.queryProperty().set("zzz");
    assertThat(names(model)).isEmpty();
  }

  @Test
  void saysHowTheyStandAndHowMuchTheyHave() {
    assertThat(shown(transfer()).stream().map(Target::state))
        .contains("Online · 4 open", "Online · 9 open of 10", "Paused · 2 open")
        .contains("Channel · 1 agent online", "Channel · 2 agents online")
        .anyMatch(state -> state.startsWith("Offline since"));
  }

  @Test
  void whoComesOrGoesMeanwhileIsSeenInPlace() {
    TransferViewModel model = transfer();
    List<String> before = names(model);
    choose(model, "Paula Reis");
    Target paula = target(model, "Paula Reis");
    assertThat(paula.presence()).isEqualTo("online");
    for (var person : List.copyOf(desk.people)) {
      desk.people.set(
          desk.people.indexOf(person),
          new PresenceEvent(person.id(), Availability.PAUSE, null, 1).over(person));
    }
    model.lookAgain();
    assertThat(paula.presence()).isEqualTo("pause");
    assertThat(paula.state()).startsWith("Paused");
    assertThat(target(model, "Jurídico").state()).isEqualTo("Channel · 0 agents online");
    assertThat(names(model)).isEqualTo(before);
    assertThat(model.isReady()).isTrue();
  }

  @Test
  void goesToAPersonWithANoteAndStays() {
    TransferViewModel model = transfer();
    choose(model, "Paula Reis");
    assertThat(model.mayStay()).isTrue();
    model.commentProperty().set(" cliente antiga ");
    model.stayProperty().set(true);
    model.confirm();
    assertThat(desk.calls)
        .containsExactly("transferToUser dialog-marina user-paula-4 cliente antiga true");
  }

  @Test
  void goesToAChannelAndThenNobodyStays() {
    TransferViewModel model = transfer();
    choose(model, "Paula Reis");
    model.stayProperty().set(true);
    choose(model, "Jurídico");
    assertThat(model.mayStay()).isFalse();
    model.confirm();
    assertThat(desk.calls).containsExactly("transferToChannel dialog-marina channel-juridico -");
  }

  @Test
  void withoutATargetNothingHappens() {
    transfer().confirm();
    assertThat(desk.calls).isEmpty();
  }

  @Test
  void severalAreInvitedAtOnceAndNoChannel() {
    TransferViewModel model = TransferViewModel.invite(desk, MARINA.id(), moments);
    assertThat(names(model)).doesNotContain("Jurídico");
    choose(model, "Paula Reis");
    choose(model, "André Dias");
    choose(model, "Cíntia Melo");
    choose(model, "André Dias");
    model.confirm();
    assertThat(desk.calls).hasSize(1);
    assertThat(desk.calls.getFirst())
        .startsWith("invite dialog-marina")
        .contains("user-paula-4", "user-cintia-5")
        .doesNotContain("andre");
  }

  @Test
  void arrowsWalkTheListAndWrap() {
    TransferViewModel model = transfer();
    model.step(1);
    assertThat(model.chosenProperty().get()).extracting(Target::name).containsExactly("André Dias");
    model.step(-1);
    assertThat(model.chosenProperty().get())
        .extracting(Target::name)
        .containsExactly("Loja Centro");
  }

  @Test
  void typingMarksWhatEnterWouldTake() {
    TransferViewModel model = transfer();
    assertThat(model.currentProperty().get()).isNull();
    model.queryProperty().set("juri");
    assertThat(model.currentProperty().get()).isEqualTo(target(model, "Jurídico"));
    assertThat(model.isReady()).isFalse();
    model.queryProperty().set("zzz");
    assertThat(model.currentProperty().get()).isNull();
  }

  @Test
  void whoTypesAnotherNameDoesNotTransferToTheFormerOne() {
    TransferViewModel model = transfer();
    choose(model, "Paula Reis");
    model.queryProperty().set("juri");
    assertThat(model.isReady()).isFalse();
    model.chooseCurrent();
    model.confirm();
    assertThat(desk.calls).containsExactly("transferToChannel dialog-marina channel-juridico -");
  }

  @Test
  void invitedOnesStayInvitedWhileMoreAreSearched() {
    TransferViewModel model = TransferViewModel.invite(desk, MARINA.id(), moments);
    choose(model, "Paula Reis");
    model.queryProperty().set("cintia");
    assertThat(model.chosenProperty().get()).extracting(Target::name).containsExactly("Paula Reis");
  }

  private TransferViewModel transfer() {
    return TransferViewModel.transfer(desk, MARINA.id(), moments);
  }

  private static void choose(TransferViewModel model, String name) {
    shown(model).stream().filter(one -> one.name().equals(name)).forEach(model::choose);
  }

  private static Target target(TransferViewModel model, String name) {
    return shown(model).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(TransferViewModel model) {
    return shown(model).stream().map(Target::name).toList();
  }

  private static List<Target> shown(TransferViewModel model) {
    return model.sectionsProperty().get().stream()
        .flatMap(section -> section.targets().stream())
        .toList();
  }
}
