package app.recado.simulation;

import app.recado.client.state.DialogItem;
import app.recado.client.state.HeldItem;
import app.recado.client.state.SendState;
import app.recado.client.state.Tab;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskBatches;
import app.recado.client.sync.DeskCanned;
import app.recado.client.sync.DeskFiles;
import app.recado.client.sync.DeskMacros;
import app.recado.protocol.Attachment;
import app.recado.protocol.CannedId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroId;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** One computer of one agent: the desk that runs on it, dies and is started again; its screen. */
final class DeskHost {
  /** Opens a desk over a profile's folder. */
  interface Opener {
    Desk open(
        Path profile,
        SimulatedApi api,
        SimulatedFiles files,
        Machine machine,
        RandomGenerator random);
  }

  private final String name;
  private final UserId user;
  private final Link link;
  private final Disk disk;
  private final RelayHost relay;
  private final VirtualTime time;
  private final Trace trace;
  private final RandomGenerator random;
  private final Witness witness;
  private final Opener opener;
  private final Duration undoTime;
  private final Map<String, Written> drafts = new LinkedHashMap<>();
  private final Set<String> resolved = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final List<Timeline> screens = new ArrayList<>();
  private Duration skew = Duration.ZERO;
  private @Nullable Machine machine;
  private @Nullable Desk desk;
  private @Nullable DeskBooks books;

  /** What was typed, and when. */
  private record Written(String text, long at) {}

  DeskHost(
      String name,
      UserId user,
      Link link,
      Disk disk,
      RelayHost relay,
      VirtualTime time,
      Trace trace,
      RandomGenerator random,
      Witness witness,
      Opener opener) {
    this.name = name;
    this.user = user;
    this.link = link;
    this.disk = disk;
    this.relay = relay;
    this.time = time;
    this.trace = trace;
    this.random = random;
    this.witness = witness;
    this.opener = opener;
    undoTime = Duration.ofSeconds(random.nextBoolean() ? 0 : random.nextInt(31));
  }

  String name() {
    return name;
  }

  UserId user() {
    return user;
  }

  Link link() {
    return link;
  }

  /** Whether the agent has chosen what to do about a held command. */
  boolean hasResolved(String command) {
    return resolved.contains(command);
  }

  /** The desk that runs; null while the computer is off. */
  @Nullable Desk desk() {
    Machine life = machine;
    return life == null || life.isDead() ? null : desk;
  }

  /** Its files, looked at from outside. */
  DeskBooks books() {
    DeskBooks open = books;
    if (open == null) {
      open = new DeskBooks(disk.path());
      books = open;
    }
    return open;
  }

  void start() {
    Machine life = new Machine(time, disk, skew, this::bury);
    machine = life;
    trace.add(name, "starts");
    SimulatedApi api = new SimulatedApi(name, life, link, relay, time, trace, new Doubter());
    life.run(() -> {
      SimulatedFiles files = new SimulatedFiles(name, life, link, relay, time, trace, random);
      Desk opened = opener.open(disk.path(), api, files, life, random);
      opened.setUndoTime(undoTime);
      opened.presence().awayAfter(undoTime.plusMinutes(2));
      desk = opened;
    });
  }

  /** Sets the computer's clock. */
  void skew(Duration wrong) {
    skew = wrong;
    if (machine != null) {
      machine.skew(wrong);
    }
  }

  void crash() {
    Machine life = machine;
    if (life != null && !life.isDead()) {
      life.kill();
    }
  }

  /** Dies in the middle of the next thing it does. */
  void crashWithin() {
    Machine life = machine;
    if (life != null && !life.isDead()) {
      life.doom();
    }
  }

  /** Lets it live from now on. */
  void spare() {
    if (machine != null) {
      machine.spare();
    }
  }

  void stop() {
    Machine life = machine;
    Desk last = desk();
    if (life != null && last != null) {
      life.clear(last::close);
    }
    closeBooks();
  }

