package app.recado.client.ui.canned;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looks like one customer's own. */
class PersonalDataTest {
  private final DialogItem marina = Pictures.mine().getFirst();

  @BeforeEach
  void speakEnglish() {
    Texts.speak(Language.ENGLISH);
  }

  @Test
  void namesNumbersAndAddressesAreFound() {
    assertThat(kinds("Oi, Marina! Ligo no +55 81 99555-0142 ou escrevo a marina@exemplo.com"))
        .containsExactly(PersonalData.Kind.NAME, PersonalData.Kind.PHONE, PersonalData.Kind.EMAIL);
    assertThat(kinds("CPF 529.982.247-25")).containsExactly(PersonalData.Kind.DOCUMENT);
    assertThat(kinds("Entrega na Rua das Flores, 123, CEP 50030-230"))
        .containsExactly(PersonalData.Kind.ADDRESS, PersonalData.Kind.ADDRESS);
  }

  @Test
  void pricesDatesAndOrdersAreNot() {
    assertThat(kinds("Custa R$ 2.190,00, chega em 20/11/2026, pedido 4471, das 9 às 18")).isEmpty();
  }

  @Test
  void aNameWithinAWordIsNoName() {
    assertThat(kinds("Submarina azul")).isEmpty();
    assertThat(kinds("MARINA, tudo bem?")).containsExactly(PersonalData.Kind.NAME);
  }

  @Test
  void itIsReplacedByVariablesOrLeftOut() {
    String text = "Oi, Marina! CPF 529.982.247-25 conferido.";
    assertThat(PersonalData.without(text, PersonalData.in(text, marina)))
        .isEqualTo("Oi, {customer.firstName}! CPF conferido.");
  }

  private List<PersonalData.Kind> kinds(String text) {
    return PersonalData.in(text, marina).stream().map(PersonalData.Found::kind).toList();
  }
}
