package app.recado.client.ui.controls;

import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.Priority;
import java.util.Locale;
import javafx.scene.layout.StackPane;

/** A small mark of how pressing a dialog is; nothing is shown of what is as pressing as any. */
public final class PriorityMark extends StackPane {
  private final IconView icon;
  private final Texts texts = Texts.of("controls");
  private Priority shown = Priority.NORMAL;

  public PriorityMark(double size) {
    icon = new IconView(Icon.CHEVRON_UP, size);
    getStyleClass().add("priority");
    getChildren().setAll(icon);
    setMinSize(size, size);
    setMaxSize(size, size);
    setPrefSize(size, size);
    show(Priority.NORMAL);
  }

  public void show(Priority priority) {
    setVisible(priority != Priority.NORMAL);
    setManaged(priority != Priority.NORMAL);
    if (priority == shown) {
      return;
    }
    getStyleClass().remove(style(shown));
    getStyleClass().add(style(priority));
    shown = priority;
    icon.show(icon(priority));
    setAccessibleText(words(priority, texts));
  }

  /** The mark of a level. */
  public static Icon icon(Priority priority) {
    return switch (priority) {
      case LOW -> Icon.CHEVRON_DOWN;
      case NORMAL -> Icon.CIRCLE_DOT;
      case HIGH -> Icon.CHEVRON_UP;
      case URGENT -> Icon.CHEVRONS_UP;
    };
  }

  /** A level in words. */
  public static String words(Priority priority) {
    return words(priority, Texts.of("controls"));
  }

  private static String words(Priority priority, Texts texts) {
    return texts.get("priority." + style(priority));
  }

  private static String style(Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }
}
