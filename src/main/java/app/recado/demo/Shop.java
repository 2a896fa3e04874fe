package app.recado.demo;

import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Casa Jatobá, an invented furniture shop: its people and its channels. */
final class Shop {
  /** Signs everybody in; a demonstration has no secrets. */
  static final String PASSWORD = "casa-jatoba-demo";

  /** Who sits at the desk. */
  static final Person ME = new Person("bruno", "Bruno Lima", Role.AGENT);

  static final Person SUPERVISOR = new Person("paula", "Paula Reis", Role.SUPERVISOR);

  static final List<Person> PEOPLE =
      List.of(
          ME,
          SUPERVISOR,
          new Person("larissa", "Larissa Duarte", Role.AGENT),
          new Person("caio", "Caio Mendes", Role.AGENT),
          new Person("taina", "Tainá Ferraz", Role.AGENT),
          new Person("otavio", "Otávio Prado", Role.AGENT));

  static final List<Channel> CHANNELS =
      List.of(
          new Channel(
              "loja",
              "Loja Centro",
              QueueMode.EVENLY,
              List.of("bruno", "larissa", "caio", "taina", "paula"),
              "Olá! Já vamos te atender.",
              true),
          new Channel(
              "financeiro",
              "Financeiro",
              QueueMode.STRICTLY,
              List.of("larissa", "bruno", "paula"),
              null,
              false),
          new Channel(
              "entregas",
              "Entregas e montagem",
              QueueMode.ALL,
              List.of("taina", "otavio", "bruno", "paula"),
              null,
              true));

  private Shop() {}

  static Person person(String key) {
    return PEOPLE.stream().filter(person -> person.key().equals(key)).findFirst().orElseThrow();
  }

  /**
   * @param key the first name, as the written conversations use it
   */
  record Person(String key, String name, Role role) {
    String email() {
      return key + "@casajatoba.example";
    }
  }

  /**
   * @param key the short name, as the written conversations use it
   * @param welcome sent to each new customer; null for none
   */
  record Channel(
      String key,
      String name,
      QueueMode mode,
      List<String> agents,
      @Nullable String welcome,
      boolean askRating) {
    List<String> emails() {
      return agents.stream().map(agent -> person(agent).email()).toList();
    }
  }
}
