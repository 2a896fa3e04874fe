package app.recado.client.ui.spelling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether the agent wants words checked, and which are words here. FX thread only. */
public final class SpellingHabits {
  private final BooleanProperty on;
  private final ReadOnlyStringWrapper words;
  private final Set<String> known;

  /**
   * @param words the agent's own, with blanks between them
   */
  public SpellingHabits(boolean on, String words) {
    this.on = new SimpleBooleanProperty(on);
    this.words = new ReadOnlyStringWrapper(words);
    known =
        Arrays.stream(words.split(" ", -1))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  public BooleanProperty onProperty() {
    return on;
  }

  /** The agent's own words, with blanks between them. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** From now on this is a word, small or capital. */
  public void add(String word) {
    known.add(word.toLowerCase(Locale.ROOT));
    words.set(String.join(" ", known));
  }

  public boolean knows(String word) {
    return known.contains(word.toLowerCase(Locale.ROOT));
  }
}
