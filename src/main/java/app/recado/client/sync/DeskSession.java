package app.recado.client.sync;

import app.recado.client.cache.Cache;
import app.recado.client.cache.CacheException;
import app.recado.client.cache.Durability;
import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxFile;
import app.recado.client.cache.Quarantine;
import app.recado.client.state.Companion;
import app.recado.client.state.Connection;
import app.recado.client.state.DeskState;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.client.state.Found;
import app.recado.client.state.HeldItem;
import app.recado.client.state.Inbox;
import app.recado.client.state.NewChat;
import app.recado.client.state.NewMessage;
import app.recado.client.state.SearchResults;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.state.TimelineSource;
import app.recado.protocol.Availability;
import app.recado.protocol.Basis;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A signed-in profile at work: what windows talk to, in front of its engine. */
public final class DeskSession implements Desk {
  private static final Logger LOG = LoggerFactory.getLogger(DeskSession.class);

  /** The setting that says that the agent chose to work offline. */
  private static final String BY_HAND = "offlineByHand";

  private static final int WIPES = 10;
  private static final Duration BETWEEN_WIPES = Duration.ofSeconds(1);

  private final DeskSetup setup;
  private final DeskParts parts;
  private final RelayClock clock;
  private final DeskState state;
  private final Bridge bridge;
  private final SessionFiles files;
  private final SessionCanned canned;
  private final SessionMentions mentions;
  private final SessionAdministration administration;
  private final SessionMarks marks;
  private final SessionSchedule schedule;
  private final Map<DialogId, MessageId> seen = new HashMap<>();
  private final RecentTargets recent = new RecentTargets();
  private final Runnable whenWiped;
  private final UndoTime undoTime = new UndoTime();

  private volatile Account account;
  private final Deque<Consumer<DeskEngine>> waiting = new ArrayDeque<>();

  private volatile @Nullable DeskEngine engine;
  private @Nullable DeskEngine ready;
  private volatile boolean byHand;

  /** Signed out before the token came, which is then to be given back. Engine's thread. */
  private boolean leaving;

  private volatile boolean over;

  private DeskSession(DeskSetup setup, Account account, DeskParts parts, Runnable whenWiped) {
    this.setup = setup;
    this.account = account;
    this.parts = parts;
    this.whenWiped = whenWiped;
    clock = new RelayClock(setup.clock(), setup.ticker());
    state =
        new DeskState(
            new Connection(Connection.Status.CONNECTING, 0, clock.now(), null), account.me());
    bridge = new Bridge(setup.fx(), state::apply);
    schedule =
        new SessionSchedule(
            state,
            clock,
            new SessionSchedule.Session() {
              @Override
              public @Nullable DeskEngine now() {
                return engine;
              }

              @Override
              public @Nullable Basis basis(DialogId dialog) {
                return DeskSession.this.basis(dialog);
              }

              @Override
              public void act(DialogId dialog, @Nullable Basis basis, Intent intent) {
                DeskSession.this.act(dialog, basis, intent);
              }

              @Override
              public void callBack(DialogId dialog, Intent intent, Draft draft) {
                engine(running ->
                    running.callBack(
                        new Outbox.Act(dialog, null, intent, running.owned(dialog)), draft));
              }
            });
    mentions = new SessionMentions(state.mentions(), intent -> act(null, null, intent));
    canned =
        new SessionCanned(
            state.canned(),
            state.me(),
            new Ids(setup.clock(), setup.random()),
            intent -> act(null, null, intent));
    administration = new SessionAdministration(setup, clock, state, this::engine);
    marks = new SessionMarks(state.inbox(), (dialog, intent) -> act(dialog, basis(dialog), intent));
    files =
        new SessionFiles(
            setup,
            new SessionFiles.Engine() {
              @Override
              public @Nullable FileTransfers now() {
                DeskEngine running = engine;
                return running == null ? null : running.files();
              }

              @Override
              public void run(Consumer<FileTransfers> action) {
                engine(running -> action.accept(running.files()));
              }

              @Override
              public void takeBack(FileId file) {
                engine(running -> running.takeBack(file));
              }
            },
            state.transfers());
  }

  /**
   * Opens the desk of a profile. Returns at once; what the files hold, and then what the relay
   * says, shows in the state as it is read. FX thread.
   *
   * @param whenWiped called on the FX thread after the profile was wiped, because the agent signed
   *     out or the relay revoked this device
   */
  public static DeskSession open(DeskSetup setup, Account account, Runnable whenWiped) {
    return open(setup, account, DeskParts.REAL, whenWiped);
  }