  /** After a death: what had been shown is on disk, and it is started again after a while. */
  private void bury() {
    Machine life = machine;
    Desk dead = desk;
    if (dead == null || life == null) {
      return;
    }
    desk = null;
    screens.clear();
    closeBooks();
    trace.add(name, "crashed");
    life.clear(dead::close);
    mourn();
    closeBooks();
    if (random.nextInt(12) == 0) {
      trace.add(name, "finds its cache damaged");
      disk.damage("cache.db");
    }
    time.afterMillis(random.nextInt(30_000), this::start);
  }

  private void closeBooks() {
    DeskBooks open = books;
    books = null;
    if (open != null) {
      open.close();
    }
  }

  private void mourn() {
    DeskBooks left = books();
    for (Ask ask : witness.asks()) {
      if (ask.desk.equals(name) && !ask.withdrawn && !ask.lost && !witness.isSettled(ask)) {
        boolean onDisk = left.outboxHolds(ask.marker);
        if (ask.shown && !onDisk) {
          throw new Violation(1, ask + " was shown, the desk died, and it is not on disk");
        }
        ask.lost = !onDisk;
      }
    }
    for (Map.Entry<String, Written> draft : drafts.entrySet()) {
      Written written = draft.getValue();
      boolean old = time.nanos() - written.at() > Duration.ofMillis(1_100).toNanos();
      if (old && !left.keeps(written.text()) && !witness.wasSaved(written.text())) {
        throw new Violation(7, name + " lost the draft \"" + written.text() + "\"");
      }
    }
    drafts.clear();
  }

  /** Every dialog that some list of the screen shows. */
  List<DialogItem> items() {
    Desk up = desk();
    List<DialogItem> items = new ArrayList<>();
    if (up != null) {
      for (Tab tab : Tab.values()) {
        items.addAll(up.inbox().list(tab));
      }
    }
    return items;
  }

  /** Everybody whom the screen shows, oneself among them. */
  List<UserRow> people() {
    Desk up = desk();
    List<UserRow> people = new ArrayList<>();
    if (up != null) {
      people.addAll(up.people());
      people.add(up.me().getValue());
    }
    return people;
  }

  /** Opens a dialog on the screen, in place of what was there. */
  Timeline look(DialogId dialog) {
    Desk up = alive();
    while (screens.size() > 1) {
      screens.remove(0).close();
    }
    Timeline timeline = up.open(dialog);
    timeline
        .entries()
        .addListener(
            (ListChangeListener<TimelineEntry>)
                change -> {
                  try {
                    see(timeline);
                  } catch (Violation violation) {
                    witness.overhear(violation);
                  }
                });
    screens.add(timeline);
    see(timeline);
    return timeline;
  }

  /** What the agent sees in it, and what must then be on disk. */
  private void see(Timeline timeline) {
    if (desk() == null) {
      return;
    }
    for (TimelineEntry entry : timeline.entries()) {
      if (entry instanceof TimelineEntry.Message message
          && message.command() != null
          && message.state() != null) {
        see(message);
      }
    }
  }

  private void see(TimelineEntry.Message message) {
    for (Ask ask : witness.asksIn(message.row().text())) {
      if (!ask.shown && ask.desk.equals(name)) {
        ask.shown = true;
        boolean pending =
            message.state() == SendState.DELAYED
                || message.state() == SendState.QUEUED
                || message.state() == SendState.SENDING;
        if (pending && !books().outboxHolds(ask.marker) && !witness.isSettled(ask)) {
          throw new Violation(1, ask + " is shown as queued and is not on disk");
        }
      }
    }
  }

  void send(DialogId dialog, boolean whisper, String words) {
    Ask ask = witness.ask(name, user, dialog, whisper, words);
    trace.add(name, (whisper ? "whispers " : "sends ") + ask.marker + " in " + dialog);
    alive().send(dialog, ask.text, whisper, null);
    drafts.remove(key(dialog, whisper ? DraftKind.WHISPER : DraftKind.REPLY));
  }

