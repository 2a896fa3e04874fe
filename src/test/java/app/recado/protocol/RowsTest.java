package app.recado.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final DialogId DIALOG = new DialogId("d1");
  private static final UserId ANA = new UserId("ana");

  @Test
  void everyKindOfRowSurvivesTheWire() {
    ChannelId channel = new ChannelId("ch");
    MessageRow message =
        new MessageRow(
            new MessageId("m1"),
            DIALOG,
            new SessionId("s1"),
            3,
            Author.agent(ANA),
            "oi",
            true,
            null,
            List.of(),
            List.of(),
            NOON,
            null,
            NOON,
            Delivery.SENT,
            null,
            new SystemEvent("transferred", ANA, null, ANA, channel, List.of(ANA), null, 2));
    DialogRow dialog =
        new DialogRow(
            DIALOG,
            channel,
            new ConnectorId("w"),
            new CustomerId("c"),
            "",
            new DialogRow.Session(
                new SessionId("s1"),
                1,
                SessionStatus.CUSTOMER_WAITING,
                channel,
                ANA,
                null,
                null,
                false,
                NOON,
                NOON,
                NOON,
                null,
                null,
                null,
                null,
                null),
            List.of(ANA),
            new DialogRow.LastMessage(
                message.id(), Author.customer(new CustomerId("c")), "oi", false, NOON),
            3,
            NOON,
            NOON,
            List.of("frete", "VIP"),
            Priority.URGENT,
            NOON);
    List<Row> rows =
        List.of(
            message,
            dialog,
            new ReadingRow(DIALOG, 2, 1),
            new DraftRow(
                DIALOG,
                DraftKind.WHISPER,
                "t",
                List.of(),
                List.of(),
                null,
                4,
                "lost",
                List.of(),
                NOON),
            new ScheduledRow(
                message.id(),
                DIALOG,
                "t",
                null,
                List.of(),
                List.of(),
                NOON,
                HeldReason.TAKEN,
                new Outcome.Now(null, null, ANA, NOON)),
            new MentionRow(message.id(), DIALOG, 3, ANA, NOON, true),
            new CannedRow(
                new CannedId("k"),
                CannedScope.CHANNEL,
                channel,
                ANA,
                "Envio",
                "Frete",
                "frete",
                "Oi, {cliente.nome}!",
                List.of(),
                List.of(),
                message.id(),
                3,
                NOON),
            new MacroRow(
                new MacroId("x"),
                CannedScope.EVERYBODY,
                null,
                ANA,
                "Enviar orçamento",
                List.of(
                    new MacroStep.Answer(),
                    new MacroStep.Reply("Oi, {cliente.nome}!"),
                    new MacroStep.Whisper("só para nós"),
                    new MacroStep.Tag(List.of("orçamento"), List.of()),
                    new MacroStep.Prioritize(Priority.HIGH),
                    new MacroStep.Rename("Orçamento"),
                    new MacroStep.Pin(),
                    new MacroStep.Transfer(null, channel, "com desconto"),
                    new MacroStep.Snooze(MacroStep.Morning.NEXT_WEEK, null),
                    new MacroStep.Finish()),
                NOON),
            new CustomerRow(new CustomerId("c"), "Marina", Map.of("phone", "+55 81")),
            new UserRow(
                ANA,
                "Ana",
                "ana@x.br",
                Role.AGENT,
                Visibility.CHANNELS,
                true,
                true,
                Availability.ONLINE,
                NOON,
                2),
            new ChannelRow(
                channel,
                "k",
                "Loja",
                true,
                new ChannelRow.Queue(QueueMode.EVENLY, List.of(ANA), 60, null),
                List.of(
                    new ChannelRow.Connector(
                        new ConnectorId("w"), "website", "Site", true, null, null)),
                300,
                600),
            new SettingsRow(
                channel,
                true,
                false,
                "America/Recife",
                java.util.Map.of("monday", List.of(new Opening("08:00", "18:00"))),
                "Olá!",
                null,
                null,
                300,
                null,
                true,
                86_400,
                null,
                AgentShown.NAME));

    SyncPage page =
        new SyncPage(
            rows.stream().<Change>map(row -> new Change.Put(row, 9)).toList(), "c", false, NOON);

    assertThat(SyncPage.fromJson(page.toJson())).isEqualTo(page);
    assertThat(rows).extracting(Row::kind).containsExactlyInAnyOrder(RowKind.values());
  }

  @Test
  void speaksTheNamesOfTheContract() {
    DraftRow draft =
        new DraftRow(
            DIALOG, DraftKind.REPLY, "t", List.of(), List.of(), null, 1, null, List.of(), NOON);

    assertThat(Json.write(draft))
        .contains("\"kind\":\"reply\"", "\"dialog\":\"d1\"", "\"lost\":null");
    assertThat(Json.write(SessionStatus.CLOSED_SILENTLY)).isEqualTo("\"closed_silently\"");
    assertThat(new Change.Gone(RowKind.DIALOG, "d1", 7).toJson().toString())
        .isEqualTo("{\"kind\":\"dialog\",\"id\":\"d1\",\"seq\":7,\"gone\":true}");
  }

  @Test
  void messagesOfAPageCarryTheirSeqAmongTheirFields() {
    String text =
        new MessagePage(
                List.of(
                    new MessagePage.Sequenced(
                        new MessageRow(
                            new MessageId("m1"),
                            DIALOG,
                            new SessionId("s"),
                            1,
                            Author.system(),
                            "",
                            false,
                            null,
                            List.of(),
                            List.of(),
                            NOON,
                            null,
                            null,
                            Delivery.SENT,
                            null,
                            null),
                        12)),
                true)
            .toJson();

    assertThat(text).contains("\"seq\":12", "\"position\":1", "\"more\":true");
    assertThat(MessagePage.fromJson(text).messages().getFirst().seq()).isEqualTo(12);
  }
}
