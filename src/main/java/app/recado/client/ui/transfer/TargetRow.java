package app.recado.client.ui.transfer;

import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.PickRow;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One person or channel of the list. */
final class TargetRow extends PickRow {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double FACE = 30;

  private final Target target;
  private final Region dot = new Region();
  private final Label state = new Label();
  private final IconView check = new IconView(Icon.CHECK, 18);

  TargetRow(Target target, Runnable choose) {
    this.target = target;
    getStyleClass().add("target-row");
    setAlignment(Pos.CENTER_LEFT);
    Avatar face = new Avatar(FACE);
    face.show(target.name(), target.id(), null);
    Label name = new EmojiLabel(target.name());
    name.getStyleClass().addAll("small", "strong");
    name.setMinWidth(0);
    state.getStyleClass().addAll("tiny", "muted");
    HBox below = new HBox(dot, state);
    below.getStyleClass().add("target-state");
    below.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(name, below);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    check.setVisible(false);
    getChildren().setAll(face, words, check);
    setOnMouseClicked(clicked -> choose.run());
    showStanding();
  }

  /** Shows how the target stands now. */
  void showStanding() {
    dot.getStyleClass().setAll("dot", target.presence());
    state.setText(target.state());
    String said = target.name() + ", " + target.state();
    setAccessibleText(check.isVisible() ? Texts.of("transfer").get("chosen", said) : said);
  }

  Target target() {
    return target;
  }

  void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
    setChosen(chosen);
    check.setVisible(chosen);
    showStanding();
  }
}
