package app.recado.simulation;

import app.recado.client.state.Batch;
import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules;
import app.recado.client.state.HeldItem;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskBatches;
import app.recado.client.sync.DeskCanned;
import app.recado.client.sync.DeskMacros;
import app.recado.protocol.Attachment;
import app.recado.protocol.Availability;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileRules;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Priority;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What happens next: somebody does something that the screen lets them do, or something breaks. */
final class Chance {
  /** How much of the work is about what is used again, and on several dialogs at once. */
  private final int againAndAgain;

  private final int atOnce;
  private int tags;
  private final RandomGenerator random;
  private final VirtualTime time;
  private final Trace trace;
  private final RelayHost relay;
  private final List<DeskHost> desks;
  private final List<CustomerHost> customers;
  private final List<PhoneHost> phones;
  private final Workspace workspace;
  private final Witness witness;

  Chance(
      RandomGenerator random,
      VirtualTime time,
      Trace trace,
      RelayHost relay,
      List<DeskHost> desks,
      List<CustomerHost> customers,
      List<PhoneHost> phones,
      Workspace workspace,
      Witness witness) {
    this.random = random;
    this.time = time;
    this.trace = trace;
    this.relay = relay;
    this.desks = desks;
    this.customers = customers;
    this.phones = phones;
    this.workspace = workspace;
    this.witness = witness;
    boolean busy = random.nextInt(3) == 0;
    againAndAgain = busy ? 25 : 3;
    atOnce = againAndAgain + (random.nextInt(3) == 0 ? 12 : 3);
  }

  void act() {
    int dice = random.nextInt(100);
    if (dice < 20) {
      any(customers).write();
    } else if (dice < 25) {
      any(customers).look();
    } else if (dice < 27) {
      any(customers).reload();
    } else if (dice < 71) {
      work(any(desks));
    } else if (dice < 78) {
      any(phones).act();
    } else {
      befall(dice);
    }
  }

  private void befall(int dice) {
    DeskHost desk = any(desks);
    if (dice < 84) {
      weather(random.nextInt(4) == 0 ? any(customers).link() : desk.link());
    } else if (dice < 87) {
      boolean up = !desk.link().isUp();
      trace.add(desk.name(), up ? "cable in" : "cable out");
      desk.link().up(up);
    } else if (dice < 89) {
      desk.crash();
    } else if (dice < 92) {
      desk.crashWithin();
    } else if (dice < 93) {
      if (random.nextInt(4) == 0) {
        relay.restore();
      } else {
        relay.crash();
      }
    } else if (dice < 95) {
      relay.crashWithin();
    } else if (dice < 97) {
      Desk up = desk.desk();
      if (up != null) {
        boolean offline = random.nextBoolean();
        trace.add(desk.name(), offline ? "works offline" : "works online");
        up.workOffline(offline);
      }
    } else if (dice < 98) {
      desk.skew(Duration.ofMinutes(random.nextInt(-3_000, 3_000)));
    } else if (dice < 99) {
      trace.add("world", "time passes");
      time.run(Duration.ofMinutes(1 + random.nextInt(random.nextBoolean() ? 5 : 300)));
    } else {
      access();
    }
  }

  /** What the networks are like at the beginning. */
  void begin() {
    customers.forEach(customer -> weather(customer.link()));
    desks.forEach(desk -> weather(desk.link()));
    phones.forEach(phone -> weather(phone.link()));
    if (random.nextInt(4) == 0) {
      phones.stream().filter(PhoneHost::isAdministrators).forEach(PhoneHost::promote);
    }
  }

  private void weather(Link link) {
    link.weather(
        switch (random.nextInt(5)) {
          case 0, 1 -> Weather.CALM;
          case 2, 3 -> Weather.ROUGH;
          default -> Weather.STORM;
        });
  }

  /** An administrator changes who is in a queue. */
  private void access() {
    String key = any(workspace.channelKeys());
    List<String> emails = new ArrayList<>();
    for (String email : workspace.emails()) {
      if (random.nextInt(3) > 0) {
        emails.add(email);
      }
    }
    trace.add("admin", "gives channel " + key + " to " + emails);
    Object done =
        relay.administer(up ->
            up.channels().update(key, Workspace.withAgents(up.channels().settings(key), emails)));
    witness.administered(done != null);
  }

