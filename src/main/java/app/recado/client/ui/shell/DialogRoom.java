package app.recado.client.ui.shell;

import app.recado.client.platform.FileSaving;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.canned.CannedEditor;
import app.recado.client.ui.canned.CannedEditorViewModel;
import app.recado.client.ui.canned.CannedSource;
import app.recado.client.ui.composer.CommandSource;
import app.recado.client.ui.composer.ComposerActions;
import app.recado.client.ui.composer.ComposerView;
import app.recado.client.ui.composer.ComposerViewModel;
import app.recado.client.ui.composer.MentionSource;
import app.recado.client.ui.composer.Quote;
import app.recado.client.ui.composer.SendActions;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Toasts;
import app.recado.client.ui.conversation.ConversationView;
import app.recado.client.ui.conversation.ConversationViewModel;
import app.recado.client.ui.conversation.Ports;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.marks.MarkCards;
import app.recado.client.ui.marks.SnoozeChoice;
import app.recado.client.ui.settings.Preferences;
import app.recado.client.ui.transfer.TransferView;
import app.recado.client.ui.transfer.TransferViewModel;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One conversation and where one writes in it, with all that can be done about it; in the main
 * window or in one of its own. FX thread.
 */
final class DialogRoom implements AutoCloseable {
  private static final Duration NOTE = Duration.seconds(3);

  private final Desk desk;
  private final Moments moments;
  private final Preferences preferences;
  private final Outside outside;
  private final Later later;
  private final Register register;
  private final Toasts toasts;
  private final Consumer<DialogId> windows;
  private final ConversationViewModel conversation;
  private final ComposerViewModel composer;
  private final ConversationView conversationView;
  private final Map<String, CannedEditorViewModel> begun = new HashMap<>();
  private @Nullable ComposerView composerView;
  private Runnable leave;

  /**
   * @param register what can be done in the window around it; not asked before it is shown
   * @param windows gives a dialog a window of its own
   */
  DialogRoom(
      Desk desk,
      Moments moments,
      Preferences preferences,
      Outside outside,
      Later later,
      Register register,
      Toasts toasts,
      Consumer<DialogId> windows) {
    this.desk = desk;
    this.moments = moments;
    this.preferences = preferences;
    this.outside = outside;
    this.later = later;
    this.register = register;
    this.toasts = toasts;
    this.windows = windows;
    conversation = new ConversationViewModel(desk, new Ways(), moments);
    composer = new ComposerViewModel(desk, later, this::quoted);
    conversationView = new ConversationView(conversation, register, this::composerView, later);
    leave = conversationView::focusMessages;
  }

  /** Where the keyboard goes when Esc is pressed with nothing to cancel; first the messages. */
  void whenLeft(Runnable goesTo) {
    leave = goesTo;
  }

  ConversationView view() {
    return conversationView;
  }

  ConversationViewModel conversation() {
    return conversation;
  }

  void open(@Nullable DialogId dialog) {
    conversation.open(dialog);
    composer.open(dialog);
  }

  /** Goes on writing where another room of the same desk was. */
  void resume(DialogRoom before) {
    composer.resume(before.composer);
    begun.putAll(before.begun);
  }

  /**
   * What can be done in it.
   *
   * @param come brings the conversation into view first
   * @param next follows when the agent has sent and is done with it
   */
  List<Action> actions(Runnable come, Runnable next) {
    List<Action> all = new ArrayList<>(conversationView.actions(come));
    all.addAll(
        new ComposerActions(
                composer,
                preferences.enterSends(),
                this::write,
                come,
                () -> composerView().chooseFiles(),
                () -> composerView().pickEmoji(),
                sign -> composerView().begin(sign),
                () -> composerView().quoteText())
            .all());
    all.addAll(
        new SendActions(
                composer,
                moments.zone(),
                () -> register.get("finish").standing(),
                () -> register.get("snooze").standing(),
                conversation::finish,
                next,
                this::chooseSnoozeBehind,
                () -> composerView().chooseTime(moments.zone()))
            .all());
    return all;
  }

  /** Asks until when it is to sleep once what stands here is sent. */
  private void chooseSnoozeBehind() {
    DialogId dialog = composer.dialog();
    composerView()
        .choose(
            new SnoozeChoice(
                    desk::relayNow,
                    moments,
                    conversationView.overlay(),
                    until -> composer.sendAndSnooze(dialog, until))
                .card());
  }

  void write() {
    if (composer.shownProperty().get()) {
      composerView().write();
    }
  }

  void copy(String text) {
    outside.copy(text);
    toasts.show(Texts.of("shell").get("copied"), NOTE);
  }

