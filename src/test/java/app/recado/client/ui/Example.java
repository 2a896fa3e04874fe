package app.recado.client.ui;

import app.recado.client.state.DialogItem;
import app.recado.client.state.HeldItem;
import app.recado.client.state.SendState;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Author;
import app.recado.protocol.Availability;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CommandId;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.HeldReason;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.protocol.Priority;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.SystemEvent;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows with dull defaults; a test names only what it is about. */
public final class Example {
  /** A Friday, 14:18 in Recife. */
  public static final Instant NOW = Instant.parse("2026-11-20T17:18:00Z");

  private Example() {}

  public static UserRow user(String id, String name) {
    return user(id, name, Availability.ONLINE, 4);
  }

  public static UserRow user(String id, String name, Availability availability, int open) {
    return new UserRow(
        new UserId(id),
        name,
        id + "@lojamirante.com.br",
        Role.AGENT,
        Visibility.CHANNELS,
        true,
        true,
        availability,
        NOW.minusSeconds(3600),
        open);
  }

  /** A channel with one connector of each kind, {@code <kind>-connector}. */
  public static ChannelRow channel(String id, String name, UserId... agents) {
    List<ChannelRow.Connector> connectors =
        List.of("website", "whatsapp", "telegram", "email", "instagram").stream()
            .map(kind ->
                new ChannelRow.Connector(
                    new ConnectorId(kind + "-connector"), kind, kind, true, null, null))
            .toList();
    return new ChannelRow(
        new ChannelId(id),
        id,
        name,
        true,
        new ChannelRow.Queue(QueueMode.EVENLY, List.of(agents), 180, 10),
        connectors,
        120,
        600);
  }

  /** Starts a dialog of a customer; {@link Item#build} makes what the inbox shows. */
  public static Item item(String id, String customerName) {
    return new Item(id, customerName);
  }

  /** A dialog item, built up. */
  public static final class Item {
    private final String id;
    private String name;
    private String customer;
    private String title = "";
    private String connector = "website";
    private ChannelRow channel = Example.channel("channel-centro", "Loja Centro");
    private Map<String, String> contact = Map.of();
    private SessionStatus status = SessionStatus.NEW;
    private @Nullable UserRow owner;
    private @Nullable UserId me;
    private @Nullable UserId offeredTo;
    private boolean pinned;
    private int number = 1;
    private Instant started = NOW.minusSeconds(600);
    private @Nullable Instant waiting;
    private @Nullable Long firstReply;
    private Instant lastAt = NOW.minusSeconds(60);
    private String text = "Oi!";
    private boolean fromAgent;
    private boolean automatic;
    private boolean whisper;
    private int unread;
    private @Nullable String draft;
    private int draftFiles;
    private int queued;
    private int held;
    private boolean claimed;
    private boolean muted;
    private boolean followed;
    private List<String> tags = List.of();
    private Priority priority = Priority.NORMAL;
    private @Nullable Instant snoozedUntil;

    private Item(String id, String name) {
      this.id = id;
      this.name = name;
      this.customer = "customer-" + id;
    }

    public Item customer(String customerId) {
      customer = customerId;
      return this;
    }

    public Item name(String words) {
      name = words;
      return this;
    }

    public Item title(String words) {
      title = words;
      return this;
    }

    public Item connector(String kind) {
      connector = kind;
      return this;
    }

    public Item channel(ChannelRow row) {
      channel = row;
      return this;
    }

    public Item contact(Map<String, String> known) {
      contact = known;
      return this;
    }

    public Item status(SessionStatus now) {
      status = now;
      return this;
    }

    /** Owned by this person, who is the one at the desk. */
    public Item mine(UserRow myself) {
      me = myself.id();
      return owner(myself).status(SessionStatus.CUSTOMER_AGAIN);
    }

    public Item owner(UserRow user) {
      owner = user;
      return this;
    }

    public Item offeredTo(UserId user) {
      offeredTo = user;
      return this;
    }

    public Item pinned() {
      pinned = true;
      return this;
    }

    public Item session(int sessionNumber, Instant start) {
      number = sessionNumber;
      started = start;
      return this;
    }

    public Item waitingFor(long seconds) {
      waiting = NOW.minusSeconds(seconds);
      lastAt = NOW.minusSeconds(seconds);
      return this;
    }

    public Item firstReply(long seconds) {
      firstReply = seconds;
      return this;
    }

    /** The last message, so many seconds ago. */
    public Item said(String words, long secondsAgo) {
      text = words;
      lastAt = NOW.minusSeconds(secondsAgo);
      return this;
    }

    public Item fromAgent() {
      fromAgent = true;
      return this;
    }

