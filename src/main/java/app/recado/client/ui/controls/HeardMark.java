package app.recado.client.ui.controls;

import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** Whether the agent hears of a dialog otherwise than usual: muted, or followed. */
public final class HeardMark extends StackPane {
  private final Texts texts = Texts.of("controls");
  private final IconView icon;
  private final Tooltip tip = new Tooltip();

  public HeardMark(double size) {
    icon = new IconView(Icon.BELL_OFF, size);
    getStyleClass().add("heard-mark");
    getChildren().setAll(icon);
    setMinSize(size, size);
    setMaxSize(size, size);
    setPrefSize(size, size);
    Tooltip.install(this, tip);
    show(false, false);
  }

  /** Muted goes before followed: nothing is heard then. */
  public void show(boolean muted, boolean followed) {
    Shown.when(muted || followed, this);
    if (muted || followed) {
      icon.show(muted ? Icon.BELL_OFF : Icon.BELL_RING);
      tip.setText(words(muted));
      setAccessibleText(tip.getText());
    }
  }

  /** The mark in words. */
  public String words(boolean muted) {
    return texts.get(muted ? "heard.muted" : "heard.followed");
  }
}
