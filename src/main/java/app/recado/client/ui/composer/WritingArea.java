package app.recado.client.ui.composer;

import app.recado.client.ui.i18n.Texts;
import java.text.BreakIterator;
import java.util.function.Predicate;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The text field of the composer: one for all dialogs. It grows with its text, and its undo is the
 * draft's own, not the control's, which would bring back another customer's text.
 */
final class WritingArea extends TextArea {
  static final double LINE = 21;
  private static final double PADDING = 6;
  private static final int LEAST_LINES = 2;

  private final BreakIterator characters = BreakIterator.getCharacterInstance();
  private final ComposerViewModel model;
  private final ObservableBooleanValue enterSends;
  private final Runnable send;
  private final Runnable escape;
  private Predicate<KeyEvent> first = event -> false;
  private int maxLines = 12;
  private @Nullable Text measured;
  private @Nullable SpellMarks spelling;

  WritingArea(
      ComposerViewModel model, ObservableBooleanValue enterSends, Runnable send, Runnable escape) {
    this.model = model;
    this.send = send;
    this.enterSends = enterSends;
    this.escape = escape;
    getStyleClass().add("writing-area");
    setId("writing");
    setWrapText(true);
    setPrefRowCount(LEAST_LINES);
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    setPrefHeight(heightOf(LEAST_LINES));
    setAccessibleText(Texts.of("composer").get("writing.name"));
    textProperty().bindBidirectional(model.textProperty());
    caretPositionProperty().subscribe(at -> model.caretAt(at.intValue()));
    model.onCaret(this::positionCaret);
    setContextMenu(menu());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    widthProperty().addListener(at -> measure());
    skinProperty().addListener(at -> requestLayout());
  }

  /** Marks what is misspelled from now on, and offers what was meant. */
  void mark(SpellMarks marks) {
    spelling = marks;
    SpellingMenu offers = new SpellingMenu(this, marks, menu());
    addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, offers::prepare);
    setContextMenu(offers.menu());
    skinProperty()
        .subscribe(skin -> {
          // The skin fills the field's children anew.
          if (skin != null) {
            getChildren().remove(marks.layer());
            getChildren().add(marks.layer());
          }
        });
  }

  /** Who is asked about each key before this does anything with it. */
  void askFirst(Predicate<KeyEvent> asked) {
    first = asked;
  }

  void prompt(String text) {
    setPromptText(text);
  }

  /** Puts the sign of a quote before each line that is selected, or the one at the caret. */
  void quoteLines() {
    String text = getText();
    int from = text.lastIndexOf('\n', getSelection().getStart() - 1) + 1;
    int to = Math.max(from, getSelection().getEnd());
    String lines = text.substring(from, to);
    replaceText(from, to, "> " + lines.replace("\n", "\n> "));
  }

  void setMaxLines(int lines) {
    if (lines != maxLines) {
      maxLines = lines;
      measure();
    }
  }

  /** Takes away what is seen as one character, as the other keys do. */
  @Override
  public boolean deletePreviousChar() {
    int caret = getCaretPosition();
    if (getSelection().getLength() > 0 || caret == 0 || !isEditable() || isDisabled()) {
      return super.deletePreviousChar();
    }
    characters.setText(getText());
    deleteText(characters.preceding(caret), caret);
    return true;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    measure();
    if (spelling != null) {
      spelling.place();
    }
  }

  /** Takes the height that the text needs, read from the text as it is laid out already. */
  private void measure() {
    Text words = measured;
    if (words == null || words.getScene() == null) {
      words = lookup(".text") instanceof Text found ? found : null;
      measured = words;
    }
    int lines = LEAST_LINES;
    if (words != null) {
      lines = (int) Math.ceil(words.getLayoutBounds().getHeight() / LINE - 0.3);
    }
    double wanted = heightOf(Math.max(LEAST_LINES, Math.min(maxLines, lines)));
    if (wanted != getPrefHeight()) {
      setPrefHeight(wanted);
    }
  }

  private static double heightOf(int lines) {
    return lines * LINE + PADDING;
  }

  /** A picture or files on the clipboard are attached, text is pasted. */
  @Override
  public void paste() {
    if (!FileDrop.paste(Clipboard.getSystemClipboard(), model)) {
      super.paste();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (first.test(event)) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      boolean breaks = enterSends.get() == event.isShiftDown();
      if (event.isShortcutDown() || event.isAltDown()) {
        return;
      }
      if (breaks) {
        replaceSelection("\n");
      } else {
        send.run();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      escape.run();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
      if (event.isShiftDown()) {
        model.redo();
      } else {
        model.undo();
      }
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.Y) {
      model.redo();
      event.consume();
    }
  }

  private ContextMenu menu() {
    Texts texts = Texts.of("composer");
    MenuItem undo = item(texts.get("area.undo"), model::undo);
    MenuItem redo = item(texts.get("area.redo"), model::redo);
    MenuItem cut = item(texts.get("area.cut"), this::cut);
    MenuItem copy = item(texts.get("area.copy"), this::copy);
    MenuItem paste = item(texts.get("area.paste"), this::paste);
    MenuItem all = item(texts.get("area.selectAll"), this::selectAll);
    ContextMenu menu =
        new ContextMenu(
            undo, redo, new SeparatorMenuItem(), cut, copy, paste, new SeparatorMenuItem(), all);
    menu.setOnShowing(showing -> {
      undo.setDisable(!model.canUndo());
      redo.setDisable(!model.canRedo());
      boolean none = getSelection().getLength() == 0;
      cut.setDisable(none);
      copy.setDisable(none);
    });
    return menu;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(chosen -> action.run());
    return item;
  }
}
