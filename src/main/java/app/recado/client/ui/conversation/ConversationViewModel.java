package app.recado.client.ui.conversation;

import app.recado.client.state.Companion;
import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules;
import app.recado.client.state.HeldItem;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * One conversation on screen: the dialog that is open, what can be done with it, and what has been
 * seen of it. FX thread only; needs no toolkit.
 */
public final class ConversationViewModel implements AutoCloseable {
  private final Desk desk;
  private final Ports ports;
  private final Moments moments;
  private final Texts texts = Texts.of("conversation");
  private final Names names;
  private final StatusWords statusWords;
  private final CompanyWords companyWords;
  private final ObservableMap<DialogId, List<Companion>> companions;
  private final MapChangeListener<DialogId, List<Companion>> companyWatch = change -> meet();

  private final ReadOnlyObjectWrapper<@Nullable DialogId> dialog =
      new ReadOnlyObjectWrapper<>(this, "dialog");
  private final ReadOnlyObjectWrapper<@Nullable DialogItem> item =
      new ReadOnlyObjectWrapper<>(this, "item");
  private final ReadOnlyObjectWrapper<@Nullable Timeline> timeline =
      new ReadOnlyObjectWrapper<>(this, "timeline");
  private final ReadOnlyObjectWrapper<DialogRules> rules;
  private final ReadOnlyObjectWrapper<StatusWords.@Nullable Pill> pill =
      new ReadOnlyObjectWrapper<>(this, "pill");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyObjectWrapper<List<Facts.Fact>> facts =
      new ReadOnlyObjectWrapper<>(this, "facts", List.of());
  private final ReadOnlyObjectWrapper<CompanyWords.Line> company =
      new ReadOnlyObjectWrapper<>(this, "company", CompanyWords.Line.NONE);
  private final ReadOnlyBooleanWrapper offline = new ReadOnlyBooleanWrapper(this, "offline");
  private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper(this, "undoText", "");

  private final ReadOnlyObjectWrapper<Instant> seconds;

  private final Subscription connectionWatch;
  private final Subscription meWatch;
  private Subscription itemWatch = Subscription.EMPTY;
  private @Nullable Undoable undoable;
  private long reportedRead;
  private @Nullable MessageId reportedSeen;
  private long seenPosition;

  /** What was done last here, as long as it can be taken back. */
  private record Undoable(DialogId dialog, String text, @Nullable CommandId before) {}

  public ConversationViewModel(Desk desk, Ports ports, Moments moments) {
    this.desk = desk;
    this.ports = ports;
    this.moments = moments;
    names = new Names(desk, texts);
    seconds = new ReadOnlyObjectWrapper<>(this, "seconds", desk.relayNow());
    rules = new ReadOnlyObjectWrapper<>(this, "rules", new DialogRules(null, desk.me().getValue()));
    statusWords = new StatusWords(texts, moments);
    companyWords = new CompanyWords(texts, names);
    companions = desk.companions();
    companions.addListener(companyWatch);
    connectionWatch = desk.connection().subscribe(this::connectionChanged);
    meWatch = desk.me().subscribe(me -> refresh());
  }

  /** Shows a dialog from its first unread message on; null shows none. Sends no read mark. */
  public void open(@Nullable DialogId next) {
    if (next == null ? dialog.get() == null : next.equals(dialog.get())) {
      return;
    }
    itemWatch.unsubscribe();
    itemWatch = Subscription.EMPTY;
    Timeline before = timeline.get();
    reportedRead = 0;
    reportedSeen = null;
    seenPosition = 0;
    dialog.set(next);
    timeline.set(next == null ? null : desk.open(next));
    if (before != null) {
      before.close();
    }
    if (next == null) {
      item.set(null);
      refresh();
    } else {
      itemWatch =
          desk.inbox()
              .item(next)
              .subscribe(now -> {
                item.set(now);
                refresh();
              });
    }
  }

  void answer() {
    withOpen(id -> {
      desk.accept(id);
      ports.write();
    });
  }

  void skip() {
    withOpen(desk::skip);
  }

  /** Ends it; accepts it first where nobody has. */
  public void finish() {
    withOpen(id -> {
      remember(id, texts.get("undo.finished"));
      desk.finish(id);
    });
  }

  void spam() {
    withOpen(id -> {
      remember(id, texts.get("undo.spam"));
      desk.spam(id);
    });
  }

  void takeOver() {
    withOpen(id -> {
      desk.takeOver(id);
      ports.write();
    });
  }

  void join() {
    withOpen(id -> {
      desk.join(id);
      ports.write();
    });
  }

  void leave() {
    withOpen(desk::leave);
  }

  void transfer() {
    withOpen(id -> {
      remember(id, texts.get("undo.transferred"));
      ports.chooseTransfer(id);
    });
  }

  /** Gives it to somebody who is chosen already; {@code how} does it. */
  public void transfer(Runnable how) {
    withOpen(id -> {
      remember(id, texts.get("undo.transferred"));
      how.run();
    });
  }

