package app.recado.client.ui.macros;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.state.Tab;
import app.recado.client.sync.DeskBatches;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.macros.MacroPlan.Fate;
import app.recado.client.ui.macros.MacroPlan.Planned;
import app.recado.protocol.CannedScope;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a macro comes to on a dialog, before anything is done. */
class MacroPlanTest {
  private static final ZoneId RECIFE = ZoneId.of("America/Recife");

  private final FakeDesk desk = Pictures.desk();
  private final DialogItem marina = Pictures.marina().build();
  private final DialogItem waiting = Pictures.unanswered().get(1);

  @BeforeEach
  void now() {
    desk.now = Example.NOW;
  }

  private MacroPlan plan(DialogItem item, MacroStep... steps) {
    return MacroPlan.of(List.of(steps), item, desk, RECIFE);
  }

  private static List<Fate> fates(MacroPlan plan) {
    return plan.steps().stream().map(Planned::fate).toList();
  }

  private static MacroStep reply(String text) {
    return new MacroStep.Reply(text);
  }

  @Test
  void theTextsAreFilledInAsTheyWillBeSent() {
    MacroPlan plan =
        plan(
            marina,
            reply(" Oi, {cliente.nome}! Aqui é {agente.nome}.\n"),
            new MacroStep.Whisper("de {customer.city|longe}"),
            new MacroStep.Rename("Mesa de {cliente.nome}"),
            reply("É a {conversa.título}?"));
    assertThat(plan.intents())
        .containsExactly(
            new Intent.SendMessage("Oi, Marina! Aqui é Bruno.", false, null, List.of()),
            new Intent.SendMessage("de Recife, PE", true, null, List.of()),
            new Intent.RenameDialog("Mesa de Marina"),
            new Intent.SendMessage("É a Mesa de Marina?", false, null, List.of()));
    assertThat(plan.obstacle()).isNull();
  }

  @Test
  void whatIsNotKnownStopsAllOfItAndIsNamed() {
    DialogItem nameless = Example.item("x", "#c5f7").mine(Pictures.BRUNO).build();
    MacroPlan plan = plan(nameless, reply("Oi, {cliente.nome}!"), new MacroStep.Finish());
    assertThat(fates(plan)).containsExactly(Fate.OPEN, Fate.RUNS);
    assertThat(plan.open()).singleElement().extracting("text").isEqualTo("{cliente.nome}");
    assertThat(plan.obstacle()).isEqualTo(Obstacle.VALUE_UNKNOWN);
  }

  @Test
  void eachStepIsLookedAtAsIfThoseBeforeItWereDone() {
    assertThat(fates(plan(waiting, reply("Oi"), new MacroStep.Finish())))
        .containsExactly(Fate.PREVENTED, Fate.BEHIND);
    MacroPlan answered =
        plan(
            waiting, new MacroStep.Answer(), reply("Oi"), new MacroStep.Pin(), new MacroStep.Pin());
    assertThat(fates(answered)).containsExactly(Fate.RUNS, Fate.RUNS, Fate.RUNS, Fate.NOT_NEEDED);
    MacroPlan given =
        plan(
            marina,
            new MacroStep.Transfer(Pictures.PAULA.id(), null, ""),
            new MacroStep.Prioritize(Priority.HIGH),
            new MacroStep.Finish(),
            reply("Oi"));
    assertThat(fates(given)).containsExactly(Fate.RUNS, Fate.RUNS, Fate.PREVENTED, Fate.BEHIND);
    assertThat(given.obstacle()).isEqualTo(Obstacle.NOT_OWNER);
    assertThat(given.intents()).hasSize(2);
  }

  @Test
  void whatIsSoAlreadyIsLeftOutAndNothingAgainstTheRest() {
    MacroPlan plan = plan(marina, new MacroStep.Answer(), reply("Oi"));
    assertThat(fates(plan)).containsExactly(Fate.NOT_NEEDED, Fate.RUNS);
    assertThat(plan.obstacle()).isNull();
    assertThat(plan.intents()).hasSize(1);
  }