  private void work(DeskHost host) {
    Desk desk = host.desk();
    if (desk == null) {
      return;
    }
    desk.presence().touched();
    int dice = random.nextInt(100);
    if (dice < 12 && !desk.needsAttention().isEmpty()) {
      HeldItem held = any(desk.needsAttention());
      host.resolve(held, any(held.choices()));
      return;
    }
    if (dice < 14) {
      Availability wish = any(List.of(Availability.values()));
      trace.add(host.name(), "is " + wish);
      desk.setAvailability(wish);
      return;
    }
    if ((dice < 16 || dice > 90) && !desk.mentions().all().isEmpty()) {
      trace.add(host.name(), "looks at a mention");
      desk.mentions().read(List.of(any(desk.mentions().all()).row().message()));
      return;
    }
    if (dice < 17) {
      host.mindFiles(false);
      return;
    }
    int leading =
        switch (desk.me().getValue().role()) {
          case AGENT -> 1;
          case SUPERVISOR -> 4;
          case ADMIN -> 16;
        };
    if (dice < 17 + leading) {
      administer(host, desk);
      return;
    }
    if (dice < 17 + leading + againAndAgain) {
      if (random.nextInt(4) == 0) {
        macro(host, desk);
      } else {
        canned(host, desk);
      }
      return;
    }
    if (dice < 17 + leading + atOnce) {
      atOnce(host, desk);
      return;
    }
    List<DialogItem> items = host.items();
    if (!items.isEmpty()) {
      List<DialogItem> joined =
          items.stream()
              .filter(item -> item.joined() && item.dialog().session().status().isOpen())
              .toList();
      work(host, desk, any(joined.isEmpty() || random.nextBoolean() ? items : joined));
    }
  }

  /** Writes a response, or does something with one of those on the screen. */
  private void canned(DeskHost host, Desk desk) {
    CannedRow known = anyOrNull(desk.canned().all());
    int dice = random.nextInt(20);
    if (dice < 6) {
      keepMessage(host, desk);
    } else if (known == null || dice < 8) {
      DeskCanned.Content content = content(desk, witness.word("canned"), List.of());
      if (random.nextBoolean()) {
        host.keep(null, content);
      } else {
        host.keepWithFile(null, content);
      }
    } else if (dice < 11) {
      List<Attachment> files = new ArrayList<>(known.attachments());
      files.removeIf(file -> random.nextInt(4) == 0);
      DeskCanned.Content content =
          content(desk, known.text() + " " + witness.word("canned"), files);
      if (random.nextBoolean() || files.size() >= FileRules.MOST_PER_MESSAGE) {
        host.keep(known, content);
      } else {
        host.keepWithFile(known, content);
      }
    } else if (dice < 18) {
      use(host, desk, known);
    } else if (dice < 19 && !known.attachments().isEmpty()) {
      host.fetch(any(known.attachments()));
    } else {
      host.forget(known);
    }
  }

  private void keepMessage(DeskHost host, Desk desk) {
    if (host.items().isEmpty()) {
      return;
    }
    Timeline timeline = read(host, any(host.items()).id());
    if (host.desk() != desk) {
      return;
    }
    List<TimelineEntry.Message> found = new ArrayList<>();
    for (TimelineEntry entry : timeline.entries()) {
      if (entry instanceof TimelineEntry.Message message
          && message.command() == null
          && !message.row().text().isBlank()) {
        found.add(message);
      }
    }
    List<TimelineEntry.Message> withFiles =
        found.stream().filter(one -> !one.row().attachments().isEmpty()).toList();
    TimelineEntry.Message message =
        anyOrNull(withFiles.isEmpty() || random.nextInt(4) == 0 ? found : withFiles);
    if (message == null) {
      return;
    }
    if (!message.row().attachments().isEmpty() && random.nextInt(6) == 0) {
      host.fetch(any(message.row().attachments()));
    }
    host.keepMessage(message, content(desk, message.row().text(), List.of()));
  }

