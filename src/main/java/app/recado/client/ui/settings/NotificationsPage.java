package app.recado.client.ui.settings;

import app.recado.client.platform.Desktop;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.controls.Subscription;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** How one is told of what happens while the window is not looked at. */
final class NotificationsPage {
  private final Cards cards;
  private final Preferences preferences;
  private final Subscription subscription;

  /**
   * @param subscription ended when the page is left
   */
  NotificationsPage(Cards cards, Preferences preferences, Subscription subscription) {
    this.cards = cards;
    this.preferences = preferences;
    this.subscription = subscription;
  }

  List<Node> cards(Computer computer) {
    CheckBox shown = bound("notifications.shown", preferences.notifications());
    CheckBox words = bound("notifications.words", preferences.notificationWords());
    CheckBox keep = bound("tray.keep", preferences.keepInTray());
    CheckBox blink = bound("tray.blink", preferences.blinkingIcon());
    words.disableProperty().bind(shown.selectedProperty().not());
    Label none = cards.hint("notifications.none");
    Label noTray = cards.hint("tray.none");
    subscription.to(
        computer.desktop(),
        found -> {
          Shown.when(isMissing(found, Desktop.Abilities::notifications), none);
          Shown.when(isMissing(found, Desktop.Abilities::tray), noTray);
          Shown.when(!noTray.isVisible(), keep);
          Shown.when(!noTray.isVisible(), blink);
        });
    return List.of(
        cards.card("notifications", shown, words, none, cards.hint("notifications.text")),
        cards.card(
            "quiet", bound("quiet.on", preferences.doNotDisturb()), cards.hint("quiet.text")),
        cards.card(
            "sounds",
            bound("sounds.chat", preferences.chatSound()),
            bound("sounds.message", preferences.messageSound()),
            bound("sounds.mention", preferences.mentionSound())),
        cards.card("tray", keep, blink, noTray));
  }

  private static boolean isMissing(
      Optional<Desktop.Abilities> found, java.util.function.Predicate<Desktop.Abilities> ability) {
    return found.isPresent() && !ability.test(found.get());
  }

  private CheckBox bound(String key, BooleanProperty property) {
    CheckBox box = cards.toggle(key);
    box.selectedProperty().bindBidirectional(property);
    subscription.and(() -> box.selectedProperty().unbindBidirectional(property));
    return box;
  }
}
