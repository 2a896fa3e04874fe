package app.recado.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.AuthorKind;
import app.recado.protocol.CannedRow;
import app.recado.protocol.Change;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Row;
import app.recado.protocol.SessionStatus.Group;
import app.recado.protocol.SignIn;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.account.Caller;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleWorkspaceTest {
  private static final Instant NOW = Instant.parse("2026-03-05T17:00:00Z");

  private RelayNode relay;
  private List<Row> seen;
  private UserId me;

  @BeforeAll
  void play(@TempDir Path folder) {
    DemoClock clock = new DemoClock(() -> NOW);
    relay =
        RelayNode.open(
            new RelayOptions(folder, null),
            clock,
            new SecureRandom(),
            Thread.ofPlatform().daemon().factory());
    Ids ids = new Ids(clock, new Random(1));
    SampleWorkspace workspace = new SampleWorkspace(relay, clock, ids);
    workspace.play(
        new Timetable(NOW, ZoneId.of("America/Sao_Paulo"), new Random(1)).of(TalkReader.sample()));
    clock.goLive();
    me = workspace.colleague(Shop.ME).user();
    SignIn.Device device = new SignIn.Device(new DeviceId(ids.next()), "desk");
    Caller caller =
        relay
            .accounts()
            .authenticate(
                relay
                    .accounts()
                    .signIn(new SignIn.Request(Shop.ME.email(), Shop.PASSWORD, device), "127.0.0.1")
                    .token());
    seen = everything(caller);
  }

  @AfterAll
  void close() {
    relay.close();
  }

  @Test
  void everyTabOfTheDeskHasSomethingInIt() {
    Map<Group, Integer> mine = new HashMap<>();
    Map<Group, Integer> others = new HashMap<>();
    for (DialogRow dialog : rows(DialogRow.class)) {
      boolean own = me.equals(dialog.session().owner());
      (own ? mine : others).merge(dialog.session().status().group(), 1, Integer::sum);
    }
    assertThat(others.get(Group.UNANSWERED)).isBetween(6, 15);
    assertThat(mine.get(Group.IN_WORK)).isGreaterThanOrEqualTo(5);
    assertThat(mine.get(Group.ANSWERED)).isGreaterThanOrEqualTo(4);
    assertThat(others.get(Group.IN_WORK)).isGreaterThanOrEqualTo(4);
    assertThat(others.get(Group.ANSWERED)).isGreaterThanOrEqualTo(4);
    assertThat(mine.get(Group.CLOSED) + others.get(Group.CLOSED)).isGreaterThanOrEqualTo(15);
    assertThat(others.get(Group.SPAM)).isEqualTo(3);
  }

  @Test
  void timesLieInThePastAsWritten() {
    assertThat(rows(MessageRow.class))
        .isNotEmpty()
        .allSatisfy(message -> assertThat(message.createdAt()).isBeforeOrEqualTo(NOW));
    DialogRow marinas = dialogOf("Marina Rocha");
    assertThat(marinas.session().number()).isEqualTo(3);
    assertThat(marinas.title()).isEqualTo("mesa Jatobá");
    assertThat(marinas.session().startedAt()).isEqualTo("2026-03-05T16:44:00Z");
  }

  @Test
  void whispersStayWhispersAndAreThere() {
    assertThat(rows(MessageRow.class))
        .filteredOn(MessageRow::whisper)
        .isNotEmpty()
        .allSatisfy(message -> assertThat(message.author().kind()).isEqualTo(AuthorKind.AGENT));
  }

  @Test
  void whatIsOftenDoneIsAtHand() {
    assertThat(rows(MacroRow.class))
        .extracting(MacroRow::name)
        .containsExactlyInAnyOrder(
            "Orçamento enviado", "Avaria na entrega", "Encerrar com agradecimento");
  }

  @Test
  void whatIsOftenSaidIsAtHandAndSomeConversationsHaveTags() {
    assertThat(rows(CannedRow.class))
        .extracting(CannedRow::shortcut)
        .containsExactlyInAnyOrderElementsOf(
            Shop.CANNED.stream().map(Shop.Canned::shortcut).toList());
    assertThat(dialogOf("Marina Rocha").tags()).containsExactly("frete");
  }

  private DialogRow dialogOf(String customer) {
    var id =
        rows(CustomerRow.class).stream()
            .filter(row -> row.name().equals(customer))
            .findFirst()
            .orElseThrow()
            .id();
    return rows(DialogRow.class).stream()
        .filter(dialog -> dialog.customer().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private <T extends Row> List<T> rows(Class<T> type) {
    return seen.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<Row> everything(Caller caller) {
    List<Row> rows = new ArrayList<>();
    SyncPage page = relay.changes().page(caller, null, 1000);
    while (true) {
      for (Change change : page.changes()) {
        if (change instanceof Change.Put put) {
          rows.add(put.row());
        }
      }
      if (!page.more()) {
        return rows;
      }
      page = relay.changes().page(caller, page.cursor(), 1000);
    }
  }
}