  /** Inserts a response in what is written to a customer or among colleagues; mostly sends it. */
  private void use(DeskHost host, Desk desk, CannedRow row) {
    List<DialogItem> items = host.items();
    if (items.isEmpty()) {
      return;
    }
    DialogId dialog = any(items).id();
    boolean secret = row.attachments().stream().anyMatch(witness.files()::isSecret);
    boolean whisper = secret || random.nextInt(4) == 0 || desk.replyRefusal(dialog) != null;
    host.look(dialog);
    host.insert(dialog, whisper ? DraftKind.WHISPER : DraftKind.REPLY, row);
    int dice = random.nextInt(10);
    if (dice < 7) {
      host.send(dialog, whisper, "como sempre");
    } else if (dice < 8 && !whisper) {
      host.schedule(dialog, Duration.ofSeconds(random.nextInt(-30, 600)));
    } else if (dice < 9) {
      host.draft(dialog, whisper ? DraftKind.WHISPER : DraftKind.REPLY);
    }
  }

  /** Writes a macro, or does something with one of those on the screen. */
  private void macro(DeskHost host, Desk desk) {
    MacroRow known = anyOrNull(desk.macros().all());
    int dice = random.nextInt(10);
    if (known == null || dice < 4) {
      host.keepMacro(null, macro(desk));
    } else if (dice < 7) {
      host.keepMacro(known, macro(desk));
    } else {
      host.forget(known);
    }
  }

