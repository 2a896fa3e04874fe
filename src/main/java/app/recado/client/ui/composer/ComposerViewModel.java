package app.recado.client.ui.composer;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import app.recado.protocol.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What is being written in one dialog. Each dialog has its own draft of each kind, with its own
 * undo history and caret; they are kept off the path of the keys. FX thread only; needs no toolkit.
 */
public final class ComposerViewModel implements AutoCloseable {
  /** From the first key on: with what the desk takes to write it, less than a second. */
  private static final Duration SAVE_AFTER = Duration.ofMillis(250);

  private static final Duration SAVED_AFTER = Duration.ofSeconds(1);

  private final Desk desk;
  private final Later later;
  private final Texts texts = Texts.of("composer");

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyObjectWrapper<@Nullable DialogItem> item =
      new ReadOnlyObjectWrapper<>(this, "item");
  private final ReadOnlyBooleanWrapper whisper = new ReadOnlyBooleanWrapper(this, "whisper");
  private final ReadOnlyObjectWrapper<@Nullable Quote> quote =
      new ReadOnlyObjectWrapper<>(this, "quote");
  private final ReadOnlyObjectWrapper<TimelineEntry.@Nullable Message> edited =
      new ReadOnlyObjectWrapper<>(this, "edited");
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
  private final ReadOnlyStringWrapper draftState = new ReadOnlyStringWrapper(this, "draft", "");
  private final ReadOnlyStringWrapper lost = new ReadOnlyStringWrapper(this, "lost", "");
  private final ReadOnlyObjectWrapper<SendKind> sendKind =
      new ReadOnlyObjectWrapper<>(this, "sendKind", SendKind.SEND);
  private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper(this, "sendable");
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");
  private final ReadOnlyBooleanWrapper reopenable = new ReadOnlyBooleanWrapper(this, "reopenable");

  private final DraftPads pads;
  private final DraftFiles files;
  private final OpenVariables variables = new OpenVariables();
  private final OpenEdits edits = new OpenEdits();
  private final Set<DialogId> whispering = new HashSet<>();
  private final Set<DialogId> reopening = new HashSet<>();
  private final Subscription connectionWatch;
  private final Subscription textWatch;
  private Subscription itemWatch = Subscription.EMPTY;
  private Subscription saving = Subscription.EMPTY;
  private Subscription saved = Subscription.EMPTY;
  private @Nullable DialogId dialog;
  private Pad pad = new Pad();
  private boolean loading;
  private boolean online;
  private IntConsumer moveCaret = at -> {};

  /**
   * @param quotes finds what a stored draft refers to; null where it is not at hand
   */
  public ComposerViewModel(Desk desk, Later later, Function<MessageId, @Nullable Quote> quotes) {
    this.desk = desk;
    this.later = later;
    pads = new DraftPads(desk, quotes);
    files = new DraftFiles(desk.files(), this::refresh);
    textWatch = text.subscribe(now -> variables.look(now)).and(text.subscribe(this::textChanged));
    variables.property().subscribe(open -> sendable.set(isSendable()));
    connectionWatch = desk.connection().subscribe(this::connectionChanged);
  }

  /** Shows what has been begun in a dialog; what stands here now is kept first. */
  public void open(@Nullable DialogId next) {
    if (next == null ? dialog == null : next.equals(dialog)) {
      return;
    }
    flush();
    itemWatch.unsubscribe();
    itemWatch = Subscription.EMPTY;
    dialog = next;
    whisper.set(next != null && whispering.contains(next));
    item.set(next == null ? null : desk.inbox().item(next).getValue());
    load();
    if (next != null) {
      itemWatch = desk.inbox().item(next).subscribe(this::itemChanged);
    }
    refresh();
  }

  /** Between a reply and a whisper; each has its own draft. Sticks to the dialog. */
  public void toggleWhisper() {
    if (dialog != null && edited.get() == null) {
      flush();
      setWhisper(!whisper.get());
      load();
      refresh();
    }
  }

  /** Goes on where another composer of the same desk was. */
  public void resume(ComposerViewModel before) {
    before.flush();
    edits.addAll(before.edits);
    whispering.addAll(before.whispering);
    reopening.addAll(before.reopening);
  }

