package app.recado.client.ui.action;

import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.ui.i18n.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What speaks against doing something with a dialog, in words. */
public final class Obstacles {
  private Obstacles() {}

  /** In the current language. */
  public static String words(Obstacle obstacle) {
    return Texts.of("action").get("obstacle." + obstacle.name().toLowerCase(Locale.ROOT));
  }

  /** Whether something can be done that this speaks against. */
  public static Standing standing(@Nullable Obstacle obstacle) {
    return obstacle == null ? Standing.ready() : Standing.absent(words(obstacle));
  }
}
