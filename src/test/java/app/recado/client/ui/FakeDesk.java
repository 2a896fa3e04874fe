package app.recado.client.ui;

import app.recado.client.state.Companion;
import app.recado.client.state.Connection;
import app.recado.client.state.Draft;
import app.recado.client.state.Found;
import app.recado.client.state.HeldItem;
import app.recado.client.state.Mention;
import app.recado.client.state.NewChat;
import app.recado.client.state.NewMessage;
import app.recado.client.state.SearchResults;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskMentions;
import app.recado.client.sync.DeskPresence;
import app.recado.protocol.Availability;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * A desk whose state a test sets by hand. Every act is kept in {@link #calls} as its name and
 * arguments, and changes nothing else.
 */
public final class FakeDesk implements Desk {
  public final SimpleObjectProperty<Connection> connection =
      new SimpleObjectProperty<>(new Connection(Connection.Status.ONLINE, 0, Example.NOW, null));
  public final SimpleObjectProperty<UserRow> me =
      new SimpleObjectProperty<>(Example.user("user-bruno", "Bruno Lima"));
  public final FakeInbox inbox = new FakeInbox();
  public final ObservableList<UserRow> people = FXCollections.observableArrayList();
  public final ObservableList<ChannelRow> channels = FXCollections.observableArrayList();
  public final ObservableList<HeldItem> held = FXCollections.observableArrayList();
  public final ObservableList<NewChat> newChats = FXCollections.observableArrayList();
  public final ObservableList<NewMessage> newMessages = FXCollections.observableArrayList();
  public final Map<DialogId, FakeTimeline> timelines = new HashMap<>();
  public final Map<DialogId, String> refusals = new HashMap<>();
  public final Map<String, Draft> drafts = new HashMap<>();

  /** The draft with the message back in it that {@link #takeBack} brings; null if too late. */
  public @Nullable Draft takenBack;

  public final Map<DialogId, CommandId> undoable = new HashMap<>();
  public final ObservableMap<DialogId, List<Companion>> companions =
      FXCollections.observableHashMap();
  public final List<String> recentTargets = new ArrayList<>();
  public final List<String> calls = new ArrayList<>();
  public final FakeMarks marks = new FakeMarks(calls);
  public final FakeBatches batches = new FakeBatches(calls);
  public final FakeFiles files = new FakeFiles(calls);
  public final SimpleObjectProperty<Boolean> idle = new SimpleObjectProperty<>(false);
  public int touches;
  public final ObservableList<Mention> mentions = FXCollections.observableArrayList();
  public final FakeCanned canned = new FakeCanned(calls);
  public final FakeMacros macros = new FakeMacros(calls);
  public final FakeAdministration administration = new FakeAdministration();
  public final FakeViews views = new FakeViews();
  public final FakeSchedule schedule = new FakeSchedule(calls);

  /** What is found within a dialog. */
  public Function<String, List<MessageId>> finding = query -> List.of();

  private Runnable lastSearch = () -> {};

  /** What a search finds. */
  public Function<String, SearchResults> searching =
      query -> new SearchResults(query, List.of(), List.of(), false, true);

  public Instant now = Example.NOW;
  public boolean closed;

  @Override
  public SimpleObjectProperty<Connection> connection() {
    return connection;
  }

  @Override
  public ObservableMap<DialogId, List<Companion>> companions() {
    return companions;
  }

  @Override
  public SimpleObjectProperty<UserRow> me() {
    return me;
  }

  @Override
  public Instant relayNow() {
    return now;
  }

  @Override
  public FakeInbox inbox() {
    return inbox;
  }

  @Override
  public ObservableList<UserRow> people() {
    return people;
  }

  @Override
  public ObservableList<ChannelRow> channels() {
    return channels;
  }

  @Override
  public ObservableList<HeldItem> needsAttention() {
    return held;
  }

  @Override
  public ObservableList<NewChat> newChats() {
    return newChats;
  }

  @Override
  public void dismiss(NewChat chat) {
    call("dismiss", chat.item().id());
    newChats.remove(chat);
  }

  @Override
  public ObservableList<NewMessage> newMessages() {
    return newMessages;
  }

  @Override
  public FakeViews views() {
    return views;
  }

  @Override
  public FakeAdministration administration() {
    return administration;
  }

  /** What looking for a dialog comes to. */
  public Found found = Found.HERE;

  @Override
  public void readAll(DialogId dialog, Consumer<List<TimelineEntry>> entries) {
    call("readAll", dialog);
    entries.accept(List.copyOf(timeline(dialog).entries));
  }

  @Override
  public void find(DialogId dialog, Consumer<Found> answer) {
    call("find", dialog);
    answer.accept(found);
  }

  @Override
  public Timeline open(DialogId dialog) {
    call("open", dialog);
    return timeline(dialog);
  }

  /** The timeline {@link #open} gives. */
  public FakeTimeline timeline(DialogId dialog) {
    return timelines.computeIfAbsent(dialog, first -> new FakeTimeline());
  }

  @Override
  public void markRead(DialogId dialog, long position) {
    call("markRead", dialog, position);
  }

  @Override
  public void seen(DialogId dialog, MessageId newest) {
    call("seen", dialog, newest.value());
  }

  @Override
  public @Nullable String replyRefusal(DialogId dialog) {
    return refusals.get(dialog);
  }

  @Override
  public @Nullable Draft draft(DialogId dialog, DraftKind kind) {
    return drafts.get(dialog.value() + kind);
  }

  @Override
  public void saveDraft(DialogId dialog, DraftKind kind, String text, @Nullable MessageId quote) {
    call("saveDraft", dialog, kind, text);
    drafts.put(dialog.value() + kind, new Draft(dialog, kind, text, quote, null));
  }

  @Override
  public void resolveLostDraft(DialogId dialog, DraftKind kind, boolean take) {
    call("resolveLostDraft", dialog, kind, take);
  }

  @Override
  public DeskMentions mentions() {
    return new DeskMentions() {
      @Override
      public ObservableList<Mention> all() {
        return mentions;
      }

      @Override
      public void read(List<MessageId> messages) {
        calls.add("mentions.read " + messages);
      }
    };
  }

  @Override
  public FakeMacros macros() {
    return macros;
  }

  @Override
  public FakeCanned canned() {
    return canned;
  }

  @Override
  public FakeBatches batches() {
    return batches;
  }

  @Override
  public DeskPresence presence() {
    return new DeskPresence() {
      @Override
      public void touched() {
        touches++;
      }

      @Override
      public void awayAfter(Duration time) {
        call("awayAfter", time);
      }

      @Override
      public SimpleObjectProperty<Boolean> idle() {
        return idle;
      }
    };
  }

  @Override
  public FakeMarks marks() {
    return marks;
  }

  @Override
  public FakeFiles files() {
    return files;
  }

  @Override
  public void send(DialogId dialog, String text, boolean whisper, @Nullable MessageId quote) {
    call("send", dialog, text, whisper ? "whisper" : "public", quote == null ? "-" : quote.value());
  }

  @Override
  public void edit(DialogId dialog, MessageId message, String text) {
    call("edit", dialog, message.value(), text);
  }

  @Override
  public void delete(DialogId dialog, MessageId message) {
    call("delete", dialog, message.value());
  }

  @Override
  public void accept(DialogId dialog) {
    call("accept", dialog);
  }

  @Override
  public void skip(DialogId dialog) {
    call("skip", dialog);
  }

  @Override
  public void transferToUser(DialogId dialog, UserId user, @Nullable String comment, boolean stay) {
    call("transferToUser", dialog, user.value(), comment == null ? "-" : comment, stay);
  }

  @Override
  public void transferToChannel(DialogId dialog, ChannelId channel, @Nullable String comment) {
    call("transferToChannel", dialog, channel.value(), comment == null ? "-" : comment);
  }

  @Override
  public void takeOver(DialogId dialog) {
    call("takeOver", dialog);
  }

  @Override
  public void join(DialogId dialog) {
    call("join", dialog);
  }

  @Override
  public void leave(DialogId dialog) {
    call("leave", dialog);
  }

  @Override
  public void pin(DialogId dialog, boolean pinned) {
    call(pinned ? "pin" : "unpin", dialog);
  }

  @Override
  public void rename(DialogId dialog, String title) {
    call("rename", dialog, title);
  }

  @Override
  public void finish(DialogId dialog) {
    call("finish", dialog);
  }

  @Override
  public void spam(DialogId dialog) {
    call("spam", dialog);
  }

  @Override
  public void invite(DialogId dialog, List<UserId> users) {
    call("invite", dialog, users.stream().map(UserId::value).toList());
  }

  @Override
  public void reopenWith(DialogId dialog, String text) {
    call("reopenWith", dialog, text);
  }

  @Override
  public boolean undo(CommandId command) {
    call("undo", command.value());
    return undoable.values().remove(command);
  }

  @Override
  public FakeSchedule schedule() {
    return schedule;
  }

  @Override
  public @Nullable DraftKind takeBack(DialogId dialog, @Nullable CommandId message) {
    call("takeBack", dialog, message == null ? "-" : message.value());
    Draft restored = takenBack;
    takenBack = null;
    if (restored != null) {
      drafts.put(dialog.value() + restored.kind(), restored);
    }
    return restored == null ? null : restored.kind();
  }

  @Override
  public void setUndoTime(Duration time) {
    call("setUndoTime", time);
  }

  @Override
  public void sendNow(CommandId command) {
    call("sendNow", command.value());
  }

  @Override
  public @Nullable CommandId undoable(DialogId dialog) {
    return undoable.get(dialog);
  }

  @Override
  public void resolve(HeldItem item, HeldItem.Choice choice) {
    call("resolve", item.dialog(), choice);
  }

  @Override
  public void search(String query, Consumer<SearchResults> results) {
    call("search", query);
    lastSearch = () -> results.accept(searching.apply(query));
    lastSearch.run();
  }

  @Override
  public void find(DialogId dialog, String query, Consumer<List<MessageId>> found) {
    call("find", dialog, query);
    found.accept(finding.apply(query));
  }

  /** As the relay does after the cache did. */
  public void answerAgain() {
    lastSearch.run();
  }

  @Override
  public List<String> recentTargets() {
    return recentTargets;
  }

  @Override
  public void setAvailability(Availability availability) {
    call("setAvailability", availability);
  }

  @Override
  public void workOffline(boolean offline) {
    call("workOffline", offline);
  }

  @Override
  public void retryNow() {
    call("retryNow");
  }

  @Override
  public void signOut(Runnable done) {
    call("signOut");
    done.run();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void call(String name, Object... arguments) {
    StringBuilder line = new StringBuilder(name);
    for (Object argument : arguments) {
      line.append(' ').append(argument);
    }
    calls.add(line.toString());
  }
}
