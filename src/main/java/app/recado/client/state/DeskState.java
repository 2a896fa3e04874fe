package app.recado.client.state;

import app.recado.protocol.Attachment;
import app.recado.protocol.CannedRow;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** Everything the windows watch. FX thread only; changed only by {@link #apply}. */
public final class DeskState {
  private final InboxState inbox = new InboxState();
  private final ReadOnlyObjectWrapper<Connection> connection;
  private final ReadOnlyObjectWrapper<UserRow> me;
  // What is shown of a list is made once: it hears of changes only as long as somebody holds it.
  private final ObservableList<UserRow> people = FXCollections.observableArrayList();
  private final ObservableList<UserRow> shownPeople =
      FXCollections.unmodifiableObservableList(people);
  private final ObservableList<ChannelRow> channels = FXCollections.observableArrayList();
  private final ObservableList<ChannelRow> shownChannels =
      FXCollections.unmodifiableObservableList(channels);
  private final ObservableList<UserRow> everybody = FXCollections.observableArrayList();
  private final ObservableList<UserRow> shownEverybody =
      FXCollections.unmodifiableObservableList(everybody);
  private final ObservableList<SettingsRow> settings = FXCollections.observableArrayList();
  private final ObservableList<SettingsRow> shownSettings =
      FXCollections.unmodifiableObservableList(settings);
  private final ObservableList<HeldItem> held = FXCollections.observableArrayList();
  private final ObservableList<HeldItem> shownHeld = FXCollections.unmodifiableObservableList(held);
  private final ObservableList<Mention> mentions = FXCollections.observableArrayList();
  private final ObservableList<Mention> shownMentions =
      FXCollections.unmodifiableObservableList(mentions);
  private final ObservableList<CannedRow> canned = FXCollections.observableArrayList();
  private final ObservableList<CannedRow> shownCanned =
      FXCollections.unmodifiableObservableList(canned);
  private final ObservableList<MacroRow> macros = FXCollections.observableArrayList();
  private final ObservableList<MacroRow> shownMacros =
      FXCollections.unmodifiableObservableList(macros);
  private final ObservableMap<FileId, FileTransfer> transfers = FXCollections.observableHashMap();
  private final ObservableMap<FileId, FileTransfer> shownTransfers =
      FXCollections.unmodifiableObservableMap(transfers);
  private final ObservableMap<DialogId, List<Companion>> companions =
      FXCollections.observableHashMap();
  private final ObservableMap<DialogId, List<Companion>> shownCompanions =
      FXCollections.unmodifiableObservableMap(companions);
  private final ObservableMap<DraftKey, List<Attachment>> draftFiles =
      FXCollections.observableHashMap();
  private final ObservableMap<DraftKey, List<Attachment>> shownDraftFiles =
      FXCollections.unmodifiableObservableMap(draftFiles);
  private final ReadOnlyObjectWrapper<@Nullable SentBefore> sentBefore =
      new ReadOnlyObjectWrapper<>();
  private final NewChatList newChats = new NewChatList();
  private final NewMessageList newMessages = new NewMessageList();
  private final Map<DraftKey, Draft> drafts = new HashMap<>();

  /** How often drafts were kept of which the engine has not heard yet: what it says is older. */
  private final Map<DraftKey, Integer> unheard = new HashMap<>();

  private final Map<DialogId, CommandId> undoable = new HashMap<>();
  private final Map<DialogId, MessageId> latest = new HashMap<>();
  private final List<TimelineWindow> windows = new ArrayList<>();

  public DeskState(Connection connection, UserRow me) {
    this.connection = new ReadOnlyObjectWrapper<>(connection);
    this.me = new ReadOnlyObjectWrapper<>(me);
  }

  /** Takes over what changed; what stands in no relation to each other stays in place. */
  public void apply(DeskChanges changes) {
    List<DialogItem> changed = new ArrayList<>();
    Set<DialogId> gone = new HashSet<>();
    changes.items.forEach((id, item) -> item.ifPresentOrElse(changed::add, () -> gone.add(id)));
    if (changes.all != null) {
      Set<DialogId> all = changes.all;
      inbox.ids().stream().filter(id -> !all.contains(id)).forEach(gone::add);
    }
    changes.latest.forEach((id, message) ->
        message.ifPresentOrElse(now -> latest.put(id, now), () -> latest.remove(id)));
    changes.heard.forEach((key, times) ->
        unheard.computeIfPresent(key, (same, left) -> left > times ? left - times : null));
    changes.drafts.forEach((key, draft) -> {
      if (!unheard.containsKey(key)) {
        draft.ifPresentOrElse(now -> drafts.put(key, now), () -> drafts.remove(key));
      }
    });
    changes.draftFiles.forEach((key, files) -> {
      if (files.isEmpty()) {
        draftFiles.remove(key);
      } else {
        draftFiles.put(key, files);
      }
    });
    changes.transfers.forEach((id, transfer) ->
        transfer.ifPresentOrElse(now -> transfers.put(id, now), () -> transfers.remove(id)));
    changes.undoable.forEach((id, command) ->
        command.ifPresentOrElse(now -> undoable.put(id, now), () -> undoable.remove(id)));
    changes.companions.forEach((id, now) -> {
      if (now.isEmpty()) {
        companions.remove(id);
      } else {
        companions.put(id, now);
      }
    });
    if (changes.me != null) {
      me.set(changes.me);
    }
    if (changes.people != null) {
      ListEdits.replace(people, changes.people, UserRow::id);
    }
    if (changes.channels != null) {
      ListEdits.replace(channels, changes.channels, ChannelRow::id);
    }
    if (changes.everybody != null && changes.settings != null) {
      ListEdits.replace(everybody, changes.everybody, UserRow::id);
      ListEdits.replace(settings, changes.settings, SettingsRow::channel);
    }
    inbox.apply(changed, gone);
    if (changes.held != null) {
      ListEdits.replace(held, changes.held, HeldItem::id);
    }
    if (changes.mentions != null) {
      ListEdits.replace(mentions, changes.mentions, mention -> mention.row().message());
    }
    if (changes.canned != null) {
      ListEdits.replace(canned, changes.canned, CannedRow::id);
    }
    if (changes.macros != null) {
      ListEdits.replace(macros, changes.macros, MacroRow::id);
    }
    newChats.apply(changes.newChats, changed, gone);
    newMessages.apply(changes.newMessages, changed, gone);
    if (changes.sentBefore != null) {
      sentBefore.set(changes.sentBefore);
    }
    if (changes.connection != null) {
      connection.set(changes.connection);
    }
    for (TimelineWindow window : List.copyOf(windows)) {
      if (changes.timelines.contains(window.dialog())) {
        window.refresh();
      }
    }
  }

  public InboxState inbox() {
    return inbox;
  }

  public ReadOnlyObjectProperty<Connection> connection() {
    return connection.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<UserRow> me() {
    return me.getReadOnlyProperty();
  }

  public ObservableList<UserRow> people() {
    return shownPeople;
  }

  public ObservableList<ChannelRow> channels() {
    return shownChannels;
  }

  /** All people, the disabled too. */
  public ObservableList<UserRow> everybody() {
    return shownEverybody;
  }

  public ObservableList<SettingsRow> settings() {
    return shownSettings;
  }

  public ObservableList<HeldItem> held() {
    return shownHeld;
  }

  public ObservableList<Mention> mentions() {
    return shownMentions;
  }

  public ObservableList<CannedRow> canned() {
    return shownCanned;
  }

  public ObservableList<MacroRow> macros() {
    return shownMacros;
  }

  public ObservableMap<FileId, FileTransfer> transfers() {
    return shownTransfers;
  }

  public ObservableMap<DialogId, List<Companion>> companions() {
    return shownCompanions;
  }

  public NewChatList newChats() {
    return newChats;
  }

  public NewMessageList newMessages() {
    return newMessages;
  }

  /** Null until there was one. */
  public ReadOnlyObjectProperty<@Nullable SentBefore> sentBefore() {
    return sentBefore.getReadOnlyProperty();
  }

  public @Nullable Draft draft(DraftKey key) {
    return drafts.get(key);
  }

  /** The files of each draft that has any, in the order in which they were chosen. */
  public ObservableMap<DraftKey, List<Attachment>> draftFiles() {
    return shownDraftFiles;
  }

  /**
   * Remembers a draft as it is being written, before the engine has it. Nothing that the engine
   * says of it counts before {@link DeskChanges#heard} came as often.
   */
  public void keep(Draft draft) {
    DraftKey key = new DraftKey(draft.dialog(), draft.kind());
    unheard.merge(key, 1, Integer::sum);
    if (draft.text().isEmpty() && draft.lost() == null) {
      drafts.remove(key);
    } else {
      drafts.put(key, draft);
    }
  }

  public @Nullable CommandId undoable(DialogId dialog) {
    return undoable.get(dialog);
  }

  /** The newest message of a dialog that the relay knows of, as far as it is shown. */
  public @Nullable MessageId latest(DialogId dialog) {
    return latest.get(dialog);
  }

  /** Opens a window that hears of changes until it is closed. */
  public TimelineWindow open(DialogId dialog, TimelineSource source, Runnable whenClosed) {
    TimelineWindow window =
        new TimelineWindow(
            dialog,
            source,
            closed -> {
              if (windows.removeIf(one -> Objects.equals(one, closed))) {
                whenClosed.run();
              }
            });
    windows.add(window);
    window.start();
    return window;
  }
}
