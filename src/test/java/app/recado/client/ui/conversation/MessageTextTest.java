package app.recado.client.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Example;
import app.recado.client.ui.Fx;
import app.recado.client.ui.emoji.EmojiView;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  @BeforeAll
  static void startToolkit() {
    Fx.start();
  }

  @Test
  void aPlainTextIsOneNode() {
    MessageText text = shown("Chega em dois dias, ação!");
    assertThat(text.getChildren()).filteredOn(Text.class::isInstance).hasSize(1);
    assertThat(text.getChildren()).noneMatch(EmojiView.class::isInstance);
  }

  @Test
  void whatIsCopiedAreTheCharacters() {
    String words = "A família 👩‍👩‍👧‍👦 cabe ❤️!";
    MessageText text = shown(words);
    assertThat(text.getChildren()).filteredOn(EmojiView.class::isInstance).hasSize(2);
    Fx.run(text::selectAll);
    assertThat(text.selected()).isEqualTo(words);
  }

  @Test
  void aSelectionDrawnOverAPictureTakesAllOfIt() {
    MessageText text = shown("Oi 👩‍👩‍👧‍👦 é");
    Fx.run(() -> {
      Node picture =
          text.getChildren().stream().filter(EmojiView.class::isInstance).findFirst().orElseThrow();
      double y = picture.getBoundsInParent().getCenterY();
      drag(
          text,
          picture.getBoundsInParent().getMinX() - 1,
          picture.getBoundsInParent().getMaxX(),
          y);
    });
    assertThat(text.selected().strip()).isEqualTo("👩‍👩‍👧‍👦");
  }

  @Test
  void aDoubleClickBehindAPictureTakesTheWord() {
    MessageText text = shown("👍🏽 combinado 🎉");
    Fx.run(() -> {
      Node words = text.getChildren().get(2);
      text.fireEvent(
          event(
              MouseEvent.MOUSE_PRESSED,
              words.getBoundsInParent().getCenterX(),
              words.getBoundsInParent().getCenterY(),
              2));
    });
    assertThat(text.selected()).isEqualTo("combinado");
  }

  @Test
  void whoIsNamedIsPressedAndTheTextStaysWhatItIs() {
    UserRow paula = Example.user("paula", "Paula Reis");
    String words = "@Paula Reis 🙏 veja https://loja.exemplo/@Paula e fale com @Paula Reis!";
    List<UserRow> pressed = new ArrayList<>();
    MessageText text =
        Fx.get(() -> {
          MessageText made =
              new MessageText(page -> {}, (person, at) -> pressed.add(person), other -> {});
          int last = words.lastIndexOf('@');
          made.show(
              words,
              List.of(new Names.Named(0, 11, paula), new Names.Named(last, last + 11, paula)));
          return made;
        });
    List<Text> names =
        text.getChildren().stream()
            .filter(node -> node.getStyleClass().contains("message-name"))
            .map(Text.class::cast)
            .toList();
    assertThat(names).extracting(Text::getText).containsExactly("@Paula Reis", "@Paula Reis");
    assertThat(text.getChildren())
        .filteredOn(node -> node.getStyleClass().contains("message-link"))
        .hasSize(1);
    Fx.run(text::selectAll);
    assertThat(text.selected()).isEqualTo(words);
    Fx.run(() -> text.fireEvent(pressOn(names.getLast())));
    assertThat(pressed).containsExactly(paula);
  }

  private static MouseEvent pressOn(Node node) {
    return new MouseEvent(
        MouseEvent.MOUSE_RELEASED,
        0,
        0,
        0,
        0,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        new PickResult(node, 0, 0));
  }

  private static void drag(MessageText text, double from, double to, double y) {
    text.fireEvent(event(MouseEvent.MOUSE_PRESSED, from, y, 1));
    text.fireEvent(event(MouseEvent.MOUSE_DRAGGED, to, y, 1));
    text.fireEvent(event(MouseEvent.MOUSE_RELEASED, to, y, 1));
  }

  private static MouseEvent event(
      javafx.event.EventType<MouseEvent> type, double x, double y, int clicks) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        clicks,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        false,
        new PickResult(null, x, y));
  }

  private static MessageText shown(String words) {
    return Fx.get(() -> {
      MessageText text = new MessageText(page -> {}, (person, at) -> {}, other -> {});
      text.show(words, List.of());
      Fx.scene(text, 400, 200, Appearance.LIGHT);
      return text;
    });
  }
}
