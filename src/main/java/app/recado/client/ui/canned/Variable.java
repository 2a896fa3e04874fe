package app.recado.client.ui.canned;

import app.recado.client.sync.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a text can leave to be filled in. Each has a name in every language the desk speaks; all of
 * them are understood everywhere, accents and case aside.
 */
public enum Variable {
  CUSTOMER_FIRST_NAME("customer.firstName", "cliente.nome", "cliente.nombre"),
  CUSTOMER_NAME("customer.name", "cliente.nomeCompleto", "cliente.nombreCompleto"),
  CUSTOMER_PHONE("customer.phone", "cliente.telefone", "cliente.teléfono"),
  CUSTOMER_EMAIL("customer.email", "cliente.email", "cliente.correo"),
  CUSTOMER_CITY("customer.city", "cliente.cidade", "cliente.ciudad"),
  AGENT_FIRST_NAME("agent.firstName", "agente.nome", "agente.nombre"),
  AGENT_NAME("agent.name", "agente.nomeCompleto", "agente.nombreCompleto"),
  CHANNEL_NAME("channel.name", "canal.nome", "canal.nombre"),
  DIALOG_TITLE("dialog.title", "conversa.título", "conversación.título");

  /** What a variable's name begins with: anything else in braces is text. */
  private static final List<String> ROOTS =
      List.of(
          "customer",
          "cliente",
          "agent",
          "agente",
          "channel",
          "canal",
          "dialog",
          "conversa",
          "conversacion");

  private static final Map<String, Variable> BY_NAME = byName();

  private final List<String> names;

  Variable(String english, String portuguese, String spanish) {
    names = List.of(english, portuguese, spanish);
  }

  /** What it is called in a language. */
  public String name(String language) {
    return switch (language) {
      case "pt" -> names.get(1);
      case "es" -> names.get(2);
      default -> names.getFirst();
    };
  }

  /** The variable of this name in any language; null if there is none. */
  static @Nullable Variable named(String name) {
    return BY_NAME.get(Folding.fold(name));
  }

  /** Whether a name in braces is meant as a variable, known or not. */
  static boolean isMeant(String name) {
    int dot = name.indexOf('.');
    return dot > 0 && ROOTS.contains(Folding.fold(name.substring(0, dot)));
  }

  private static Map<String, Variable> byName() {
    Map<String, Variable> byName = new HashMap<>();
    for (Variable variable : values()) {
      variable.names.forEach(name -> byName.put(Folding.fold(name), variable));
    }
    return byName;
  }
}
