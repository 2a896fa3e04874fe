package app.recado.client.ui.composer;

import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.spelling.SpellChecker;
import app.recado.client.ui.spelling.SpellingHabits;
import app.recado.client.ui.spelling.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Waves under the words of the reply field that no dictionary has. A key costs next to nothing: the
 * text is checked when the agent pauses, in the background, and until then what stands before the
 * change keeps its waves. The word one is writing has none yet.
 */
final class SpellMarks {
  private static final Duration PAUSE = Duration.ofMillis(350);
  private static final double WAVE = 2;

  private final WritingArea area;
  private final SpellChecker checker;
  private final SpellingHabits habits;
  private final Supplier<Language> language;
  private final Group layer = new Group();
  private final Rectangle window = new Rectangle();
  private final List<Mark> marks = new ArrayList<>();
  private final Later later;
  private Subscription waiting = Subscription.EMPTY;

  /** Habits outlive the field. */
  private final InvalidationListener habitsChanged = at -> check();

  private @Nullable Text words;

  private record Mark(Word word, Path wave) {}

  SpellMarks(
      WritingArea area,
      SpellChecker checker,
      SpellingHabits habits,
      Supplier<Language> language,
      Later later) {
    this.area = area;
    this.later = later;
    this.checker = checker;
    this.habits = habits;
    this.language = language;
    layer.setManaged(false);
    layer.setMouseTransparent(true);
    layer.getStyleClass().add("spelling");
    layer.setClip(window);
    area.textProperty().addListener((at, was, is) -> changed(was, is));
    area.caretPositionProperty().addListener(at -> later());
    area.focusedProperty().addListener(at -> later());
    area.scrollTopProperty().addListener(at -> place());
    habits.onProperty().addListener(new WeakInvalidationListener(habitsChanged));
    habits.wordsProperty().addListener(new WeakInvalidationListener(habitsChanged));
    later();
  }

  /** What lies over the field; it takes no clicks. */
  Node layer() {
    return layer;
  }

  /** The marked word there. */
  Optional<Word> at(int index) {
    return marks.stream()
        .map(Mark::word)
        .filter(word -> word.start() <= index && index <= word.end())
        .findFirst();
  }

  /** What may have been meant, in time. */
  void suggest(Word word, Consumer<List<String>> found) {
    checker.suggest(language.get(), word.text(), found);
  }

  void add(Word word) {
    habits.add(word.text());
  }

  private void later() {
    if (habits.onProperty().get()) {
      waiting.unsubscribe();
      waiting = later.after(PAUSE, this::check);
    }
  }

  private void changed(String was, String is) {
    if (!marks.isEmpty()) {
      int same = 0;
      int most = Math.min(was.length(), is.length());
      while (same < most && was.charAt(same) == is.charAt(same)) {
        same++;
      }
      int from = same;
      marks.removeIf(mark -> {
        boolean touched = mark.word().end() >= from;
        if (touched) {
          layer.getChildren().remove(mark.wave());
        }
        return touched;
      });
    }
    later();
  }

  private void check() {
    waiting.unsubscribe();
    String text = area.getText();
    if (!habits.onProperty().get() || text.isBlank()) {
      show(List.of());
    } else {
      checker.check(
          language.get(),
          text,
          found -> {
            if (text.equals(area.getText())) {
              show(found);
            }
          });
    }
  }

  private void show(List<Word> found) {
    int caret = area.isFocused() ? area.getCaretPosition() : -1;
    List<Word> wrong =
        found.stream()
            .filter(word -> word.end() != caret && !habits.knows(word.text()))
            .sorted(Comparator.comparingInt(Word::start))
            .toList();
    if (wrong.equals(marks.stream().map(Mark::word).toList())) {
      return;
    }
    marks.clear();
    for (Word word : wrong) {
      Path wave = new Path();
      wave.getStyleClass().add("spelling-wave");
      marks.add(new Mark(word, wave));
    }
    layer.getChildren().setAll(marks.stream().map(Mark::wave).toList());
    place();
  }

  /** Puts every wave under its word, as the text is laid out now. */
  void place() {
    if (marks.isEmpty()) {
      return;
    }
    Text shown = shownText();
    window.setWidth(area.getWidth());
    window.setHeight(area.getHeight());
    for (Mark mark : marks) {
      mark.wave().getElements().clear();
      if (shown != null) {
        Path range = new Path(shown.rangeShape(mark.word().start(), mark.word().end()));
        Bounds there = area.sceneToLocal(shown.localToScene(range.getBoundsInLocal()));
        draw(mark.wave(), there);
      }
    }
  }

  /** The node with the text as it is now; the field has one for its prompt as well. */
  private @Nullable Text shownText() {
    Text before = words;
    if (before == null || before.getScene() == null || !before.getText().equals(area.getText())) {
      before = null;
      for (Node node : area.lookupAll(".text")) {
        if (node instanceof Text text && text.getText().equals(area.getText())) {
          before = text;
        }
      }
      words = before;
    }
    return before;
  }

  private static void draw(Path wave, Bounds under) {
    double y = under.getMaxY() - 2;
    double x = under.getMinX() + 1;
    wave.getElements().add(new MoveTo(x, y));
    int side = 1;
    for (; x + 2 * WAVE < under.getMaxX(); x += 2 * WAVE) {
      wave.getElements().add(new QuadCurveTo(x + WAVE, y + side * WAVE, x + 2 * WAVE, y));
      side = -side;
    }
    wave.getElements().add(new LineTo(Math.max(x, under.getMaxX() - 1), y));
  }
}
