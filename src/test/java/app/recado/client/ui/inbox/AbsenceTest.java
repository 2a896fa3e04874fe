package app.recado.client.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogId;
import app.recado.protocol.SessionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbsenceTest {
  private final FakeDesk desk = new FakeDesk();
  private final List<Runnable> later = new ArrayList<>();
  private Absence absence;

  @BeforeEach
  void atWork() {
    Texts.speak(Language.ENGLISH);
    desk.inbox.put(
        Tab.MINE,
        Example.item("marina", "Marina Rocha").mine(Pictures.BRUNO).said("Oi", 600).build());
    desk.inbox.put(
        Tab.MINE, Example.item("joao", "João Pedro").mine(Pictures.BRUNO).said("Oi", 600).build());
    desk.inbox.put(Tab.UNANSWERED, Example.item("old", "Zé").build());
    absence =
        new Absence(
            desk,
            (delay, action) -> {
              later.add(action);
              return Subscription.EMPTY;
            },
            Texts.of("inbox"));
  }

  private void is(Connection.Status status, Duration passed) {
    desk.now = desk.now.plus(passed);
    desk.connection.set(new Connection(status, 0, desk.now, null));
    later.forEach(Runnable::run);
    later.clear();
  }

  private List<String> lines() {
    Absence.Digest digest = absence.digest().get();
    return digest == null ? List.of() : digest.lines().stream().map(Absence.Line::text).toList();
  }

  @Test
  void tellsWhatCameWhatWasTakenAndWhatIsHeld() {
    is(Connection.Status.OFFLINE, Duration.ZERO);
    is(Connection.Status.CONNECTING, Duration.ofMinutes(5));
    is(Connection.Status.OFFLINE, Duration.ZERO);
    desk.inbox.put(Tab.UNANSWERED, Example.item("carla", "Carla Souza").build());
    desk.inbox.put(
        Tab.MINE,
        Example.item("marina", "Marina Rocha")
            .mine(Pictures.BRUNO)
            .said("E o frete?", 20)
            .held(1)
            .build());
    desk.inbox.put(
        Tab.TEAM,
        Example.item("joao", "João Pedro")
            .owner(Pictures.PAULA)
            .status(SessionStatus.ACCEPTED)
            .build());
    is(Connection.Status.ONLINE, Duration.ofMinutes(18));

    assertThat(lines())
        .containsExactly(
            "Carla Souza wrote, and waits for an answer",
            "Marina Rocha wrote back",
            "Paula Reis took over João Pedro",
            "One thing needs your attention");
    Absence.Digest digest = Objects.requireNonNull(absence.digest().get());
    assertThat(digest.length()).isEqualTo(Duration.ofMinutes(23));
    assertThat(digest.lines().getFirst().dialog()).isEqualTo(new DialogId("dialog-carla"));
    absence.dismiss();
    assertThat(absence.digest().get()).isNull();
  }

  @Test
  void whatNeedsNoAttentionAnyMoreIsNotSaidToNeedIt() {
    DialogItem held =
        Example.item("marina", "Marina Rocha").mine(Pictures.BRUNO).said("Oi", 600).held(1).build();
    is(Connection.Status.OFFLINE, Duration.ZERO);
    desk.inbox.put(Tab.UNANSWERED, Example.item("carla", "Carla Souza").build());
    desk.inbox.put(Tab.MINE, held);
    desk.held.add(Pictures.heldReply());
    is(Connection.Status.ONLINE, Duration.ofMinutes(18));
    assertThat(lines()).hasSize(2).contains("One thing needs your attention");

    desk.held.clear();
    assertThat(lines()).containsExactly("Carla Souza wrote, and waits for an answer");
  }

  @Test
  void severalAreCountedAndSeenInTheirTab() {
    is(Connection.Status.OFFLINE, Duration.ZERO);
    desk.inbox.put(Tab.UNANSWERED, Example.item("carla", "Carla Souza").build());
    desk.inbox.put(Tab.UNANSWERED, Example.item("rui", "Rui").build());
    is(Connection.Status.ONLINE, Duration.ofMinutes(3));

    assertThat(lines()).containsExactly("2 new conversations");
    assertThat(Objects.requireNonNull(absence.digest().get()).lines().getFirst())
        .extracting(Absence.Line::tab, Absence.Line::dialog)
        .containsExactly(Tab.UNANSWERED, null);
  }

  @Test
  void aShortCutOrNothingNewIsNotWorthAWord() {
    is(Connection.Status.OFFLINE, Duration.ZERO);
    desk.inbox.put(Tab.UNANSWERED, Example.item("carla", "Carla Souza").build());
    is(Connection.Status.ONLINE, Duration.ofSeconds(90));
    assertThat(lines()).isEmpty();

    is(Connection.Status.OFFLINE, Duration.ZERO);
    is(Connection.Status.ONLINE, Duration.ofHours(1));
    assertThat(lines()).isEmpty();
  }
}
