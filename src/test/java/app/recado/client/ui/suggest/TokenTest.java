package app.recado.client.ui.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as something typed behind a sign. */
class TokenTest {

  @Test
  void aSignCountsAtTheStartOfAWord() {
    assertThat(at("#frete", '#', false)).isEqualTo(new Token('#', 0, "frete"));
    assertThat(at("Oi #fr", '#', false)).isEqualTo(new Token('#', 3, "fr"));
    assertThat(at("(#fr", '#', false)).isEqualTo(new Token('#', 1, "fr"));
    assertThat(at("Pedido n#44", '#', false)).isNull();
    assertThat(at("ana@loja.br", '@', false)).isNull();
  }

  @Test
  void severalWordsCanBeSearchedButNotFromASpaceOn() {
    assertThat(at("#frete gr", '#', false)).isEqualTo(new Token('#', 0, "frete gr"));
    assertThat(at("# gr", '#', false)).isNull();
    assertThat(at("#fre\nmais", '#', false)).isNull();
  }

  @Test
  void theSignOfCommandsCountsAtTheStartOfALineOnly() {
    assertThat(at("/ti", '/', true)).isEqualTo(new Token('/', 0, "ti"));
    assertThat(at("Oi\n/ti", '/', true)).isEqualTo(new Token('/', 3, "ti"));
    assertThat(at("isso e/ou", '/', true)).isNull();
    assertThat(at("das 9 /ti", '/', true)).isNull();
  }

  @Test
  void whatStandsBehindTheCaretIsNoPartOfIt() {
    assertThat(Token.at("#frete", 3, '#', false)).isEqualTo(new Token('#', 0, "fr"));
    assertThat(Token.at("#frete", 0, '#', false)).isNull();
  }

  private static @Nullable Token at(String text, char sign, boolean atLineStart) {
    return Token.at(text, text.length(), sign, atLineStart);
  }
}
