package app.recado.client.ui.conversation;

import app.recado.client.state.DialogRules;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.ActionButtons;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.controls.Kbd;
import app.recado.client.ui.controls.WordsByRoom;
import app.recado.client.ui.theme.IconView;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * What to do with a dialog that nobody has answered yet; stands where one would write. The first
 * action is the one most people will want; what is grave stands apart.
 */
final class ActionBar extends HBox {
  private final Map<Action, Button> buttons = new LinkedHashMap<>();
  private final Button first;
  private final WordsByRoom words;

  ActionBar(ConversationViewModel model, Register register) {
    getStyleClass().add("action-bar");
    setId("action-bar");
    setMinWidth(0);
    setAlignment(Pos.CENTER_LEFT);
    Action leading = register.on(Surface.ACTION_BAR).getFirst();
    first = leading(leading);
    getChildren().add(first);
    boolean apart = false;
    for (Action action : register.on(Surface.ACTION_BAR)) {
      if (action == leading) {
        continue;
      }
      if (action.isGrave() && !apart) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        apart = true;
      }
      Button button = ActionButtons.secondary(action);
      button.setId("bar-" + action.id());
      buttons.put(action, button);
      getChildren().add(button);
    }
    words = new WordsByRoom(buttons.values().toArray(Button[]::new));
    model.rulesProperty().subscribe(this::show);
  }

  @Override
  protected void layoutChildren() {
    double gap = getSpacing();
    Insets edge = getInsets();
    double others = first.prefWidth(-1) + 2 * gap;
    words.fit(getWidth() - edge.getLeft() - edge.getRight() - others, gap);
    super.layoutChildren();
  }

  private void show(DialogRules rules) {
    setVisible(rules.isUnanswered());
    setManaged(isVisible());
    buttons.forEach((action, button) -> ActionButtons.show(button, action.standing().isReady()));
  }

  private static Button leading(Action action) {
    Button button = ActionButtons.primary(action);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    Label name = new Label(action.shortName());
    name.getStyleClass().add("answer-words");
    HBox face = new HBox(new IconView(action.icon(), 16), name, new Kbd(action.keyShown()));
    face.getStyleClass().add("answer-face");
    face.setAlignment(Pos.CENTER);
    button.setGraphic(face);
    return button;
  }
}
