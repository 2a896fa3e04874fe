package app.recado.client.sync;

import app.recado.client.state.Companion;
import app.recado.client.state.Connection;
import app.recado.client.state.Draft;
import app.recado.client.state.Found;
import app.recado.client.state.HeldItem;
import app.recado.client.state.Inbox;
import app.recado.client.state.NewChat;
import app.recado.client.state.NewMessage;
import app.recado.client.state.SearchResults;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
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
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * The desk without its windows: everything the agent sees and does, for one signed-in profile. All
 * methods are called on the FX thread, return at once (no SQL, file or network on it) and report
 * back on it. Each act is on disk before it is shown as queued; how it ends is seen in the state,
 * never in a return value.
 */
public interface Desk extends AutoCloseable {
  ObservableValue<Connection> connection();

  ObservableValue<UserRow> me();

  /** The relay's time now, from the last answer's {@code relayTime} and a monotonic clock. */
  Instant relayNow();

  Inbox inbox();

  /** Active people but me, by name. */
  ObservableList<UserRow> people();

  ObservableList<ChannelRow> channels();

  ObservableList<HeldItem> needsAttention();

  /** New chats to announce; {@link #dismiss} takes one away. */
  ObservableList<NewChat> newChats();

  void dismiss(NewChat chat);

  /** What customers wrote in my dialogs since; each goes when it is read, here or elsewhere. */
  ObservableList<NewMessage> newMessages();

  /** Looks for a dialog: here, else at the relay. Answers once, when it is known. */
  void find(DialogId dialog, Consumer<Found> answer);

  /** Opens a window onto a dialog at its first unread message. Sends no read mark. */
  Timeline open(DialogId dialog);

  /** Says that everything up to this position has been on screen. Nobody else is told. */
  void markRead(DialogId dialog, long position);

  /**
   * The newest message of the relay that is on screen in this dialog: what {@code
   * basis.lastMessage} will say.
   */
  void seen(DialogId dialog, MessageId newest);

  /** Why the reply field is shut, as a text key; null if it is open. */
  @Nullable String replyRefusal(DialogId dialog);

  /** The stored draft, at once from memory; null if there is none. */
  @Nullable Draft draft(DialogId dialog, DraftKind kind);

  /**
   * Who else is in a dialog at this moment, the customer while writing and colleagues; empty while
   * there is no connection. That one is there oneself is told while a timeline is {@link #open}.
   */
  ObservableMap<DialogId, List<Companion>> companions();

  /**
   * Keeps what is being written: on this disk within a second, on the other devices soon after.
   * Empty text removes it.
   */
  void saveDraft(DialogId dialog, DraftKind kind, String text, @Nullable MessageId quote);

  /** Drops the text that lost; or takes it as the draft. */
  void resolveLostDraft(DialogId dialog, DraftKind kind, boolean take);

  /** Messages that name me. */
  DeskMentions mentions();

  /** Texts kept to be used again. */
  DeskCanned canned();

  /** Several acts kept to be done again in one go. */
  DeskMacros macros();

  /** Several acts at once, with a result for each. */
  DeskBatches batches();

  /** Tags, priority and sleep. */
  DeskMarks marks();

  /** Queries that the agent gave a name. */
  DeskViews views();

  /** Files: choosing them, their way, and what is here of them. */
  DeskFiles files();

  /** The workspace itself: its channels and people. */
  Administration administration();

  /**
   * Sends (or queues) a message with the files of its draft, and clears the draft. Nothing happens
   * if there is neither text nor file.
   */
  void send(DialogId dialog, String text, boolean whisper, @Nullable MessageId quote);

  /** Messages that wait for a time of theirs. */
  DeskSchedule schedule();

  void edit(DialogId dialog, MessageId message, String text);

  void delete(DialogId dialog, MessageId message);

  /** Answer: accept. */
  void accept(DialogId dialog);

  void skip(DialogId dialog);

  void transferToUser(DialogId dialog, UserId user, @Nullable String comment, boolean stay);

  void transferToChannel(DialogId dialog, ChannelId channel, @Nullable String comment);

  void takeOver(DialogId dialog);

  void join(DialogId dialog);

  void leave(DialogId dialog);

  /** Locks it as its owner's, so that nothing but a person takes it away; or lets go of that. */
  void pin(DialogId dialog, boolean pinned);

  /**
   * What the staff call it; the customer does not see it.
   *
   * @param title 1 to 120 characters, without spaces around it
   */
  void rename(DialogId dialog, String title);

  /** Finishes; accepts and closes one that nobody has. */
  void finish(DialogId dialog);

  void spam(DialogId dialog);

  void invite(DialogId dialog, List<UserId> users);

  /**
   * Sends the first message of a new session in a dialog whose last one has ended; with the files
   * of the draft, as {@link #send}.
   */
  void reopenWith(DialogId dialog, String text);

  /** Takes back a command that is still queued and was never tried; false if it is too late. */
  boolean undo(CommandId command);

  /**
   * Takes a message that was never tried back into its draft, above what has been written since,
   * with its quote and files. A finish that was to follow it is taken back too.
   *
   * @param message null for the last one of the dialog
   * @return to which draft; null if there is none, or it is too late
   */
  @Nullable DraftKind takeBack(DialogId dialog, @Nullable CommandId message);

  /**
   * How long a reply, a finish, spam, a transfer or a deletion stays here before it leaves, from
   * now on.
   *
   * @param time at most 30 seconds; zero for not at all
   */
  void setUndoTime(Duration time);

  /** Lets something go that still keeps its time. */
  void sendNow(CommandId command);

  /** The last act on the dialog that {@link #undo} could still take back; null if none. */
  @Nullable CommandId undoable(DialogId dialog);

  /** Carries out a choice of a held card. For EDIT the texts become the draft. */
  void resolve(HeldItem item, HeldItem.Choice choice);

  /**
   * Searches the cache, then merges the relay's answer when online; the consumer is called once or
   * twice, and no more after the next search.
   */
  void search(String query, Consumer<SearchResults> results);

  /**
   * Finds messages of one dialog on this computer, oldest first; only the latest question is
   * answered.
   */
  void find(DialogId dialog, String query, Consumer<List<MessageId>> found);

  /** Reads all of a dialog that is on this computer, oldest first, as a timeline lays it out. */
  void readAll(DialogId dialog, Consumer<List<TimelineEntry>> entries);

  /** Transfer targets chosen lately, latest first. */
  List<String> recentTargets();

  void setAvailability(Availability availability);

  /** Whether somebody sits here. */
  DeskPresence presence();

  void workOffline(boolean offline);

  /** Tries to connect now instead of at the next retry. */
  void retryNow();

  /** Signs out and wipes the profile; what is queued is lost, so ask first. */
  void signOut(Runnable done);

  @Override
  void close();
}
