package app.recado.client.ui.controls;

import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A menu for an {@link Overlay}: arrows move, Enter chooses, and the keys shown beside the entries
 * are the menu's own while it is open. An entry that cannot be chosen says why.
 */
public final class MenuCard extends VBox {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final Overlay overlay;
  private final List<Row> rows = new ArrayList<>();

  /** One entry on screen. */
  private record Row(HBox line, List<KeyCombination> keys, Runnable choose) {}

  /**
   * @param keys any of which chooses it
   * @param keyShown the first of them as people read it; empty for none
   * @param refusal why it cannot be chosen; null if it can
   */
  public record Entry(
      Icon icon,
      String text,
      List<KeyCombination> keys,
      String keyShown,
      @Nullable String refusal,
      boolean danger,
      Runnable action) {}

  public MenuCard(Overlay overlay, String name) {
    this.overlay = overlay;
    getStyleClass().addAll("popover", "menu-card");
    setAccessibleRole(AccessibleRole.CONTEXT_MENU);
    setAccessibleText(name);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  public void add(Entry entry) {
    Label text = new Label(entry.text());
    HBox line = new HBox(new IconView(entry.icon(), 16), text);
    line.getStyleClass().add("menu-row");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinWidth(Region.USE_PREF_SIZE);
    if (entry.refusal() != null) {
      Label why = new Label(entry.refusal());
      why.getStyleClass().addAll("tiny", "subtle");
      line.getChildren().add(why);
    } else if (!entry.keyShown().isEmpty()) {
      line.getChildren().add(new Kbd(entry.keyShown()));
    }
    line.setFocusTraversable(true);
    if (entry.danger()) {
      line.getStyleClass().add("danger");
    }
    line.pseudoClassStateChanged(REFUSED, entry.refusal() != null);
    line.setAccessibleRole(AccessibleRole.MENU_ITEM);
    line.setAccessibleText(
        entry.refusal() == null ? entry.text() : entry.text() + ". " + entry.refusal());
    Runnable choose =
        () -> {
          if (entry.refusal() == null) {
            overlay.hide();
            entry.action().run();
          }
        };
    line.setOnMouseClicked(clicked -> choose.run());
    line.setOnMouseEntered(over -> line.requestFocus());
    rows.add(new Row(line, entry.keys(), choose));
    getChildren().add(line);
  }

  public void addSeparator() {
    getChildren().add(new Separator());
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** What gets the focus first. */
  public Region first() {
    return rows.getFirst().line();
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> step(1);
      case UP -> step(-1);
      case HOME -> rows.getFirst().line().requestFocus();
      case END -> rows.getLast().line().requestFocus();
      case ENTER -> focused().choose().run();
      default -> {
        for (Row row : rows) {
          if (row.keys().stream().anyMatch(key -> key.match(event))) {
            event.consume();
            swallowTyped(getScene());
            row.choose().run();
            return;
          }
        }
        return;
      }
    }
    event.consume();
  }

  /** The letter that was pressed must not be typed where the focus goes next. */
  private static void swallowTyped(Scene scene) {
    scene.addEventFilter(
        KeyEvent.ANY,
        new EventHandler<>() {
          @Override
          public void handle(KeyEvent next) {
            if (next.getEventType() == KeyEvent.KEY_TYPED) {
              next.consume();
            }
            scene.removeEventFilter(KeyEvent.ANY, this);
          }
        });
  }

  private void step(int by) {
    int next = Math.floorMod(rows.indexOf(focused()) + by, rows.size());
    rows.get(next).line().requestFocus();
  }

  private Row focused() {
    return rows.stream().filter(row -> row.line().isFocused()).findFirst().orElse(rows.getFirst());
  }
}
