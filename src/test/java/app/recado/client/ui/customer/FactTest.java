package app.recado.client.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Example;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Texts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactTest {
  private final Texts texts = Texts.of("customer");

  @Test
  void onlyWhatIsKnownIsShownTheUsualThingsFirst() {
    assertThat(Fact.contact(Pictures.marina().build(), Example.NOW, texts))
        .extracting(Fact::label, Fact::value)
        .containsExactly(
            tuple("Phone", "+55 81 99555-0142"),
            tuple("E-mail", "marina@exemplo.com"),
            tuple("City", "Recife, PE"),
            tuple("Local time", "14:18"));
  }

  @Test
  void anUnknownTimeZoneIsLeftOutAndOtherThingsKeepTheirName() {
    var item =
        Example.item("a", "A").contact(Map.of("timeZone", "Mars/Olympus", "cpf", "000")).build();

    assertThat(Fact.contact(item, Example.NOW, texts))
        .extracting(Fact::label, Fact::value)
        .containsExactly(tuple("cpf", "000"));
  }

  @Test
  void conversationsAreCounted() {
    assertThat(Ordinal.conversation(1, texts)).isEqualTo("first conversation");
    assertThat(Ordinal.conversation(2, texts)).isEqualTo("2nd conversation");
    assertThat(Ordinal.conversation(4, texts)).isEqualTo("4th conversation");
    assertThat(Ordinal.conversation(11, texts)).isEqualTo("11th conversation");
    assertThat(Ordinal.conversation(23, texts)).isEqualTo("23rd conversation");
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }
}
