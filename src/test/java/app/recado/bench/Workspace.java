package app.recado.bench;

import app.recado.protocol.Author;
import app.recado.protocol.Availability;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Priority;
import app.recado.protocol.QueueMode;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.Role;
import app.recado.protocol.Row;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A made-up workspace, the same for the same numbers: dialogs with equally many messages, written
 * in turns over the last weeks.
 */
final class Workspace {
  private static final Instant END = Instant.parse("2026-11-20T17:00:00Z");

  private final Random random = new Random(25);
  private final AtomicLong clock = new AtomicLong();
  private final Ids ids = new Ids(() -> Instant.ofEpochMilli(clock.get()), random);
  private final Prose prose = new Prose(random);
  private final int dialogs;
  private final long messages;
  private final long step;
  private final Talk[] talks;
  private long seq;
  private int closed;

  final UserRow me;
  final ChannelRow channel;

  /**
   * @param messages in all, a multiple of the dialogs
   */
  Workspace(int dialogs, long messages) {
    this.dialogs = dialogs;
    this.messages = messages;
    long span = 20L * 24 * 3600 * 1000;
    step = Math.max(1, span / Math.max(1, messages));
    clock.set(END.toEpochMilli() - step * messages);
    me =
        new UserRow(
            new UserId(ids.next()),
            "Ana Souza",
            "ana@example.com",
            Role.AGENT,
            Visibility.CHANNELS,
            true,
            true,
            Availability.ONLINE,
            END,
            0);
    channel =
        new ChannelRow(
            new ChannelId(ids.next()),
            "site",
            "Site",
            true,
            new ChannelRow.Queue(QueueMode.EVENLY, List.of(me.id()), 180, null),
            List.of(
                new ChannelRow.Connector(
                    new ConnectorId(ids.next()), "website", "Site", true, null, null)),
            120,
            120);
    talks = new Talk[dialogs];
    for (int i = 0; i < dialogs; i++) {
      talks[i] =
          new Talk(
              new DialogId(ids.next()),
              new CustomerId(ids.next()),
              new SessionId(ids.next()),
              Instant.ofEpochMilli(clock.get()));
    }
  }

  int dialogs() {
    return dialogs;
  }

  Prose prose() {
    return prose;
  }

  DialogId dialog(int index) {
    return talks[index].id;
  }

  /** Every change in the order of its number, as catching up brings them; each row once. */
  void changes(Consumer<Change> consumer) {
    put(me, consumer);
    put(channel, consumer);
    List<Integer> order = new ArrayList<>(dialogs);
    for (long written = 0; written < messages; written++) {
      if (order.isEmpty()) {
        for (int i = 0; i < dialogs; i++) {
          order.add(i);
        }
        Collections.shuffle(order, random);
      }
      Talk talk = talks[order.removeLast()];
      clock.addAndGet(step);
      MessageRow message = message(talk);
      put(message, consumer);
      if (messages - written <= dialogs) {
        close(talk, message, consumer);
      }
    }
  }

  List<Change> all() {
    List<Change> all = new ArrayList<>();
    changes(all::add);
    return all;
  }

  /** What stands after a dialog's last message. */
  private void close(Talk talk, MessageRow last, Consumer<Change> consumer) {
    put(
        new CustomerRow(
            talk.customer,
            prose.sentence().split(" ", 3)[1] + " " + talk.number(),
            Map.of("phone", "+55 81 9" + (10_000_000 + random.nextInt(80_000_000)))),
        consumer);
    SessionStatus status = status();
    put(
        new DialogRow(
            talk.id,
            channel.id(),
            channel.connectors().getFirst().id(),
            talk.customer,
            "",
            new DialogRow.Session(
                talk.session,
                1,
                status,
                channel.id(),
                status == SessionStatus.NEW ? null : me.id(),
                null,
                null,
                false,
                talk.began,
                talk.began,
                null,
                60L,
                null,
                null,
                null,
                null),
            List.of(),
            new DialogRow.LastMessage(
                last.id(), last.author(), snippet(last.text()), false, last.createdAt()),
            last.position(),
            talk.began,
            last.createdAt(),
            List.of(),
            Priority.NORMAL,
            null),
        consumer);
    put(new ReadingRow(talk.id, last.position(), 0), consumer);
  }

  /** The first that is closed here is mine, every fourth is nobody's. */
  private SessionStatus status() {
    closed++;
    return switch (closed % 4) {
      case 0 -> SessionStatus.NEW;
      case 1 -> SessionStatus.AGENT_REPLIED;
      default -> SessionStatus.CUSTOMER_AGAIN;
    };
  }

  private MessageRow message(Talk talk) {
    talk.position++;
    return new MessageRow(
        new MessageId(ids.next()),
        talk.id,
        talk.session,
        talk.position,
        talk.position % 2 == 1 ? Author.customer(talk.customer) : Author.agent(me.id()),
        prose.sentence(),
        false,
        null,
        List.of(),
        List.of(),
        Instant.ofEpochMilli(clock.get()),
        null,
        null,
        Delivery.READ,
        null,
        null);
  }

  private void put(Row row, Consumer<Change> consumer) {
    seq++;
    consumer.accept(new Change.Put(row, seq));
  }

  private static String snippet(String text) {
    return text.length() > 140 ? text.substring(0, 140) : text;
  }

  private static final class Talk {
    final DialogId id;
    final CustomerId customer;
    final SessionId session;
    final Instant began;
    long position;

    Talk(DialogId id, CustomerId customer, SessionId session, Instant began) {
      this.id = id;
      this.customer = customer;
      this.session = session;
      this.began = began;
    }

    String number() {
      return id.value().substring(30);
    }
  }
}