  /**
   * Refers to a message. A whisper can only be quoted in a whisper: the quote would show it to the
   * customer.
   */
  public void quote(Quote chosen) {
    if (dialog == null) {
      return;
    }
    parkEdit();
    if (chosen.whisper() && !whisper.get()) {
      toggleWhisper();
    }
    quote.set(chosen);
    pad.quote = chosen;
    changed();
  }

  public void dropQuote() {
    if (quote.get() != null) {
      quote.set(null);
      pad.quote = null;
      changed();
    }
  }

  /**
   * Puts an own message here to be changed, as far as that had come; the draft waits meanwhile.
   * What is changed waits too while another dialog is open.
   */
  public void edit(TimelineEntry.Message message) {
    if (dialog == null || message.editRefusal() != null) {
      return;
    }
    flush();
    edits.begin(dialog, message);
    load();
    refresh();
  }

  /** Leaves the message as it was and brings the draft back. */
  public void cancelEdit() {
    TimelineEntry.Message changing = edited.get();
    if (changing != null && dialog != null) {
      edits.end(dialog, changing);
      load();
      refresh();
    }
  }

  /** Brings the draft back; editing the message again goes on where it was. */
  private void parkEdit() {
    if (edited.get() != null && dialog != null) {
      edits.park(dialog);
      load();
      refresh();
    }
  }

  /** Opens the field of a dialog that has ended: the first message begins a new session. */
  public void reopen() {
    if (dialog != null) {
      reopening.add(dialog);
      refresh();
    }
  }

  /** Sends, whispers or saves what stands here; does nothing while that is not possible. */
  public void send() {
    DialogId to = dialog;
    String message = text.get().strip();
    if (to == null || !sendable.get()) {
      return;
    }
    TimelineEntry.Message changing = edited.get();
    if (changing != null) {
      edits.end(to, changing);
      if (!message.equals(changing.row().text())) {
        desk.edit(to, changing.row().id(), message);
      }
      load();
      refresh();
      return;
    }
    boolean first = !whisper.get() && reopening.remove(to);
    Quote refersTo = quote.get();
    empty();
    if (first) {
      desk.reopenWith(to, message);
    } else {
      desk.send(to, message, whisper.get(), refersTo == null ? null : refersTo.id());
    }
    refresh();
  }

  /** What stood here is on its way. */
  private void empty() {
    saving.unsubscribe();
    files.sent();
    pad.empty();
    pad.awaited = "";
    display();
  }

  /**
   * Hands what stands here over to be sent at a time; does nothing if the dialog is not open any
   * more, or while that is not possible.
   */
  void schedule(@Nullable DialogId to, Instant at) {
    String message = text.get().strip();
    if (to == null || !to.equals(dialog) || !sendKind.get().isReply() || !sendable.get()) {
      return;
    }
    Quote refersTo = quote.get();
    empty();
    desk.schedule().send(to, message, refersTo == null ? null : refersTo.id(), at);
    refresh();
  }

  /** Sends, and lets the conversation sleep until then; does nothing if it is not open any more. */
  public void sendAndSnooze(@Nullable DialogId to, Instant until) {
    if (to != null && to.equals(dialog) && sendable.get() && sendKind.get().isReply()) {
      send();
      desk.marks().snooze(to, until);
    }
  }

  /** The relay's time. */
  Instant now() {
    return desk.relayNow();
  }

  /** Brings a scheduled message back here; false if it is too late. */
  public boolean callBack(DialogId from, MessageId message) {
    flush();
    if (!desk.schedule().callBack(from, message)) {
      return false;
    }
    cameBack(from, DraftKind.REPLY);
    return true;
  }

  /**
   * Brings a message that has not left back here, above what has been written since.
   *
   * @return false if there is none, or it is too late
   */
  public boolean takeBack(DialogId from, @Nullable CommandId message) {
    flush();
    DraftKind came = desk.takeBack(from, message);
    if (came == null) {
      return false;
    }
    cameBack(from, came);
    return true;
  }

  private void cameBack(DialogId from, DraftKind came) {
    pads.restore(from, came);
    if (from.equals(dialog)) {
      edits.park(from);
      setWhisper(came == DraftKind.WHISPER);
      load();
      refresh();
    }
  }

  /** Takes the last step in the text back; in an empty field the last message, if that is left. */
  void undo() {
    DialogId open = dialog;
    boolean nothing = text.get().isEmpty() && edited.get() == null;
    if (!nothing || open == null || !takeBack(open, null)) {
      undoStep();
    }
  }

