package app.recado.client.ui.settings;

import app.recado.client.ui.i18n.Texts;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the pages of the settings are built of. */
record Cards(Texts texts) {
  /** A card with a small heading. */
  VBox card(String titleKey, Node... nodes) {
    Label title = new Label(texts.get(titleKey).toUpperCase(texts.locale()));
    title.getStyleClass().add("section-label");
    VBox card = new VBox(title);
    card.getChildren().addAll(nodes);
    card.getStyleClass().addAll("card", "settings-card");
    return card;
  }

  /** A text under what it is about. */
  Label hint(String key, Object... arguments) {
    return wrapped(texts.get(key, arguments));
  }

  static Label wrapped(String text) {
    Label hint = new Label(text);
    hint.getStyleClass().addAll("small", "muted");
    hint.setWrapText(true);
    return hint;
  }

  /** Something that is on or off; its id is the key. */
  CheckBox toggle(String key) {
    CheckBox box = new CheckBox(texts.get(key));
    box.setId(key.replace('.', '-'));
    box.setWrapText(true);
    return box;
  }
}
