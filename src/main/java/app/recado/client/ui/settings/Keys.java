package app.recado.client.ui.settings;

import java.util.List;

/**
 * The map of keys, as it is shown.
 *
 * @param text what it does: a key of the area's texts
 * @param keys as printed on the keyboard, in the order pressed
 */
record Keys(String text, List<String> keys) {
  static final List<Keys> EVERYWHERE =
      List.of(
          of("keys.search", "Ctrl", "K"),
          of("keys.next", "J"),
          of("keys.previous", "K"),
          of("keys.list", "Esc"),
          of("keys.tabs", "Ctrl", "1 – 5"),
          of("keys.columns", "F6"),
          of("keys.panel", "Ctrl", "I"),
          of("keys.settings", "Ctrl", ","),
          of("keys.map", "F1"));

  static final List<Keys> CONVERSATION =
      List.of(
          of("keys.answer", "A"),
          of("keys.takeOver", "Shift", "A"),
          of("keys.transfer", "T"),
          of("keys.finish", "F"),
          of("keys.whisper", "W"),
          of("keys.reply", "R"),
          of("keys.menu", "."));

  private static Keys of(String text, String... keys) {
    return new Keys(text, List.of(keys));
  }
}
