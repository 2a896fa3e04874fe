package app.recado.client.ui.emoji;

import app.recado.client.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the picker shows: recent ones and all by group, or what was found; and which is marked. */
final class EmojiPickerViewModel {
  static final int COLUMNS = 9;

  private final EmojiHabits habits;
  private final Texts texts = Texts.of("emoji");
  private final EmojiWords words = EmojiWords.of(texts.locale());
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Spot> marked = new ReadOnlyObjectWrapper<>();

  /** A line of the picker. */
  sealed interface Row {}

  /**
   * @param group its emoji's group; empty for the recent ones
   */
  record Heading(String group, String text) implements Row {}

  record Emojis(List<Emoji> emoji) implements Row {}

  /** Where an emoji stands. */
  record Spot(int row, int column) {}

  EmojiPickerViewModel(EmojiHabits habits) {
    this.habits = habits;
    query.subscribe(now -> show());
  }

  StringProperty queryProperty() {
    return query;
  }

  ReadOnlyObjectProperty<List<Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Spot> markedProperty() {
    return marked.getReadOnlyProperty();
  }

  int tone() {
    return habits.toneProperty().get();
  }

  /** From now on all that can have a skin tone has this one. */
  void choose(int tone) {
    habits.toneProperty().set(tone);
    show();
  }

  void picked(Emoji emoji) {
    habits.used(emoji);
  }

  /** What it is called in the language of the desk. */
  String name(Emoji emoji) {
    String name = words.name(emoji);
    return name.isEmpty() ? emoji.sequence() : name;
  }

  /** The emoji at a place; null if there is none. */
  @Nullable Emoji at(@Nullable Spot spot) {
    return spot != null
            && spot.row() >= 0
            && spot.row() < rows.get().size()
            && rows.get().get(spot.row()) instanceof Emojis line
            && spot.column() < line.emoji().size()
        ? line.emoji().get(spot.column())
        : null;
  }

  void mark(Spot spot) {
    if (at(spot) != null) {
      marked.set(spot);
    }
  }

  /** To the emoji beside the marked one, over the end of a line to the next. */
  void step(int by) {
    Spot now = marked.get();
    if (now == null) {
      markFirst();
      return;
    }
    Spot next = new Spot(now.row(), now.column() + by);
    if (next.column() < 0 || at(next) == null) {
      int row = lineBeside(now.row(), by);
      next = new Spot(row, by > 0 || row < 0 ? 0 : line(row).size() - 1);
    }
    mark(next);
  }

  /** To the line below or above, in the same column or the last of a shorter line. */
  void stepLine(int by) {
    Spot now = marked.get();
    if (now == null) {
      markFirst();
      return;
    }
    int row = lineBeside(now.row(), by);
    if (row >= 0) {
      mark(new Spot(row, Math.min(now.column(), line(row).size() - 1)));
    }
  }

  /** The row where a group begins; -1 while it is not shown. */
  int rowOf(String group) {
    for (int row = 0; row < rows.get().size(); row++) {
      if (rows.get().get(row) instanceof Heading heading && heading.group().equals(group)) {
        return row;
      }
    }
    return -1;
  }

  private void show() {
    List<Row> now = new ArrayList<>();
    if (query.get().isBlank()) {
      List<Emoji> recent = habits.recent();
      if (!recent.isEmpty()) {
        now.add(new Heading("", texts.get("recent")));
        addLines(now, recent);
      }
      for (EmojiIndex.Group group : EmojiIndex.all().groups()) {
        now.add(new Heading(group.name(), texts.get("group." + group.name())));
        addLines(now, toned(group.emoji()));
      }
    } else {
      addLines(now, toned(words.find(query.get())));
    }
    marked.set(null);
    rows.set(List.copyOf(now));
    if (!query.get().isBlank()) {
      markFirst();
    }
  }

  private List<Emoji> toned(List<Emoji> emoji) {
    return emoji.stream().map(each -> EmojiIndex.all().toned(each, tone())).toList();
  }

  private static void addLines(List<Row> rows, List<Emoji> emoji) {
    for (int from = 0; from < emoji.size(); from += COLUMNS) {
      rows.add(new Emojis(emoji.subList(from, Math.min(from + COLUMNS, emoji.size()))));
    }
  }

  private void markFirst() {
    int row = lineBeside(-1, 1);
    if (row >= 0) {
      mark(new Spot(row, 0));
    }
  }

  private int lineBeside(int row, int by) {
    for (int at = row + by; at >= 0 && at < rows.get().size(); at += by) {
      if (rows.get().get(at) instanceof Emojis) {
        return at;
      }
    }
    return -1;
  }

  private List<Emoji> line(int row) {
    return rows.get().get(row) instanceof Emojis found ? found.emoji() : List.of();
  }
}
