package app.recado.client.ui.canned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filling in. */
class TemplateTest {
  private static final Map<Variable, String> MARINA =
      Map.of(Variable.CUSTOMER_FIRST_NAME, "Marina", Variable.CUSTOMER_CITY, "Recife");

  @Test
  void aVariableIsFilledInByItsNameInAnyLanguage() {
    assertThat(Template.fill("Oi, {customer.firstName}!", MARINA)).isEqualTo("Oi, Marina!");
    assertThat(Template.fill("Oi, {cliente.nome}!", MARINA)).isEqualTo("Oi, Marina!");
    assertThat(Template.fill("¡Hola, {cliente.nombre}!", MARINA)).isEqualTo("¡Hola, Marina!");
    assertThat(Template.fill("Para {CLIENTE.CIDADE}", MARINA)).isEqualTo("Para Recife");
  }

  @Test
  void theFallbackStandsInForWhatIsNotKnown() {
    assertThat(Template.fill("Hi {customer.firstName|there}!", Map.of())).isEqualTo("Hi there!");
    assertThat(Template.fill("Hi {customer.firstName|there}!", MARINA)).isEqualTo("Hi Marina!");
  }

  @Test
  void whatIsNotKnownStaysAndIsOpen() {
    String text = "Para {cliente.cidade} e {cliente.sabor}";
    assertThat(Template.fill(text, Map.of())).isEqualTo(text);
    assertThat(Template.open(text)).extracting(Template.Open::at).containsExactly(5, 24);
    assertThat(Template.open(text))
        .extracting(Template.Open::name)
        .containsExactly("cliente.cidade", "cliente.sabor");
    assertThat(Template.open("{customer.firstName|}")).hasSize(1);
  }

  @Test
  void otherBracesAreText() {
    String code = "if (a) { b(); } {x} {a.b} {} {cliente}";
    assertThat(Template.open(code)).isEmpty();
    assertThat(Template.fill(code, MARINA)).isEqualTo(code);
  }

  @Test
  void aValueWithBracesIsNotFilledInAgain() {
    Map<Variable, String> sly = Map.of(Variable.CUSTOMER_FIRST_NAME, "{customer.phone}");
    assertThat(Template.parts("{cliente.nome}", sly))
        .containsExactly(new Template.Value("{customer.phone}"));
  }
}
