package app.recado.client.ui.shell;

import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.ui.composer.ComposerView;
import app.recado.client.ui.composer.ComposerViewModel;
import app.recado.client.ui.composer.Quote;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.conversation.ConversationView;
import app.recado.client.ui.conversation.ConversationViewModel;
import app.recado.client.ui.conversation.DialogAct;
import app.recado.client.ui.conversation.Ports;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.transfer.TransferView;
import app.recado.client.ui.transfer.TransferViewModel;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The conversation, where one writes in it, and the cards that open over it, connected. */
final class ConversationColumn extends StackPane implements Ports, AutoCloseable {
  private final Desk desk;
  private final Moments moments;
  private final Consumer<URI> browse;
  private final ConversationViewModel model;
  private final ComposerViewModel composer;
  private final ComposerView writing;
  private final ConversationView view;

  /**
   * @param enterSends whether Enter sends and Shift+Enter breaks the line, or the other way round
   * @param browse opens a web page outside
   * @param leave puts the focus back on the list
   */
  ConversationColumn(
      Desk desk,
      Moments moments,
      Later later,
      ObservableBooleanValue enterSends,
      Consumer<URI> browse,
      Runnable leave) {
    this.desk = desk;
    this.moments = moments;
    this.browse = browse;
    model = new ConversationViewModel(desk, this, moments);
    composer = new ComposerViewModel(desk, later, this::quoted);
    writing = new ComposerView(composer, enterSends, leave);
    view = new ConversationView(model, writing, later);
    setMinWidth(0);
    getChildren().setAll(view);
  }

  /** Shows a dialog from its first unread message on; null shows none. */
  void open(@Nullable DialogId dialog) {
    model.open(dialog);
    composer.open(dialog);
  }

  /** Shows a dialog at one of its messages. */
  void openAt(DialogId dialog, MessageId message) {
    open(dialog);
    view.jumpTo(dialog, message);
  }

  /**
   * Does what a key means for the conversation; the caller asks only while no text field has the
   * focus and no menu is open.
   *
   * @return whether the key meant anything here
   */
  boolean press(KeyEvent key) {
    if (model.dialogProperty().get() == null
        || key.isControlDown()
        || key.isMetaDown()
        || key.isAltDown()
        || key.getTarget() instanceof TextInputControl
        || view.overlay().isOpen()) {
      return false;
    }
    switch (key.getCode()) {
      case A -> view.ask(key.isShiftDown() ? DialogAct.TAKE_OVER : DialogAct.ANSWER);
      case T -> view.ask(DialogAct.TRANSFER);
      case F -> view.ask(DialogAct.FINISH);
      case W -> {
        composer.toggleWhisper();
        write();
      }
      case PERIOD, CONTEXT_MENU -> view.openMenu();
      default -> {
        return false;
      }
    }
    key.consume();
    return true;
  }

  /** Whether a menu, card or question lies over the conversation. */
  boolean isCovered() {
    return view.overlay().isOpen();
  }

  ConversationViewModel model() {
    return model;
  }

  @Override
  public void chooseTransfer(DialogId dialog) {
    show(TransferViewModel.transfer(desk, dialog, moments));
  }

  @Override
  public void chooseInvite(DialogId dialog) {
    show(TransferViewModel.invite(desk, dialog, moments));
  }

  private void show(TransferViewModel choice) {
    TransferView card = new TransferView(choice, view.overlay()::hide);
    view.overlay().showBelow(view.anchor(), card, card.first());
  }

  @Override
  public void quote(TimelineEntry.Message message) {
    composer.quote(quoteOf(message));
    write();
  }

  @Override
  public void edit(TimelineEntry.Message message) {
    composer.edit(message);
    write();
  }

  @Override
  public void write() {
    writing.write();
  }

  @Override
  public void reopen(DialogId dialog) {
    composer.reopen();
    write();
  }

  @Override
  public void browse(URI page) {
    browse.accept(page);
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void close() {
    composer.close();
    model.close();
  }

  private @Nullable Quote quoted(MessageId id) {
    TimelineEntry.Message message = model.message(id);
    return message == null ? null : quoteOf(message);
  }

  private static Quote quoteOf(TimelineEntry.Message message) {
    return new Quote(
        message.row().id(), message.authorName(), message.row().text(), message.row().whisper());
  }
}
