package app.recado.relay;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageRow;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.QueueMode;
import app.recado.protocol.RowKind;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.SyncPage;
import app.recado.relay.account.Caller;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.store.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayNodeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aCustomerWritesAndAnAgentAnswers(Dialect dialect) {
    try (RelayWorld world = new RelayWorld(dialect, folder)) {
      Caller ana = world.agent("ana");
      ChannelRow shop = world.channel("Loja São João", QueueMode.ALL, "ana");
      assertThat(shop.key()).isEqualTo("loja-sao-joao");
      SyncPage before = world.relay.changes().page(ana, null, 200);
      Visits.Visitor visitor = world.visitor(shop);
      DialogId dialog = world.write(visitor, "Vocês têm a poltrona Aurora?");

      SyncPage page = world.relay.changes().page(ana, before.cursor(), 200);
      assertThat(page.changes())
          .extracting(change -> change.kind())
          .contains(RowKind.DIALOG, RowKind.MESSAGE, RowKind.CUSTOMER);
      assertThat(
              new String(
                  world.relay.changes().read(ana, before.cursor(), 200).json(),
                  StandardCharsets.UTF_8))
          .isEqualTo(page.toJson());

      assertThat(world.apply(ana, dialog, new Intent.AcceptDialog()).outcome())
          .isEqualTo(OutcomeKind.APPLIED);
      assertThat(world.apply(ana, dialog, RelayWorld.whisper("cliente antigo")).outcome())
          .isEqualTo(OutcomeKind.APPLIED);
      assertThat(world.apply(ana, dialog, RelayWorld.reply("Temos, sim!")).outcome())
          .isEqualTo(OutcomeKind.APPLIED);
      assertThat(world.dialog(ana, dialog).session().status())
          .isEqualTo(SessionStatus.AGENT_REPLIED);
      assertThat(world.relay.visits().messages(visitor, null, 50).messages())
          .extracting(Visits.Message::text)
          .containsExactly("Vocês têm a poltrona Aurora?", "Temos, sim!");
      assertThat(world.relay.history().search(ana, "VOCES poltr", null, 10).messages())
          .extracting(entry -> entry.message().text())
          .containsExactly("Vocês têm a poltrona Aurora?");
      assertThat(world.timeline(ana, dialog))
          .extracting(MessageRow::position)
          .containsExactly(1L, 2L, 3L, 4L, 5L);
    }
  }
}
