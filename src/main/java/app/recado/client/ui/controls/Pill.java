package app.recado.client.ui.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A rounded label that says how something stands, with a dot if wanted. */
public final class Pill extends Label {
  /** What the colour says. */
  public enum Tone {
    NEUTRAL,
    ACCENT,
    WARNING,
    DANGER
  }

  private Tone tone = Tone.NEUTRAL;

  public Pill() {
    getStyleClass().add("pill");
    setMinWidth(USE_PREF_SIZE);
  }

  public Pill(String text, Tone tone) {
    this();
    show(text, tone);
  }

  public void show(String text, Tone now) {
    setText(text);
    if (now != tone) {
      getStyleClass().remove(style(tone));
      tone = now;
      if (now != Tone.NEUTRAL) {
        getStyleClass().add(style(now));
      }
    }
  }

  /** Puts a dot of the tone's colour before the text. */
  public Pill withDot() {
    Region dot = new Region();
    dot.getStyleClass().add("dot");
    setGraphic(dot);
    return this;
  }

  private static String style(Tone tone) {
    return switch (tone) {
      case NEUTRAL -> "neutral";
      case ACCENT -> "accent";
      case WARNING -> "warning";
      case DANGER -> "danger";
    };
  }
}
