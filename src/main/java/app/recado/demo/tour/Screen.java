package app.recado.demo.tour;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** What is on the desk's screen: all its windows, the latest on top. FX thread only. */
final class Screen {
  /** The first visible node that fits the selector and shows the text (any, if empty). */
  Optional<Node> find(String selector, String text) {
    String[] path = selector.split(" >> ", 2);
    Optional<Node> found =
        all(path[0]).stream().filter(node -> text.isEmpty() || shows(node, text)).findFirst();
    return path.length == 1
        ? found
        : found.flatMap(
            node -> node.lookupAll(path[1]).stream().filter(Screen::isVisible).findFirst());
  }

  /** What the visible nodes that fit the selector show, from top to bottom. */
  List<String> texts(String selector) {
    return all(selector).stream()
        .sorted(Comparator.comparingDouble(node -> node.localToScreen(0, 0).getY()))
        .map(node -> String.join(" ", textsIn(node)))
        .toList();
  }

  Node focusOwner() {
    return windows().stream()
        .filter(Window::isFocused)
        .map(window -> window.getScene().getFocusOwner())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> stage().getScene().getRoot());
  }

  /** Makes the desk's window so large, such as {@code 1440x900}. */
  Object size(String size) {
    String[] sides = size.split("x", 2);
    Stage stage = stage();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(Integer.parseInt(sides[0]));
    stage.setHeight(Integer.parseInt(sides[1]));
    return "";
  }

  /** Whether no picture on it is still being read. */
  boolean hasItsImages() {
    return all(".image-view").stream()
        .map(node -> ((ImageView) node).getImage())
        .allMatch(image -> image == null || image.isError() || image.getProgress() == 1);
  }

  /** Takes a picture of the whole window with what pops up over it. */
  Object picture(Path file) {
    Stage stage = stage();
    BufferedImage picture =
        new BufferedImage(
            (int) stage.getScene().getWidth(),
            (int) stage.getScene().getHeight(),
            BufferedImage.TYPE_INT_RGB);
    for (Window window : windows().reversed()) {
      if (isEmpty(window.getScene())) {
        continue;
      }
      double x = window.getX() + window.getScene().getX() - stage.getX() - stage.getScene().getX();
      double y = window.getY() + window.getScene().getY() - stage.getY() - stage.getScene().getY();
      picture.getGraphics().drawImage(image(window.getScene()), (int) x, (int) y, null);
    }
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "";
  }

  /** Dresses everything on screen in the dark or the light colours, for the sake of a picture. */
  Object dark(boolean dark) {
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    String from = dark ? "theme/light.css" : "theme/dark.css";
    String to = dark ? "theme/dark.css" : "theme/light.css";
    for (Window window : windows()) {
      window.getScene().getStylesheets().replaceAll(sheet -> sheet.replace(from, to));
    }
    return "";
  }

  private List<Node> all(String selector) {
    List<Node> found = new ArrayList<>();
    for (Window window : windows()) {
      for (Node node : window.getScene().getRoot().lookupAll(selector)) {
        if (isVisible(node)) {
          found.add(node);
        }
      }
    }
    return found;
  }

  private static boolean isVisible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean shows(Node node, String text) {
    return String.join(" ", textsIn(node)).contains(text);
  }

  private static List<String> textsIn(Node node) {
    List<String> texts = new ArrayList<>();
    gather(node, texts);
    return texts;
  }

  private static void gather(Node node, List<String> texts) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case TextInputControl input -> texts.add(input.getText());
      case Text text -> texts.add(text.getText());
      case Labeled labeled when labeled.getText() != null -> {
        texts.add(labeled.getText());
        if (labeled.getGraphic() != null) {
          gather(labeled.getGraphic(), texts);
        }
      }
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> gather(child, texts));
      default -> {}
    }
  }

  /** The desk's window first opened last; the latest popup comes first. */
  private static List<Window> windows() {
    return Window.getWindows().stream().filter(Window::isShowing).toList().reversed();
  }

  private static Stage stage() {
    return windows().reversed().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the desk shows no window"));
  }

  /** A popup that opens is there before it has its size. */
  private static boolean isEmpty(Scene scene) {
    return scene.getWidth() < 1 || scene.getHeight() < 1;
  }

  private static BufferedImage image(Scene scene) {
    WritableImage shot = scene.snapshot(null);
    int width = (int) shot.getWidth();
    int height = (int) shot.getHeight();
    PixelReader pixels = shot.getPixelReader();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return image;
  }
}
