package app.recado.client.ui.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.i18n.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HunspellCheckerTest {
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final HunspellChecker checker = new HunspellChecker(background::add, Runnable::run);
  private final List<String> found = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, The shelves don’t arrive befoer Friday., befoer, before",
    "PORTUGUESE, As prateleiras chegarão antez de sexta-feira., antez, antes",
    "SPANISH, Las estanterías llegarán antez del viernes., antez, antes"
  })
  void eachLanguageKnowsItsWordsAndWhatWasMeant(
      Language language, String text, String wrong, String meant) {
    checker.check(language, text, words -> words.forEach(word -> found.add(word.text())));
    checker.suggest(language, wrong, found::addAll);
    work();
    assertThat(found).startsWith(wrong).contains(meant).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void callThatIsOvertakenStaysSilent() {
    checker.check(Language.ENGLISH, "wrongg", words -> found.add("older"));
    checker.check(Language.ENGLISH, "wrongg", words -> found.add("newer"));
    work();
    assertThat(found).containsExactly("newer");
  }

  @Test
  void whatIsNoLanguageIsNoWord() {
    assertThat(
            Word.of(
                "Oi {cliente.nome|aí}, veja https://casa.example/x?y e ana@casa.example, @bruno,"
                    + " #frete, /fechar, A4 x 12cm e 👍 d’água guarda-roupa"))
        .extracting(Word::text)
        .containsExactly("Oi", "veja", "d’água", "guarda-roupa");
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }
}
