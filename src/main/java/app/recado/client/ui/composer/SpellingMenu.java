package app.recado.client.ui.composer;

import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.spelling.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.ContextMenuEvent;

/** The field's menu; before its own lines what a marked word may have meant. */
final class SpellingMenu {
  private final WritingArea area;
  private final SpellMarks marks;
  private final ContextMenu menu;
  private final List<MenuItem> usual;
  private final Texts texts = Texts.of("composer");

  /**
   * @param menu with its own lines
   */
  SpellingMenu(WritingArea area, SpellMarks marks, ContextMenu menu) {
    this.area = area;
    this.marks = marks;
    this.menu = menu;
    usual = List.copyOf(menu.getItems());
  }

  ContextMenu menu() {
    return menu;
  }

  /** Before it is shown. */
  void prepare(ContextMenuEvent event) {
    Optional<Word> word = marks.at(index(event));
    menu.getItems().setAll(usual);
    word.ifPresent(marked -> {
      MenuItem looking = new MenuItem(texts.get("spelling.looking"));
      looking.setDisable(true);
      offer(marked, List.of(looking));
      marks.suggest(marked, meant -> offer(marked, items(marked, meant)));
    });
  }

  private int index(ContextMenuEvent event) {
    return event.isKeyboardTrigger() || !(area.getSkin() instanceof TextAreaSkin skin)
        ? area.getCaretPosition()
        : skin.getIndex(event.getX(), event.getY()).getCharIndex();
  }

  private List<MenuItem> items(Word word, List<String> meant) {
    List<MenuItem> items = new ArrayList<>();
    for (String each : meant) {
      MenuItem item = new MenuItem(each);
      item.getStyleClass().add("spelling-suggestion");
      item.setOnAction(chosen -> put(word, each));
      items.add(item);
    }
    if (meant.isEmpty()) {
      MenuItem none = new MenuItem(texts.get("spelling.none"));
      none.setDisable(true);
      items.add(none);
    }
    return items;
  }

  /** The text may be another by now. */
  private void put(Word word, String instead) {
    String text = area.getText();
    if (word.end() <= text.length()
        && text.substring(word.start(), word.end()).equals(word.text())) {
      area.replaceText(word.start(), word.end(), instead);
    }
  }

  private void offer(Word word, List<MenuItem> offers) {
    MenuItem add = new MenuItem(texts.get("spelling.add", word.text()));
    add.setId("spelling-add");
    add.setOnAction(chosen -> marks.add(word));
    List<MenuItem> items = new ArrayList<>(offers);
    items.add(add);
    items.add(new SeparatorMenuItem());
    items.addAll(usual);
    menu.getItems().setAll(items);
  }
}
