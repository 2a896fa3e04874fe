package app.recado.client.ui.inbox;

import app.recado.client.state.Connection;
import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** How the desk stands with the relay, with what can be done about it in a menu. */
final class ConnectionButton extends Button {
  private final Texts texts = Texts.of("inbox");
  private final InboxViewModel model;
  private final Pill pill = new Pill().withDot();
  private final ContextMenu menu = new ContextMenu();

  ConnectionButton(InboxViewModel model, Subscription subscription) {
    this.model = model;
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
    Connection connection = model.connection().getValue();
    menu.getItems().clear();
    switch (connection.status()) {
      case OFFLINE_BY_HAND ->
          add("connection.workOnline", Icon.WIFI, () -> model.workOffline(false));
      case SIGN_IN_NEEDED -> add("connection.signIn", Icon.LOG_IN, model::signInAgain);
      case OFFLINE -> {
        add("connection.retry", Icon.REFRESH_CW, model::retryNow);
        add("connection.workOffline", Icon.WIFI_OFF, () -> model.workOffline(true));
      }
      case CONNECTING, ONLINE ->
          add("connection.workOffline", Icon.WIFI_OFF, () -> model.workOffline(true));
    }
    menu.show(this, Side.BOTTOM, 0, 4);
  }

  private void add(String key, Icon icon, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key), new IconView(icon, 16));
    item.setOnAction(chosen -> action.run());
    menu.getItems().add(item);
  }
}
