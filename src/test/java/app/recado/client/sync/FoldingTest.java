package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.SearchResults.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void accentsAndCaseAreFoldedAndWordsArePrefixes() {
    assertThat(Folding.words("  JATOBÁ, órgão! ")).containsExactly("jatoba", "orgao");
    assertThat(Folding.matchesAll("Mesa Jatobá de 1,60 m", List.of("jato", "mes"))).isTrue();
    assertThat(Folding.matchesAll("Mesa Jatobá", List.of("toba"))).isFalse();
  }

  @Test
  void everyLetterIsFoldedAloneAsItIsBesideOneThatIsNotLatin() {
    for (char letter = 0; letter < 0x2000; letter++) {
      String text = Character.toString(letter);
      assertThat(Folding.fold(text + "\u4e00")).isEqualTo(Folding.fold(text) + "\u4e00");
    }
  }

  @Test
  void theMatchIsMarkedWhereItStandsInTheText() {
    assertThat(Folding.ranges("A mesa Jatobá", List.of("jatob"))).containsExactly(new Range(7, 12));
    String decomposed = "A mesa Jatoba\u0301!";
    assertThat(Folding.ranges(decomposed, List.of("jatoba"))).containsExactly(new Range(7, 14));
  }

  @Test
  void aSnippetHoldsTheMatch() {
    String text = "palavra ".repeat(60) + "Jatobá " + "depois ".repeat(60);
    String snippet = Folding.snippet(text, List.of("jatoba"));
    assertThat(snippet).hasSizeLessThan(150).contains("Jatobá");
    assertThat(Folding.ranges(snippet, List.of("jatoba"))).hasSize(1);
  }

  @Test
  void quotesInAQueryAreWordsNotSyntax() {
    assertThat(Folding.match(Folding.words("\"frete\" OR (x")))
        .isEqualTo("\"frete\"* \"or\"* \"x\"*");
  }
}