  static DeskSession open(DeskSetup setup, Account account, DeskParts parts, Runnable whenWiped) {
    DeskSession session = new DeskSession(setup, account, parts, whenWiped);
    setup.scheduler().execute(session::start);
    return session;
  }

  private void start() {
    if (over) {
      return;
    }
    try {
      startEngine();
    } catch (RuntimeException failure) {
      over = true;
      throw failure;
    }
  }

  private void startEngine() {
    OutboxFile file = Quarantine.openOutbox(setup.folder(), setup.durability(), setup.clock());
    Durability ofCache = setup.durability() == Durability.OFF ? Durability.OFF : Durability.NORMAL;
    Cache cache = Quarantine.openCache(setup.folder(), ofCache, setup.clock());
    DeskEngine started =
        new DeskEngine(
            setup,
            account,
            parts,
            clock,
            bridge,
            file,
            cache,
            new DeskEngine.Owner() {
              @Override
              public void damaged(CacheException problem) {
                rebuild(problem);
              }

              @Override
              public void outboxDamaged(CacheException problem) {
                salvage(problem);
              }

              @Override
              public void revoked() {
                wipe();
              }
            });
    engine = started;
    recent.load(file.settings);
    byHand = file.settings.get(BY_HAND) != null;
    reading(() -> {
      boolean more = started.showFirst();
      ready = started;
      if (more) {
        // The first rows are drawn before the rest wants the processor.
        setup.drawn().execute(() -> next(started, () -> readRest(started)));
      } else {
        next(started, () -> started.start(byHand));
      }
    });
    // Whoever sees the first rows may act on them and write: that is kept at once.
    work();
  }

  private void readRest(DeskEngine started) {
    started.readRest();
    next(started, () -> started.start(byHand));
  }

  /** A step of its own, so that what was asked for meanwhile comes first. */
  private void next(DeskEngine started, Runnable step) {
    setup
        .scheduler()
        .execute(() -> {
          if (!started.isClosed()) {
            reading(step);
          }
        });
  }

  private void reading(Runnable step) {
    try {
      step.run();
    } catch (CacheException problem) {
      if (!problem.isDamage()) {
        over = true;
        throw problem;
      }
      rebuild(problem);
    }
  }

  /** The cache holds nothing that cannot be fetched again: a damaged one is put aside. */
  private void rebuild(CacheException problem) {
    LOG.warn("The cache cannot be used; it is put aside and filled anew", problem);
    stopEngine();
    Quarantine.setAsideCache(setup.folder(), setup.clock());
    setup.scheduler().execute(this::start);
  }

  /** Opening the outbox again finds the damage and salvages what can be read. */
  private void salvage(CacheException problem) {
    LOG.warn("The outbox cannot be used; it is opened anew", problem);
    stopEngine();
    setup.scheduler().execute(this::start);
  }

  private void stopEngine() {
    DeskEngine broken = engine;
    engine = null;
    ready = null;
    if (broken != null) {
      broken.abandon();
    }
  }

  private void wipe() {
    DeskEngine ended = engine;
    engine = null;
    ready = null;
    over = true;
    // Nothing that is still being copied or fetched may stay behind.
    files.shut();
    if (ended != null) {
      ended.files().folder().shut();
      ended.abandon();
    }
    try {
      wipeAgain(Quarantine.wipe(setup.folder()), WIPES);
    } finally {
      setup.fx().execute(whenWiped);
    }
  }

  /** A file that somebody has open may only go a moment later. */
  private void wipeAgain(List<Path> left, int tries) {
    if (!left.isEmpty() && tries > 0) {
      setup.scheduler().after(BETWEEN_WIPES, () -> wipeAgain(Quarantine.remove(left), tries - 1));
    }
  }

  /**
   * Does something on the engine's thread, once outbox and drafts are read and the first rows are
   * shown; what the engine needs of the rest of the cache for it, it reads then.
   */
  private void engine(Consumer<DeskEngine> action) {
    setup
        .scheduler()
        .execute(() -> {
          if (!over) {
            waiting.add(action);
            work();
          }
        });
  }

  /** One thing that fails does not keep back what was asked for after it. */
  private void work() {
    DeskEngine running = ready;
    if (running != null && !waiting.isEmpty()) {
      try {
        waiting.removeFirst().accept(running);
      } finally {
        work();
      }
    }
  }

  @Override
  public ObservableValue<Connection> connection() {
    return state.connection();
  }

  @Override
  public ObservableValue<UserRow> me() {
    return state.me();
  }

  @Override
  public Instant relayNow() {
    return clock.now();
  }

  @Override
  public Inbox inbox() {
    return state.inbox();
  }

