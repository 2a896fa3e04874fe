package app.recado.client.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Short words in a row, as many as there is room for, then how many more there are. */
public final class Chips extends Region {
  private static final double GAP = 4;

  private final List<Label> chips = new ArrayList<>();
  private final Label more = chip("");
  private List<String> shown = List.of();

  public Chips() {
    getStyleClass().add("chips");
    setMinWidth(0);
    setMouseTransparent(true);
    setVisible(false);
  }

  public void show(List<String> words) {
    if (words.equals(shown)) {
      return;
    }
    shown = List.copyOf(words);
    chips.clear();
    words.forEach(word -> chips.add(chip(word)));
    getChildren().setAll(chips);
    getChildren().add(more);
    setVisible(!words.isEmpty());
    setAccessibleText(String.join(", ", words));
    requestLayout();
  }

  /** Less than this holds not even one. */
  public double least() {
    return chips.isEmpty() ? 0 : Math.ceil(chips.getFirst().prefWidth(-1));
  }

  private static Label chip(String word) {
    Label chip = new Label(word);
    chip.getStyleClass().setAll("label", "chip");
    return chip;
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = 0;
    for (Label chip : chips) {
      width += Math.ceil(chip.prefWidth(-1)) + GAP;
    }
    return Math.max(0, width - GAP);
  }

  @Override
  protected double computePrefHeight(double width) {
    return chips.isEmpty() ? 0 : Math.ceil(chips.getFirst().prefHeight(-1));
  }

  @Override
  protected void layoutChildren() {
    more.setText("+" + chips.size());
    double spare = Math.ceil(more.prefWidth(-1)) + GAP;
    double x = 0;
    int fitting = 0;
    for (Label chip : chips) {
      double width = Math.ceil(chip.prefWidth(-1));
      boolean last = fitting == chips.size() - 1;
      if (x + width + (last ? 0 : spare) > getWidth()) {
        break;
      }
      place(chip, x, width);
      x += width + GAP;
      fitting++;
    }
    int left = chips.size() - fitting;
    for (Label chip : chips.subList(fitting, chips.size())) {
      chip.setVisible(false);
    }
    more.setVisible(left > 0 && fitting > 0);
    if (more.isVisible()) {
      more.setText("+" + left);
      place(more, x, Math.ceil(more.prefWidth(-1)));
    }
  }

  private void place(Label chip, double x, double width) {
    double height = Math.ceil(chip.prefHeight(width));
    chip.setVisible(true);
    chip.resizeRelocate(x, Math.round((getHeight() - height) / 2), width, height);
  }
}
