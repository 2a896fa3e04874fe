package app.recado.client.ui.conversation;

import app.recado.client.ui.emoji.EmojiText;
import app.recado.client.ui.emoji.EmojiView;
import app.recado.protocol.UserRow;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * The text of one message: wraps, can be selected with the mouse, opens its web links and shows
 * emoji as pictures; what is selected are the characters. Made for being reused by another message.
 */
final class MessageText extends TextFlow {
  private static final double FONT = 14;

  private final Consumer<URI> browse;
  private final ObjDoubleConsumer<UserRow> people;
  private final Consumer<MessageText> selecting;
  private final Path selection = new Path();
  private String text = "";
  private List<Names.Named> named = List.of();

  /** For each place in the flow, where a picture is one, its place in the text; empty if equal. */
  private int[] places = {};

  private int anchor;
  private int caret;
  private boolean dragged;

  /**
   * @param people gets who is named, and where across the scene, when the name is pressed
   * @param selecting told when a selection begins here, so that the one elsewhere goes
   */
  MessageText(
      Consumer<URI> browse, ObjDoubleConsumer<UserRow> people, Consumer<MessageText> selecting) {
    this.browse = browse;
    this.people = people;
    this.selecting = selecting;
    getStyleClass().add("message-text");
    selection.getStyleClass().add("message-selection");
    selection.setManaged(false);
    selection.setMouseTransparent(true);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::draggedTo);
    setOnMouseReleased(this::released);
    setMinWidth(0);
  }

  /**
   * @param names who is named in it, in the order of the text
   */
  void show(String shown, List<Names.Named> names) {
    clearSelection();
    if (shown.equals(text) && names.equals(named) && !getChildren().isEmpty()) {
      return;
    }
    text = shown;
    named = names;
    places = new int[0];
    getChildren().setAll(selection);
    int at = 0;
    for (Links.Piece piece : Links.cut(shown)) {
      int end = at + piece.text().length();
      if (piece.target() == null) {
        addWithNames(at, end);
      } else {
        addLink(piece.text(), "message-link", piece.target());
      }
      at = end;
    }
    if (EmojiText.mayHave(shown)) {
      places = places();
    }
  }

  private void addWithNames(int from, int to) {
    int at = from;
    for (Names.Named name : named) {
      if (name.from() >= at && name.to() <= to) {
        addWords(text.substring(at, name.from()));
        addLink(text.substring(name.from(), name.to()), "message-name", name.person());
        at = name.to();
      }
    }
    addWords(text.substring(at, to));
  }

  private void addWords(String some) {
    if (EmojiText.mayHave(some)) {
      EmojiText.cut(some).forEach(this::add);
    } else if (!some.isEmpty()) {
      getChildren().add(words(some));
    }
  }

  private void addLink(String shown, String style, Object target) {
    Text part = words(shown);
    part.getStyleClass().add(style);
    part.setUserData(target);
    part.setCursor(Cursor.HAND);
    getChildren().add(part);
  }

  private static Text words(String text) {
    Text part = new Text(text);
    part.getStyleClass().add("message-words");
    return part;
  }

  private void add(EmojiText.Piece piece) {
    switch (piece) {
      case EmojiText.Words some -> getChildren().add(words(some.text()));
      case EmojiText.Picture picture -> {
        EmojiView view = new EmojiView(EmojiView.besides(FONT));
        view.show(picture.emoji());
        view.setUserData(picture);
        getChildren().add(view);
      }
    }
  }

  private int[] places() {
    int[] found = new int[text.length() + 1];
    int flow = 0;
    int at = 0;
    for (Node child : getChildren()) {
      if (child instanceof Text part) {
        for (int i = 0; i < part.getText().length(); i++) {
          found[flow++] = at++;
        }
      } else if (child.getUserData() instanceof EmojiText.Picture picture) {
        found[flow++] = at;
        at += picture.text().length();
      }
    }
    found[flow] = at;
    return Arrays.copyOf(found, flow + 1);
  }

  private int inFlow(int at) {
    if (places.length == 0) {
      return at;
    }
    int found = Arrays.binarySearch(places, at);
    return found >= 0 ? found : -found - 2;
  }

  private int inText(int flow) {
    return places.length == 0 ? flow : places[Math.max(0, Math.min(flow, places.length - 1))];
  }

  /** What is selected; empty if nothing is. */
  String selected() {
    return text.substring(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  void clearSelection() {
    select(0, 0);
  }

  void selectAll() {
    select(0, text.length());
  }

  private void select(int from, int to) {
    anchor = clamp(from);
    caret = clamp(to);
    selection
        .getElements()
        .setAll(
            anchor == caret
                ? List.of()
                : List.of(
                    rangeShape(inFlow(Math.min(anchor, caret)), inFlow(Math.max(anchor, caret)))));
  }

  private int clamp(int at) {
    return Math.max(0, Math.min(at, text.length()));
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    selecting.accept(this);
    dragged = false;
    int at = indexAt(event);
    switch (event.getClickCount()) {
      case 1 -> select(at, at);
      case 2 -> selectWord(at);
      default -> selectAll();
    }
  }

  private void draggedTo(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      int at = indexAt(event);
      dragged |= at != anchor;
      select(anchor, at);
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && !dragged && event.getClickCount() == 1) {
      Node pressed = event.getPickResult().getIntersectedNode();
      switch (pressed == null ? null : pressed.getUserData()) {
        case URI target -> browse.accept(target);
        case UserRow person -> people.accept(person, event.getSceneX());
        case null, default -> {}
      }
    }
  }

  private void selectWord(int at) {
    int from = at;
    int to = at;
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    select(from, to);
    dragged = true;
  }

  private int indexAt(MouseEvent event) {
    int flow = hitTest(new Point2D(event.getX(), event.getY())).getInsertionIndex();
    return clamp(inText(flow));
  }
}
