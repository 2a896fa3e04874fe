package app.recado.demo;

import app.recado.demo.Talk.Line;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedScope;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.SessionId;
import app.recado.relay.Relay;
import app.recado.relay.channel.ChannelSettings;
import app.recado.relay.connector.webchat.Visits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Plays the sample conversations through the relay's own services, with the clock put back, so that
 * everything in the workspace came about as it does in real life.
 */
final class SampleWorkspace {
  private final Relay relay;
  private final DemoClock clock;
  private final Ids ids;
  private final Map<String, Colleague> people = new HashMap<>();
  private final Map<String, ChannelRow> channels = new HashMap<>();
  private final Map<Talk, String> visits = new HashMap<>();
  private Instant due = Instant.MIN;

  SampleWorkspace(Relay relay, DemoClock clock, Ids ids) {
    this.relay = relay;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Opens the shop the day before the first event and plays them all.
   *
   * @return the visits' tokens, by which the customers go on
   * @throws IllegalStateException if the relay refuses anything of it
   */
  Map<Talk, String> play(List<Timetable.Event> events) {
    clock.put(events.getFirst().at().minus(Duration.ofDays(1)));
    openShop();
    for (Timetable.Event event : events) {
      letPass(event.at());
      play(event.talk(), event.line());
    }
    return Map.copyOf(visits);
  }

  Colleague colleague(Shop.Person person) {
    return Objects.requireNonNull(people.get(person.key()));
  }

  ChannelRow channel(String key) {
    return Objects.requireNonNull(channels.get(key), key);
  }

  private void openShop() {
    for (Shop.Person person : Shop.PEOPLE) {
      relay.accounts().add(person.email(), person.name(), person.role(), Shop.PASSWORD);
      people.put(person.key(), Colleague.signIn(relay, person, ids, clock));
    }
    for (Shop.Channel channel : Shop.CHANNELS) {
      ChannelRow added = relay.channels().add(channel.name(), channel.mode(), channel.emails());
      ChannelSettings plain = relay.channels().settings(added.key());
      channels.put(channel.key(), relay.channels().update(added.key(), settings(plain, channel)));
    }
    Shop.CANNED.forEach(this::keep);
    new Shelf(ids, key -> channel(key).id()).fill(colleague(Shop.SUPERVISOR), colleague(Shop.ME));
  }

  private void keep(Shop.Canned canned) {
    Shop.Person owner = canned.owner();
    colleague(owner == null ? Shop.SUPERVISOR : owner)
        .does(
            new Intent.SaveCanned(
                new CannedId(ids.next()),
                owner == null ? CannedScope.EVERYBODY : CannedScope.PERSONAL,
                null,
                canned.section(),
                canned.title(),
                canned.shortcut(),
                canned.text(),
                List.of(),
                null));
  }

  private static ChannelSettings settings(ChannelSettings plain, Shop.Channel channel) {
    return new ChannelSettings(
        plain.name(),
        plain.active(),
        plain.mode(),
        plain.agents(),
        plain.nextAfter(),
        plain.cap(),
        false,
        plain.returnWhenAway(),
        plain.zone(),
        plain.hours(),
        channel.welcome(),
        plain.offHoursText(),
        plain.noAnswerText(),
        plain.noAnswerAfter(),
        plain.closeText(),
        channel.askRating(),
        plain.ratingWait(),
        plain.autoClose(),
        plain.agentShown(),
        plain.firstReplyTarget(),
        plain.nextReplyTarget());
  }

  /** Lets the relay do what falls due until then: offers that run out, ratings not given. */
  private void letPass(Instant until) {
    while (due.isBefore(until)) {
      if (due.isAfter(clock.instant())) {
        clock.put(due);
      }
      Instant next = relay.tick();
      due = next.isAfter(clock.instant()) ? next : clock.instant().plus(Duration.ofMinutes(1));
    }
    clock.put(until);
  }

  private void play(Talk talk, Line line) {
    switch (line) {
      case Line.Customer customer -> say(talk, customer.text());
      case Line.Reply reply -> {
        Colleague agent = person(reply.agent());
        acceptIfWaiting(agent, talk);
        agent.reply(dialog(talk), reply.text());
        agent.read(dialog(talk));
      }
      case Line.Whisper whisper -> {
        Colleague agent = person(whisper.agent());
        inviteIfBlind(agent, talk);
        agent.whisper(dialog(talk), whisper.text());
      }
      case Line.Act act -> act(talk, act);
      case Line.Rating rating -> rate(talk, rating);
    }
    due = Instant.MIN;
  }

  private void say(Talk talk, String text) {
    String token = visits.get(talk);
    if (token == null) {
      token =
          relay
              .visits()
              .open(channel(talk.channel()).key(), talk.page(), null, talk.name())
              .token();
      visits.put(talk, token);
    }
    Visits.Visitor visitor = relay.visits().authenticate(token);
    newestAnswer(visitor).ifPresent(message -> relay.visits().read(visitor, message.id()));
    relay.visits().post(visitor, ids.next(), text);
  }

  private Optional<Visits.Message> newestAnswer(Visits.Visitor visitor) {
    List<Visits.Message> messages = relay.visits().messages(visitor, null, 20).messages();
    return messages.reversed().stream().filter(m -> m.from().equals("them")).findFirst();
  }

  private void rate(Talk talk, Line.Rating rating) {
    Visits.Visitor visitor = visitor(talk);
    newestAnswer(visitor).ifPresent(message -> relay.visits().read(visitor, message.id()));
    String session = relay.visits().messages(visitor, null, 1).session();
    relay
        .visits()
        .rate(
            visitor,
            new SessionId(Objects.requireNonNull(session)),
            rating.stars(),
            rating.comment());
  }

  private void act(Talk talk, Line.Act act) {
    Colleague agent = person(act.agent());
    if (!act.verb().equals("spam")) {
      acceptIfWaiting(agent, talk);
    }
    DialogId dialog = dialog(talk);
    switch (act.verb()) {
      case "accept" -> agent.read(dialog);
      case "finish" -> {
        agent.read(dialog);
        agent.does(dialog, new Intent.FinishDialog());
      }
      case "spam" -> agent.does(dialog, new Intent.MarkSpam());
      case "skip" -> agent.does(dialog, new Intent.SkipDialog());
      case "pin" -> agent.does(dialog, new Intent.PinDialog());
      case "rename" -> agent.does(dialog, new Intent.RenameDialog(act.rest()));
      case "tag" -> agent.does(dialog, new Intent.TagDialog(List.of(act.rest()), List.of()));
      case "transfer" -> agent.does(dialog, transfer(act.rest()));
      default -> throw new IllegalArgumentException("no such act: " + act.verb());
    }
  }

  private Intent transfer(String rest) {
    String[] parts = rest.split(" ", 2);
    String comment = parts.length > 1 ? parts[1] : null;
    ChannelRow channel = channels.get(parts[0]);
    return channel == null
        ? new Intent.TransferDialog(person(parts[0]).user(), null, comment, false)
        : new Intent.TransferDialog(null, channel.id(), comment, false);
  }

  private void acceptIfWaiting(Colleague agent, Talk talk) {
    DialogRow row = agent.look(dialog(talk));
    if (row.session().status().isOpen() && row.session().owner() == null) {
      agent.does(row.id(), new Intent.AcceptDialog());
    }
  }

  /** Who cannot see a dialog is first invited by its owner. */
  private void inviteIfBlind(Colleague agent, Talk talk) {
    DialogRow row = colleague(Shop.SUPERVISOR).look(dialog(talk));
    Colleague owner =
        people.values().stream()
            .filter(person -> person.user().equals(row.session().owner()))
            .findFirst()
            .orElseThrow();
    if (owner != agent && !agent.sees(row.id())) {
      owner.does(row.id(), new Intent.InviteUsers(List.of(agent.user())));
    }
  }

  private Colleague person(String key) {
    return Objects.requireNonNull(people.get(key), key);
  }

  private DialogId dialog(Talk talk) {
    return new DialogId(visitor(talk).dialog());
  }

  private Visits.Visitor visitor(Talk talk) {
    return relay.visits().authenticate(Objects.requireNonNull(visits.get(talk), talk.name()));
  }
}
