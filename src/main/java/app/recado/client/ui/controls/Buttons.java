package app.recado.client.ui.controls;

import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The kinds of buttons there are. */
public final class Buttons {
  private static final double ICON = 16;

  private Buttons() {}

  /** The one thing most people will want. */
  public static Button primary(String text, @Nullable Icon icon, Runnable action) {
    return button("primary", text, icon, action);
  }

  public static Button secondary(String text, @Nullable Icon icon, Runnable action) {
    return button("secondary", text, icon, action);
  }

  /** Loses something. */
  public static Button danger(String text, @Nullable Icon icon, Runnable action) {
    return button("danger", text, icon, action);
  }

  /** Without a border. */
  public static Button ghost(String text, @Nullable Icon icon, Runnable action) {
    return button("ghost", text, icon, action);
  }

  /** Looks like a word of the sentence around it. */
  public static Button link(String text, Runnable action) {
    return button("link", text, null, action);
  }

  /** Only an icon; the words are its tooltip and accessible name. */
  public static Button icon(Icon icon, String words, Runnable action) {
    Button button = button("icon-button", words, icon, action);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setGraphic(new IconView(icon));
    button.setTooltip(tooltip(words));
    return button;
  }

  /** Only an icon, with a border. */
  public static Button borderedIcon(Icon icon, String words, Runnable action) {
    Button button = icon(icon, words, action);
    button.getStyleClass().add("bordered");
    return button;
  }

  public static Tooltip tooltip(String words) {
    Tooltip tooltip = new Tooltip(words);
    tooltip.setShowDelay(Duration.millis(400));
    return tooltip;
  }

  private static Button button(String style, String text, @Nullable Icon icon, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add(style);
    button.setAccessibleText(text);
    button.setMinWidth(Button.USE_PREF_SIZE);
    if (icon != null) {
      button.setGraphic(new IconView(icon, ICON));
    }
    button.setOnAction(pressed -> action.run());
    return button;
  }
}
