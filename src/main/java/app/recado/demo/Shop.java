package app.recado.demo;

import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Casa Jatobá, an invented furniture shop: its people, its channels and what it often says. */
final class Shop {
  /** Signs everybody in; a demonstration has no secrets. */
  static final String PASSWORD = "casa-jatoba-demo";

  /** Who sits at the desk. */
  static final Person ME = new Person("bruno", "Bruno Lima", Role.AGENT);

  static final Person SUPERVISOR = new Person("paula", "Paula Reis", Role.SUPERVISOR);

  static final Person ADMIN = new Person("regina", "Regina Matos", Role.ADMIN);

  static final List<Person> PEOPLE =
      List.of(
          ME,
          SUPERVISOR,
          ADMIN,
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

  static final List<Canned> CANNED =
      List.of(
          new Canned(
              "Atendimento",
              "Saudação",
              "ola",
              null,
              "Olá, {cliente.nome|tudo bem}! Aqui é {agente.nome}, da Casa Jatobá."),
          new Canned(
              "Atendimento",
              "Despedida",
              "tchau",
              ME,
              "Qualquer coisa, {cliente.nome|é só chamar}, estou por aqui. Boa semana!"),
          new Canned(
              "Entrega",
              "Peça em falta",
              "falta",
              null,
              "Sinto muito pela falta, {cliente.nome|por favor}. Me mande uma foto da caixa e"
                  + " separo a peça ainda hoje."),
          new Canned(
              "Entrega",
              "Montagem",
              "montagem",
              null,
              "Em {cliente.cidade} montamos de segunda a sábado; leva cerca de duas horas."),
          new Canned(
              "Entrega",
              "Frete e prazo",
              "frete",
              null,
              "O frete sai por R$ 180 e chega em até 6 dias úteis."),
          new Canned(
              "Pagamento",
              "Segunda via",
              "boleto",
              null,
              "Pronto, {cliente.nome|pronto}: gerei outro boleto, vence em três dias."));

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

  /**
   * A canned response.
   *
   * @param owner who alone has it; null for everybody
   */
  record Canned(
      String section, String title, String shortcut, @Nullable Person owner, String text) {}
}
