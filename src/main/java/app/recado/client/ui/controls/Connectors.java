package app.recado.client.ui.controls;

import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.Set;

/** How each kind of connector is drawn and called. */
public final class Connectors {
  private static final Set<String> KNOWN =
      Set.of("website", "whatsapp", "telegram", "email", "instagram");

  private Connectors() {}

  public static Icon icon(String kind) {
    return switch (kind) {
      case "website" -> Icon.GLOBE;
      case "whatsapp" -> Icon.PHONE;
      case "telegram" -> Icon.SEND;
      case "email" -> Icon.MAIL;
      case "instagram" -> Icon.CAMERA_SQUARE;
      default -> Icon.MESSAGE_CIRCLE;
    };
  }

  /** What people call it. */
  public static String name(String kind) {
    Texts texts = Texts.of("controls");
    return KNOWN.contains(kind) ? texts.get("connector." + kind) : texts.get("connector.other");
  }

  static String style(String kind) {
    return "connector-" + (KNOWN.contains(kind) ? kind : "other");
  }
}
