package app.recado.client.ui.macros;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.sync.Folding;
import app.recado.protocol.CannedScope;
import app.recado.protocol.MacroRow;
import java.text.Collator;
import java.util.List;
import java.util.Locale;

/** Which macros there are for some dialogs. Pure. */
final class MacroChoice {
  private MacroChoice() {}

  /**
   * Those that fit all of these, by name: another channel's are of no use.
   *
   * @param query words each of which begins a word of the name
   */
  static List<MacroRow> find(Desk desk, List<DialogItem> items, String query, Locale locale) {
    Collator names = Collator.getInstance(locale);
    List<String> words = Folding.words(query);
    return desk.macros().all().stream()
        .filter(row -> items.stream().allMatch(item -> fits(row, item)))
        .filter(row -> Folding.matchesAll(row.name(), words))
        .sorted((one, other) -> names.compare(one.name(), other.name()))
        .toList();
  }

  private static boolean fits(MacroRow row, DialogItem item) {
    return row.scope() != CannedScope.CHANNEL || item.channel().id().equals(row.channel());
  }
}
