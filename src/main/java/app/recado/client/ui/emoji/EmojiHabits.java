package app.recado.client.ui.emoji;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * What somebody picks: the emoji used last, the newest first, and the skin tone. FX thread only.
 */
public final class EmojiHabits {
  /** Two rows of the picker. */
  private static final int KEPT = 18;

  private static final int DARKEST = 5;

  private final ReadOnlyStringWrapper recent = new ReadOnlyStringWrapper();
  private final IntegerProperty tone = new SimpleIntegerProperty();

  /**
   * @param recent what {@link #recentProperty} said before
   * @param tone likewise; 0 for none
   */
  public EmojiHabits(String recent, int tone) {
    this.recent.set(recent);
    this.tone.set(tone < 0 || tone > DARKEST ? 0 : tone);
  }

  /** The sequences used last with spaces between, to be kept. */
  public ReadOnlyStringProperty recentProperty() {
    return recent.getReadOnlyProperty();
  }

  /** From 1 for the lightest skin to 5 for the darkest; 0 for none. */
  public IntegerProperty toneProperty() {
    return tone;
  }

  List<Emoji> recent() {
    List<Emoji> known = new ArrayList<>();
    for (String sequence : sequences()) {
      Emoji emoji = EmojiIndex.all().get(sequence);
      if (emoji != null) {
        known.add(emoji);
      }
    }
    return known;
  }

  void used(Emoji emoji) {
    List<String> now = new ArrayList<>(List.of(emoji.sequence()));
    sequences().stream().filter(each -> !each.equals(emoji.sequence())).forEach(now::add);
    recent.set(String.join(" ", now.subList(0, Math.min(KEPT, now.size()))));
  }

  private List<String> sequences() {
    return Arrays.stream(recent.get().split(" ", -1)).filter(each -> !each.isBlank()).toList();
  }
}
