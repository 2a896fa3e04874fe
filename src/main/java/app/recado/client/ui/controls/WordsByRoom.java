package app.recado.client.ui.controls;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/**
 * Buttons of one row that show their words only where there is room for all of them, else their
 * icons alone; the words are their tooltips then.
 */
public final class WordsByRoom {
  private final Map<Button, Double> widths = new LinkedHashMap<>();
  private final Map<Button, Tooltip> tooltips = new LinkedHashMap<>();

  public WordsByRoom(Button... buttons) {
    for (Button button : buttons) {
      widths.put(button, 0.0);
      tooltips.put(button, Buttons.tooltip(button.getText()));
    }
  }

  /**
   * To be called while the row is laid out, before its children are.
   *
   * @param room for those of the buttons that are shown
   * @param gap between two of them
   */
  public void fit(double room, double gap) {
    double wanted = 0;
    for (Map.Entry<Button, Double> each : widths.entrySet()) {
      Button button = each.getKey();
      if (button.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY && button.getSkin() != null) {
        each.setValue(Math.ceil(button.prefWidth(-1)));
      }
      wanted += button.isManaged() ? each.getValue() + gap : 0;
    }
    boolean words = wanted - gap <= room;
    ContentDisplay shown = words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    for (Button button : widths.keySet()) {
      if (button.getContentDisplay() != shown) {
        button.setContentDisplay(shown);
        button.setTooltip(words ? null : tooltips.get(button));
      }
    }
  }
}
