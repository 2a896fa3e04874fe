package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.junit.jupiter.api.Test;

class WindowIconsTest {
  private static final Pattern PATH = Pattern.compile("<path fill=\"(.+?)\" d=\"(.+?)\"/>");

  @Test
  void windowsWearTheIconOfTheInstaller() throws Exception {
    Group drawing = new Group();
    Matcher paths = PATH.matcher(Files.readString(Path.of("assets/recado.svg")));
    while (paths.find()) {
      SVGPath path = new SVGPath();
      path.setFill(Color.web(paths.group(1)));
      path.setContent(paths.group(2));
      drawing.getChildren().add(path);
    }
    assertThat(drawing.getChildren()).hasSize(7);
    drawing.getTransforms().add(new Scale(2, 2));
    AtomicReference<WritableImage> expected = new AtomicReference<>();
    Fx.run(() -> {
      SnapshotParameters clear = new SnapshotParameters();
      clear.setFill(Color.TRANSPARENT);
      Group root = new Group(drawing);
      new Scene(root, 128, 128);
      expected.set(root.snapshot(clear, new WritableImage(128, 128)));
    });

    Image worn = WindowIcons.drawn().getLast();

    int different = 0;
    for (int y = 0; y < 128; y++) {
      for (int x = 0; x < 128; x++) {
        Color wanted = expected.get().getPixelReader().getColor(x, y);
        Color seen = worn.getPixelReader().getColor(x, y);
        double off =
            Math.abs(wanted.getRed() - seen.getRed())
                + Math.abs(wanted.getGreen() - seen.getGreen())
                + Math.abs(wanted.getBlue() - seen.getBlue())
                + Math.abs(wanted.getOpacity() - seen.getOpacity());
        different += off > 0.5 ? 1 : 0;
      }
    }
    // Edges are smoothed in two ways.
    assertThat(different).isLessThan(60);
  }
}
