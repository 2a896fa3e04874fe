package app.recado.client.ui.settings;

import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.controls.Kbd;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The map of keys: every action of the desk, by topic, with the keys that do it. */
final class KeyMap {
  private KeyMap() {}

  /** A card for each topic. */
  static List<Node> cards(Register register, Locale locale) {
    List<Node> cards = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      List<Action> actions =
          register.all().stream().filter(action -> action.topic() == topic).toList();
      if (!actions.isEmpty()) {
        Label title = new Label(topic.title().toUpperCase(locale));
        title.getStyleClass().add("section-label");
        VBox card = new VBox(title);
        actions.forEach(action -> card.getChildren().add(row(action)));
        card.getStyleClass().addAll("card", "settings-card");
        cards.add(card);
      }
    }
    return cards;
  }

  private static Node row(Action action) {
    Label what = new Label(action.name());
    what.getStyleClass().add("small");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(new IconView(action.icon(), 16), what, gap);
    row.setId("key-" + action.id());
    row.getStyleClass().add("key-row");
    row.setAlignment(Pos.CENTER_LEFT);
    List<String> keys = action.shortcuts().stream().map(Shortcut::words).toList();
    keys.forEach(key -> row.getChildren().add(new Kbd(key)));
    row.setAccessibleText(
        keys.isEmpty() ? action.name() : action.name() + ": " + String.join(", ", keys));
    return row;
  }
}
