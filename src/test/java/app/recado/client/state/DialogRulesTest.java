package app.recado.client.state;

import static app.recado.client.ui.Pictures.BRUNO;
import static app.recado.client.ui.Pictures.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.ui.Example;
import app.recado.protocol.Role;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DialogRulesTest {
  private static final Map<String, Function<DialogRules, Obstacle>> RULES = new LinkedHashMap<>();

  static {
    RULES.put("answer", DialogRules::answer);
    RULES.put("transfer", DialogRules::transfer);
    RULES.put("skip", DialogRules::skip);
    RULES.put("spam", DialogRules::spam);
    RULES.put("invite", DialogRules::invite);
    RULES.put("finish", DialogRules::finish);
    RULES.put("give back", DialogRules::giveBack);
    RULES.put("pin", DialogRules::pin);
    RULES.put("unpin", DialogRules::unpin);
    RULES.put("rename", DialogRules::rename);
    RULES.put("take over", DialogRules::takeOver);
    RULES.put("join", DialogRules::join);
    RULES.put("leave", DialogRules::leave);
    RULES.put("reopen", DialogRules::reopen);
  }

  private static final Example.Item PAULAS =
      Example.item("1", "Carla").owner(PAULA).status(SessionStatus.AGENT_REPLIED);

  @Test
  void whatNobodyAnsweredCanBeAnsweredButNotTakenOver() {
    assertThat(possible(Example.item("1", "Carla"), BRUNO))
        .containsExactlyInAnyOrder("answer", "transfer", "spam");
  }

  @Test
  void onlyTheOneItIsOfferedToSkips() {
    Example.Item offered = Example.item("1", "Carla").offeredTo(BRUNO.id());
    assertThat(rules(offered, BRUNO).skip()).isNull();
    assertThat(rules(offered, PAULA).skip()).isEqualTo(Obstacle.NOT_OFFERED);
  }

  @Test
  void theOwnerFinishesAndDoesNotTakeOverFromOneself() {
    assertThat(possible(Example.item("1", "Carla").mine(BRUNO), BRUNO))
        .containsExactlyInAnyOrder(
            "invite", "transfer", "finish", "give back", "spam", "pin", "rename");
    assertThat(rules(Example.item("1", "Carla").mine(BRUNO), BRUNO).leave())
        .isEqualTo(Obstacle.OWNER_STAYS);
  }

  @Test
  void anotherAgentMayTakeOverOrJoinWithTheRight() {
    assertThat(possible(PAULAS, BRUNO)).containsExactlyInAnyOrder("take over", "join");
    assertThat(possible(PAULAS, bruno(Role.AGENT))).isEmpty();
    assertThat(rules(PAULAS, bruno(Role.AGENT)).join()).isEqualTo(Obstacle.NO_RIGHT);
  }

  @Test
  void whatIsPinnedIsUnpinned() {
    Example.Item pinned = Example.item("1", "Carla").mine(BRUNO).pinned();
    assertThat(possible(pinned, BRUNO)).contains("unpin").doesNotContain("pin");
    assertThat(rules(PAULAS, BRUNO).pin()).isEqualTo(Obstacle.NOT_OWNER);
  }

  @Test
  void aSupervisorFinishesAnothersDialog() {
    assertThat(possible(PAULAS, bruno(Role.SUPERVISOR)))
        .contains("finish", "transfer", "take over", "join", "spam");
  }

  @Test
  void whatHasEndedCanOnlyBeReopened() {
    assertThat(possible(Example.item("1", "Carla").mine(BRUNO).status(SessionStatus.CLOSED), BRUNO))
        .containsExactlyInAnyOrder("reopen", "rename");
  }

  @Test
  void nothingCanBeDoneWhileNoneIsOpen() {
    DialogRules rules = new DialogRules(null, BRUNO);
    RULES.forEach(
        (name, rule) -> assertThat(rule.apply(rules)).as(name).isEqualTo(Obstacle.NOTHING_OPEN));
  }

  private static Set<String> possible(Example.Item item, UserRow me) {
    DialogRules rules = rules(item, me);
    return RULES.entrySet().stream()
        .filter(rule -> rule.getValue().apply(rules) == null)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static DialogRules rules(Example.Item item, UserRow me) {
    DialogItem built = item.build();
    return new DialogRules(built, me);
  }

  /** Without the right to join. */
  private static UserRow bruno(Role role) {
    return new UserRow(
        BRUNO.id(),
        BRUNO.name(),
        BRUNO.email(),
        role,
        BRUNO.visibility(),
        false,
        true,
        BRUNO.availability(),
        null,
        0);
  }
}