  @Test
  void answeredBySomebodyElseItIsNotOnesOwn() {
    DialogItem others =
        Example.item("y", "Rui").owner(Pictures.PAULA).status(SessionStatus.ACCEPTED).build();
    MacroPlan plan = plan(others, new MacroStep.Answer(), reply("Oi"));
    assertThat(fates(plan)).containsExactly(Fate.PREVENTED, Fate.BEHIND);
    assertThat(plan.obstacle()).isEqualTo(Obstacle.ALREADY_ANSWERED);
  }

  @Test
  void nobodyIsTransferredToWhoIsGoneOrOneself() {
    assertThat(plan(marina, new MacroStep.Transfer(new UserId("gone"), null, "")).obstacle())
        .isEqualTo(Obstacle.TARGET_GONE);
    assertThat(plan(marina, new MacroStep.Transfer(Pictures.BRUNO.id(), null, "")).obstacle())
        .isEqualTo(Obstacle.TARGET_SELF);
  }

  @Test
  void sleepIsCountedFromNowOrLastsUntilNineWhereTheAgentIs() {
    assertThat(
            plan(
                    marina,
                    new MacroStep.Snooze(null, 90),
                    new MacroStep.Snooze(MacroStep.Morning.TOMORROW, null),
                    new MacroStep.Snooze(MacroStep.Morning.NEXT_WEEK, null))
                .intents())
        .containsExactly(
            new Intent.SnoozeDialog(Example.NOW.plus(Duration.ofMinutes(90))),
            new Intent.SnoozeDialog(Instant.parse("2026-11-21T12:00:00Z")),
            new Intent.SnoozeDialog(Instant.parse("2026-11-23T12:00:00Z")));
  }

  /** What is run, and with what left out. */
  private static final class Noted implements MacroPorts {
    private final List<DeskBatches.Run> runs = new ArrayList<>();
    private Map<DialogItem, Obstacle> skipped = Map.of();

    @Override
    public Overlay overlay() {
      throw new IllegalStateException("nothing is shown");
    }

    @Override
    public void run(String name, List<DeskBatches.Run> all, Map<DialogItem, Obstacle> left) {
      runs.addAll(all);
      skipped = left;
    }

    @Override
    public @Nullable Runnable library() {
      return null;
    }
  }

  private MacroPreviewViewModel preview(Noted noted, List<DialogId> dialogs, MacroStep... steps) {
    MacroRow row =
        new MacroRow(
            new MacroId("m"),
            CannedScope.PERSONAL,
            null,
            Pictures.BRUNO.id(),
            "M",
            List.of(steps),
            Example.NOW);
    return new MacroPreviewViewModel(desk, RECIFE, row, dialogs, noted);
  }

  @Test
  void onSeveralItIsDoneWhereAllOfItCanBeAndEachHasItsOwnValues() {
    Noted noted = new Noted();
    DialogItem joao = Pictures.joao().build();
    MacroPreviewViewModel model =
        preview(
            noted,
            List.of(waiting.id(), marina.id(), joao.id()),
            reply("Oi, {cliente.nome}!"),
            new MacroStep.Finish());
    assertThat(model.preview().get().name()).isEqualTo("Marina Rocha");
    assertThat(model.preview().get().obstacles())
        .containsExactly(Map.entry(Obstacle.NOT_ANSWERED, 1));
    model.run();
    assertThat(noted.runs)
        .extracting(DeskBatches.Run::dialog)
        .containsExactly(marina.id(), joao.id());
    assertThat(noted.runs)
        .extracting(run -> ((Intent.SendMessage) run.steps().getFirst()).text())
        .containsExactly("Oi, Marina!", "Oi, João!");
    assertThat(noted.skipped.keySet()).extracting(DialogItem::id).containsExactly(waiting.id());
  }

  @Test
  void whatIsShownOfOneFollowsTheDialog() {
    Noted noted = new Noted();
    try (MacroPreviewViewModel model =
        preview(noted, List.of(marina.id()), reply("Oi, {cliente.nome}!"))) {
      assertThat(model.preview().get().isReady()).isTrue();
      DialogItem taken =
          Pictures.marina().owner(Pictures.PAULA).status(SessionStatus.ACCEPTED).build();
      desk.inbox.put(Tab.MINE, taken);
      assertThat(model.preview().get().isReady()).isFalse();
      model.run();
      assertThat(noted.runs).isEmpty();
    }
  }
}