  /** Says why nothing came of what was asked for. */
  void sayWhyNot(Action action) {
    toasts.show(
        Texts.of("shell").get("refused", action.shortName(), action.standing().why()), NOTE);
  }

  @Override
  public void close() {
    conversationView.close();
    composer.close();
    conversation.close();
  }

  /** Where one writes; made when it is first wanted. */
  ComposerView composerView() {
    ComposerView made = composerView;
    if (made == null) {
      made =
          new ComposerView(
              composer,
              preferences.enterSends(),
              preferences.emoji(),
              conversationView.overlay(),
              List.of(
                  new CannedSource(
                      desk,
                      conversation.itemProperty()::get,
                      () -> keep("", () -> CannedEditorViewModel.create(desk))),
                  new MentionSource(desk, conversation.itemProperty()::get),
                  new CommandSource(register)),
              () -> register,
              this::sayWhyNot,
              () -> leave.run());
      made.spell(
          outside.spellChecker(),
          preferences.spelling(),
          () -> preferences.language().get(),
          later);
      composerView = made;
    }
    return made;
  }

  /**
   * Lets a canned response be written, over the conversation: a new one, or as far as it had come
   * when the editor was left.
   *
   * @param of the message that it is made of; empty for none
   */
  private void keep(String of, Supplier<CannedEditorViewModel> fresh) {
    CannedEditorViewModel before = begun.remove(of);
    CannedEditorViewModel model = before == null ? fresh.get() : before;
    if (before != null) {
      before.goOn();
    }
    Overlay layer = conversationView.overlay();
    AtomicBoolean over = new AtomicBoolean();
    CannedEditor editor =
        new CannedEditor(
            model,
            conversation.itemProperty().get(),
            desk.me().getValue(),
            new UndoNotes(toasts, preferences),
            () -> {
              over.set(true);
              layer.hide();
            });
    editor.getStyleClass().add("popover");
    layer.showCentred(editor, editor.first());
    layer.onClosed(() -> {
      model.leave();
      if (!over.get() && model.isTouched()) {
        begun.put(of, model);
      }
    });
  }

  private @Nullable Quote quoted(MessageId message) {
    TimelineEntry.Message found = conversation.find(message);
    return found == null ? null : quote(found);
  }

  private static Quote quote(TimelineEntry.Message message) {
    return new Quote(
        message.row().id(), message.authorName(), message.row().text(), message.row().whisper());
  }

  /** What the conversation asks of its neighbours. */
  private final class Ways implements Ports {
    @Override
    public void chooseTransfer(DialogId dialog) {
      open(TransferViewModel.transfer(desk, dialog, moments));
    }

    @Override
    public void chooseInvite(DialogId dialog) {
      open(TransferViewModel.invite(desk, dialog, moments));
    }

    private void open(TransferViewModel model) {
      TransferView card = new TransferView(model, conversationView.overlay()::hide);
      conversationView.overlay().showBelow(conversationView.anchor(), card, card.first());
    }

    @Override
    public void chooseTags(DialogId dialog) {
      marks().tags(dialog);
    }

    @Override
    public void choosePriority(DialogId dialog) {
      marks().priority(dialog);
    }

    @Override
    public void chooseSnooze(DialogId dialog) {
      marks().snooze(dialog);
    }

    private MarkCards marks() {
      return new MarkCards(desk, moments, conversationView.overlay(), conversationView.anchor());
    }

    @Override
    public void quote(TimelineEntry.Message message) {
      composer.quote(DialogRoom.quote(message));
      composerView().write();
    }

    @Override
    public void edit(TimelineEntry.Message message) {
      composer.edit(message);
      composerView().write();
    }

    @Override
    public void keep(TimelineEntry.Message message) {
      DialogRoom.this.keep(
          message.row().id().value(), () -> CannedEditorViewModel.of(desk, message.row()));
    }

    @Override
    public void takeBack(DialogId dialog, @Nullable CommandId message) {
      if (composer.takeBack(dialog, message)) {
        composerView().write();
      }
    }

    @Override
    public void callBack(DialogId dialog, MessageId message) {
      if (composer.callBack(dialog, message)) {
        composerView().write();
      }
    }

    @Override
    public void write() {
      composerView().write();
    }

    @Override
    public void reopen(DialogId dialog) {
      composer.reopen();
      composerView().write();
    }

    @Override
    public void browse(URI page) {
      outside.browse(page);
    }

    @Override
    public void save(String name, FileSaving.Content content) {
      new SavingNote(outside, toasts).save(name, content);
    }

    @Override
    public void openWindow(DialogId dialog) {
      windows.accept(dialog);
    }

    @Override
    public void copy(String text) {
      DialogRoom.this.copy(text);
    }
  }
}