  /** Does something with several dialogs at once, or takes back what was done so. */
  private void atOnce(DeskHost host, Desk desk) {
    List<Batch> before = witness.batches().of(desk);
    if (!before.isEmpty() && random.nextInt(6) == 0) {
      host.undo(any(before));
      return;
    }
    List<DialogItem> items = new ArrayList<>(host.items());
    while (items.size() > 6 || (items.size() > 2 && random.nextBoolean())) {
      items.remove(random.nextInt(items.size()));
    }
    if (items.isEmpty()) {
      return;
    }
    List<DeskBatches.Run> runs = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      for (DialogItem item : items) {
        if (desk.replyRefusal(item.id()) == null) {
          runs.add(steps(host, item.id()));
        }
      }
    } else {
      Bulk bulk = bulk(desk);
      for (DialogItem item : items) {
        // what was seen may be old by now, and another program is less careful
        if (bulk.rule().apply(new DialogRules(item, desk.me().getValue())) == null
            || random.nextInt(5) == 0) {
          runs.add(new DeskBatches.Run(item.id(), List.of(bulk.step().apply(item))));
        }
      }
    }
    if (!runs.isEmpty()) {
      host.atOnce(runs);
    }
  }

  /** What is done with each, and what speaks against it. */
  private record Bulk(
      Function<DialogRules, DialogRules.@Nullable Obstacle> rule,
      Function<DialogItem, Intent> step) {}

  private Bulk bulk(Desk desk) {
    UserRow target = anyOrNull(desk.people());
    ChannelRow channel = anyOrNull(desk.channels());
    Instant until = desk.relayNow().plus(Duration.ofMinutes(1 + random.nextInt(600)));
    Priority priority = any(List.of(Priority.values()));
    String tag = "tag " + ++tags;
    return switch (random.nextInt(16)) {
      case 0, 1 -> new Bulk(DialogRules::answer, item -> new Intent.AcceptDialog());
      case 2, 3, 4 -> new Bulk(DialogRules::finish, item -> new Intent.FinishDialog());
      case 5 -> new Bulk(DialogRules::spam, item -> new Intent.MarkSpam());
      case 6 ->
          new Bulk(
              DialogRules::transfer,
              item ->
                  new Intent.TransferDialog(
                      target == null ? null : target.id(),
                      target == null && channel != null ? channel.id() : null,
                      null,
                      false));
      case 7 -> new Bulk(DialogRules::takeOver, item -> new Intent.TakeOverDialog());
      case 8, 9 -> new Bulk(DialogRules::snooze, item -> new Intent.SnoozeDialog(until));
      case 10 -> new Bulk(DialogRules::shown, item -> new Intent.SetPriority(priority));
      case 11 ->
          new Bulk(DialogRules::shown, item -> new Intent.MarkRead(item.dialog().lastPosition()));
      case 12 -> new Bulk(DialogRules::shown, item -> new Intent.MarkUnread(null));
      case 13 -> new Bulk(DialogRules::pin, item -> new Intent.PinDialog());
      case 14 ->
          random.nextBoolean()
              ? new Bulk(DialogRules::mute, item -> new Intent.MuteDialog())
              : new Bulk(DialogRules::follow, item -> new Intent.FollowDialog());
      default ->
          new Bulk(DialogRules::shown, item -> new Intent.TagDialog(List.of(tag), List.of()));
    };
  }

  /** Who leads changes the workspace from a desk; others try in vain. */
  private void administer(DeskHost host, Desk desk) {
    String word = witness.word("public");
    ChannelRow channel = anyOrNull(desk.channels());
    List<UserId> agents =
        desk.people().stream().map(UserRow::id).filter(one -> random.nextInt(3) > 0).toList();
    int dice = random.nextInt(10);
    UserRow dispensable = Workspace.dispensable(desk.administration().everybody());
    UserRow somebody = anyOrNull(desk.people());
    if (channel == null || dice < 2) {
      host.administer(new Intent.AddChannel(word, any(List.of(QueueMode.values())), agents), word);
    } else if (dice < 4) {
      host.administer(
          new Intent.SaveChannel(channel.id(), Workspace.named(word, 60 + random.nextInt(600))),
          word);
    } else if (dice < 6) {
      QueueMode mode = any(List.of(QueueMode.values()));
      host.administer(
          new Intent.SetQueue(channel.id(), mode, agents, null, null, false, null, null), null);
    } else if (dice < 8 && dispensable != null) {
      host.administer(
          dispensable.active()
              ? new Intent.DisableUser(dispensable.id())
              : new Intent.EnableUser(dispensable.id()),
          null);
    } else if (somebody != null) {
      host.administer(
          new Intent.SaveUser(
              somebody.id(),
              null,
              random.nextBoolean() ? any(List.of(Role.values())) : null,
              any(List.of(Visibility.values())),
              null),
          null);
    }
  }

  private DeskMacros.Content macro(Desk desk) {
    CannedScope scope = any(List.of(CannedScope.values()));
    ChannelRow channel = scope == CannedScope.CHANNEL ? anyOrNull(desk.channels()) : null;
    UserRow target = anyOrNull(desk.people());
    List<MacroStep> steps = new ArrayList<>();
    steps.add(new MacroStep.Reply("Olá, {cliente.nome|tudo bem}!"));
    if (target != null && random.nextBoolean()) {
      steps.add(new MacroStep.Transfer(target.id(), null, "é com você"));
    }
    return new DeskMacros.Content(
        channel == null && scope == CannedScope.CHANNEL ? CannedScope.PERSONAL : scope,
        channel == null ? null : channel.id(),
        "",
        steps);
  }

  /** A message among other steps, each behind the one before. */
  private DeskBatches.Run steps(DeskHost host, DialogId dialog) {
    List<Intent> before = new ArrayList<>();
    List<Intent> after = new ArrayList<>();
    if (random.nextBoolean()) {
      before.add(new Intent.SetPriority(any(List.of(Priority.values()))));
    }
    if (random.nextBoolean()) {
      after.add(new Intent.TagDialog(List.of("tag " + ++tags), List.of()));
    }
    switch (random.nextInt(6)) {
      case 0, 1 -> after.add(new Intent.FinishDialog());
      case 2 -> after.add(new Intent.SnoozeDialog(time.instant().plus(Duration.ofHours(1))));
      case 3 -> before.add(new Intent.RenameDialog(witness.secret() + " sofá"));
      default -> {}
    }
    return host.steps(dialog, before, random.nextInt(5) == 0, after);
  }

  private DeskCanned.Content content(Desk desk, String text, List<Attachment> files) {
    CannedScope scope = any(List.of(CannedScope.values()));
    ChannelRow channel = scope == CannedScope.CHANNEL ? anyOrNull(desk.channels()) : null;
    return new DeskCanned.Content(
        channel == null && scope == CannedScope.CHANNEL ? CannedScope.PERSONAL : scope,
        channel == null ? null : channel.id(),
        "",
        "",
        "",
        text.substring(0, Math.min(2_000, text.length())),
        files);
  }

  private void work(DeskHost host, Desk desk, DialogItem item) {
    DialogId dialog = item.id();
    SessionStatus status = item.dialog().session().status();
    Timeline timeline = read(host, dialog);
    if (host.desk() != desk) {
      return;
    }
    int dice = random.nextInt(100);
    if (dice < 7) {
      host.undo(dialog);
    } else if (dice < 8) {
      host.takeBack(dialog);
    } else if (dice < 19) {
      if (random.nextInt(4) == 0) {
        host.sendFile(dialog, true, "só para nós");
      } else {
        UserRow named = random.nextInt(3) == 0 ? anyOrNull(desk.people()) : null;
        host.send(dialog, true, named == null ? "só para nós" : "veja, @" + named.name());
      }
    } else if (dice < 20) {
      host.send(dialog, true, "x".repeat(10_001));
    } else if (dice < 27) {
      host.draft(dialog, random.nextBoolean() ? DraftKind.REPLY : DraftKind.WHISPER);
    } else if (dice < 30) {
      desk.markRead(dialog, item.dialog().lastPosition());
    } else if (dice < 32) {
      heed(host, desk, item, timeline);
    } else if (dice < 35) {
      mark(host, desk, item);
    } else if (dice < 38) {
      TimelineEntry.Message seen = message(timeline, false);
      if (seen != null && seen.command() == null) {
        desk.seen(dialog, seen.row().id());
      }
    } else if (status.group() == SessionStatus.Group.UNANSWERED) {
      unanswered(host, desk, item, dice);
    } else if (status.isOpen()) {
      open(host, desk, item, timeline, dice);
    } else if (dice < 70) {
      host.reopen(dialog);
    }
  }

  private void unanswered(DeskHost host, Desk desk, DialogItem item, int dice) {
    DialogId dialog = item.id();
    if (dice < 78) {
      trace.add(host.name(), "accepts " + dialog);
      desk.accept(dialog);
      if (random.nextBoolean()) {
        host.send(dialog, false, "olá");
      }
    } else if (dice < 84) {
      trace.add(host.name(), "accepts and closes " + dialog);
      desk.finish(dialog);
    } else if (dice < 88) {
      trace.add(host.name(), "spams " + dialog);
      desk.spam(dialog);
    } else if (dice < 94) {
      transfer(host, desk, dialog);
    } else {
      trace.add(host.name(), "skips " + dialog);
      desk.skip(dialog);
    }
  }

  private void open(DeskHost host, Desk desk, DialogItem item, Timeline timeline, int dice) {
    DialogId dialog = item.id();
    if (!item.joined()) {
      if (dice < 60) {
        trace.add(host.name(), "takes over " + dialog);
        desk.takeOver(dialog);
      } else if (dice < 75) {
        trace.add(host.name(), "joins " + dialog);
        desk.join(dialog);
      }
      return;
    }
    boolean waits = timeline.entries().stream().anyMatch(TimelineEntry.Scheduled.class::isInstance);
    if (dice < 42 || (waits && dice < 50)) {
      later(host, dialog, timeline);
    } else if (dice < 66) {
      if (desk.replyRefusal(dialog) == null) {
        if (item.mine() && random.nextInt(6) == 0) {
          host.atOnce(List.of(steps(host, dialog)));
        } else {
          say(host, desk, dialog);
        }
      }
    } else if (dice < 69) {
      TimelineEntry.Message message = message(timeline, false);
      if (message != null && message.row().isPublic() && desk.replyRefusal(dialog) == null) {
        host.quote(dialog, message);
      }
    } else if (dice < 77) {
      TimelineEntry.Message mine = message(timeline, true);
      if (mine != null && mine.editRefusal() == null) {
        host.edit(dialog, mine);
      }
    } else if (dice < 82) {
      TimelineEntry.Message mine = message(timeline, true);
      if (mine != null && mine.deleteRefusal() == null) {
        host.delete(dialog, mine);
      }
    } else if (!item.mine()) {
      if (dice < 92) {
        trace.add(host.name(), "leaves " + dialog);
        desk.leave(dialog);
      }
    } else if (dice < 88) {
      transfer(host, desk, dialog);
    } else if (dice < 93) {
      trace.add(host.name(), "finishes " + dialog);
      desk.finish(dialog);
    } else if (dice < 95) {
      trace.add(host.name(), "spams " + dialog);
      desk.spam(dialog);
    } else if (dice < 96) {
      TimelineEntry.Message moved = message(timeline, false);
      if (moved != null && moved.command() == null && moved.row().deletedAt() == null) {
        trace.add(host.name(), "moves " + moved.row().id() + " of " + dialog);
        desk.marks().moveToNew(dialog, moved.row().id());
      }
    } else if (dice < 97) {
      trace.add(host.name(), "skips " + dialog);
      desk.skip(dialog);
    } else {
      UserRow guest = anyOrNull(desk.people());
      if (guest != null) {
        trace.add(host.name(), "invites " + guest.name() + " to " + dialog);
        desk.invite(dialog, List.of(guest.id()));
      }
    }
  }

  /** What one wants to read again and to hear of. */
  private void heed(DeskHost host, Desk desk, DialogItem item, Timeline timeline) {
    DialogId dialog = item.id();
    TimelineEntry.Message from = message(timeline, false);
    switch (random.nextInt(4)) {
      case 0 -> {
        boolean muted = random.nextBoolean();
        trace.add(host.name(), (muted ? "mutes " : "unmutes ") + dialog);
        desk.marks().mute(dialog, muted);
      }
      case 1 -> {
        boolean followed = random.nextBoolean();
        trace.add(host.name(), (followed ? "follows " : "unfollows ") + dialog);
        desk.marks().follow(dialog, followed);
      }
      case 2 -> {
        trace.add(host.name(), "marks " + dialog + " unread");
        desk.marks().unread(dialog, null);
      }
      default -> {
        if (from != null && from.command() == null) {
          trace.add(host.name(), "marks " + dialog + " unread from " + from.row().position());
          desk.marks().unread(dialog, from.row().position());
        }
      }
    }
  }

  /** Tags (each word is used for one tag only), priority, pin, title and sleep. */
  private void mark(DeskHost host, Desk desk, DialogItem item) {
    DialogId dialog = item.id();
    switch (random.nextInt(6)) {
      case 0 -> {
        String tag = "tag " + ++tags;
        trace.add(host.name(), "tags " + dialog + " " + tag);
        desk.marks().tag(dialog, List.of(tag), List.of());
      }
      case 1 -> {
        String tag = anyOrNull(item.dialog().tags());
        if (tag != null) {
          trace.add(host.name(), "takes from " + dialog + " " + tag);
          desk.marks().tag(dialog, List.of(), List.of(tag.toUpperCase(Locale.ROOT)));
        }
      }
      case 2 -> {
        Priority priority = any(List.of(Priority.values()));
        trace.add(host.name(), "says " + dialog + " is " + priority);
        desk.marks().prioritize(dialog, priority);
      }
      case 3 -> {
        boolean pinned = random.nextBoolean();
        trace.add(host.name(), (pinned ? "pins " : "unpins ") + dialog);
        desk.pin(dialog, pinned);
      }
      case 4 -> {
        String title = witness.secret() + " sofá";
        trace.add(host.name(), "calls " + dialog + " " + title);
        desk.rename(dialog, title);
      }
      default -> {
        Instant until =
            random.nextInt(3) == 0
                ? null
                : desk.relayNow().plus(Duration.ofMinutes(1 + random.nextInt(600)));
        trace.add(host.name(), "snoozes " + dialog + " until " + until);
        desk.marks().snooze(dialog, until);
      }
    }
  }

  private void later(DeskHost host, DialogId dialog, Timeline timeline) {
    List<TimelineEntry.Scheduled> waiting = new ArrayList<>();
    for (TimelineEntry entry : timeline.entries()) {
      if (entry instanceof TimelineEntry.Scheduled one) {
        waiting.add(one);
      }
    }
    TimelineEntry.Scheduled one = anyOrNull(waiting);
    int dice = random.nextInt(10);
    if (dice == 0) {
      host.scheduleFile(dialog, Duration.ofSeconds(random.nextInt(-30, 600)));
    } else if (one == null || dice < 4) {
      host.schedule(dialog, Duration.ofSeconds(random.nextInt(-30, 600)));
      Desk before = host.desk();
      time.run(Duration.ofSeconds(random.nextInt(3)));
      Timeline then = host.desk() == before ? read(host, dialog) : timeline;
      if (random.nextBoolean() && host.desk() == before) {
        // on second thoughts
        later(host, dialog, then);
      }
    } else if (dice < 7) {
      host.sendNow(dialog, one);
    } else {
      host.unschedule(dialog, one, random.nextBoolean());
    }
  }

  /** One reply, or so many at once that they go out in more than one request. */
  private void say(DeskHost host, Desk desk, DialogId dialog) {
    if (random.nextInt(5) == 0) {
      host.sendFile(dialog, false, "segue");
      return;
    }
    if (random.nextInt(6) == 0) {
      sendAnd(host, desk, dialog);
      return;
    }
    int count = random.nextInt(30) > 0 ? 1 : 30 + random.nextInt(35);
    if (count > 1 && random.nextBoolean()) {
      trace.add(host.name(), "cable out");
      host.link().up(false);
    }
    for (int i = 0; i < count; i++) {
      UserRow named = random.nextInt(4) == 0 ? anyOrNull(desk.people()) : null;
      host.send(dialog, false, named == null ? "certo" : "certo, @" + named.name() + "?");
    }
  }

  /** Sends and closes, sends and lets it sleep, or sends and goes on with the next. */
  private void sendAnd(DeskHost host, Desk desk, DialogId dialog) {
    host.send(dialog, false, "é isso");
    switch (random.nextInt(3)) {
      case 0 -> {
        trace.add(host.name(), "and finishes " + dialog);
        desk.finish(dialog);
      }
      case 1 -> {
        trace.add(host.name(), "and snoozes " + dialog);
        desk.marks().snooze(dialog, desk.relayNow().plus(Duration.ofMinutes(90)));
      }
      default -> {
        DialogItem next = any(host.items());
        host.look(next.id());
        if (desk.replyRefusal(next.id()) == null) {
          host.send(next.id(), false, "o próximo");
        }
      }
    }
  }

  private void transfer(DeskHost host, Desk desk, DialogId dialog) {
    if (random.nextBoolean()) {
      UserRow target = anyOrNull(desk.people());
      if (target != null) {
        trace.add(host.name(), "transfers " + dialog + " to " + target.name());
        desk.transferToUser(dialog, target.id(), null, random.nextBoolean());
      }
    } else {
      ChannelRow target = anyOrNull(desk.channels());
      if (target != null) {
        trace.add(host.name(), "transfers " + dialog + " to channel " + target.name());
        desk.transferToChannel(dialog, target.id(), null);
      }
    }
  }

  private TimelineEntry.@Nullable Message message(Timeline timeline, boolean mine) {
    List<TimelineEntry.Message> found = new ArrayList<>();
    for (TimelineEntry entry : timeline.entries()) {
      if (entry instanceof TimelineEntry.Message message && (message.own() || !mine)) {
        found.add(message);
      }
    }
    return anyOrNull(found);
  }

  /** Opens a dialog and waits until its messages are on the screen. */
  private Timeline read(DeskHost host, DialogId dialog) {
    Timeline timeline = host.look(dialog);
    time.run(Duration.ofMillis(20));
    return timeline;
  }

  /** Puts everything right again: networks, machines, clocks. */
  void heal() {
    trace.add("world", "heals");
    relay.spare();
    desks.forEach(DeskHost::spare);
    for (CustomerHost customer : customers) {
      customer.link().weather(Weather.CALM);
    }
    phones.forEach(phone -> phone.link().weather(Weather.CALM));
    for (DeskHost desk : desks) {
      desk.link().weather(Weather.CALM);
      desk.link().up(true);
    }
    // Whoever died a moment ago is up again by then.
    time.run(Duration.ofSeconds(31));
    for (DeskHost desk : desks) {
      Desk up = desk.desk();
      if (up != null) {
        up.workOffline(false);
      }
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> @Nullable T anyOrNull(List<T> list) {
    return list.isEmpty() ? null : any(list);
  }
}
