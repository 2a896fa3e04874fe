package app.recado.simulation;

import app.recado.client.state.Batch;
import app.recado.client.state.DialogItem;
import app.recado.client.state.FileTransfer;
import app.recado.client.state.HeldItem;
import app.recado.client.state.SendState;
import app.recado.client.state.Tab;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Administration;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskBatches;
import app.recado.client.sync.DeskCanned;
import app.recado.client.sync.DeskFiles;
import app.recado.client.sync.DeskMacros;
import app.recado.protocol.Attachment;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
      SimulatedFiles files =
          new SimulatedFiles(name, user, life, link, relay, time, trace, random, witness);
      Desk opened = opener.open(disk.path(), api, files, life, random);
      opened.canned().all().addListener((ListChangeListener<CannedRow>) change -> seeKept());
      opened.macros().all().addListener((ListChangeListener<MacroRow>) change -> seeKept());
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
    for (Kept one : witness.kept(name)) {
      if (!one.withdrawn && !one.lost && !witness.isAnswered(one)) {
        boolean onDisk = left.outboxHolds(one.word);
        if (one.shown && !onDisk) {
          throw new Violation(1, one + " was shown, the desk died, and it is not on disk");
        }
        one.lost = !onDisk;
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

  /** What is shown as kept to be used again is on disk. */
  private void seeKept() {
    Desk up = desk();
    if (up == null) {
      return;
    }
    Set<String> titles = new HashSet<>();
    up.canned().all().forEach(row -> titles.add(row.title()));
    up.macros().all().forEach(row -> titles.add(row.name()));
    for (Kept one : witness.kept(name)) {
      if (!one.shown && titles.contains(one.word)) {
        one.shown = true;
        if (!books().outboxHolds(one.word) && !witness.isAnswered(one)) {
          witness.overhear(new Violation(1, one + " is shown and is not on disk"));
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
                witness.files().chosen(file.id().value(), bytes, file.sha256(), whisper);
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
    // one that is held goes from its card
    resolved.add(message.row().id().value());
    alive().delete(dialog, message.row().id());
  }

  void draft(DialogId dialog, DraftKind kind) {
    String text = witness.secret() + " rascunho";
    trace.add(name, "drafts " + text);
    alive().saveDraft(dialog, kind, text, null);
    drafts.put(key(dialog, kind), new Written(text, time.nanos()));
  }

  /** Writes a canned response, a new one if there was none before. */
  void keep(@Nullable CannedRow before, DeskCanned.Content content) {
    DeskCanned.Content named = named(before == null ? "" : before.title(), content);
    trace.add(name, "keeps " + named);
    if (before == null) {
      alive().canned().create(named);
    } else {
      alive().canned().save(before.id(), named);
    }
  }

  /** As {@link #keep}, with one file more, once it is copied; or gives that up. */
  void keepWithFile(@Nullable CannedRow before, DeskCanned.Content content) {
    String word = witness.word("bytes");
    byte[] bytes = word.repeat(1 + random.nextInt(2_000)).getBytes(StandardCharsets.UTF_8);
    trace.add(name, "chooses " + word);
    Path original = disk.path().resolveSibling(word + ".txt");
    try {
      Files.write(original, bytes);
      alive().files().choose(original, what -> chosen(before, content, bytes, what));
      Files.delete(original);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void chosen(
      @Nullable CannedRow before,
      DeskCanned.Content content,
      byte[] bytes,
      DeskFiles.Attached what) {
    Desk up = desk();
    if (up == null || !(what instanceof DeskFiles.Attached.Taken(Attachment file))) {
      return;
    }
    witness.files().chosen(file.id().value(), bytes, file.sha256(), false);
    if (random.nextInt(6) == 0) {
      trace.add(name, "gives up " + file.name());
      up.files().giveUp(file.id());
    } else {
      List<Attachment> files = new ArrayList<>(content.files());
      files.add(file);
      keep(before, with(content, files));
    }
  }

  /** Made before, that one is changed and keeps the files it has. */
  void keepMessage(TimelineEntry.Message message, DeskCanned.Content content) {
    CannedRow before = alive().canned().madeFrom(message.row().id());
    List<Attachment> files =
        before == null ? copies(message.row().attachments()) : before.attachments();
    DeskCanned.Content named = named(before == null ? "" : before.title(), with(content, files));
    trace.add(name, "keeps from " + message.row().id() + " " + named);
    alive().canned().saveFrom(message.row().id(), named);
  }

  private List<Attachment> copies(List<Attachment> originals) {
    List<Attachment> copies = alive().files().chooseCopies(originals);
    for (int i = 0; i < copies.size(); i++) {
      witness.files().copied(copies.get(i), originals.get(i).id());
    }
    return copies;
  }

  void forget(CannedRow row) {
    trace.add(name, "deletes response " + row.id());
    withdraw(row.title());
    alive().canned().delete(row.id());
  }

  /** Puts a response's files into what is being written, as far as there is room. */
  void insert(DialogId dialog, DraftKind kind, CannedRow row) {
    trace.add(name, "inserts " + row.title() + " for a " + kind + " in " + dialog);
    DeskFiles files = alive().files();
    List<Attachment> before = files.drafted(dialog, kind);
    files.attachCopies(dialog, kind, row.attachments());
    List<Attachment> copies = new ArrayList<>(files.drafted(dialog, kind));
    copies.removeAll(before);
    for (int i = 0; i < copies.size(); i++) {
      witness.files().copied(copies.get(i), row.attachments().get(i).id());
    }
    alive().canned().used(row.id());
  }

  /** Under a title that occurs nowhere else. */
  private DeskCanned.Content named(String before, DeskCanned.Content content) {
    withdraw(before);
    return new DeskCanned.Content(
        content.scope(),
        content.channel(),
        content.section(),
        witness.keep(name).word,
        content.shortcut(),
        content.text(),
        content.files());
  }

  private static DeskCanned.Content with(DeskCanned.Content content, List<Attachment> files) {
    return new DeskCanned.Content(
        content.scope(),
        content.channel(),
        content.section(),
        content.title(),
        content.shortcut(),
        content.text(),
        List.copyOf(files));
  }

  private void withdraw(String title) {
    for (Kept one : witness.kept(name)) {
      one.withdrawn |= title.contains(one.word);
    }
  }

  /** Writes a macro, a new one if there was none before. */
  void keepMacro(@Nullable MacroRow before, DeskMacros.Content content) {
    withdraw(before == null ? "" : before.name());
    DeskMacros.Content named =
        new DeskMacros.Content(
            content.scope(), content.channel(), witness.keep(name).word, content.steps());
    trace.add(name, "keeps " + named);
    if (before == null) {
      alive().macros().create(named);
    } else {
      alive().macros().save(before.id(), named);
    }
  }

  void forget(MacroRow row) {
    trace.add(name, "deletes macro " + row.id());
    withdraw(row.name());
    alive().macros().delete(row.id());
  }

  /** Looks at a file, which brings it here. */
  void fetch(Attachment file) {
    trace.add(name, "looks at " + file.name());
    alive().files().fetch(file, place -> {});
  }

  /**
   * Does something about files that could not be brought to the relay: tries once more, or gives
   * them up with what they are to go along with.
   *
   * @param forGood whether nothing is tried any more
   */
  void mindFiles(boolean forGood) {
    Desk up = desk();
    if (up == null) {
      return;
    }
    List<FileId> failed = new ArrayList<>();
    up.files()
        .transfers()
        .forEach((file, transfer) -> {
          if (transfer.stage() == FileTransfer.Stage.FAILED) {
            failed.add(file);
          }
        });
    if (failed.isEmpty()) {
      return;
    }
    failed.sort(Comparator.comparing(FileId::value));
    if (!forGood && random.nextBoolean()) {
      trace.add(name, "tries once more with " + failed);
      failed.forEach(up.files()::resume);
      return;
    }
    trace.add(name, "goes on without " + failed);
    for (CannedRow row : List.copyOf(up.canned().all())) {
      if (row.attachments().stream().anyMatch(one -> failed.contains(one.id()))) {
        List<Attachment> rest =
            row.attachments().stream().filter(one -> !failed.contains(one.id())).toList();
        keep(
            row,
            new DeskCanned.Content(
                row.scope(), row.channel(), row.section(), "", row.shortcut(), row.text(), rest));
      }
    }
    failed.forEach(file -> giveUp(up, file, forGood));
  }

  private void giveUp(Desk up, FileId file, boolean forGood) {
    for (List<String> entry : books().outbox()) {
      if (entry.get(2).contains(file.value())) {
        if (!entry.get(1).equals("DELAYED") || entry.get(2).contains("canned.save")) {
          return;
        }
        // nobody overwrites its draft any more: there it has to be found
        witness.asksIn(entry.get(2)).forEach(ask -> ask.withdrawn |= !forGood);
        up.files().cancel(file);
        return;
      }
    }
    up.files().detach(file);
  }

  /** Takes the last message of a dialog back into its draft, if that is still possible. */
  void takeBack(DialogId dialog) {
    Desk up = alive();
    CommandId last = up.undoable(dialog);
    List<Ask> taken = last == null ? List.of() : witness.asksIn(books().command(last.value()));
    if (last != null && !taken.isEmpty() && up.takeBack(dialog, last) != null) {
      trace.add(name, "takes " + last + " back into its draft");
      taken.forEach(ask -> ask.withdrawn = true);
    }
  }

  /**
   * Asks for a change of the workspace, now.
   *
   * @param word in its arguments and nowhere else; null if there is none
   */
  void administer(Intent intent, @Nullable String word) {
    trace.add(name, "asks for " + intent);
    alive().administration().apply(intent, answer -> told(intent, word, answer));
  }

  private void told(Intent intent, @Nullable String word, Administration.Answer answer) {
    trace.add(name, "is told " + answer);
    boolean right =
        word == null
            || switch (answer) {
              case Administration.Done _ -> witness.came(intent.type(), word, "applied");
              case Administration.Refused _ -> !witness.came(intent.type(), word, "applied");
              case Administration.NoAnswer _ -> true;
            };
    if (!right) {
      witness.overhear(new Violation(17, name + " was told " + answer + " of " + intent));
    }
  }

  /** Several acts at once, each a command of its own. */
  void atOnce(List<DeskBatches.Run> runs) {
    trace.add(name, "does at once " + runs);
    Desk up = alive();
    Batch batch = up.batches().start(runs);
    witness.batches().began(up, batch);
    Set<CommandId> seen = new HashSet<>();
    batch.steps().addListener((ListChangeListener<Batch.Step>) change -> see(batch, seen));
  }

  /** A step that is shown as queued for the first time is on disk. */
  private void see(Batch batch, Set<CommandId> seen) {
    if (desk() == null) {
      return;
    }
    for (Batch.Step step : batch.steps()) {
      CommandId id = step.command();
      boolean queued =
          step.progress() == Batch.Progress.DELAYED || step.progress() == Batch.Progress.QUEUED;
      if (queued
          && id != null
          && seen.add(id)
          && books().state(id.value()).isEmpty()
          && !witness.isKnown(id.value())) {
        witness.overhear(new Violation(1, step + " is shown as queued and is not on disk"));
      }
    }
  }

  /** Takes back what is left of what was done at once. */
  void undo(Batch batch) {
    trace.add(name, "takes back what it did at once");
    for (Batch.Step step : batch.steps()) {
      if (step.undoable() && step.intent() instanceof Intent.SendMessage send) {
        witness.asksIn(send.text()).forEach(ask -> ask.withdrawn = true);
      }
    }
    alive().batches().undo(batch);
  }

  /**
   * Steps on a dialog, one of which writes there.
   *
   * @param before what is done before that
   * @param after what is done after it
   */
  DeskBatches.Run steps(DialogId dialog, List<Intent> before, boolean whisper, List<Intent> after) {
    Ask ask = witness.ask(name, user, dialog, whisper, "de uma vez");
    List<Intent> all = new ArrayList<>(before);
    all.add(new Intent.SendMessage(ask.text, whisper, null, List.of()));
    all.addAll(after);
    return new DeskBatches.Run(dialog, all);
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
    if (choice == HeldItem.Choice.DISCARD) {
      withdraw(item.dialogTitle());
    }
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
          .map(JsonElement::getAsJsonObject)
          // what is asked beside the outbox is told where it was asked
          .filter(command -> !WorkspaceStory.isOfWorkspace(command.get("type").getAsString()))
          .map(command -> command.get("id").getAsString())
          .toList();
    }
  }

  private static String key(DialogId dialog, DraftKind kind) {
    return dialog + "." + kind;
  }
}
