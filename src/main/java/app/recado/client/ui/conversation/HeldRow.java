package app.recado.client.ui.conversation;

import app.recado.client.state.HeldItem;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.MessageId;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The card of what is held: what happened meanwhile, that nothing was done, and what one can do.
 */
final class HeldRow extends VBox {
  private static final double WIDEST = 2000;

  private final Texts texts;
  private final HeldWords words;
  private final RowActions actions;
  private final Label happened = new Label();
  private final Label consequence = new Label();
  private final VBox written = new VBox();
  private final FlowPane choices = new FlowPane();

  HeldRow(Texts texts, HeldWords words, RowActions actions) {
    this.texts = texts;
    this.words = words;
    this.actions = actions;
    getStyleClass().add("held-row");
    setMinWidth(0);
    happened.getStyleClass().addAll("strong", "small");
    happened.setWrapText(true);
    consequence.getStyleClass().add("small");
    consequence.setWrapText(true);
    written.getStyleClass().add("held-texts");
    choices.getStyleClass().add("held-choices");
    // As wide as it may become, so that it wraps by the room there is.
    choices.setPrefWrapLength(WIDEST);
    VBox said = new VBox(happened, consequence, written, choices);
    said.getStyleClass().add("held-said");
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox card = new HBox(new IconView(Icon.GIT_PULL_REQUEST_ARROW, 18), said);
    card.getStyleClass().add("held-card");
    getChildren().setAll(card);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /**
   * @param causeSeen whether what the agent had not seen has been on screen since
   */
  void show(HeldItem item, boolean causeSeen) {
    happened.setText(words.happened(item));
    consequence.setText(words.consequence(item));
    setAccessibleText(happened.getText() + " " + consequence.getText());
    written.getChildren().clear();
    // A held message stands above the card as it is; only what is not seen there is repeated.
    if (!item.commandType().equals("message.send")) {
      for (String text : item.texts()) {
        Label label = new EmojiLabel(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("small", "muted");
        written.getChildren().add(label);
      }
    }
    written.setManaged(!written.getChildren().isEmpty());
    choices.getChildren().clear();
    MessageId unseen = item.now() == null ? null : item.now().unseen();
    if (unseen != null && !causeSeen) {
      choices
          .getChildren()
          .add(Buttons.secondary(texts.get("held.read"), null, () -> actions.jumpTo(unseen)));
    }
    for (HeldItem.Choice choice : item.choices()) {
      choices.getChildren().add(button(item, choice, causeSeen));
    }
  }

  private Button button(HeldItem item, HeldItem.Choice choice, boolean causeSeen) {
    String text = words.choice(item, choice);
    Runnable act = () -> actions.resolve(item, choice);
    Button button;
    if (choice == item.choices().getFirst()) {
      button = Buttons.primary(text, null, act);
    } else if (choice == HeldItem.Choice.DISCARD) {
      button = Buttons.danger(text, null, act);
    } else {
      button = Buttons.secondary(text, null, act);
    }
    boolean unread =
        choice == HeldItem.Choice.SEND_ANYWAY || choice == HeldItem.Choice.FINISH_ANYWAY;
    button.setDisable(unread && !causeSeen);
    button.setId("choice-" + choice);
    return button;
  }
}