  @Override
  public ObservableList<UserRow> people() {
    return state.people();
  }

  @Override
  public ObservableList<ChannelRow> channels() {
    return state.channels();
  }

  @Override
  public ObservableList<HeldItem> needsAttention() {
    return state.held();
  }

  @Override
  public ObservableList<NewChat> newChats() {
    return state.newChats().view();
  }

  @Override
  public void dismiss(NewChat chat) {
    state.newChats().dismiss(chat);
  }

  @Override
  public ObservableList<NewMessage> newMessages() {
    return state.newMessages().view();
  }

  @Override
  public ObservableMap<DialogId, List<Companion>> companions() {
    return state.companions();
  }

  @Override
  public void find(DialogId dialog, Consumer<Found> answer) {
    engine(running -> running.find(dialog, answer));
  }

  @Override
  public Timeline open(DialogId dialog) {
    engine(running -> running.company().watches(dialog));
    return state.open(
        dialog,
        new TimelineSource() {
          @Override
          public void read(DialogId id, Ask ask, Consumer<Slice> answer) {
            DeskEngine running = engine;
            if (running != null) {
              running.reads().read(id, ask, answer);
            } else {
              engine(started -> started.reads().read(id, ask, answer));
            }
          }

          @Override
          public void fetch(DialogId id, long before, int limit, Consumer<Boolean> done) {
            engine(started -> started.reads().fetch(id, before, limit, done));
          }
        },
        () -> engine(running -> running.company().left(dialog)));
  }

  @Override
  public void markRead(DialogId dialog, long position) {
    DialogItem item = state.inbox().get(dialog);
    if (item != null && item.joined() && item.unread() > 0) {
      act(dialog, null, new Intent.MarkRead(position));
    }
  }

  @Override
  public void seen(DialogId dialog, MessageId newest) {
    seen.put(dialog, newest);
  }

  @Override
  public @Nullable String replyRefusal(DialogId dialog) {
    DialogItem item = state.inbox().get(dialog);
    if (item == null) {
      return "unknown";
    }
    SessionStatus status = item.dialog().session().status();
    if (status.group() == SessionStatus.Group.SPAM) {
      return "spam";
    }
    if (!status.isOpen()) {
      return "closed";
    }
    if (!status.isAccepted()) {
      return "notAccepted";
    }
    if (!item.joined()) {
      return "notParticipant";
    }
    return item.channel().active() ? null : "channelOff";
  }

  @Override
  public @Nullable Draft draft(DialogId dialog, DraftKind kind) {
    return state.draft(new DraftKey(dialog, kind));
  }

  @Override
  public void saveDraft(DialogId dialog, DraftKind kind, String text, @Nullable MessageId quote) {
    DraftKey key = new DraftKey(dialog, kind);
    Draft before = state.draft(key);
    state.keep(new Draft(dialog, kind, text, quote, before == null ? null : before.lost()));
    long written = setup.ticker().getAsLong();
    engine(running -> {
      running.edit(key, text, quote, Duration.ofNanos(setup.ticker().getAsLong() - written));
      if (!text.isBlank()) {
        running.company().typing(dialog, kind == DraftKind.WHISPER);
      }
    });
  }

  @Override
  public void resolveLostDraft(DialogId dialog, DraftKind kind, boolean take) {
    engine(running -> running.resolveLost(new DraftKey(dialog, kind), take));
  }

  @Override
  public void send(DialogId dialog, String text, boolean whisper, @Nullable MessageId quote) {
    DraftKind kind = whisper ? DraftKind.WHISPER : DraftKind.REPLY;
    List<String> chosen = files.take(dialog, kind);
    if (text.isBlank() && chosen.isEmpty()) {
      return;
    }
    state.keep(new Draft(dialog, kind, "", null, null));
    act(dialog, basis(dialog), new Intent.SendMessage(text, whisper, quote, chosen));
    files.settle(chosen);
  }

  @Override
  public void edit(DialogId dialog, MessageId message, String text) {
    if (!text.isBlank()) {
      act(dialog, basis(dialog), new Intent.EditMessage(message, text));
    }
  }

  @Override
  public void delete(DialogId dialog, MessageId message) {
    act(dialog, basis(dialog), new Intent.DeleteMessage(message));
  }

  @Override
  public void accept(DialogId dialog) {
    act(dialog, basis(dialog), new Intent.AcceptDialog());
  }

  @Override
  public void skip(DialogId dialog) {
    act(dialog, basis(dialog), new Intent.SkipDialog());
  }

  @Override
  public void transferToUser(DialogId dialog, UserId user, @Nullable String comment, boolean stay) {
    remember(user.value());
    act(dialog, basis(dialog), new Intent.TransferDialog(user, null, blankToNull(comment), stay));
  }

