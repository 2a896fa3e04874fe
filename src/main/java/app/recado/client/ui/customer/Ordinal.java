package app.recado.client.ui.customer;

import app.recado.client.ui.i18n.Texts;

/** Which conversation it is: the first, the 2nd, the 13th. */
final class Ordinal {
  private Ordinal() {}

  static String conversation(int number, Texts texts) {
    if (number <= 1) {
      return texts.get("ordinal.first");
    }
    int tens = number % 100;
    boolean teen = tens >= 11 && tens <= 13;
    return switch (teen ? 0 : number % 10) {
      case 1 -> texts.get("ordinal.st", number);
      case 2 -> texts.get("ordinal.nd", number);
      case 3 -> texts.get("ordinal.rd", number);
      default -> texts.get("ordinal.th", number);
    };
  }
}
