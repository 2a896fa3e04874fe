package app.recado.installer;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of a whole screen: {@code Photograph FILE}, on the display of the environment. */
final class Photograph {
  private Photograph() {}

  public static void main(String[] arguments) throws AWTException, IOException {
    BufferedImage picture =
        new Robot().createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    ImageIO.write(picture, "png", Path.of(arguments[0]).toFile());
    System.exit(0);
  }
}
