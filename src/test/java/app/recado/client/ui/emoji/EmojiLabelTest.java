package app.recado.client.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import app.recado.client.ui.theme.Appearance;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmojiLabelTest {
  @BeforeAll
  static void startToolkit() {
    Fx.start();
  }

  @Test
  void aTextWithoutEmojiIsAPlainLabel() {
    EmojiLabel label = laidOut("Obrigada! Era isso mesmo", 400);
    assertThat(label.getGraphic()).isNull();
  }

  @Test
  void showsPicturesBetweenTheWordsAndStaysTheWords() {
    EmojiLabel label = laidOut("Oi 🙏 tudo bem? 👍🏽", 400);
    assertThat(shown(label)).containsExactly("Oi ", "🙏", " tudo bem? ", "👍🏽");
    assertThat(label.getText()).isEqualTo("Oi 🙏 tudo bem? 👍🏽");
    assertThat(Fx.get(() -> label.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
        .isEqualTo(label.getText());
  }

  @Test
  void becomesPlainAgainWithAnotherText() {
    EmojiLabel label = laidOut("Oi 🙏", 400);
    Fx.run(() -> label.setText("Oi"));
    assertThat(label.getGraphic()).isNull();
  }

  @Test
  void saysThatItIsCutWhereItEnds() {
    EmojiLabel label = laidOut("Obrigada 🙏🙏🙏🙏🙏🙏", 110);
    assertThat(shown(label)).startsWith("Obrigada ", "🙏").endsWith("…").hasSizeLessThan(8);
    assertThat(rightmost(label)).isLessThanOrEqualTo(110);
    assertThat(rightmost(laidOut("🙏 Obrigada por toda a ajuda", 110))).isLessThanOrEqualTo(110);
  }

  @Test
  void isAsHighAsWithoutEmoji() {
    assertThat(height(laidOut("Oi 🙏", 400))).isEqualTo(height(laidOut("Oi", 400)));
  }

  @Test
  void wrapsWhereItIsAskedTo() {
    EmojiLabel label = laidOut("Oi 🙏 tudo bem com você hoje? 🎉", 90);
    double one = height(label);
    Fx.run(() -> {
      label.setWrapText(true);
      Fx.layOut(label.getParent());
    });
    assertThat(height(label)).isGreaterThan(2 * one);
  }

  @Test
  void isNoWiderThanItsParts() {
    Set<Boolean> visible =
        Fx.get(() ->
            laid("🙏🎉", 400).getGraphic().lookupAll(".image-view").stream()
                .map(Node::isVisible)
                .collect(Collectors.toSet()));
    assertThat(visible).containsExactly(true);
  }

  private static EmojiLabel laidOut(String text, double width) {
    return Fx.get(() -> laid(text, width));
  }

  private static EmojiLabel laid(String text, double width) {
    EmojiLabel label = new EmojiLabel(text);
    label.setMinWidth(0);
    Fx.scene(new HBox(label), width, 200, Appearance.LIGHT);
    return label;
  }

  private static List<String> shown(EmojiLabel label) {
    return Fx.get(() ->
        label.getGraphic().getParent() == null
            ? List.of()
            : ((javafx.scene.Parent) label.getGraphic())
                .getChildrenUnmodifiable().stream()
                    .filter(Node::isVisible)
                    .map(each ->
                        each instanceof Label words ? words.getText() : each.getAccessibleText())
                    .toList());
  }

  private static double rightmost(EmojiLabel label) {
    return Fx.get(() ->
        ((javafx.scene.Parent) label.getGraphic())
            .getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .mapToDouble(each -> each.getBoundsInParent().getMaxX())
                .max()
                .orElse(0));
  }

  private static double height(EmojiLabel label) {
    return Fx.get(label::getHeight);
  }
}