  /** Whom a message of a colleague names, each once. */
  List<UserRow> namedIn(TimelineEntry.Message message) {
    boolean mayName =
        message.row().author().kind() == AuthorKind.AGENT && message.row().deletedAt() == null;
    return mayName
        ? names.in(message.row().text()).stream().map(Names.Named::person).distinct().toList()
        : List.of();
  }

  void invite(UserRow person) {
    withOpen(id -> desk.invite(id, List.of(person.id())));
  }

  void transfer(UserRow person) {
    withOpen(id -> transfer(() -> desk.transferToUser(id, person.id(), null, false)));
  }

  void invite() {
    withOpen(ports::chooseInvite);
  }

  void pin(boolean pinned) {
    withOpen(id -> desk.pin(id, pinned));
  }

  /** Names it as the staff are to call it; spaces around the name do not count. */
  void rename(String title) {
    withOpen(id -> desk.rename(id, title.strip()));
  }

  /** Gives the dialog a window of its own. */
  void openWindow() {
    withOpen(ports::openWindow);
  }

  /** The dialog's id, for programs outside. */
  void copyId() {
    withOpen(id -> ports.copy(id.value()));
  }

  /** A link that opens the desk at this dialog. */
  void copyLink() {
    withOpen(id -> ports.copy("recado://dialog/" + id.value()));
  }

  /** Writes what was said into a file; with whispers only for internal use. */
  void export(TranscriptFormat format, boolean internal) {
    DialogItem now = item.get();
    if (now != null) {
      // What the team calls it is not the customer's to read.
      String name = internal ? statusWords.title(now) : VisitorName.of(now.customer().name());
      String place = statusWords.place(now);
      desk.readAll(
          now.id(),
          entries ->
              ports.save(
                  format.fileName(name),
                  (out, watcher) ->
                      format.write(
                          Transcript.of(name, place, entries, internal, rowWords(), texts),
                          texts,
                          out,
                          watcher)));
    }
  }

  /** What the rows of the timeline say. */
  RowWords rowWords() {
    return new RowWords(texts, moments, new SystemLines(texts, names), desk::relayNow);
  }

  void reopen() {
    withOpen(ports::reopen);
  }

  /** Does something about the dialog that is open, if one is. */
  void withOpen(Consumer<DialogId> act) {
    DialogItem now = item.get();
    if (now != null) {
      act.accept(now.id());
      refresh();
    }
  }

  /** Takes back the last finish, spam or transfer. */
  void undo() {
    CommandId command = undoCommand();
    undoable = null;
    undoText.set("");
    if (command != null) {
      desk.undo(command);
    }
  }

  /** Takes back what was done last: a finish, spam or transfer, else the last message. */
  void undoLast() {
    DialogId open = dialog.get();
    if (undoCommand() != null) {
      undo();
    } else if (open != null) {
      ports.takeBack(open, null);
    }
  }

  /** Whether something done here has not left yet. */
  boolean canUndo() {
    DialogId open = dialog.get();
    return undoCommand() != null || (open != null && desk.undoable(open) != null);
  }

  /** Called about once a second while on screen: waiting times and the undo bar move on. */
  void tick() {
    seconds.set(desk.relayNow());
    refresh();
  }

  /**
   * Says what can be seen now.
   *
   * @param newest the newest visible entry of the relay, or null if none is
   * @param attentive whether the window has the focus, so that somebody reads
   */
  void onScreen(TimelineEntry.@Nullable Message newest, boolean attentive) {
    DialogItem now = item.get();
    if (newest == null || now == null || !newest.row().dialog().equals(now.id())) {
      return;
    }
    seenPosition = Math.max(seenPosition, newest.row().position());
    if (!newest.row().id().equals(reportedSeen) && newest.row().position() >= seenPosition) {
      reportedSeen = newest.row().id();
      desk.seen(now.id(), newest.row().id());
    }
    if (attentive && mayRead(now) && newest.row().position() > reportedRead) {
      reportedRead = newest.row().position();
      desk.markRead(now.id(), reportedRead);
    }
  }

  /** Says that somebody looks at these rows: who named the agent in them has been heard. */
  void lookedAt(List<TimelineEntry> rows) {
    DialogId open = dialog.get();
    boolean waiting =
        desk.mentions().all().stream()
            .anyMatch(mention -> mention.isUnread() && mention.row().dialog().equals(open));
    if (waiting) {
      desk.mentions()
          .read(
              rows.stream()
                  .filter(TimelineEntry.Message.class::isInstance)
                  .map(row -> ((TimelineEntry.Message) row).row().id())
                  .toList());
    }
  }

  /** Who looks at what nobody accepted, without following it, has not read it. */
  private static boolean mayRead(DialogItem now) {
    return now.followed()
        || (now.dialog().session().status().isAccepted() && (now.joined() || now.unread() > 0));
  }