  /** Chooses a file and, once it is copied, sends it if that may still be done. */
  void sendFile(DialogId dialog, boolean whisper, String words) {
    chooseFile(
        dialog,
        whisper,
        up -> {
          if (whisper || up.replyRefusal(dialog) == null) {
            send(dialog, whisper, words);
          }
        });
  }

  /** As {@link #sendFile}, but later. */
  void scheduleFile(DialogId dialog, Duration from) {
    chooseFile(
        dialog,
        false,
        up -> {
          if (up.replyRefusal(dialog) == null) {
            schedule(dialog, from);
          }
        });
  }

  private void chooseFile(DialogId dialog, boolean whisper, Consumer<Desk> then) {
    String content = whisper ? witness.secret() : witness.word("bytes");
    byte[] bytes = content.repeat(1 + random.nextInt(2_000)).getBytes(StandardCharsets.UTF_8);
    trace.add(name, "chooses " + content);
    alive()
        .files()
        .attachPicture(
            dialog,
            whisper ? DraftKind.WHISPER : DraftKind.REPLY,
            () -> bytes,
            content + ".txt",
            what -> {
              if (what instanceof DeskFiles.Attached.Taken(Attachment file)) {
                witness.files().chosen(file.id().value(), bytes, file.sha256());
                Desk up = desk();
                if (up != null) {
                  then.accept(up);
                }
              }
            });
  }

  void reopen(DialogId dialog) {
    Ask ask = witness.ask(name, user, dialog, false, "de novo");
    trace.add(name, "reopens with " + ask.marker + " in " + dialog);
    alive().reopenWith(dialog, ask.text);
    drafts.remove(key(dialog, DraftKind.REPLY));
  }

  void quote(DialogId dialog, TimelineEntry.Message message) {
    Ask ask = witness.ask(name, user, dialog, false, "sobre isso");
    trace.add(name, "quotes with " + ask.marker + " in " + dialog);
    alive().send(dialog, ask.text, false, message.row().id());
    drafts.remove(key(dialog, DraftKind.REPLY));
  }

  /** Has a message sent later; or, by now, at once. */
  void schedule(DialogId dialog, Duration from) {
    String text = witness.word("later") + " mais tarde";
    trace.add(name, "schedules " + text + " in " + dialog + " for " + from + " from now");
    alive().schedule().send(dialog, text, null, time.instant().plus(from));
    drafts.remove(key(dialog, DraftKind.REPLY));
  }

  void unschedule(DialogId dialog, TimelineEntry.Scheduled message, boolean back) {
    trace.add(name, (back ? "calls back " : "discards ") + message.text());
    if (back) {
      alive().schedule().callBack(dialog, message.id());
      drafts.remove(key(dialog, DraftKind.REPLY));
    } else {
      alive().schedule().discard(dialog, message.id());
    }
  }

  void sendNow(DialogId dialog, TimelineEntry.Scheduled message) {
    trace.add(name, "does not wait with " + message.text());
    alive().schedule().sendNow(dialog, message.id());
  }

  void edit(DialogId dialog, TimelineEntry.Message message) {
    String text = message.row().text() + " " + witness.word("edit");
    trace.add(name, "edits to " + text);
    alive().edit(dialog, message.row().id(), text);
  }

  void delete(DialogId dialog, TimelineEntry.Message message) {
    trace.add(name, "deletes " + message.row().text());
    witness.asksIn(message.row().text()).forEach(ask -> ask.withdrawn = true);
    alive().delete(dialog, message.row().id());
  }

  void draft(DialogId dialog, DraftKind kind) {
    String text = witness.secret() + " rascunho";
    trace.add(name, "drafts " + text);
    alive().saveDraft(dialog, kind, text, null);
    drafts.put(key(dialog, kind), new Written(text, time.nanos()));
  }

