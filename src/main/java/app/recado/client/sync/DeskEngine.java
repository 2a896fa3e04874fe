package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.cache.Cache;
import app.recado.client.cache.CacheException;
import app.recado.client.cache.CacheReader;
import app.recado.client.cache.LocalDraft;
import app.recado.client.cache.LocalFile;
import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxFile;
import app.recado.client.state.Connection;
import app.recado.client.state.DeskChanges;
import app.recado.client.state.DialogItem;
import app.recado.client.state.DraftKey;
import app.recado.client.state.Found;
import app.recado.client.state.HeldItem;
import app.recado.client.state.NewChat;
import app.recado.client.state.NewMessage;
import app.recado.client.state.SentBefore;
import app.recado.protocol.Basis;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.FileId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything behind the FX thread: files, model, outbox and the way to the relay, put together.
 * Engine thread only, but for {@link #reads()}, {@link #search()} and {@link #claimForUndo}.
 */
final class DeskEngine implements SyncLoop.Listener, Pusher.Line, EngineActs.Engine, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskEngine.class);
  private static final Duration SHOW_SOON = Duration.ofSeconds(3);

  /** What the session has to do about its engine. */
  interface Owner {
    void damaged(CacheException problem);

    void outboxDamaged(CacheException problem);

    /** Something in it changed. */
    void queueChanged(Outbox outbox);

    void revoked();
  }

  private final DeskSetup setup;
  private final UserId me;
  private final Bridge bridge;
  private final Owner owner;
  private final RelayClock clock;
  private final OutboxFile file;
  private final Cache cache;
  private final CacheReader reader;
  private final DeskModel model = new DeskModel();
  private final ChangeApplier applier;
  private final Eviction eviction;
  private final Outbox outbox;
  private final Drafts drafts;
  private final DraftShelf draftShelf;
  private final ReadMarks marks;
  private final Items items;
  private final SnoozeAlarm alarm;
  private final HeldCards heldCards = new HeldCards(model);
  private final CannedShelf canned;
  private final MacroShelf macros;
  private final MentionShelf mentions;
  private final NewChatWatch newChats;
  private final NewMessageWatch newMessages;
  private final SyncLoop loop;
  private final Pusher pusher;
  private final Company company;
  private final Colleagues colleagues;
  private final FileTransfers files;
  private final Delays delays;
  private final LostUploads lostUploads;
  private final CalledBack calledBack;
  private final EngineActs acts;
  private final HeldChoices heldChoices;
  private final FileSweep fileSweep;
  private final TimelineReads reads;
  private final SearchRun search;
  private final Inquiries inquiries;

  private volatile List<HeldItem> held = List.of();
  private Connection connection;
  private boolean rechecking;

  /** Whether the whole cache is read. */
  private boolean whole;

  private boolean closed;

  DeskEngine(
      DeskSetup setup,
      Account account,
      DeskParts parts,
      RelayClock clock,
      Bridge bridge,
      OutboxFile file,
      Cache cache,
      Owner owner) {
    this.setup = setup;
    this.me = account.me().id();
    this.bridge = bridge;
    this.owner = owner;
    this.clock = clock;
    this.file = file;
    this.cache = cache;
    this.reader = cache.reader();
    this.connection = new Connection(Connection.Status.CONNECTING, 0, clock.now(), null);
    applier = parts.applier().make(cache);
    eviction = new Eviction(cache, Eviction.BUDGET);
    Ids ids = new Ids(setup.clock(), setup.random());
    outbox = parts.outbox().make(file, ids, clock, this::queueChanged);
    files =
        new FileTransfers(
            setup,
            file,
            outbox,
            this,
            (id, now) -> bridge.tell(changes -> changes.transfer(id, now)),
            this::uploaded,
            this::stuck);
    drafts =
        new Drafts(
            file, files, setup.scheduler(), this::draftRow, this::offerDraft, owner::outboxDamaged);
    draftShelf = new DraftShelf(file, drafts, files, model, bridge, this::need, this::tellItem);
    outbox.onRefusedDraft(draftShelf::refused);
    outbox.onAnswer(this::learned);
    calledBack = new CalledBack(file.settings);
    heldChoices =
        new HeldChoices(
            model, outbox, drafts, draftShelf, files, new KeptAsMine(model, files, ids), me);
    marks = new ReadMarks(cache.messages::countOfCustomerAfter);
    items =
        new Items(
            model, outbox::of, drafts::effective, key -> files.of(key).size(), marks, clock, me);
    alarm =
        new SnoozeAlarm(
            setup.scheduler(),
            clock,
            woken -> {
              if (!closed) {
                show(woken);
              }
            });
    mentions =
        new MentionShelf(
            model, cache.messages::textOf, now -> bridge.tell(changes -> changes.mentions(now)));
    canned =
        new CannedShelf(
            model,
            me,
            now -> bridge.tell(changes -> changes.canned(now)),
            files::attachments,
            clock);
    macros = new MacroShelf(model, me, now -> bridge.tell(changes -> changes.macros(now)), clock);
    newChats = new NewChatWatch(me, cache.messages::lastWordsOfCustomer);
    newMessages =
        new NewMessageWatch(
            items::item,
            dialog -> items.mark(dialog).lastRead(),
            cache.messages::lastWordsOfCustomer);
    loop =
        new SyncLoop(
            setup.api(),
            setup.scheduler(),
            cache,
            applier,
            new Backoff(setup.random()),
            account.token(),
            outbox::unsettled,
            this);
    pusher = new Pusher(setup.api(), setup.scheduler(), outbox, new Backoff(setup.random()), this);
    company =
        new Company(
            setup.api(),
            setup.scheduler(),
            setup.clock(),
            me,
            () -> loop.isFollowing() ? loop.token() : null,
            (dialog, now) -> bridge.tell(changes -> changes.companions(dialog, now)));
    inquiries =
        new Inquiries(
            setup,
            cache,
            applier,
            model,
            loop,
            () -> connection.status() == Connection.Status.CONNECTING || !whole,
            came -> applied(came, false));
    colleagues = new Colleagues(model, account.me(), id -> cache.users.seqOf(id.value()), bridge);
    delays =
        new Delays(outbox, model, files, clock, setup.scheduler(), this::openDelayed, this::show);
    acts = new EngineActs(this, outbox, pusher, drafts, draftShelf, files, delays, calledBack);
    lostUploads = new LostUploads(outbox, files, heldCards, delays);
    fileSweep = new FileSweep(cache, model, files, setup, FileSweep.BUDGET);
    reads =
        new TimelineReads(
            setup.reader(),
            setup.fx(),
            reader,
            model,
            items,
            outbox::of,
            delays::counts,
            files::attachments,
            id -> Schedule.of(id, model.scheduled.values(), outbox.of(id), files::attachments),
            this::held,
            me,
            clock,
            setup.zone(),
            inquiries::fetch);
    search = new SearchRun(setup, reader, model, items, inquiries::search);
  }

  /**
   * Reads the files and shows what the first screen needs.
   *
   * @param carried the drafts that the engine before this one knew
   * @return whether the cache holds more, for {@link #readRest}
   */
  boolean showFirst(Collection<LocalDraft> carried) {
    outbox.load();
    calledBack.tidy(outbox.all());
    drafts.load(carried);
    files.load();
    delays.load();
    List<DialogId> loaded = new ArrayList<>();
    boolean more = model.loadFirst(cache, loaded::add);
    show(loaded);
    colleagues.show();
    showHeld();
    draftShelf.showAll();
    canned.show(outbox.all());
    macros.show(outbox.all());
    mentions.show(outbox.all());
    showConnection();
    return more;
  }

  /** Shows the rest of what is there. */
  void readRest() {
    List<DialogId> loaded = new ArrayList<>();
    model.loadRest(cache, loaded::add);
    show(loaded);
    showHeld();
    draftShelf.showAll();
  }

  /** Connects, once everything is read. */
  void start(boolean byHand) {
    whole = true;
    cache.forgetPages();
    model.dialogs.keySet().forEach(id -> newChats.known(items.item(id)));
    model.dialogs.keySet().forEach(newMessages::known);
    mentions.known();
    delays.open();
    loop.start(byHand);
    inquiries.lookAgain();
  }

  boolean isClosed() {
    return closed;
  }

  EngineActs acts() {
    return acts;
  }

  TimelineReads reads() {
    return reads;
  }

  SearchRun search() {
    return search;
  }

  SyncLoop loop() {
    return loop;
  }

  Company company() {
    return company;
  }

  FileTransfers files() {
    return files;
  }

  Outbox outbox() {
    return outbox;
  }

  Drafts drafts() {
    return drafts;
  }

  DraftShelf draftShelf() {
    return draftShelf;
  }

  OutboxFile file() {
    return file;
  }

  Cache cache() {
    return cache;
  }

  boolean claimForUndo(CommandId id) {
    return outbox.claimForUndo(id);
  }

  /**
   * Does what the agent chose on a card.
   *
   * @param today what the agent sees of the dialog now; null if it is gone
   */
  void resolve(HeldItem item, HeldItem.Choice choice, @Nullable Basis today) {
    need(item.dialog());
    if (heldChoices.resolve(item, choice, today)) {
      delays.stored(item.dialog());
      openDelayed();
      pusher.poke();
    }
  }

  private void uploaded(LocalFile one) {
    DraftKey key = FileTransfers.draftOf(one);
    if (key != null) {
      drafts.uploaded(key);
    }
    openDelayed();
  }

  /** A message shows that its file cannot be sent; what is no message is refused for it. */
  private void stuck(FileId file) {
    for (OutboxEntry entry : List.copyOf(outbox.all())) {
      if (entry.dialog() == null
          && entry.command().isKnown()
          && entry.command().intent().files().contains(file.value())) {
        outbox.refuse(entry.id(), "files");
      }
    }
  }

  /**
   * The relay has answered; within the transaction that stores it.
   *
   * @return shows what came of it, once it is on disk
   */
  private Runnable learned(OutboxEntry entry, Outcome outcome) {
    MessageId sent = Schedule.sentBefore(entry, outcome, clock.now());
    if (sent != null && entry.dialog() != null) {
      SentBefore said = new SentBefore(entry.dialog(), sent);
      return () -> bridge.tell(changes -> changes.announce(said));
    }
    ScheduledRow row = calledBack.take(entry);
    if (row == null || !"too_late".equals(outcome.reason())) {
      return () -> {};
    }
    DraftKey key = new DraftKey(row.dialog(), DraftKind.REPLY);
    drafts.went(key, row);
    return () -> draftShelf.show(key);
  }

  /** What waits for its time in a dialog. Any thread. */
  List<ScheduledRow> scheduled(DialogId dialog) {
    return Schedule.of(dialog, model.scheduled.values(), outbox.of(dialog), files::attachments);
  }

  /** Does not wait for its time any longer. */
  void hurry(CommandId command) {
    delays.hurry(command);
  }

  /**
   * The agent wrote.
   *
   * @param ago how long ago
   */
  void edit(DraftKey key, String text, @Nullable MessageId quote, Duration ago) {
    need(key.dialog());
    drafts.edit(key, text, quote, ago);
    bridge.tell(changes -> tellItem(changes, key.dialog()));
  }

  /** What the agent did with a draft is done; from here on it is shown as it stands here. */
  void heard(DraftKey key) {
    bridge.tell(changes -> {
      changes.heard(key);
      draftShelf.tell(changes, key);
    });
  }

  void resolveLost(DraftKey key, boolean take) {
    drafts.resolveLost(key, take);
    draftShelf.show(key);
  }

  /**
   * Looks for a dialog here, then at the relay, whom it waits for only while it is being reached.
   */
  void find(DialogId dialog, Consumer<Found> answer) {
    need(dialog);
    inquiries.find(dialog, answer);
  }

  void workOffline(boolean offline) {
    if (offline) {
      pusher.stop();
      files.halt();
    }
    loop.workOffline(offline);
  }

  void retryNow() {
    loop.retryNow();
    pusher.retryNow();
    files.retryNow();
  }

  // What the loop tells.

  @Override
  public void status(Connection.Status status, @Nullable Double progress) {
    if (connection.status() != status) {
      connection = new Connection(status, outbox.queued(), clock.now(), progress);
    } else {
      connection = new Connection(status, outbox.queued(), connection.since(), progress);
    }
    showConnection();
    if (status != Connection.Status.CONNECTING) {
      inquiries.lookAgain();
    }
    if (status == Connection.Status.ONLINE) {
      pusher.poke();
      files.poke();
      company.connected();
    } else if (status != Connection.Status.CONNECTING) {
      company.disconnected();
      colleagues.disconnected();
    }
  }

  @Override
  public void signal(Signal signal) {
    company.heard(signal);
  }

  @Override
  public void presence(PresenceEvent event) {
    colleagues.heard(event);
  }

  @Override
  public void heard(SyncPage page) {
    clock.heard(page.relayTime());
    delays.heard();
    if (page.changes().stream().anyMatch(FileSweep::mayLoseFiles)) {
      fileSweep.soon();
    }
  }

  @Override
  public void applied(Applied applied, boolean live) {
    Set<DialogId> touched = new HashSet<>(applied.messages());
    model.apply(applied, touched);
    Set<DraftKey> keys = new HashSet<>();
    for (DialogId dialog : touched) {
      for (DraftKind kind : DraftKind.values()) {
        DraftKey key = new DraftKey(dialog, kind);
        drafts.heard(key);
        keys.add(key);
      }
      if (!model.dialogs.containsKey(dialog)) {
        inquiries.forget(dialog);
      }
    }
    applied.messages().forEach(company::arrived);
    outbox.settle(cache.head());
    if (CannedShelf.isIn(applied)) {
      canned.show(outbox.all());
    }
    if (MacroShelf.isIn(applied)) {
      macros.show(outbox.all());
    }
    boolean quiet = cache.isRebuilding() || newChats.isFirstContact();
    mentions.applied(applied, quiet, outbox.all());
    List<NewChat> news = new ArrayList<>();
    for (DialogId dialog : touched) {
      NewChat chat = newChats.look(items.item(dialog), quiet);
      if (chat != null) {
        news.add(chat);
      }
    }
    newMessages.touched(touched);
    List<NewMessage> written = live || quiet ? newMessages.news(quiet) : List.of();
    bridge.tell(changes -> {
      for (DialogId dialog : touched) {
        tellItem(changes, dialog);
        changes.timeline(dialog);
      }
      news.forEach(changes::announce);
      written.forEach(changes::announce);
      keys.forEach(key -> draftShelf.tell(changes, key));
    });
    if (Colleagues.isIn(applied)) {
      colleagues.show();
    }
    openDelayed();
    if (!held.isEmpty() || applied.rows().stream().anyMatch(ScheduledRow.class::isInstance)) {
      showHeld();
    }
  }

  @Override
  public void caughtUp(Set<CommandId> settled) {
    rechecking = false;
    outbox.settle(settled);
    newChats.firstContactIsOver();
    List<NewMessage> written = newMessages.news(false);
    if (!written.isEmpty()) {
      bridge.tell(changes -> written.forEach(changes::announce));
    }
    openDelayed();
    makeRoom();
  }

  private void makeRoom() {
    fileSweep.soon();
    Set<DialogId> trimmed = eviction.run(model.dialogs.values());
    if (!trimmed.isEmpty()) {
      bridge.tell(changes -> trimmed.forEach(changes::timeline));
    }
  }

  @Override
  public void rebuilding() {
    colleagues.disconnected();
    outbox.forgotten();
  }

  @Override
  public void rebuilt() {
    List<DialogId> loaded = new ArrayList<>();
    model.loadFirst(cache, loaded::add);
    model.loadRest(cache, loaded::add);
    show(loaded);
    bridge.tell(changes -> changes.all(model.dialogs.keySet()));
    colleagues.show();
    showHeld();
    draftShelf.showAll();
    canned.show(outbox.all());
    macros.show(outbox.all());
    mentions.show(outbox.all());
  }

  @Override
  public void damaged(CacheException problem) {
    owner.damaged(problem);
  }

  @Override
  public void revoked() {
    owner.revoked();
  }

  // What the pusher needs.

  @Override
  public boolean isOpen() {
    return loop.isReachable();
  }

  @Override
  public String token() {
    return loop.token();
  }

  @Override
  public long head() {
    return cache.head();
  }

  @Override
  public void refused(ApiException.Rejected rejected) {
    loop.refused(rejected);
  }

  @Override
  public void answered(List<Outcome> outcomes) {
    if (!outbox.unsettled().isEmpty() && !rechecking) {
      rechecking = true;
      setup
          .scheduler()
          .after(
              SHOW_SOON,
              () -> {
                if (!closed && !outbox.unsettled().isEmpty() && loop.isFollowing()) {
                  loop.recheck();
                } else {
                  rechecking = false;
                }
              });
    }
  }

  @Override
  public void outboxDamaged(CacheException problem) {
    owner.outboxDamaged(problem);
  }

  private void queueChanged(Set<DialogId> dialogs) {
    lostUploads.look();
    connection =
        new Connection(
            connection.status(), outbox.queued(), connection.since(), connection.progress());
    showHeld();
    canned.queueChanged(outbox.all());
    macros.queueChanged(outbox.all());
    owner.queueChanged(outbox);
    mentions.queueChanged(outbox.all());
    bridge.tell(changes -> {
      for (DialogId dialog : dialogs) {
        tellItem(changes, dialog);
        changes.timeline(dialog);
      }
      changes.connection(connection);
    });
    files.poke();
  }

  @Override
  public void openDelayed() {
    // Whether something may go is a matter of its dialog and channel.
    if (whole) {
      delays.open();
    }
    pusher.poke();
  }

  private @Nullable DraftRow draftRow(DraftKey key) {
    return model.drafts.get(DraftRow.rowId(key.dialog(), key.kind()));
  }

  private void offerDraft(DraftKey key, Intent.SaveDraft save) {
    outbox.enqueue(new Outbox.Act(key.dialog(), null, save, items.owned(key.dialog())));
    pusher.poke();
  }

  private List<HeldItem> held(DialogId dialog) {
    return held.stream().filter(item -> item.dialog().equals(dialog)).toList();
  }

  private void show(List<DialogId> dialogs) {
    List<DialogId> shown = List.copyOf(dialogs);
    bridge.tell(changes ->
        shown.forEach(id -> {
          tellItem(changes, id);
          changes.timeline(id);
        }));
  }

  private void tellItem(DeskChanges changes, DialogId dialog) {
    var truth = model.dialogs.get(dialog);
    marks.look(dialog, model.readings.get(dialog), outbox.of(dialog));
    DialogItem item = items.item(dialog);
    alarm.watch(dialog, item);
    changes.item(
        dialog,
        item,
        truth == null || truth.lastMessage() == null ? null : truth.lastMessage().id());
    changes.undoable(dialog, outbox.undoable(dialog));
  }

  private void showHeld() {
    List<OutboxEntry> all = new ArrayList<>(outbox.all());
    all.addAll(Schedule.held(model.scheduled.values(), outbox.all()));
    List<HeldItem> now = heldCards.cards(all);
    if (!now.equals(held)) {
      held = now;
      bridge.tell(changes -> changes.held(now));
    }
  }

  private void showConnection() {
    Connection now = connection;
    bridge.tell(changes -> changes.connection(now));
  }

  /** Reads a dialog before its turn; what is done with it is kept even if that fails. */
  private void need(DialogId dialog) {
    try {
      if (!whole && model.load(cache, dialog)) {
        show(List.of(dialog));
      }
    } catch (CacheException problem) {
      LOG.warn("A dialog cannot be read yet", problem);
    }
  }

  @Override
  public boolean owned(DialogId dialog) {
    need(dialog);
    return items.owned(dialog);
  }

  Instant now() {
    return clock.now();
  }

  /** Stops; what is in memory only is written. */
  @Override
  public void close() {
    drafts.flush();
    abandon();
  }

  /** Stops as a crash would: nothing is written any more. */
  void abandon() {
    closed = true;
    inquiries.close();
    loop.end();
    pusher.abandon();
    delays.abandon();
    files.close();
    drafts.abandon();
    reader.close();
    cache.close();
    file.close();
  }
}
