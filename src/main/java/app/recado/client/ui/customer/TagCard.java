package app.recado.client.ui.customer;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The dialog's tags, all of them, and the way to change them. */
final class TagCard extends VBox {
  private final FlowPane chips = new FlowPane();
  private final Texts texts;

  TagCard(Texts texts, Runnable choose) {
    this.texts = texts;
    Label title = new Label(texts.get("tags"));
    title.getStyleClass().add("section-label");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button edit = Buttons.icon(Icon.TAGS, texts.get("tags.choose"), choose);
    edit.setId("choose-tags");
    HBox head = new HBox(title, gap, edit);
    head.setAlignment(Pos.CENTER_LEFT);
    chips.getStyleClass().add("tag-flow");
    getStyleClass().addAll("card", "fact-card", "tags-card");
    getChildren().setAll(head, chips);
  }

  void show(List<String> tags) {
    chips.getChildren().setAll(tags.stream().map(TagCard::chip).toList());
    if (tags.isEmpty()) {
      Label none = new Label(texts.get("tags.none"));
      none.getStyleClass().addAll("small", "subtle");
      chips.getChildren().add(none);
    }
  }

  private static Node chip(String tag) {
    Label chip = new EmojiLabel(tag);
    chip.getStyleClass().add("chip");
    return chip;
  }
}
