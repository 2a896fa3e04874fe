package app.recado.client.state;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogQuery.Order;
import app.recado.client.state.DialogQuery.Trait;
import app.recado.client.state.DialogQuery.Wait;
import app.recado.client.state.DialogQuery.Whose;
import app.recado.client.ui.Example;
import app.recado.protocol.ChannelId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.SessionStatus.Group;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a query finds, and how its list follows the dialogs. */
class FilteredDialogsTest {
  private final InboxState inbox = new InboxState();
  private Instant now = Example.NOW;

  private final UserRow me = Example.user("me", "Bruno Lima");

  private void put(Example.Item... items) {
    inbox.apply(Stream.of(items).map(Example.Item::build).toList(), List.of());
  }

  private List<String> ids(FilteredDialogs dialogs) {
    return dialogs.list().stream().map(item -> item.id().value().replace("dialog-", "")).toList();
  }

  private List<String> found(DialogQuery query) {
    try (FilteredDialogs dialogs = inbox.filtered(query, () -> now)) {
      assertThat(dialogs.count().get()).isEqualTo(dialogs.list().size());
      assertThat(inbox.count(query, now)).isEqualTo(dialogs.list().size());
      return ids(dialogs);
    }
  }

  @Test
  void asksNothingOfAll() {
    put(
        Example.item("a", "Ana"),
        Example.item("b", "Bia").status(SessionStatus.SPAM),
        Example.item("c", "Caio").status(SessionStatus.CLOSED));
    assertThat(found(DialogQuery.ALL)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void asksForOneOfEachSetAndForAllSets() {
    UserRow paula = Example.user("paula", "Paula");
    put(
        Example.item("new", "Ana").tags("VIP").priority(Priority.HIGH),
        Example.item("mine", "Bia").mine(me).tags("vip", "troca").unread(2),
        Example.item("hers", "Caio").owner(paula).status(SessionStatus.AGENT_REPLIED).followed(),
        Example.item("over", "Davi").status(SessionStatus.CLOSED).draft("Olá"),
        Example.item("other", "Eva").channel(Example.channel("norte", "Norte")).held(1));
    assertThat(found(DialogQuery.ALL.in(Set.of(Group.ANSWERED, Group.CLOSED))))
        .containsExactlyInAnyOrder("hers", "over");
    assertThat(found(DialogQuery.ALL.of(Whose.MINE, null))).containsExactly("mine");
    assertThat(found(DialogQuery.ALL.of(Whose.OTHERS, null))).containsExactly("hers");
    assertThat(found(DialogQuery.ALL.of(Whose.PERSON, paula.id()))).containsExactly("hers");
    assertThat(found(DialogQuery.ALL.of(Whose.NOBODY, null)))
        .containsExactlyInAnyOrder("new", "over", "other");
    assertThat(found(DialogQuery.ALL.through(Set.of(new ChannelId("norte")))))
        .containsExactly("other");
    assertThat(found(DialogQuery.ALL.tagged(List.of("Vip", "entrega"))))
        .containsExactlyInAnyOrder("new", "mine");
    assertThat(found(DialogQuery.ALL.urgent(Set.of(Priority.HIGH, Priority.URGENT))))
        .containsExactly("new");
    assertThat(found(DialogQuery.ALL.with(Set.of(Trait.UNREAD)))).containsExactly("mine");
    assertThat(found(DialogQuery.ALL.with(Set.of(Trait.DRAFT)))).containsExactly("over");
    assertThat(found(DialogQuery.ALL.with(Set.of(Trait.UNSENT)))).containsExactly("other");
    assertThat(found(DialogQuery.ALL.with(Set.of(Trait.FOLLOWED)))).containsExactly("hers");
    assertThat(found(DialogQuery.ALL.with(Set.of(Trait.FOLLOWED, Trait.UNREAD)))).isEmpty();
    assertThat(found(DialogQuery.ALL.tagged(List.of("vip")).of(Whose.MINE, null)))
        .containsExactly("mine");
  }

  @Test
  void aPersonWhoIsNotNamedIsAnybody() {
    assertThat(DialogQuery.ALL.of(Whose.PERSON, null)).isEqualTo(DialogQuery.ALL);
    assertThat(DialogQuery.ALL.of(Whose.MINE, new UserId("paula")).person()).isNull();
  }

  @Test
  void listsWhoWaitsLongestFirstThenTheLatestMessage() {
    put(
        Example.item("answered", "Ana").mine(me).said("Até", 30),
        Example.item("short", "Bia").mine(me).waitingFor(60),
        Example.item("older", "Caio").mine(me).said("Até", 300),
        Example.item("long", "Davi").mine(me).waitingFor(900).priority(Priority.LOW));
    assertThat(found(DialogQuery.ALL)).containsExactly("long", "short", "answered", "older");
    assertThat(found(DialogQuery.ALL.by(Order.LATEST)))
        .containsExactly("answered", "short", "older", "long");
    assertThat(found(DialogQuery.ALL.by(Order.PRIORITY)))
        .containsExactly("short", "answered", "older", "long");
  }

  @Test
  void followsWhatChanges() {
    try (FilteredDialogs mine = inbox.filtered(DialogQuery.ALL.of(Whose.MINE, null), () -> now)) {
      put(Example.item("a", "Ana"), Example.item("b", "Bia").mine(me));
      assertThat(ids(mine)).containsExactly("b");
      put(Example.item("a", "Ana").mine(me).waitingFor(900));
      assertThat(ids(mine)).containsExactly("a", "b");
      put(Example.item("b", "Bia").owner(Example.user("paula", "Paula")));
      assertThat(ids(mine)).containsExactly("a");
      inbox.apply(List.of(), List.of(new DialogId("dialog-a")));
      assertThat(ids(mine)).isEmpty();
      mine.close();
      put(Example.item("c", "Caio").mine(me));
      assertThat(ids(mine)).isEmpty();
    }
  }

  @Test
  void findsWhoWaitsTooLongAsTimeGoesBy() {
    DialogQuery late = DialogQuery.ALL.waiting(Wait.LATE);
    put(Example.item("a", "Ana").waitingFor(60), Example.item("b", "Bia").mine(me).said("Ok", 9));
    try (FilteredDialogs dialogs = inbox.filtered(late, () -> now)) {
      assertThat(ids(dialogs)).isEmpty();
      assertThat(found(DialogQuery.ALL.waiting(Wait.WAITING))).containsExactly("a");
      now = now.plus(Duration.ofSeconds(45));
      assertThat(found(DialogQuery.ALL.waiting(Wait.SOON))).containsExactly("a");
      dialogs.tick();
      assertThat(ids(dialogs)).isEmpty();
      now = now.plus(Duration.ofSeconds(20));
      dialogs.tick();
      assertThat(ids(dialogs)).containsExactly("a");
    }
  }

  /**
   * Each second of an hour of ten thousand dialogs: only those are looked at whose time has come.
   */
  @Test
  void asTimeGoesByOnlyThoseAreLookedAtThatItChanges() {
    int many = 10_000;
    put(
        IntStream.range(0, many)
            .mapToObj(i -> {
              Example.Item item = Example.item("d" + i, "Ana " + i);
              return i % 4 == 0 ? item.waitingFor(i % 700) : item.mine(me).said("Ok", i);
            })
            .toArray(Example.Item[]::new));
    for (Wait wait : List.of(Wait.SOON, Wait.LATE)) {
      now = Example.NOW;
      DialogQuery query = DialogQuery.ALL.waiting(wait);
      try (FilteredDialogs dialogs = inbox.filtered(query, () -> now)) {
        int looks = 0;
        for (int second = 0; second < 3_600; second++) {
          now = now.plusSeconds(1);
          looks += dialogs.tick();
          if (second % 60 == 0) {
            assertThat(dialogs.list()).as("%s", now).hasSize(inbox.count(query, now));
          }
        }
        assertThat(dialogs.list()).isNotEmpty();
        assertThat(looks).as("at most twice each that waits").isLessThanOrEqualTo(2 * many / 4);
      }
    }
  }

  @Test
  void whatTimeChangesFollowsTheDialogAndAClockThatIsSetBack() {
    put(Example.item("a", "Ana").waitingFor(60));
    try (FilteredDialogs late = inbox.filtered(DialogQuery.ALL.waiting(Wait.LATE), () -> now)) {
      put(Example.item("a", "Ana").mine(me).said("Ok", 9));
      now = now.plusSeconds(61);
      assertThat(late.tick()).as("nobody waits any more").isZero();
      put(Example.item("a", "Ana").waitingFor(60));
      assertThat(ids(late)).containsExactly("a");
      now = now.minusSeconds(30);
      late.tick();
      assertThat(ids(late)).isEmpty();
      now = now.plusSeconds(30);
      late.tick();
      assertThat(ids(late)).containsExactly("a");
    }
  }

  @Test
  void theOpenDialogStaysUntilAnotherIsOpened() {
    try (FilteredDialogs unread =
        inbox.filtered(DialogQuery.ALL.with(Set.of(Trait.UNREAD)), () -> now)) {
      put(Example.item("a", "Ana").unread(1), Example.item("b", "Bia").unread(3));
      unread.keep(new DialogId("dialog-a"));
      put(Example.item("a", "Ana"));
      assertThat(ids(unread)).containsExactlyInAnyOrder("a", "b");
      unread.keep(new DialogId("dialog-b"));
      assertThat(ids(unread)).containsExactly("b");
      inbox.apply(List.of(), List.of(new DialogId("dialog-b")));
      assertThat(ids(unread)).isEmpty();
    }
  }
}