    /** The last message is an automatic text. */
    public Item automatic() {
      automatic = true;
      return this;
    }

    public Item whisper() {
      whisper = true;
      fromAgent = true;
      return this;
    }

    public Item unread(int messages) {
      unread = messages;
      return this;
    }

    public Item draftFiles(int count) {
      draftFiles = count;
      return this;
    }

    public Item draft(String firstLine) {
      draft = firstLine;
      return this;
    }

    public Item queued(int commands) {
      queued = commands;
      return this;
    }

    public Item held(int commands) {
      held = commands;
      return this;
    }

    public Item claimed() {
      claimed = true;
      return this;
    }

    public Item tags(String... words) {
      tags = List.of(words);
      return this;
    }

    public Item priority(Priority level) {
      priority = level;
      return this;
    }

    public Item muted() {
      muted = true;
      return this;
    }

    public Item followed() {
      followed = true;
      return this;
    }

    public Item snoozed(Instant until) {
      snoozedUntil = until;
      return this;
    }

    public DialogItem build() {
      UserRow by = owner;
      Author author =
          automatic
              ? Author.system()
              : fromAgent
                  ? Author.agent(by == null ? new UserId("user-bruno") : by.id())
                  : Author.customer(new CustomerId(customer));
      DialogRow.Session session =
          new DialogRow.Session(
              new SessionId("session-" + id),
              number,
              status,
              channel.id(),
              by == null ? null : by.id(),
              offeredTo,
              null,
              pinned,
              started,
              by == null ? null : started,
              waiting,
              firstReply,
              status.isOpen() ? null : lastAt,
              null,
              null,
              null);
      DialogRow row =
          new DialogRow(
              new DialogId("dialog-" + id),
              channel.id(),
              new ConnectorId(connector + "-connector"),
              new CustomerId(customer),
              title,
              session,
              List.of(),
              new DialogRow.LastMessage(new MessageId("last-" + id), author, text, whisper, lastAt),
              10,
              started,
              lastAt,
              tags,
              priority,
              snoozedUntil);
      boolean mine = by != null && by.id().equals(me);
      return new DialogItem(
          row,
          new CustomerRow(new CustomerId(customer), name, contact),
          channel,
          connector,
          by,
          unread,
          draft,
          draftFiles,
          queued,
          held,
          claimed,
          mine,
          mine,
          snoozedUntil != null,
          muted,
          followed);
    }
  }

  /** A message as the timeline shows it. */
  public static TimelineEntry.Message message(
      DialogItem item,
      int position,
      String text,
      Instant at,
      @Nullable UserRow agent,
      boolean own) {
    return message(item, position, text, at, agent, own, false, own ? SendState.SENT : null);
  }

  public static TimelineEntry.Message message(
      DialogItem item,
      int position,
      String text,
      Instant at,
      @Nullable UserRow agent,
      boolean own,
      boolean whisper,
      @Nullable SendState state) {
    Author author =
        agent == null ? Author.customer(item.customer().id()) : Author.agent(agent.id());
    MessageRow row =
        new MessageRow(
            new MessageId(item.id().value() + "-" + position),
            item.id(),
            item.dialog().session().id(),
            position,
            author,
            text,
            whisper,
            null,
            List.of(),
            List.of(),
            at,
            null,
            null,
            Delivery.SENT,
            null,
            null);
    return new TimelineEntry.Message(
        row,
        own,
        state,
        null,
        agent == null ? item.customer().name() : agent.name(),
        null,
        own ? null : "edit.notOwn",
        own ? null : "delete.notOwn");
  }

  public static TimelineEntry.Event event(
      DialogItem item, int position, Instant at, SystemEvent event) {
    return new TimelineEntry.Event(
        new MessageRow(
            new MessageId(item.id().value() + "-" + position),
            item.id(),
            item.dialog().session().id(),
            position,
            Author.system(),
            "",
            false,
            null,
            List.of(),
            List.of(),
            at,
            null,
            null,
            Delivery.SENT,
            null,
            event));
  }

  /** A reply held because of a message that the agent had not seen. */
  public static HeldItem held(DialogItem item, MessageId unseen) {
    return new HeldItem(
        new CommandId("held-" + item.id().value()),
        item.id(),
        item.customer().name(),
        "message.send",
        HeldReason.UNSEEN_REPLY,
        null,
        new Outcome.Now(null, unseen, null, null),
        "Paula Reis",
        NOW,
        List.of("Oi"),
        List.of(),
        List.of(
            HeldItem.Choice.SEND_ANYWAY,
            HeldItem.Choice.EDIT,
            HeldItem.Choice.KEEP_AS_DRAFT,
            HeldItem.Choice.DISCARD));
  }
}
