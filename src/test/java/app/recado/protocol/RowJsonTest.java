package app.recado.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written by hand is, to the character, what the one mapping writes. */
class RowJsonTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.040Z");
  private static final UserId ANA = new UserId("ana");

  private static final Attachment PHOTO =
      new Attachment(new FileId("f1"), "a.png", "image/png", 5, "00", 3, 4);
  private static final Attachment TABLE =
      new Attachment(new FileId("f2"), "a \"b\".csv", "text/csv", 6, "01", null, null);

  /** Every character that JSON, or Gson, escapes, and many that neither does. */
  private static final String TEXT =
      IntStream.range(0, 0x2100)
              .mapToObj(c -> String.valueOf((char) c))
              .collect(Collectors.joining())
          + "\uD83D\uDE00";

  @Test
  void messages() {
    SystemEvent event = new SystemEvent("invited", ANA, null, null, null, List.of(ANA), TEXT, 2);
    sameAsMapped(message(Author.agent(ANA), TEXT, new MessageId("q"), NOON, TEXT, null));
    sameAsMapped(message(Author.system(), "", null, null, null, event));
  }

  private static MessageRow message(
      Author author,
      String text,
      MessageId quote,
      Instant changed,
      String failure,
      SystemEvent event) {
    return new MessageRow(
        new MessageId("m"),
        new DialogId("d"),
        new SessionId("s"),
        7,
        author,
        text,
        quote != null,
        quote,
        quote == null ? List.of() : List.of("f1", TEXT),
        quote == null ? List.of() : List.of(PHOTO, TABLE),
        NOON,
        changed,
        changed,
        Delivery.UNKNOWN,
        failure,
        event);
  }

  @Test
  void dialogs() {
    ChannelId channel = new ChannelId("c");
    DialogRow.LastMessage last =
        new DialogRow.LastMessage(new MessageId("m"), Author.agent(ANA), TEXT, true, NOON);
    sameAsMapped(last);
    DialogRow.Session full =
        new DialogRow.Session(
            new SessionId("s"),
            3,
            SessionStatus.CUSTOMER_AGAIN,
            channel,
            ANA,
            new UserId("bruno"),
            NOON,
            true,
            NOON,
            NOON.plusMillis(1),
            NOON.plusMillis(2),
            4L,
            NOON.plusMillis(3),
            new UserId("sara"),
            5,
            new SessionId("p"));
    DialogRow.Session bare =
        new DialogRow.Session(
            new SessionId("s"),
            1,
            SessionStatus.NEW,
            channel,
            null,
            null,
            null,
            false,
            NOON,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    sameAsMapped(dialog(channel, TEXT, full, List.of(ANA, new UserId("bruno")), last));
    sameAsMapped(dialog(channel, "", bare, List.of(), null));
  }

  private static DialogRow dialog(
      ChannelId channel,
      String title,
      DialogRow.Session session,
      List<UserId> participants,
      DialogRow.LastMessage last) {
    return new DialogRow(
        new DialogId("d"),
        channel,
        new ConnectorId("w"),
        new CustomerId("k"),
        title,
        session,
        participants,
        last,
        9,
        NOON,
        NOON.plusSeconds(1),
        title.isEmpty() ? List.of() : List.of(TEXT, "VIP"),
        title.isEmpty() ? Priority.NORMAL : Priority.URGENT,
        title.isEmpty() ? null : NOON.plusSeconds(2));
  }

  private static void sameAsMapped(Object row) {
    assertThat(Json.write(row)).isEqualTo(Json.tree(row).toString());
  }
}
