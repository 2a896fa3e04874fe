package app.recado.client.ui.controls;

import app.recado.client.ui.theme.IconView;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextBoundsType;
import org.jspecify.annotations.Nullable;

/**
 * A person as a coloured disc with initials, and the connector's badge if there is one. The colour
 * comes from a stable hash, so the same person looks the same on every desk. Decoration: the name
 * stands beside it.
 */
public final class Avatar extends Region {
  static final int TINTS = 9;
  private static final int MASK = 0x7fff_ffff;

  private final double size;
  private final Circle disc;
  private final Text initials = new Text();
  private final Circle badge;
  private final IconView badgeIcon;
  private String tint = "";
  private String connector = "";

  /**
   * @param size diameter in pixels
   */
  public Avatar(double size) {
    this.size = size;
    getStyleClass().add("avatar");
    setMouseTransparent(true);
    disc = new Circle(size / 2, size / 2, size / 2);
    disc.getStyleClass().add("avatar-disc");
    initials.getStyleClass().add("avatar-initials");
    // Not by its font, which a style sheet that names the family takes for no more than a start.
    initials.setStyle("-fx-font-size: " + Math.round(size * 0.36) + "px");
    initials.setTextOrigin(VPos.CENTER);
    initials.setTextAlignment(TextAlignment.CENTER);
    initials.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    double badgeRadius = Math.max(7, size * 0.19);
    badge = new Circle(size - badgeRadius + 3, size - badgeRadius + 3, badgeRadius);
    badge.getStyleClass().add("avatar-badge");
    badgeIcon = new IconView(Connectors.icon(""), Math.round(badgeRadius * 1.2));
    disc.setManaged(false);
    initials.setManaged(false);
    badge.setManaged(false);
    badgeIcon.setManaged(false);
    badge.setVisible(false);
    badgeIcon.setVisible(false);
    getChildren().setAll(disc, initials, badge, badgeIcon);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
  }

  /**
   * Shows a person, or an organisation.
   *
   * @param key what the colour is taken from; an id
   * @param connectorKind the badge; null for none
   */
  public void show(String name, String key, @Nullable String connectorKind) {
    String letters = initials(name);
    initials.setText(letters);
    retint(letters.equals("?") ? "tint-unknown" : "tint-" + tint(key));
    boolean badged = connectorKind != null;
    badge.setVisible(badged);
    badgeIcon.setVisible(badged);
    if (connectorKind != null) {
      badgeIcon.show(Connectors.icon(connectorKind));
      String style = Connectors.style(connectorKind);
      if (!style.equals(connector)) {
        badge.getStyleClass().remove(connector);
        badge.getStyleClass().add(style);
        connector = style;
      }
    }
    requestLayout();
  }

  private void retint(String style) {
    if (!style.equals(tint)) {
      disc.getStyleClass().remove(tint);
      disc.getStyleClass().add(style);
      tint = style;
    }
  }

  @Override
  protected void layoutChildren() {
    double width = initials.getLayoutBounds().getWidth();
    initials.setX(Math.round((size - width) / 2));
    initials.setY(size / 2);
    double side = badgeIcon.size();
    badgeIcon.resizeRelocate(
        badge.getCenterX() - side / 2, badge.getCenterY() - side / 2, side, side);
  }

  /**
   * First letters of the first and last word; a question mark where there are none, or only a
   * number tells visitors apart.
   */
  static String initials(String name) {
    String[] words = name.strip().split("\\s+", -1);
    String first = letter(words[0]);
    String last = words.length > 1 ? letter(words[words.length - 1]) : "";
    if (first.isEmpty() || (words.length > 1 && last.isEmpty())) {
      return first.isEmpty() || Character.isDigit(words[words.length - 1].charAt(0)) ? "?" : first;
    }
    return (first + last).toUpperCase(Locale.ROOT);
  }

  private static String letter(String word) {
    if (word.isEmpty() || !Character.isLetter(word.codePointAt(0))) {
      return "";
    }
    return new String(Character.toChars(word.codePointAt(0)));
  }

  static int tint(String key) {
    int hash = 17;
    for (int i = 0; i < key.length(); i++) {
      hash = hash * 31 + key.charAt(i);
    }
    hash ^= hash >>> 15;
    return (hash & MASK) % TINTS;
  }
}