  private void undoStep() {
    step(pad.history.undo(text.get()));
  }

  void redo() {
    step(pad.history.redo(text.get()));
  }

  boolean canUndo() {
    return pad.history.canUndo();
  }

  boolean canRedo() {
    return pad.history.canRedo();
  }

  /** The text that another device's newer one displaced becomes the draft, or is dropped. */
  void resolveLost(boolean take) {
    DialogId id = dialog;
    if (id != null) {
      Draft stored = desk.draft(id, kind());
      String displaced = stored == null || stored.lost() == null ? "" : stored.lost();
      desk.resolveLostDraft(id, kind(), take);
      lost.set("");
      if (take && !displaced.isEmpty()) {
        pad.awaited = null;
        pad.dirty = false;
        pad.text = displaced;
        pad.caret = displaced.length();
        display();
      }
      refresh();
    }
  }

  /** Keeps what stands here now instead of a little later. */
  public void flush() {
    saving.unsubscribe();
    DialogId id = dialog;
    if (id == null || edited.get() != null || !pad.dirty) {
      return;
    }
    pads.store(id, kind(), pad);
    saved.unsubscribe();
    if (!text.get().isEmpty()) {
      saved = later.after(SAVED_AFTER, this::showSaved);
    }
  }

  /** The view keeps this up to date, so that each draft has its caret again. */
  void caretAt(int position) {
    if (!loading) {
      pad.caret = position;
    }
  }

  /** Who moves the caret when the text is exchanged. */
  void onCaret(IntConsumer move) {
    moveCaret = move;
  }

  private void textChanged(@Nullable String was, @Nullable String is) {
    if (loading || was == null || is == null) {
      return;
    }
    pad.history.changed(was, is);
    pad.text = is;
    if (was.isBlank() != is.isBlank()) {
      sendable.set(isSendable());
    }
    changed();
  }

  private void changed() {
    if (edited.get() == null) {
      saved.unsubscribe();
      draftState.set("");
      if (!pad.dirty) {
        pad.dirty = true;
        saving.unsubscribe();
        saving = later.after(SAVE_AFTER, this::flush);
      }
    }
  }

  private void step(UndoHistory.@Nullable State state) {
    if (state != null) {
      loading = true;
      text.set(state.text());
      moveCaret.accept(state.caret());
      loading = false;
      pad.text = state.text();
      pad.caret = state.caret();
      changed();
      refresh();
    }
  }

  private void load() {
    DialogId id = dialog;
    saved.unsubscribe();
    OpenEdits.Edit edit = id == null ? null : edits.of(id);
    edited.set(edit == null ? null : edit.message());
    if (edit != null) {
      pad = edit.pad();
      lost.set("");
    } else if (id == null) {
      pad = new Pad();
      lost.set("");
    } else {
      pad = pads.of(id, kind());
      takeStored(id);
    }
    files.open(edit == null ? id : null, kind());
    display();
    if (edit == null && !pad.text.isEmpty() && !pad.dirty) {
      showSaved();
    }
  }

  private boolean takeStored(DialogId id) {
    Draft stored = desk.draft(id, kind());
    lost.set(stored == null || stored.lost() == null ? "" : lostWords(stored, stored.lost()));
    return pads.takeStored(pad, stored);
  }

  /** The text that was displaced, then the names of the files. */
  private static String lostWords(Draft stored, String displaced) {
    List<String> words = new ArrayList<>();
    if (!displaced.isBlank()) {
      words.add(displaced);
    }
    stored.lostFiles().forEach(file -> words.add(file.name()));
    return String.join(" · ", words);
  }

  private void display() {
    loading = true;
    text.set(pad.text);
    quote.set(pad.quote);
    draftState.set("");
    moveCaret.accept(Math.min(pad.caret, pad.text.length()));
    loading = false;
  }

  private void itemChanged(@Nullable DialogItem now) {
    item.set(now);
    DialogId id = dialog;
    if (id != null && edited.get() == null) {
      files.open(id, kind());
      if (takeStored(id)) {
        display();
      }
    }
    refresh();
  }

  private void connectionChanged(@Nullable Connection now) {
    online = now != null && now.isOnline();
    if (!draftState.get().isEmpty()) {
      showSaved();
    }
    refresh();
  }

