package app.recado.client.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  @Test
  void webAddressesAreLinksAndTheSentenceAroundThemIsNot() {
    assertThat(targets("Veja https://loja.com/mesa?x=1#a, ou http://b.com."))
        .isEqualTo("https://loja.com/mesa?x=1#a http://b.com");
  }

  @Test
  void aBracketThatTheLinkOpenedBelongsToIt() {
    assertThat(targets("(https://pt.wikipedia.org/wiki/Mesa_(movel))"))
        .isEqualTo("https://pt.wikipedia.org/wiki/Mesa_(movel)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "recado://dialog/1",
        "https://banco.com@ladrao.com/entrar",
        "https://",
        "http://[",
        "ftp://a.com",
        "www.loja.com"
      })
  void anythingElseStaysText(String text) {
    assertThat(targets(text)).isEmpty();
  }

  @Test
  void thePiecesAreTheTextAgain() {
    String text = "a https://b.com c\nhttps://d.com/é 👩‍👩‍👧 fim";
    assertThat(Links.cut(text).stream().map(Links.Piece::text).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(Links.cut("")).hasSize(1);
  }

  private static String targets(String text) {
    return Links.cut(text).stream()
        .filter(piece -> piece.target() != null)
        .map(Links.Piece::text)
        .collect(Collectors.joining(" "));
  }
}
