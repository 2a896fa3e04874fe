package app.recado.client.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import app.recado.client.ui.conversation.Facts.Fact;
import app.recado.client.ui.conversation.Facts.Need;
import app.recado.client.ui.theme.Appearance;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the line below a name goes where there is no room for all of it. */
class FactsTest {
  private static final String LONG = "Loja Centro, atacado, varejo e assistência técnica";

  @BeforeEach
  void start() {
    Fx.start();
  }

  @Test
  void allIsShownWhereThereIsRoom() {
    assertThat(words(700)).isEqualTo("Website · " + LONG + " · first reply 1:12");
    assertThat(cut(700)).isEmpty();
  }

  @Test
  void whatIsSaidElsewhereGoesBeforeANameIsCut() {
    assertThat(words(400)).isEqualTo(LONG + " · first reply 1:12");
    assertThat(cut(400)).isEmpty();
  }

  @Test
  void whatIsUsefulGoesWhereTheNameIsWholeWithoutIt() {
    assertThat(words(330)).isEqualTo(LONG);
    assertThat(cut(330)).isEmpty();
  }

  @Test
  void aNameThatIsCutAnywayIsCutForWhatIsUseful() {
    assertThat(words(240)).isEqualTo(LONG + " · first reply 1:12");
    assertThat(cut(240)).containsExactly(LONG);
  }

  @Test
  void theNameStaysLongest() {
    assertThat(words(100)).isEqualTo(LONG);
    assertThat(cut(100)).containsExactly(LONG);
  }

  private static String words(double width) {
    return String.join("", labels(width).stream().map(Label::getText).toList());
  }

  private static List<String> cut(double width) {
    return labels(width).stream()
        .filter(label -> label.getWidth() < Math.floor(label.prefWidth(-1)))
        .map(Label::getText)
        .toList();
  }

  private static List<Label> labels(double width) {
    return Fx.get(() -> {
      Facts facts = new Facts(" · ");
      facts.show(
          List.of(
              new Fact("Website", Need.SAID_ELSEWHERE),
              new Fact(LONG, Need.NAME),
              new Fact("first reply 1:12", Need.USEFUL)));
      Fx.scene(new Pane(facts), 800, 60, Appearance.LIGHT);
      facts.resize(width, 20);
      facts.layout();
      List<Label> labels =
          facts.getChildrenUnmodifiable().stream()
              .filter(Node::isVisible)
              .map(Label.class::cast)
              .toList();
      assertThat(labels).allMatch(label -> label.getLayoutX() + label.getWidth() <= width);
      return labels;
    });
  }
}
