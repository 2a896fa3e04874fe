package app.recado.client.ui.composer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javax.imageio.ImageIO;

/** Files and pictures that are dropped or pasted. */
final class FileDrop {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private FileDrop() {}

  /** Takes files that are dropped on a node. */
  static void into(Node node, ComposerViewModel model) {
    node.setOnDragOver(over -> {
      if (mayTake(over, model)) {
        over.acceptTransferModes(TransferMode.COPY);
        node.pseudoClassStateChanged(DROP, true);
        over.consume();
      }
    });
    node.setOnDragExited(out -> node.pseudoClassStateChanged(DROP, false));
    node.setOnDragDropped(dropped -> {
      boolean taken = mayTake(dropped, model) && take(dropped.getDragboard(), model);
      dropped.setDropCompleted(taken);
      dropped.consume();
    });
  }

  private static boolean mayTake(DragEvent event, ComposerViewModel model) {
    Dragboard board = event.getDragboard();
    return model.attachable() && (board.hasFiles() || board.hasImage());
  }

  /** Takes what the clipboard has if it is no text; false if there is nothing of the kind. */
  static boolean paste(Clipboard clipboard, ComposerViewModel model) {
    return model.attachable() && !clipboard.hasString() && take(clipboard, model);
  }

  private static boolean take(Clipboard board, ComposerViewModel model) {
    if (board.hasFiles()) {
      model.files().attach(paths(board.getFiles()));
      return true;
    }
    Image picture = board.hasImage() ? board.getImage() : null;
    if (picture == null) {
      return false;
    }
    model.attachPicture(png(picture));
    return true;
  }

  private static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }

  /** The pixels are taken now; encoding them takes longer and is left to whoever wants them. */
  private static Supplier<byte[]> png(Image picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return () -> encoded(pixels, width, height);
  }

  private static byte[] encoded(int[] pixels, int width, int height) {
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(copy, "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return png.toByteArray();
  }
}
