package app.recado.client.ui.conversation;

import app.recado.client.ui.emoji.EmojiLabel;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One centred line of the timeline: a day, a system line, or where the unread begins. */
final class LineRow extends HBox {
  private final Label label = new EmojiLabel();
  private final Region left = rule();
  private final Region right = rule();
  private String kind = "";

  LineRow() {
    getStyleClass().add("line-row");
    setAlignment(Pos.CENTER);
    setMinWidth(0);
    label.setWrapText(true);
    label.setMinWidth(0);
    label.setMinHeight(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /**
   * @param style {@code day}, {@code event}, {@code separator} or {@code unread}; the latter two
   *     are drawn with a rule to both sides
   */
  void show(String text, String style) {
    if (!style.equals(kind)) {
      label.getStyleClass().remove("line-" + kind);
      label.getStyleClass().add("line-" + style);
      left.getStyleClass().remove("rule-" + kind);
      right.getStyleClass().remove("rule-" + kind);
      left.getStyleClass().add("rule-" + style);
      right.getStyleClass().add("rule-" + style);
      kind = style;
    }
    label.setText(text);
    setAccessibleText(text);
    if (style.equals("unread") || style.equals("separator")) {
      getChildren().setAll(left, label, right);
    } else {
      getChildren().setAll(label);
    }
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("line-rule");
    HBox.setHgrow(rule, Priority.ALWAYS);
    return rule;
  }
}
