package app.recado.client.state;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Priority;
import app.recado.protocol.QueueMode;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class InboxStateTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final InboxState inbox = new InboxState();

  private static DialogItem item(int number, SessionStatus status, int minutes, boolean joined) {
    ChannelId channel = new ChannelId("loja");
    DialogId id = new DialogId("d" + number);
    CustomerId customer = new CustomerId("c" + number);
    DialogRow.Session session =
        new DialogRow.Session(
            new SessionId("s" + number),
            1,
            status,
            channel,
            null,
            null,
            null,
            false,
            START.plusSeconds(60L * minutes),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    Instant created = START.plusSeconds(60L * minutes);
    return new DialogItem(
        new DialogRow(
            id,
            channel,
            new ConnectorId("site"),
            customer,
            "",
            session,
            List.of(),
            null,
            0,
            created,
            created,
            List.of(),
            Priority.NORMAL,
            null),
        new CustomerRow(customer, "C" + number, Map.of()),
        new ChannelRow(
            channel,
            "loja",
            "Loja",
            true,
            new ChannelRow.Queue(QueueMode.ALL, List.of(), 60, null),
            List.of(),
            60,
            60),
        "website",
        null,
        0,
        null,
        0,
        0,
        0,
        false,
        false,
        joined,
        false,
        false,
        false);
  }

  private List<String> ids(Tab tab) {
    return inbox.list(tab).stream().map(item -> item.id().value()).toList();
  }

  @Test
  void unansweredAndInWorkStandOldestFirstAnsweredAndClosedLatestFirst() {
    inbox.apply(
        List.of(
            item(1, SessionStatus.NEW, 5, false),
            item(2, SessionStatus.RETURNED, 1, false),
            item(3, SessionStatus.AGENT_REPLIED, 1, true),
            item(4, SessionStatus.AGENT_REPLIED, 9, true),
            item(5, SessionStatus.CUSTOMER_AGAIN, 8, true),
            item(6, SessionStatus.ACCEPTED, 2, true),
            item(7, SessionStatus.CLOSED, 1, false),
            item(8, SessionStatus.CLOSED_SILENTLY, 3, false),
            item(9, SessionStatus.ACCEPTED, 3, false)),
        List.of());
    assertThat(ids(Tab.UNANSWERED)).containsExactly("d2", "d1");
    assertThat(ids(Tab.MINE)).containsExactly("d6", "d5", "d4", "d3");
    assertThat(ids(Tab.TEAM)).containsExactly("d9");
    assertThat(ids(Tab.CLOSED)).containsExactly("d8", "d7");
    assertThat(inbox.count(Tab.MINE).get()).isEqualTo(4);
  }

  @Test
  void aChangedRowIsReplacedWhereItStands() {
    inbox.apply(
        List.of(item(1, SessionStatus.NEW, 1, false), item(2, SessionStatus.NEW, 2, false)),
        List.of());
    List<String> changes = new ArrayList<>();
    inbox
        .list(Tab.UNANSWERED)
        .addListener(
            (ListChangeListener<DialogItem>)
                change -> {
                  while (change.next()) {
                    changes.add(change.getFrom() + (change.wasReplaced() ? " replaced" : " moved"));
                  }
                });
    inbox.apply(List.of(item(2, SessionStatus.RETURNED, 2, false)), List.of());
    assertThat(changes).containsExactly("1 replaced");
  }

  @Test
  void minimalEditsAndFreshListsAgreeOnAnySequence() {
    Random random = new Random(3);
    SessionStatus[] statuses = SessionStatus.values();
    Map<Integer, DialogItem> expected = new java.util.HashMap<>();
    for (int round = 0; round < 300; round++) {
      List<DialogItem> changed = new ArrayList<>();
      List<DialogId> gone = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(round % 50 == 0 ? 800 : 4); i++) {
        int number = random.nextInt(1_000);
        boolean touched = changed.stream().anyMatch(one -> one.id().value().equals("d" + number));
        if (touched || gone.contains(new DialogId("d" + number))) {
          continue;
        }
        if (random.nextInt(5) == 0) {
          gone.add(new DialogId("d" + number));
          expected.remove(number);
        } else {
          DialogItem item =
              item(
                  number,
                  statuses[random.nextInt(statuses.length)],
                  random.nextInt(50),
                  random.nextBoolean());
          changed.add(item);
          expected.put(number, item);
        }
      }
      inbox.apply(changed, gone);
    }
    for (Tab tab : Tab.values()) {
      List<DialogItem> fresh = new ArrayList<>(expected.values());
      fresh.removeIf(item -> TabOrder.tab(item) != tab);
      Collections.sort(fresh, TabOrder.of(tab));
      assertThat(List.copyOf(inbox.list(tab))).isEqualTo(fresh);
      assertThat(inbox.count(tab).get()).isEqualTo(fresh.size());
    }
  }

  @Test
  void listEditsTurnAnyListIntoAnyOther() {
    Random random = new Random(5);
    var list = javafx.collections.FXCollections.<Integer>observableArrayList();
    for (int round = 0; round < 500; round++) {
      List<Integer> next = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        if (random.nextInt(3) > 0) {
          next.add(i);
        }
      }
      if (random.nextInt(4) == 0) {
        Collections.shuffle(next, random);
      }
      ListEdits.replace(list, next, number -> number);
      assertThat(List.copyOf(list)).isEqualTo(next);
    }
  }
}