  /**
   * Lets what the customer wrote count as unread, and stay so until the dialog is opened anew.
   *
   * @param position the first message that is unread; null for the customer's newest
   */
  void markUnread(@Nullable Long position) {
    withOpen(id -> {
      reportedRead = Long.MAX_VALUE;
      desk.marks().unread(id, position);
    });
  }

  /** A message of the window onto the open dialog; null if it is not in it. */
  public TimelineEntry.@Nullable Message find(MessageId message) {
    Timeline shown = timeline.get();
    if (shown != null) {
      for (TimelineEntry entry : shown.entries()) {
        if (entry instanceof TimelineEntry.Message each && each.row().id().equals(message)) {
          return each;
        }
      }
    }
    return null;
  }

  /** Whether what broke a held command's precondition has been on screen. */
  boolean hasSeenCause(HeldItem held) {
    MessageId unseen = held.now() == null ? null : held.now().unseen();
    if (unseen == null || timeline.get() == null) {
      return true;
    }
    TimelineEntry.Message message = find(unseen);
    return message != null && message.row().position() <= seenPosition;
  }

  void resolve(HeldItem held, HeldItem.Choice choice) {
    desk.resolve(held, choice);
    if (choice == HeldItem.Choice.EDIT || choice == HeldItem.Choice.KEEP_AS_DRAFT) {
      ports.write();
    }
  }

  void delete(TimelineEntry.Message message) {
    if (message.deleteRefusal() == null) {
      desk.delete(message.row().dialog(), message.row().id());
    }
  }

  /** Sends the text of a message that could not be delivered once more, as a new message. */
  void retry(TimelineEntry.Message message) {
    desk.send(
        message.row().dialog(),
        message.row().text(),
        message.row().whisper(),
        message.row().quote());
  }

  /** The name of who has the dialog; for the confirmation of a take-over. */
  String ownerName() {
    DialogItem now = item.get();
    UserId owner = now == null ? null : now.dialog().session().owner();
    return owner == null ? "" : names.of(owner);
  }

  private void connectionChanged(@Nullable Connection now) {
    offline.set(
        now != null
            && now.status() != Connection.Status.ONLINE
            && now.status() != Connection.Status.CONNECTING);
    refresh();
  }

  private void refresh() {
    DialogItem now = item.get();
    rules.set(new DialogRules(now, desk.me().getValue()));
    pill.set(now == null ? null : statusWords.pill(now, desk.relayNow()));
    title.set(now == null ? "" : statusWords.title(now));
    meet();
    facts.set(now == null ? List.of() : statusWords.facts(now));
    undoText.set(undoCommand() == null || undoable == null ? "" : undoable.text());
  }

  private void remember(DialogId id, String text) {
    undoable = new Undoable(id, text, desk.undoable(id));
  }

  /** The command that undo would take back: only one that came after the act was chosen. */
  private @Nullable CommandId undoCommand() {
    Undoable last = undoable;
    if (last == null || !last.dialog().equals(dialog.get())) {
      return null;
    }
    CommandId command = desk.undoable(last.dialog());
    return command == null || command.equals(last.before()) ? null : command;
  }

  Desk desk() {
    return desk;
  }

  Ports ports() {
    return ports;
  }

  Names names() {
    return names;
  }

  Moments moments() {
    return moments;
  }

  public ReadOnlyObjectProperty<@Nullable DialogId> dialogProperty() {
    return dialog.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable DialogItem> itemProperty() {
    return item.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Timeline> timelineProperty() {
    return timeline.getReadOnlyProperty();
  }

  /** What may be done with it as it stands. */
  ReadOnlyObjectProperty<DialogRules> rulesProperty() {
    return rules.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<StatusWords.@Nullable Pill> pillProperty() {
    return pill.getReadOnlyProperty();
  }

  /** The relay's time, about once a second while on screen. */
  ReadOnlyObjectProperty<Instant> secondsProperty() {
    return seconds.getReadOnlyProperty();
  }

  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<Facts.Fact>> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Who else is in the dialog at this moment. */
  ReadOnlyObjectProperty<CompanyWords.Line> companyProperty() {
    return company.getReadOnlyProperty();
  }

  private void meet() {
    DialogItem now = item.get();
    company.set(
        now == null
            ? CompanyWords.Line.NONE
            : companyWords.of(companions.getOrDefault(now.id(), List.of()), now.customer().name()));
  }

  ReadOnlyBooleanProperty offlineProperty() {
    return offline.getReadOnlyProperty();
  }

  /** What the undo bar says; empty while nothing can be taken back. */
  ReadOnlyStringProperty undoTextProperty() {
    return undoText.getReadOnlyProperty();
  }

  @Override
  public void close() {
    companions.removeListener(companyWatch);
    open(null);
    connectionWatch.unsubscribe();
    meWatch.unsubscribe();
  }
}
