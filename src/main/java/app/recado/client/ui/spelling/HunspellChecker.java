package app.recado.client.ui.spelling;

import app.recado.client.ui.i18n.Language;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By Hunspell's dictionaries, which are bundled. The one of a language is read when the first text
 * in it is checked; words it was asked for are remembered.
 */
public final class HunspellChecker implements SpellChecker {
  private static final Logger LOG = LoggerFactory.getLogger(HunspellChecker.class);
  private static final int MOST_SUGGESTIONS = 5;
  private static final long PATIENCE_MILLIS = 500;
  private static final int REMEMBERED = 20_000;

  private final Executor background;
  private final Executor fx;
  private final AtomicLong newest = new AtomicLong();

  /** Of the background thread, as is what it holds. */
  private final Map<Language, Optional<Known>> dictionaries = new EnumMap<>(Language.class);

  /**
   * @param background one thread; reading a dictionary takes it a second or two
   */
  public HunspellChecker(Executor background, Executor fx) {
    this.background = background;
    this.fx = fx;
  }

  /** A dictionary, and what it said. */
  private record Known(Hunspell hunspell, Map<String, Boolean> asked) {
    boolean has(String word) {
      if (asked.size() > REMEMBERED) {
        asked.clear();
      }
      return asked.computeIfAbsent(word.replace('’', '\''), this::look);
    }

    private boolean look(String word) {
      return hunspell.spell(word)
          || (word.indexOf('-') > 0
              && Arrays.stream(word.split("-", -1))
                  .allMatch(part -> part.length() < 2 || hunspell.spell(part)));
    }
  }

  @Override
  public void check(Language language, String text, Consumer<List<Word>> found) {
    long number = newest.incrementAndGet();
    background.execute(() -> {
      if (number == newest.get()) {
        List<Word> wrong =
            dictionary(language)
                .map(known ->
                    Word.of(text).stream().filter(word -> !known.has(word.text())).toList())
                .orElse(List.of());
        fx.execute(() -> {
          if (number == newest.get()) {
            found.accept(wrong);
          }
        });
      }
    });
  }

  @Override
  public void suggest(Language language, String word, Consumer<List<String>> found) {
    background.execute(() -> {
      List<String> meant =
          dictionary(language)
              .map(known ->
                  known.hunspell().suggest(word.replace('’', '\''), PATIENCE_MILLIS).stream()
                      .limit(MOST_SUGGESTIONS)
                      .toList())
              .orElse(List.of());
      fx.execute(() -> found.accept(meant));
    });
  }

  private Optional<Known> dictionary(Language language) {
    return dictionaries.computeIfAbsent(language, HunspellChecker::read);
  }

  private static Optional<Known> read(Language language) {
    try (InputStream affixes = resource(language, "aff");
        InputStream words = resource(language, "dic")) {
      Dictionary dictionary = new Dictionary(new ByteBuffersDirectory(), "words", affixes, words);
      Hunspell hunspell = new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});
      return Optional.of(new Known(hunspell, new HashMap<>()));
    } catch (IOException | ParseException unreadable) {
      LOG.warn("No spelling in {}", language.tag(), unreadable);
      return Optional.empty();
    }
  }

  private static InputStream resource(Language language, String kind) throws IOException {
    String name = language.tag() + "." + kind + ".gz";
    return new GZIPInputStream(
        Objects.requireNonNull(HunspellChecker.class.getResourceAsStream(name), name));
  }
}
