package app.recado.client.ui.inbox;

import app.recado.client.state.Connection;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.IconView;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** How the desk stands with the relay, with what can be done about it in a menu. */
final class ConnectionButton extends Button {
  private static final List<String> OFFERED =
      List.of(
          InboxActions.RETRY,
          InboxActions.WORK_OFFLINE,
          InboxActions.WORK_ONLINE,
          InboxActions.SIGN_IN);

  private final Texts texts = Texts.of("inbox");
  private final Register register;
  private final Pill pill = new Pill().withDot();
  private final ContextMenu menu = new ContextMenu();

  ConnectionButton(InboxViewModel model, Register register, Subscription subscription) {
    this.register = register;
    getStyleClass().setAll("connection-button");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(pill);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(pressed -> openMenu());
    subscription.to(model.connection(), this::show);
  }

  private void show(Connection connection) {
    String words = ConnectionWords.of(connection, texts);
    pill.show(words, ConnectionWords.tone(connection));
    setAccessibleText(texts.get("connection.spoken", words));
  }

  private void openMenu() {
    menu.getItems().clear();
    for (String id : OFFERED) {
      Action action = register.get(id);
      if (action.standing().isReady()) {
        MenuItem item = new MenuItem(action.name(), new IconView(action.icon(), 16));
        item.setOnAction(chosen -> action.run());
        menu.getItems().add(item);
      }
    }
    menu.show(this, Side.BOTTOM, 0, 4);
  }
}
