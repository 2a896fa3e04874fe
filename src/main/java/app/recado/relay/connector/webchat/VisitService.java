package app.recado.relay.connector.webchat;

import app.recado.protocol.AgentShown;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.Ids;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.Sha256;
import app.recado.protocol.UserId;
import app.recado.relay.account.Directory;
import app.recado.relay.account.Person;
import app.recado.relay.channel.Channel;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.dialog.CustomerSide;
import app.recado.relay.dialog.CustomerSide.Place;
import app.recado.relay.dialog.CustomerSide.Shown;
import app.recado.relay.dialog.CustomerSide.Standing;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Database;
import app.recado.relay.store.Feed;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import app.recado.relay.store.Writer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The website's customers, in the database. */
public final class VisitService implements Visits {

  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_COMMENT = 2_000;
  private static final int LONGEST_PAGE = 500;
  private static final int LONGEST_NAME = 120;
  private static final int FIRST_PAGE = 50;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Database database;
  private final Writer writer;
  private final CustomerSide dialogs;
  private final Directory people;
  private final ChannelDirectory channels;
  private final VisitListeners listeners;
  private final Ids ids;
  private final RandomGenerator random;

  /**
   * @param reader where it is read whom a commit concerns
   * @param random unpredictable; tokens are made of it
   */
  public VisitService(
      Database database,
      Writer writer,
      CustomerSide dialogs,
      Directory people,
      ChannelDirectory channels,
      Feed feed,
      Executor reader,
      Ids ids,
      RandomGenerator random) {
    this.database = database;
    this.writer = writer;
    this.dialogs = dialogs;
    this.people = people;
    this.channels = channels;
    this.listeners = new VisitListeners(feed, reader);
    this.ids = ids;
    this.random = random;
  }

  @Override
  public Opened open(
      String channelKey, @Nullable String page, @Nullable String visitor, @Nullable String name) {
    if (name != null && name.length() > LONGEST_NAME) {
      throw Refusal.invalid("name", "A name has at most " + LONGEST_NAME + " characters.");
    }
    String where = page == null ? null : page.substring(0, Math.min(page.length(), LONGEST_PAGE));
    return writer.write(write -> open(write, channelKey, where, visitor, name));
  }

