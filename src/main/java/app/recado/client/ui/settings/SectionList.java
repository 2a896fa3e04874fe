package app.recado.client.ui.settings;

import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.IconView;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The pages of the settings, one of them chosen. */
final class SectionList extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Map<Section, Button> buttons = new EnumMap<>(Section.class);
  private final Consumer<Section> choosing;

  SectionList(Texts texts, Consumer<Section> choosing) {
    this.choosing = choosing;
    getStyleClass().add("section-list");
    Label title = new Label(texts.get("title"));
    title.getStyleClass().addAll("title", "section-list-title");
    getChildren().add(title);
    for (Section section : Section.values()) {
      Button button = new Button(texts.get(section.key()), new IconView(section.icon()));
      button.getStyleClass().setAll("section-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(pressed -> choose(section));
      buttons.put(section, button);
      getChildren().add(button);
    }
  }

  void choose(Section section) {
    buttons.forEach((each, button) -> button.pseudoClassStateChanged(SELECTED, each == section));
    choosing.accept(section);
  }
}
