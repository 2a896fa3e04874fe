package app.recado.client.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.SteppedTime;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.emoji.EmojiHabits;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.spelling.SpellChecker;
import app.recado.client.ui.spelling.SpellingHabits;
import app.recado.client.ui.spelling.Word;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComposerSpellingTest {
  private final FakeDesk desk = Pictures.desk();
  private final SteppedTime time = new SteppedTime();
  private final SpellingHabits habits = new SpellingHabits(true, "");
  private final Zs checker = new Zs();
  private ComposerView view;
  private TextArea area;

  @BeforeEach
  void open() {
    Fx.start();
    Fx.run(() -> {
      ComposerViewModel model = new ComposerViewModel(desk, time, id -> null);
      view =
          new ComposerView(
              model,
              new SimpleBooleanProperty(true),
              new EmojiHabits("", 0),
              new Overlay(),
              List.of(),
              () -> new Register(List::of, List::of),
              refused -> {},
              () -> {});
      view.spell(checker, habits, () -> Language.ENGLISH, time);
      Scene scene = new Scene(new StackPane(view), 741, 400);
      new Theme(Appearance.LIGHT).dress(scene);
      model.open(Pictures.mine().getFirst().id());
      Fx.layOut(scene.getRoot());
      area = (TextArea) view.lookup("#writing");
    });
  }

  @Test
  void wrongWordsAreUnderlinedWhenTheAgentPauses() {
    Fx.run(() -> {
      write("fine zrong zwords here");
      assertThat(waves()).isEmpty();
      pause();
      assertThat(waves()).hasSize(2);
      Bounds first = waves().getFirst().getBoundsInParent();
      Bounds second = waves().getLast().getBoundsInParent();
      assertThat(first.getWidth()).isBetween(20.0, 60.0);
      assertThat(second.getMinX()).isGreaterThan(first.getMaxX());
      assertThat(first.getMinY()).isBetween(10.0, 25.0);
    });
  }

  @Test
  void writingOnKeepsWhatStandsBeforeAndAsksNothing() {
    Fx.run(() -> {
      write("zrong ");
      pause();
      int asked = checker.asked.size();
      area.appendText("and znew");
      assertThat(waves()).hasSize(1);
      area.insertText(0, "x");
      assertThat(waves()).isEmpty();
      assertThat(checker.asked).hasSize(asked);
    });
  }

  @Test
  void menuOffersWhatWasMeantAndPutsItInPlace() {
    Fx.run(() -> {
      write("fine zrong here");
      pause();
      area.positionCaret(7);
      openMenu();
      assertThat(lines()).startsWith("wrong", "strong", "Add “zrong” to the dictionary");
      item("wrong").fire();
      assertThat(area.getText()).isEqualTo("fine wrong here");
      area.positionCaret(2);
      openMenu();
      assertThat(lines()).doesNotContain("wrong").contains("Cut");
    });
  }

  @Test
  void addedWordIsAWordFromThenOn() {
    Fx.run(() -> {
      write("Zrong zrong here");
      pause();
      assertThat(waves()).hasSize(2);
      area.positionCaret(8);
      openMenu();
      item("Add “zrong” to the dictionary").fire();
      pause();
      assertThat(waves()).isEmpty();
      assertThat(habits.wordsProperty().get()).isEqualTo("zrong");
    });
  }

  @Test
  void nothingIsCheckedWhenItIsOff() {
    Fx.run(() -> {
      write("zrong here");
      pause();
      assertThat(waves()).hasSize(1);
      habits.onProperty().set(false);
      assertThat(waves()).isEmpty();
      int asked = checker.asked.size();
      write("zother words");
      pause();
      assertThat(checker.asked).hasSize(asked);
    });
  }

  /** Says at once that whatever begins with a z is wrong. */
  private static final class Zs implements SpellChecker {
    final List<String> asked = new ArrayList<>();

    @Override
    public void check(Language language, String text, Consumer<List<Word>> found) {
      asked.add(text);
      found.accept(
          Pattern.compile("\\b[zZ]\\w+")
              .matcher(text)
              .results()
              .map(at -> new Word(at.start(), at.end(), at.group()))
              .toList());
    }

    @Override
    public void suggest(Language language, String word, Consumer<List<String>> found) {
      found.accept(List.of("wrong", "strong"));
    }
  }

  private void write(String text) {
    area.setText(text);
    Fx.layOut(view);
  }

  private void pause() {
    time.pass(Duration.ofSeconds(1));
    Fx.layOut(view);
  }

  private List<Node> waves() {
    return List.copyOf(view.lookupAll(".spelling-wave"));
  }

  /** As the context-menu key does, without the window that a menu needs. */
  private void openMenu() {
    area.fireEvent(
        new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
  }

  private List<String> lines() {
    return area.getContextMenu().getItems().stream().map(MenuItem::getText).toList();
  }

  private MenuItem item(String text) {
    return area.getContextMenu().getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }
}