  private Opened open(
      Write write,
      String channelKey,
      @Nullable String page,
      @Nullable String visitor,
      @Nullable String name) {
    Tx tx = write.tx();
    Channel channel =
        channels
            .byKey(tx, channelKey)
            .filter(found -> found.settings().active())
            .orElseThrow(() -> Refusal.notFound("channel"));
    ChannelRow.Connector website =
        channel.connectors().stream()
            .filter(connector -> connector.kind().equals("website") && connector.on())
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("channel"));
    Optional<Place> known =
        visitor == null
            ? Optional.empty()
            : VisitTable.place(tx, visitor).filter(place -> place.connector().equals(website.id()));
    if (known.isPresent() && visitor != null) {
      come(write, known.get(), page, name);
      return new Opened(
          visitor, channel.settings().name(), transcript(tx, known.get(), null, FIRST_PAGE));
    }
    Place place =
        new Place(new DialogId(ids.next()), channel.id(), website.id(), new CustomerId(ids.next()));
    String token = token();
    Map<String, String> contact = page == null ? Map.of() : Map.of("page", page);
    CustomerRow customer = new CustomerRow(place.customer(), called(place, name), contact);
    VisitTable.insert(write, token, place, customer);
    return new Opened(token, channel.settings().name(), transcript(tx, place, null, FIRST_PAGE));
  }

  /** What staff call a visitor who gave no name: a mark that tells visitors apart. */
  private static String called(Place place, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      return name.strip();
    }
    String id = place.customer().value();
    return "#" + id.substring(id.length() - 4);
  }

  private static void come(Write write, Place place, @Nullable String page, @Nullable String name) {
    CustomerRow before = VisitTable.customer(write.tx(), place.customer());
    Map<String, String> contact = new TreeMap<>(before.contact());
    if (page != null) {
      contact.put("page", page);
    }
    String called = name == null || name.isBlank() ? before.name() : name.strip();
    CustomerRow after = new CustomerRow(before.id(), called, contact);
    if (!after.equals(before)) {
      VisitTable.update(write, after);
      if (VisitTable.hasDialog(write.tx(), place.dialog())) {
        write.put(after, place.dialog());
      }
    }
  }

  private String token() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public Visitor authenticate(String token) {
    return database
        .read(tx -> VisitTable.place(tx, token))
        .map(VisitService::visitor)
        .orElseThrow(() -> Refusal.of(401, "no_visit", "Open the chat first."));
  }

  private static Visitor visitor(Place place) {
    return new Visitor(place.customer().value(), place.dialog().value(), place.channel().value());
  }

  private static Place place(Tx tx, Visitor visitor) {
    return tx.first(
            "SELECT connector_id FROM visit WHERE dialog_id = ?",
            row ->
                new Place(
                    new DialogId(visitor.dialog()),
                    new ChannelId(visitor.channel()),
                    new ConnectorId(row.text(1)),
                    new CustomerId(visitor.customer())),
            visitor.dialog())
        .orElseThrow(() -> Refusal.of(401, "no_visit", "Open the chat first."));
  }

  @Override
  public Posted post(Visitor visitor, String id, String text, @Nullable String file) {
    if (!ID.matcher(id).matches()) {
      throw Refusal.invalid("id", "This cannot be an id.");
    }
    if ((text.isBlank() && file == null) || text.length() > LONGEST_TEXT) {
      throw Refusal.invalid("text", "A text has 1 to " + LONGEST_TEXT + " characters.");
    }
    String digest = Sha256.of(file == null ? text : text + "\u0000" + file);
    List<String> files = file == null ? List.of() : List.of(file);
    return writer.write(write -> {
      Tx tx = write.tx();
      Place place = place(tx, visitor);
      String externalId = visitor.dialog() + "/" + id;
      Optional<VisitTable.Inbound> before = VisitTable.inbound(tx, place, externalId);
      if (before.isPresent()) {
        return again(tx, place, before.get(), digest);
      }
      requireOpenChannel(tx, place);
      // an id that some other message has could be guessed, so it says nothing of that one
      MessageId message = new MessageId(VisitTable.isMessage(tx, id) ? ids.next() : id);
      VisitTable.cameIn(write, place, externalId, new VisitTable.Inbound(message.value(), digest));
      dialogs.post(write, place, VisitTable.customer(tx, place.customer()), message, text, files);
      return posted(tx, place, message);
    });
  }

  private void requireOpenChannel(Tx tx, Place place) {
    boolean on =
        channels.find(tx, place.channel()).filter(channel -> channel.settings().active()).stream()
            .flatMap(channel -> channel.connectors().stream())
            .anyMatch(connector -> connector.id().equals(place.connector()) && connector.on());
    if (!on) {
      throw Refusal.of(403, "channel_off", "This chat is switched off.");
    }
  }

  private Posted again(Tx tx, Place place, VisitTable.Inbound before, String digest) {
    if (!before.digest().equals(digest)) {
      throw Refusal.of(409, "id_reused", "This id was used for another message.");
    }
    return posted(tx, place, new MessageId(before.message()));
  }

  private Posted posted(Tx tx, Place place, MessageId id) {
    Shown shown = dialogs.shown(tx, place.dialog(), id).orElseThrow();
    return new Posted(message(tx, shown, channels.get(tx, place.channel())));
  }

  @Override
  public void read(Visitor visitor, String messageId) {
    if (!ID.matcher(messageId).matches()) {
      throw Refusal.invalid("message", "This cannot be an id.");
    }
    DialogId dialog = new DialogId(visitor.dialog());
    writer.write(write -> {
      Shown shown =
          dialogs
              .shown(write.tx(), dialog, new MessageId(messageId))
              .orElseThrow(() -> Refusal.notFound("message"));
      dialogs.reached(write, dialog, shown.position(), Delivery.READ);
      return true;
    });
  }

  @Override
  public void delivered(Visitor visitor, long position) {
    DialogId dialog = new DialogId(visitor.dialog());
    writer.write(write -> {
      dialogs.reached(write, dialog, position, Delivery.DELIVERED);
      return true;
    });
  }

  @Override
  public void rate(Visitor visitor, SessionId session, int stars, @Nullable String comment) {
    if (stars < 1 || stars > 5) {
      throw Refusal.invalid("stars", "A rating has 1 to 5 stars.");
    }
    if (comment != null && comment.length() > LONGEST_COMMENT) {
      throw Refusal.invalid("comment", "A comment has at most " + LONGEST_COMMENT + " characters.");
    }
    writer.write(write -> {
      DialogId dialog = new DialogId(visitor.dialog());
      if (!dialogs.has(write.tx(), dialog, session)) {
        throw Refusal.notFound("session");
      }
      if (!dialogs.rate(write, dialog, session, stars, comment)) {
        throw Refusal.invalid("session", "This session cannot be rated now.");
      }
      return true;
    });
  }

  @Override
  public Transcript messages(Visitor visitor, @Nullable Long before, int limit) {
    return database.read(tx -> transcript(tx, place(tx, visitor), before, limit));
  }

  private Transcript transcript(Tx tx, Place place, @Nullable Long before, int limit) {
    Standing standing = dialogs.standing(tx, place.dialog()).orElse(null);
    if (standing == null) {
      return new Transcript(List.of(), false, "none", null, null, null);
    }
    Channel channel = channels.get(tx, standing.channel());
    List<Shown> newestFirst =
        dialogs.shown(tx, place.dialog(), before == null ? Long.MAX_VALUE : before, limit + 1);
    boolean more = newestFirst.size() > limit;
    List<Message> messages = new ArrayList<>();
    for (Shown shown : more ? newestFirst.subList(0, limit) : newestFirst) {
      messages.add(message(tx, shown, channel));
    }
    Collections.reverse(messages);
    return new Transcript(
        messages,
        more,
        status(standing.status()),
        standing.session().value(),
        standing.rating(),
        standing.owner() == null || !standing.status().isOpen()
            ? null
            : shownName(tx, channel, standing.owner()));
  }

  @Override
  public long version(Visitor visitor) {
    DialogId dialog = new DialogId(visitor.dialog());
    return database.read(tx -> dialogs.standing(tx, dialog)).map(Standing::version).orElse(0L);
  }

  private static String status(SessionStatus status) {
    return switch (status) {
      case NEW, RETURNED -> "waiting";
      case ACCEPTED, CUSTOMER_WAITING, CUSTOMER_AGAIN, AGENT_REPLIED -> "answering";
      case CLOSING -> "rating";
      case CLOSED, SPAM, CLOSED_SILENTLY -> "ended";
    };
  }

  private Message message(Tx tx, Shown shown, Channel channel) {
    MessageRow row = shown.message();
    boolean mine = shown.isMine();
    return new Message(
        row.id().value(),
        shown.position(),
        mine ? "me" : "them",
        mine ? null : author(tx, row, channel),
        row.text(),
        quote(shown.quoted()),
        row.attachments(),
        row.createdAt(),
        row.editedAt() != null,
        row.deletedAt() != null,
        row.delivery());
  }

  private @Nullable String author(Tx tx, MessageRow row, Channel channel) {
    String agent = row.author().id();
    return agent == null
        ? channel.settings().agentShown() == AgentShown.NOTHING ? null : channel.settings().name()
        : shownName(tx, channel, new UserId(agent));
  }

  private @Nullable String shownName(Tx tx, Channel channel, UserId agent) {
    return switch (channel.settings().agentShown()) {
      case NAME -> people.find(tx, agent).map(Person::name).orElse(null);
      case CHANNEL -> channel.settings().name();
      case NOTHING -> null;
    };
  }

  private static @Nullable Quote quote(@Nullable MessageRow quoted) {
    return quoted == null ? null : new Quote(quoted.id().value(), quoted.text());
  }

  @Override
  public AutoCloseable onChange(Visitor visitor, Runnable listener) {
    return listeners.add(visitor.dialog(), listener);
  }
}
