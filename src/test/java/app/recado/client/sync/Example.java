package app.recado.client.sync;

import app.recado.protocol.Attachment;
import app.recado.protocol.Author;
import app.recado.protocol.Availability;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Priority;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows with dull defaults; a test names only what it is about. */
final class Example {
  static final UserId ME = new UserId("me");
  static final UserId PAULA = new UserId("paula");
  static final ChannelId CHANNEL = new ChannelId("loja");
  static final DialogId DIALOG = new DialogId("d1");
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private Example() {}

  static UserRow user(UserId id, String name) {
    return new UserRow(
        id,
        name,
        id + "@loja.example",
        Role.AGENT,
        Visibility.CHANNELS,
        true,
        true,
        Availability.ONLINE,
        null,
        0);
  }

  static ChannelRow channel() {
    return channel(true);
  }

  static ChannelRow channel(boolean active) {
    return new ChannelRow(
        CHANNEL,
        "loja",
        "Loja Centro",
        active,
        new ChannelRow.Queue(QueueMode.EVENLY, List.of(ME, PAULA), 60, null),
        List.of(
            new ChannelRow.Connector(new ConnectorId("site"), "website", "Site", true, null, null)),
        120,
        120);
  }

  static CustomerRow customer(String id, String name) {
    return new CustomerRow(new CustomerId(id), name, Map.of("phone", "+55 81 99555-0142"));
  }

  static DialogRow dialog(DialogId id, SessionStatus status, @Nullable UserId owner) {
    return dialog(id, "c1", status, owner, START, 0);
  }

  static DialogRow dialog(
      DialogId id,
      String customer,
      SessionStatus status,
      @Nullable UserId owner,
      Instant startedAt,
      long lastPosition) {
    return new DialogRow(
        id,
        CHANNEL,
        new ConnectorId("site"),
        new CustomerId(customer),
        "",
        new DialogRow.Session(
            new SessionId("s-" + id),
            1,
            status,
            CHANNEL,
            owner,
            null,
            null,
            false,
            startedAt,
            null,
            null,
            null,
            null,
            null,
            null,
            null),
        List.of(),
        lastPosition == 0
            ? null
            : new DialogRow.LastMessage(
                new MessageId(id + "-m" + lastPosition),
                Author.customer(new CustomerId(customer)),
                "Oi",
                false,
                startedAt.plusSeconds(lastPosition)),
        lastPosition,
        startedAt,
        startedAt,
        List.of(),
        Priority.NORMAL,
        null);
  }

  /** One that nobody has answered, offered to somebody. */
  static DialogRow offered(DialogId id, UserId to) {
    DialogRow row = dialog(id, SessionStatus.NEW, null);
    DialogRow.Session at = row.session();
    return row.with(
        new DialogRow.Session(
            at.id(),
            at.number(),
            at.status(),
            at.channel(),
            null,
            to,
            START.plusSeconds(180),
            false,
            at.startedAt(),
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  static MessageRow message(DialogId dialog, long position, String text) {
    return message(dialog, position, text, Author.customer(new CustomerId("c1")));
  }

  static MessageRow message(DialogId dialog, long position, String text, Author author) {
    return new MessageRow(
        new MessageId(dialog + "-m" + position),
        dialog,
        new SessionId("s-" + dialog),
        position,
        author,
        text,
        false,
        null,
        List.of(),
        List.of(),
        START.plusSeconds(position),
        null,
        null,
        Delivery.SENT,
        null,
        null);
  }

  /** The same with a file. */
  static MessageRow withFile(MessageRow row, Attachment file) {
    return new MessageRow(
        row.id(),
        row.dialog(),
        row.session(),
        row.position(),
        row.author(),
        row.text(),
        row.whisper(),
        row.quote(),
        List.of(file.id().value()),
        List.of(file),
        row.createdAt(),
        row.editedAt(),
        row.deletedAt(),
        row.delivery(),
        row.failure(),
        row.event());
  }
}
