package app.recado.client.ui.settings;

import app.recado.client.ui.controls.PageButton;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The pages of the settings, one of them chosen. */
final class SectionList extends VBox {
  private final Map<Section, PageButton> buttons = new EnumMap<>(Section.class);
  private final Consumer<Section> choosing;
  private final Label workspace;
  private Section chosen = Section.ACCOUNT;

  SectionList(Texts texts, Consumer<Section> choosing) {
    this.choosing = choosing;
    getStyleClass().add("section-list");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    setAccessibleText(texts.get("title"));
    Label title = new Label(texts.get("title"));
    title.getStyleClass().addAll("title", "section-list-title");
    getChildren().add(title);
    workspace = new Label(texts.get("workspace").toUpperCase(texts.locale()));
    workspace.getStyleClass().addAll("section-label", "section-list-heading");
    for (Section section : Section.values()) {
      if (section.isOfWorkspace() && workspace.getParent() == null) {
        getChildren().add(workspace);
      }
      PageButton button = new PageButton(texts.get(section.key()), new IconView(section.icon()));
      button.getStyleClass().setAll("section-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(pressed -> choose(section));
      buttons.put(section, button);
      getChildren().add(button);
    }
  }

  /** Shows the sections of a role; whoever stands on one that goes is taken to the first. */
  void showFor(Role role) {
    buttons.forEach((section, button) -> Shown.when(section.isFor(role), button));
    Shown.when(Section.CHANNELS.isFor(role), workspace);
    if (!chosen.isFor(role)) {
      choose(Section.ACCOUNT);
    }
  }

  Section chosen() {
    return chosen;
  }

  void focusChosen() {
    PageButton button = buttons.get(chosen);
    if (button != null) {
      button.requestFocus();
    }
  }

  void choose(Section section) {
    chosen = section;
    buttons.forEach((each, button) -> button.select(each == section));
    choosing.accept(section);
  }
}