  /** Writes a canned response, a new one if there is no id. */
  void keep(@Nullable CannedId id, DeskCanned.Content content) {
    trace.add(name, "keeps " + content.scope() + " response " + content.text());
    if (id == null) {
      alive().canned().create(content);
    } else {
      alive().canned().save(id, content);
    }
  }

  void keepMessage(TimelineEntry.Message message, DeskCanned.Content content) {
    trace.add(name, "keeps " + content.scope() + " response from " + message.row().id());
    alive().canned().saveFrom(message.row().id(), content);
  }

  /** Writes a macro, a new one if there is no id. */
  void keepMacro(@Nullable MacroId id, DeskMacros.Content content) {
    trace.add(name, "keeps " + content.scope() + " macro " + content.name());
    if (id == null) {
      alive().macros().create(content);
    } else {
      alive().macros().save(id, content);
    }
  }

  /**
   * Runs steps on a dialog, one of which writes to the customer.
   *
   * @param before what is done before that
   * @param after what is done after it
   */
  void steps(DialogId dialog, List<Intent> before, List<Intent> after) {
    Ask ask = witness.ask(name, user, dialog, false, "de uma vez");
    List<Intent> all = new ArrayList<>(before);
    all.add(new Intent.SendMessage(ask.text, false, null, List.of()));
    all.addAll(after);
    trace.add(name, "runs " + all + " in " + dialog);
    alive().batches().start(List.of(new DeskBatches.Run(dialog, all)));
  }

  void resolve(HeldItem item, HeldItem.Choice choice) {
    trace.add(name, "resolves " + item.reason() + " " + item.commandType() + " by " + choice);
    switch (choice) {
      case DISCARD, KEEP_AS_DRAFT, EDIT, LEAVE_OPEN ->
          item.texts().forEach(text -> witness.asksIn(text).forEach(ask -> ask.withdrawn = true));
      default -> item.texts().forEach(text -> witness.asksIn(text).forEach(a -> a.resolved = true));
    }
    item.chain().forEach(id -> resolved.add(id.value()));
    resolved.add(item.id().value());
    drafts.remove(key(item.dialog(), DraftKind.REPLY));
    drafts.remove(key(item.dialog(), DraftKind.WHISPER));
    alive().resolve(item, choice);
  }

  /** Takes back the last thing done on a dialog, if that is still possible. */
  void undo(DialogId dialog) {
    Desk up = alive();
    var command = up.undoable(dialog);
    if (command != null) {
      List<Ask> taken = witness.asksIn(books().command(command.value()));
      if (up.undo(command)) {
        trace.add(name, "takes back " + command);
        taken.forEach(ask -> ask.withdrawn = true);
      }
    }
  }

  private Desk alive() {
    Desk up = desk();
    if (up == null) {
      throw new IllegalStateException(name + " is off");
    }
    return up;
  }

  /** What is no answer of the relay's must not move anything. */
  private final class Doubter implements SimulatedApi.Listener {
    @Override
    public void answered(Request request) {
      commands(request).forEach(answered::add);
    }

    @Override
    public String state() {
      return books().cursor();
    }

    @Override
    public void broken(Request request, String before) {
      if (!books().cursor().equals(before)) {
        throw new Violation(17, name + " moved its cursor on no answer to " + request);
      }
      for (String id : commands(request)) {
        String state = books().state(id);
        if (!answered.contains(id) && !state.equals("WAITING") && !state.equals("SENDING")) {
          throw new Violation(
              17, name + " took no answer for one: " + id + " is \"" + state + "\"");
        }
      }
    }

    private static List<String> commands(Request request) {
      if (!request.route().equals("POST /v1/commands")) {
        return List.of();
      }
      return JsonParser.parseString(request.body())
          .getAsJsonObject()
          .getAsJsonArray("commands")
          .asList()
          .stream()
          .map(command -> command.getAsJsonObject().get("id").getAsString())
          .toList();
    }
  }

  private static String key(DialogId dialog, DraftKind kind) {
    return dialog + "." + kind;
  }
}
