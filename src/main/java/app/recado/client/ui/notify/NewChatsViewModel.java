package app.recado.client.ui.notify;

import app.recado.client.state.NewChat;
import app.recado.client.sync.Desk;
import app.recado.protocol.DialogId;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** New chats that wait to be announced, and what can be done about each. FX thread only. */
public final class NewChatsViewModel {
  private final Desk desk;
  private final Consumer<DialogId> opening;

  /**
   * @param opening shows a dialog in the window
   */
  public NewChatsViewModel(Desk desk, Consumer<DialogId> opening) {
    this.desk = desk;
    this.opening = opening;
  }

  ObservableList<NewChat> chats() {
    return desk.newChats();
  }

  /** Takes it and opens it. */
  void answer(NewChat chat) {
    DialogId dialog = chat.item().id();
    desk.accept(dialog);
    desk.dismiss(chat);
    opening.accept(dialog);
  }

  /** Only looks: nobody learns of it. */
  void open(NewChat chat) {
    desk.dismiss(chat);
    opening.accept(chat.item().id());
  }

  void dismiss(NewChat chat) {
    desk.dismiss(chat);
  }
}
