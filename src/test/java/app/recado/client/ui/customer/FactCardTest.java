package app.recado.client.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import app.recado.client.ui.i18n.Texts;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FactCardTest {
  @BeforeAll
  static void start() {
    Fx.start();
  }

  @Test
  void cardOfNothingTakesNoRoom() {
    Fx.run(() -> {
      FactCard card = new FactCard("Contact", Texts.of("customer"), copied -> {});
      card.show(List.of());
      assertThat(card.isManaged()).isFalse();
      assertThat(card.isVisible()).isFalse();
      card.show(List.of(new Fact("Phone", "+55 81 99555-0142", null)));
      assertThat(card.isManaged()).isTrue();
      assertThat(card.isVisible()).isTrue();
      card.show(List.of());
      assertThat(card.isManaged()).isFalse();
    });
  }
}
