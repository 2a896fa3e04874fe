package app.recado.client.sync;

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
import app.recado.protocol.DraftKind;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** A signed-in profile at work: what windows talk to, in front of its engine. */
public final class DeskSession implements Desk {
  private final DeskSetup setup;
  private final RelayClock clock;
  private final DeskState state;
  private final EngineLife life;
  private final SessionActs acts;
  private final SessionFiles files;
  private final SessionCanned canned;
  private final SessionMacros macros;
  private final SessionMentions mentions;
  private final SessionAdministration administration;
  private final SessionMarks marks;
  private final SessionSchedule schedule;
  private final SessionBatches batches;
  private final SessionPresence presence;
  private final SessionViews views;
  private final RecentTargets recent = new RecentTargets();

  private DeskSession(DeskSetup setup, Account account, DeskParts parts, Runnable whenWiped) {
    this.setup = setup;
    clock = new RelayClock(setup.clock(), setup.ticker());
    state =
        new DeskState(
            new Connection(Connection.Status.CONNECTING, 0, clock.now(), null), account.me());
    life =
        new EngineLife(
            setup,
            account,
            parts,
            clock,
            new Bridge(setup.fx(), state::apply),
            this::shut,
            whenWiped);
    acts = new SessionActs(state, life);
    files = new SessionFiles(setup, life, state.transfers(), state.draftFiles());
    schedule = new SessionSchedule(state, clock, acts, files);
    mentions = new SessionMentions(state.mentions(), acts::act);
    canned =
        new SessionCanned(
            state.canned(),
            state.me(),
            new Ids(setup.clock(), setup.random()),
            acts::act,
            acts::undo);
    macros =
        new SessionMacros(
            state.macros(), new Ids(setup.clock(), setup.random()), acts::act, acts::undo);
    batches = new SessionBatches(setup.fx(), acts, life::run, this::remember);
    life.watchQueue(batches::look);
    administration = new SessionAdministration(setup, clock, state, life::run);
    marks = new SessionMarks(state.inbox(), acts::act);
    presence = new SessionPresence(setup, life::run);
    views = new SessionViews(setup.fx(), new Ids(setup.clock(), setup.random()), life::run);
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
    session.life.run(running -> {
      session.recent.load(running.file().settings);
      session.presence.started(running.file().settings);
      session.views.load(running.file().settings);
    });
    session.life.open();
    return session;
  }

  /** Nothing that is still being copied or fetched may stay behind. */
  private void shut() {
    presence.close();
    files.shut();
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
    life.run(running -> running.find(dialog, answer));
  }

  @Override
  public Timeline open(DialogId dialog) {
    life.run(running -> running.company().watches(dialog));
    return state.open(
        dialog,
        new TimelineSource() {
          @Override
          public void read(DialogId id, Ask ask, Consumer<Slice> answer) {
            DeskEngine running = life.now();
            if (running != null) {
              running.reads().read(id, ask, answer);
            } else {
              life.run(started -> started.reads().read(id, ask, answer));
            }
          }

          @Override
          public void fetch(DialogId id, long before, int limit, Consumer<Boolean> done) {
            life.run(started -> started.reads().fetch(id, before, limit, done));
          }
        },
        () -> life.run(running -> running.company().left(dialog)));
  }

  @Override
  public void markRead(DialogId dialog, long position) {
    DialogItem item = state.inbox().get(dialog);
    if (item != null && item.unread() > 0) {
      acts.act(dialog, null, new Intent.MarkRead(position));
    }
  }

  @Override
  public void seen(DialogId dialog, MessageId newest) {
    acts.seen(dialog, newest);
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
    Draft draft =
        new Draft(
            dialog,
            kind,
            text,
            quote,
            before == null ? null : before.lost(),
            before == null ? List.of() : before.lostFiles());
    long written = setup.ticker().getAsLong();
    acts.leaving(
        draft,
        () ->
            life.run(running -> {
              running.edit(
                  key, text, quote, Duration.ofNanos(setup.ticker().getAsLong() - written));
              if (!text.isBlank()) {
                running.company().typing(dialog, kind == DraftKind.WHISPER);
              }
            }));
  }

  @Override
  public void resolveLostDraft(DialogId dialog, DraftKind kind, boolean take) {
    life.run(running -> running.resolveLost(new DraftKey(dialog, kind), take));
  }

  @Override
  public void send(DialogId dialog, String text, boolean whisper, @Nullable MessageId quote) {
    DraftKind kind = whisper ? DraftKind.WHISPER : DraftKind.REPLY;
    List<String> chosen = files.take(dialog, kind);
    if (text.isBlank() && chosen.isEmpty()) {
      return;
    }
    acts.leaving(
        new Draft(dialog, kind, "", null, null),
        () -> acts.act(dialog, new Intent.SendMessage(text, whisper, quote, chosen)));
    files.settle(chosen);
  }

  @Override
  public void edit(DialogId dialog, MessageId message, String text) {
    if (!text.isBlank()) {
      acts.act(dialog, new Intent.EditMessage(message, text));
    }
  }

  @Override
  public void delete(DialogId dialog, MessageId message) {
    acts.act(dialog, new Intent.DeleteMessage(message));
  }

