package app.recado.client.ui.spelling;

import app.recado.client.ui.i18n.Language;
import java.util.List;
import java.util.function.Consumer;

/** Looks words up in the background. Called, and answers, on the FX thread. */
public interface SpellChecker {
  /** Knows no words, and so no wrong ones. */
  SpellChecker NONE =
      new SpellChecker() {
        @Override
        public void check(Language language, String text, Consumer<List<Word>> found) {
          found.accept(List.of());
        }

        @Override
        public void suggest(Language language, String word, Consumer<List<String>> found) {
          found.accept(List.of());
        }
      };

  /**
   * Finds the words that no dictionary of the language has.
   *
   * @param found hears of them in their order; of a call that a newer one overtakes, never
   */
  void check(Language language, String text, Consumer<List<Word>> found);

  /**
   * Finds what may have been meant.
   *
   * @param found hears of a few, the likeliest first
   */
  void suggest(Language language, String word, Consumer<List<String>> found);
}
