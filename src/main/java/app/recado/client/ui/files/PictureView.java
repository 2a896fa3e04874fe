package app.recado.client.ui.files;

import app.recado.client.sync.DeskFiles;
import app.recado.protocol.Attachment;
import java.nio.file.Path;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A picture where it stands in a message. It takes its room before its bytes are here, so that
 * nothing moves when they come; it is read and made small off the FX thread.
 */
final class PictureView extends Region {
  /** A picture beyond this is fetched when somebody asks for it. */
  static final long FETCHED_UNASKED = 5L * 1024 * 1024;

  private static final double WIDEST = 320;
  private static final double HIGHEST = 240;
  private static final double ROUND = 16;

  private final ImageView image = new ImageView();
  private final double wide;
  private final double high;
  private @Nullable Path place;
  private boolean asked;

  PictureView(DeskFiles files, Attachment file, int width, int height, PictureOpener opener) {
    double scale = Math.min(1, Math.min(WIDEST / width, HIGHEST / height));
    wide = Math.max(24, Math.round(width * scale));
    high = Math.max(24, Math.round(height * scale));
    getStyleClass().add("picture");
    setCursor(Cursor.HAND);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(file.name());
    image.setFitWidth(wide);
    image.setFitHeight(high);
    image.setPreserveRatio(true);
    Rectangle corners = new Rectangle(wide, high);
    corners.setArcWidth(ROUND);
    corners.setArcHeight(ROUND);
    setClip(corners);
    getChildren().setAll(image);
    setOnMouseClicked(clicked -> {
      open(file, opener);
      clicked.consume();
    });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            open(file, opener);
            key.consume();
          }
        });
    files.fetch(
        file,
        found -> {
          place = found;
          if (found != null) {
            image.setImage(
                new Image(found.toUri().toString(), wide * 2, high * 2, true, true, true));
          }
          if (asked && found != null && getScene() != null) {
            opener.openLate(file, found);
          }
        });
  }

  private void open(Attachment file, PictureOpener opener) {
    Path here = place;
    if (here != null) {
      opener.open(file, here);
    } else {
      asked = true;
    }
  }

  @Override
  public @Nullable Orientation getContentBias() {
    return null;
  }

  @Override
  protected double computePrefWidth(double height) {
    return wide;
  }

  @Override
  protected double computePrefHeight(double width) {
    return high;
  }

  @Override
  protected void layoutChildren() {
    image.resizeRelocate(0, 0, wide, high);
  }
}