  @Override
  public void transferToChannel(DialogId dialog, ChannelId channel, @Nullable String comment) {
    remember(channel.value());
    act(
        dialog,
        basis(dialog),
        new Intent.TransferDialog(null, channel, blankToNull(comment), false));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  @Override
  public void takeOver(DialogId dialog) {
    act(dialog, basis(dialog), new Intent.TakeOverDialog());
  }

  @Override
  public void join(DialogId dialog) {
    act(dialog, basis(dialog), new Intent.JoinDialog());
  }

  @Override
  public void leave(DialogId dialog) {
    act(dialog, basis(dialog), new Intent.LeaveDialog());
  }

  @Override
  public void pin(DialogId dialog, boolean pinned) {
    act(dialog, basis(dialog), pinned ? new Intent.PinDialog() : new Intent.UnpinDialog());
  }

  @Override
  public void rename(DialogId dialog, String title) {
    act(dialog, basis(dialog), new Intent.RenameDialog(title));
  }

  @Override
  public void finish(DialogId dialog) {
    act(dialog, basis(dialog), new Intent.FinishDialog());
  }

  @Override
  public void spam(DialogId dialog) {
    act(dialog, basis(dialog), new Intent.MarkSpam());
  }

  @Override
  public void invite(DialogId dialog, List<UserId> users) {
    if (!users.isEmpty()) {
      act(dialog, basis(dialog), new Intent.InviteUsers(List.copyOf(users)));
    }
  }

  @Override
  public void reopenWith(DialogId dialog, String text) {
    Basis today = basis(dialog);
    if (today == null) {
      return;
    }
    List<String> chosen = files.take(dialog, DraftKind.REPLY);
    if (!(text.isBlank() && chosen.isEmpty())) {
      state.keep(new Draft(dialog, DraftKind.REPLY, "", null, null));
      act(
          dialog,
          new Basis(null, null, today.channel(), today.lastMessage()),
          new Intent.SendMessage(text, false, null, chosen));
      files.settle(chosen);
    }
  }

  @Override
  public DeskSchedule schedule() {
    return schedule;
  }

  @Override
  public DeskMentions mentions() {
    return mentions;
  }

  @Override
  public DeskCanned canned() {
    return canned;
  }

  @Override
  public DeskMarks marks() {
    return marks;
  }

  @Override
  public DeskFiles files() {
    return files;
  }

  @Override
  public Administration administration() {
    return administration;
  }

  @Override
  public boolean undo(CommandId command) {
    DeskEngine running = engine;
    OutboxEntry entry = running == null ? null : running.outbox().find(command);
    if (running == null || entry == null || !running.claimForUndo(command)) {
      return false;
    }
    takeBack(entry);
    return true;
  }

  @Override
  public @Nullable DraftKind takeBack(DialogId dialog, @Nullable CommandId message) {
    DeskEngine running = engine;
    if (running == null) {
      return null;
    }
    Outbox outbox = running.outbox();
    OutboxEntry entry = message == null ? outbox.unsentMessage(dialog) : outbox.find(message);
    if (entry == null
        || !(entry.command().intent() instanceof Intent.SendMessage send)
        || !running.claimForUndo(entry.id())) {
      return null;
    }
    takeBack(entry);
    return UndoTime.kind(send);
  }

  private void takeBack(OutboxEntry entry) {
    DialogId dialog = entry.dialog();
    if (dialog == null || !(entry.command().intent() instanceof Intent.SendMessage send)) {
      engine(one -> one.undo(entry.id(), null));
      return;
    }
    Draft since = state.draft(new DraftKey(dialog, UndoTime.kind(send)));
    Draft draft = UndoTime.draft(dialog, send, since);
    state.keep(draft);
    engine(one -> one.undo(entry.id(), draft));
  }

  @Override
  public void setUndoTime(Duration time) {
    undoTime.choose(time);
  }

  @Override
  public void sendNow(CommandId command) {
    engine(running -> running.hurry(command));
  }

  @Override
  public @Nullable CommandId undoable(DialogId dialog) {
    return state.undoable(dialog);
  }

  @Override
  public void resolve(HeldItem item, HeldItem.Choice choice) {
    Basis today = latestBasis(item.dialog());
    engine(running -> running.resolve(item, choice, today));
  }

  @Override
  public void search(String query, Consumer<SearchResults> results) {
    DeskEngine running = engine;
    if (running != null) {
      running.search().search(query, results);
    } else {
      engine(started -> started.search().search(query, results));
    }
  }

  @Override
  public void find(DialogId dialog, String query, Consumer<List<MessageId>> found) {
    DeskEngine running = engine;
    if (running != null) {
      running.search().find(dialog, query, found);
    } else {
      engine(started -> started.search().find(dialog, query, found));
    }
  }

  @Override
  public void readAll(DialogId dialog, Consumer<List<TimelineEntry>> entries) {
    engine(running -> running.reads().readAll(dialog, entries));
  }

  @Override
  public List<String> recentTargets() {
    return recent.latestFirst();
  }

  @Override
  public void setAvailability(Availability availability) {
    act(null, null, new Intent.SetAvailability(availability));
  }

  @Override
  public void workOffline(boolean offline) {
    engine(running -> {
      byHand = offline;
      running.file().settings.set(BY_HAND, offline ? "yes" : null);
      running.workOffline(offline);
    });
  }

  @Override
  public void retryNow() {
    engine(DeskEngine::retryNow);
  }

  @Override
  public void signOut(Runnable done) {
    engine(running -> {
      String token = running.token();
      wipe();
      leaving = token.isEmpty();
      if (!leaving) {
        setup.api().signOut(token, new Ignored<>());
      }
      setup.fx().execute(done);
    });
  }

  /** The token of whoever is signed in, which was not there when the desk opened. */
  void tokenCame(@Nullable String token) {
    setup
        .scheduler()
        .execute(() -> {
          if (leaving && token != null) {
            leaving = false;
            setup.api().signOut(token, new Ignored<>());
          }
        });
    engine(running -> {
      if (!account.token().isEmpty()) {
        return;
      }
      if (token == null) {
        running.loop().tokenMissing();
      } else {
        account = new Account(token, account.me());
        running.loop().token(token);
      }
    });
  }

  /** Goes on after the same person signed in again. */
  public void signedInAgain(Account fresh) {
    engine(running -> {
      account = fresh;
      running.loop().token(fresh.token());
    });
  }

  @Override
  public void close() {
    setup
        .scheduler()
        .execute(() -> {
          DeskEngine running = engine;
          if (running != null) {
            // What was asked for while the files were read is still to be kept.
            ready = running;
            work();
            running.close();
          }
          over = true;
          engine = null;
          ready = null;
        });
  }

  /** Ends as a crash would, from the engine's thread: only what was committed remains. */
  void crash() {
    DeskEngine running = engine;
    over = true;
    engine = null;
    ready = null;
    if (running != null) {
      running.abandon();
    }
  }

  private void remember(String target) {
    recent.add(target);
    engine(running -> recent.save(running.file().settings));
  }

  private void act(@Nullable DialogId dialog, @Nullable Basis basis, Intent intent) {
    engine(running ->
        running.act(
            new Outbox.Act(dialog, basis, intent, dialog != null && running.owned(dialog)),
            undoTime.of(intent)));
  }

  /** What the agent sees of a dialog now. */
  private @Nullable Basis basis(DialogId dialog) {
    Basis latest = latestBasis(dialog);
    MessageId last = seen.get(dialog);
    return latest == null || last == null
        ? latest
        : new Basis(latest.session(), latest.owner(), latest.channel(), last);
  }

  private @Nullable Basis latestBasis(DialogId dialog) {
    DialogItem item = state.inbox().get(dialog);
    if (item == null) {
      return null;
    }
    DialogRow.Session session = item.dialog().session();
    return new Basis(session.id(), session.owner(), session.channel(), state.latest(dialog));
  }

  /** Nobody waits for the answer. */
  private static final class Ignored<T extends @Nullable Object>
      implements app.recado.client.api.RelayApi.Callback<T> {
    @Override
    public void succeeded(T value) {}

    @Override
    public void failed(app.recado.client.api.ApiException problem) {}
  }

  /** The transfer targets of late. */
  private static final class RecentTargets {
    private static final String SETTING = "recentTargets";
    private static final int MOST = 8;

    private volatile List<String> targets = List.of();

    void load(app.recado.client.cache.SettingTable settings) {
      String stored = settings.get(SETTING);
      if (stored != null && targets.isEmpty() && !stored.isEmpty()) {
        targets = List.of(stored.split(" ", -1));
      }
    }

    void add(String target) {
      List<String> next = new ArrayList<>(targets);
      next.remove(target);
      next.addFirst(target);
      targets = List.copyOf(next.subList(0, Math.min(MOST, next.size())));
    }

    void save(app.recado.client.cache.SettingTable settings) {
      settings.set(SETTING, String.join(" ", targets));
    }

    List<String> latestFirst() {
      return targets;
    }
  }
}
