package app.recado.client.sync;

import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.MessageRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is looked for: words, and after {@code #} the beginnings of tags that a dialog must have.
 * Pure.
 *
 * @param text the words as they were typed
 * @param words folded
 * @param tags of each the folded words
 */
record SearchQuery(String text, List<String> words, List<List<String>> tags) {

  static SearchQuery of(String typed) {
    StringBuilder text = new StringBuilder();
    List<List<String>> tags = new ArrayList<>();
    for (String part : typed.strip().split("\\s+")) {
      List<String> tag = part.startsWith("#") ? Folding.words(part.substring(1)) : List.of();
      if (tag.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(part);
      } else {
        tags.add(tag);
      }
    }
    return new SearchQuery(text.toString(), Folding.words(text.toString()), List.copyOf(tags));
  }

  boolean isEmpty() {
    return words.isEmpty() && tags.isEmpty();
  }

  /** Whether the dialog has all the tags. */
  boolean allows(DialogRow dialog) {
    return tags.stream()
        .allMatch(
            wanted -> dialog.tags().stream().anyMatch(tag -> Folding.matchesAll(tag, wanted)));
  }

  /** Those of dialogs that have the tags; of what is not here nobody knows. */
  List<MessageRow> allowed(List<MessageRow> rows, Map<DialogId, DialogRow> dialogs) {
    if (tags.isEmpty()) {
      return rows;
    }
    return rows.stream()
        .filter(row -> {
          DialogRow dialog = dialogs.get(row.dialog());
          return dialog != null && allows(dialog);
        })
        .toList();
  }
}
