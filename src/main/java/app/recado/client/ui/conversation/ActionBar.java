package app.recado.client.ui.conversation;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Kbd;
import app.recado.client.ui.controls.WordsByRoom;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What to do with a dialog that nobody has answered yet; stands where one would write. */
final class ActionBar extends HBox {
  private final Texts texts = Texts.of("conversation");
  private final DialogQuestions questions;
  private final Button answer;
  private final Button skip;
  private final WordsByRoom words;

  ActionBar(ConversationViewModel model, DialogQuestions questions) {
    this.questions = questions;
    getStyleClass().add("action-bar");
    setId("action-bar");
    setMinWidth(0);
    setAlignment(Pos.CENTER_LEFT);
    answer = Buttons.primary(texts.get("act.answer"), null, () -> ask(DialogAct.ANSWER));
    answer.setId("act-ANSWER");
    answer.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    HBox face =
        new HBox(new IconView(Icon.REPLY, 16), words(texts.get("act.answer")), new Kbd("A"));
    face.getStyleClass().add("answer-face");
    face.setAlignment(Pos.CENTER);
    answer.setGraphic(face);
    Button transfer =
        secondary("act.transferTo", Icon.ARROW_RIGHT_LEFT, DialogAct.TRANSFER, "bar-transfer");
    Button close =
        secondary("act.acceptAndClose", Icon.CHECK, DialogAct.ACCEPT_AND_CLOSE, "bar-close");
    skip = secondary("act.skip", Icon.SKIP_FORWARD, DialogAct.SKIP, "bar-skip");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button spam = Buttons.danger(texts.get("act.spam"), Icon.SHIELD_X, () -> ask(DialogAct.SPAM));
    spam.setId("bar-spam");
    words = new WordsByRoom(transfer, close, skip, spam);
    getChildren().setAll(answer, transfer, close, skip, gap, spam);
    model.actsProperty().subscribe(this::show);
  }

  @Override
  protected void layoutChildren() {
    double gap = getSpacing();
    Insets edge = getInsets();
    double others = answer.prefWidth(-1) + 2 * gap;
    words.fit(getWidth() - edge.getLeft() - edge.getRight() - others, gap);
    super.layoutChildren();
  }

  private void show(Set<DialogAct> acts) {
    setVisible(acts.contains(DialogAct.ANSWER));
    setManaged(isVisible());
    skip.setVisible(acts.contains(DialogAct.SKIP));
    skip.setManaged(skip.isVisible());
  }

  private void ask(DialogAct act) {
    questions.ask(act);
  }

  private Button secondary(String key, Icon icon, DialogAct act, String id) {
    Button button = Buttons.secondary(texts.get(key), icon, () -> ask(act));
    button.setId(id);
    return button;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("answer-words");
    return label;
  }
}