  private void showSaved() {
    draftState.set(texts.get(online ? "draft.saved" : "draft.savedHere"));
  }

  private void refresh() {
    DialogItem now = item.get();
    DialogId id = dialog;
    SessionStatus status = now == null ? null : now.dialog().session().status();
    shown.set(status != null && status.group() != SessionStatus.Group.UNANSWERED);
    boolean ended = status != null && !status.isOpen();
    if (!ended && id != null) {
      reopening.remove(id);
    }
    boolean reopens = ended && id != null && reopening.contains(id);
    String why =
        id == null || reopens || whisper.get() || edited.get() != null
            ? null
            : desk.replyRefusal(id);
    refusal.set(why == null ? "" : sentence(why));
    reopenable.set(why != null && ended && now != null && now.channel().active());
    sendKind.set(kindOfSend(reopens));
    sendable.set(isSendable());
  }

  private SendKind kindOfSend(boolean reopens) {
    if (edited.get() != null) {
      return SendKind.SAVE;
    }
    if (whisper.get()) {
      return online ? SendKind.WHISPER : SendKind.QUEUE_WHISPER;
    }
    if (reopens) {
      return SendKind.REOPEN;
    }
    return online ? SendKind.SEND : SendKind.QUEUE;
  }

  private boolean isSendable() {
    return dialog != null
        && refusal.get().isEmpty()
        && hasAny()
        && !files.isCopying()
        && !variables.any();
  }

  /** Whether anything stands here. */
  boolean hasAny() {
    return !text.get().isBlank() || (edited.get() == null && !files.chosen().isEmpty());
  }

  /** Why it cannot be sent, in a few words. */
  String whyNotSendable() {
    if (variables.any()) {
      return texts.get("refusal.variables", OpenVariablesLine.names(variables.property().get()));
    }
    if (!refusal.get().isEmpty()) {
      return refusal.get();
    }
    return texts.get(files.isCopying() ? "refusal.copying" : "refusal.nothingWritten");
  }

  /** Whether files can be added to what is being written. */
  boolean attachable() {
    return shown.get() && refusal.get().isEmpty() && edited.get() == null;
  }

  /** Adds a picture that has no name of its own. */
  void attachPicture(Supplier<byte[]> png) {
    files.attachPicture(png, Texts.of("files").get("pasted"));
  }

  /** What is still to be filled in before it can be sent. */
  OpenVariables variables() {
    return variables;
  }

  DraftFiles files() {
    return files;
  }

  private String sentence(String refusalKey) {
    String key = "refusal." + refusalKey.substring(refusalKey.lastIndexOf('.') + 1);
    return texts.has(key) ? texts.get(key) : texts.get("refusal.other");
  }

  private void setWhisper(boolean on) {
    DialogId id = dialog;
    if (id != null) {
      if (on) {
        whispering.add(id);
      } else {
        whispering.remove(id);
      }
    }
    whisper.set(on);
  }

  private DraftKind kind() {
    return whisper.get() ? DraftKind.WHISPER : DraftKind.REPLY;
  }

  public @Nullable DialogId dialog() {
    return dialog;
  }

  StringProperty textProperty() {
    return text;
  }

  ReadOnlyObjectProperty<@Nullable DialogItem> itemProperty() {
    return item.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty whisperProperty() {
    return whisper.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Quote> quoteProperty() {
    return quote.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TimelineEntry.@Nullable Message> editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** Why nothing can be written to the customer, as a sentence; empty if it can. */
  ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** That the draft is kept, and where; empty while it is not yet. */
  ReadOnlyStringProperty draftStateProperty() {
    return draftState.getReadOnlyProperty();
  }

  /** A text that lost against a newer one; empty if there is none. */
  ReadOnlyStringProperty lostProperty() {
    return lost.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<SendKind> sendKindProperty() {
    return sendKind.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty sendableProperty() {
    return sendable.getReadOnlyProperty();
  }

  /** Whether there is anything to write here: not before somebody answered. */
  public ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether the ended dialog could be opened again from here. */
  ReadOnlyBooleanProperty reopenableProperty() {
    return reopenable.getReadOnlyProperty();
  }

  @Override
  public void close() {
    open(null);
    saved.unsubscribe();
    connectionWatch.unsubscribe();
    textWatch.unsubscribe();
  }
}
