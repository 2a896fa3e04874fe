package app.recado.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Short words as sets. */
class TagsTest {

  @Test
  void itDoesNotMatterInWhichOrderTwoAddTheirs() {
    List<String> one =
        Tags.merged(Tags.merged(List.of(), List.of("VIP"), List.of()), List.of("frete"), List.of());
    List<String> other =
        Tags.merged(Tags.merged(List.of(), List.of("frete"), List.of()), List.of("VIP"), List.of());
    assertThat(one).isEqualTo(other).containsExactly("frete", "VIP");
  }

  @Test
  void caseIsNoDifferenceAndTheFirstSpellingStays() {
    assertThat(Tags.merged(List.of("Straße"), List.of("STRASSE", "straße"), List.of()))
        .containsExactly("Straße");
    assertThat(Tags.merged(List.of("Ação"), List.of("A\u0063\u0327a\u0303o"), List.of()))
        .containsExactly("Ação");
    assertThat(Tags.merged(List.of("VIP"), List.of(), List.of(" vip "))).isEmpty();
    assertThat(Tags.merged(List.of("VIP"), List.of("vip"), List.of("Vip"))).containsExactly("VIP");
  }

  @Test
  void accentsAreADifference() {
    assertThat(Tags.merged(List.of("avo"), List.of("avó"), List.of())).hasSize(2);
  }

  @Test
  void whatIsTypedIsMadeGoodOrIsNone() {
    assertThat(Tags.clean("  to \t ship  ")).isEqualTo("to ship");
    assertThat(Tags.isGood(Tags.clean("\n "))).isFalse();
    assertThat(Tags.isGood("x".repeat(Tags.LONGEST))).isTrue();
    assertThat(Tags.isGood("x".repeat(Tags.LONGEST + 1))).isFalse();
    assertThat(Tags.isGood(Tags.clean("a\u0007b"))).isFalse();
  }
}