  @Override
  public void accept(DialogId dialog) {
    acts.act(dialog, new Intent.AcceptDialog());
  }

  @Override
  public void skip(DialogId dialog) {
    acts.act(dialog, new Intent.SkipDialog());
  }

  @Override
  public void transferToUser(DialogId dialog, UserId user, @Nullable String comment, boolean stay) {
    remember(user.value());
    acts.act(dialog, new Intent.TransferDialog(user, null, blankToNull(comment), stay));
  }

  @Override
  public void transferToChannel(DialogId dialog, ChannelId channel, @Nullable String comment) {
    remember(channel.value());
    acts.act(dialog, new Intent.TransferDialog(null, channel, blankToNull(comment), false));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  @Override
  public void takeOver(DialogId dialog) {
    acts.act(dialog, new Intent.TakeOverDialog());
  }

  @Override
  public void join(DialogId dialog) {
    acts.act(dialog, new Intent.JoinDialog());
  }

  @Override
  public void leave(DialogId dialog) {
    acts.act(dialog, new Intent.LeaveDialog());
  }

  @Override
  public void pin(DialogId dialog, boolean pinned) {
    acts.act(dialog, pinned ? new Intent.PinDialog() : new Intent.UnpinDialog());
  }

  @Override
  public void rename(DialogId dialog, String title) {
    acts.act(dialog, new Intent.RenameDialog(title));
  }

  @Override
  public void finish(DialogId dialog) {
    acts.act(dialog, new Intent.FinishDialog());
  }

  @Override
  public void spam(DialogId dialog) {
    acts.act(dialog, new Intent.MarkSpam());
  }

  @Override
  public void invite(DialogId dialog, List<UserId> users) {
    if (!users.isEmpty()) {
      acts.act(dialog, new Intent.InviteUsers(List.copyOf(users)));
    }
  }

  @Override
  public void reopenWith(DialogId dialog, String text) {
    Basis seen = acts.basis(dialog);
    Basis none =
        seen == null
            ? new Basis(null, null, null, null)
            : new Basis(null, null, seen.channel(), seen.lastMessage());
    List<String> chosen = files.take(dialog, DraftKind.REPLY);
    if (!(text.isBlank() && chosen.isEmpty())) {
      acts.leaving(
          new Draft(dialog, DraftKind.REPLY, "", null, null),
          () -> acts.act(dialog, none, new Intent.SendMessage(text, false, null, chosen)));
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
  public DeskMacros macros() {
    return macros;
  }

  @Override
  public DeskCanned canned() {
    return canned;
  }

  @Override
  public DeskBatches batches() {
    return batches;
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
    return acts.undo(command);
  }

  @Override
  public @Nullable DraftKind takeBack(DialogId dialog, @Nullable CommandId message) {
    return acts.takeBack(dialog, message);
  }

  @Override
  public void setUndoTime(Duration time) {
    acts.setUndoTime(time);
  }

  @Override
  public void sendNow(CommandId command) {
    acts.sendNow(command);
  }

  @Override
  public @Nullable CommandId undoable(DialogId dialog) {
    return state.undoable(dialog);
  }

  @Override
  public void resolve(HeldItem item, HeldItem.Choice choice) {
    acts.resolve(item, choice);
  }

  @Override
  public void search(String query, Consumer<SearchResults> results) {
    DeskEngine running = life.now();
    if (running != null) {
      running.search().search(query, results);
    } else {
      life.run(started -> started.search().search(query, results));
    }
  }

  @Override
  public void find(DialogId dialog, String query, Consumer<List<MessageId>> found) {
    DeskEngine running = life.now();
    if (running != null) {
      running.search().find(dialog, query, found);
    } else {
      life.run(started -> started.search().find(dialog, query, found));
    }
  }

  @Override
  public void readAll(DialogId dialog, Consumer<List<TimelineEntry>> entries) {
    life.run(running -> running.reads().readAll(dialog, entries));
  }

  @Override
  public List<String> recentTargets() {
    return recent.latestFirst();
  }

  @Override
  public void setAvailability(Availability availability) {
    acts.act(new Intent.SetAvailability(availability));
  }

  @Override
  public DeskViews views() {
    return views;
  }

  @Override
  public DeskPresence presence() {
    return presence;
  }

  @Override
  public void workOffline(boolean offline) {
    life.workOffline(offline);
  }

  @Override
  public void retryNow() {
    life.run(DeskEngine::retryNow);
  }

  @Override
  public void signOut(Runnable done) {
    life.signOut(done);
  }

  /** The token of whoever is signed in, which was not there when the desk opened. */
  void tokenCame(@Nullable String token) {
    life.tokenCame(token);
  }

  /** Goes on after the same person signed in again. */
  public void signedInAgain(Account fresh) {
    life.signedInAgain(fresh);
  }

  @Override
  public void close() {
    setup.scheduler().execute(presence::close);
    life.close();
  }

  /** Ends as a crash would, from the engine's thread: only what was committed remains. */
  void crash() {
    presence.close();
    life.crash();
  }

  private void remember(String target) {
    recent.add(target);
    life.run(running -> recent.save(running.file().settings));
  }
}
