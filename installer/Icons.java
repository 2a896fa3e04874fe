import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws an SVG that is made of filled paths on 64 by 64 as PNG, ICO and ICNS: {@code Icons SVG
 * FOLDER}. Run by JavaFX without a screen, so that nothing has to be installed.
 */
public final class Icons {
  private static final int[] SIZES = {16, 22, 24, 32, 48, 64, 128, 256, 512};

  /** Of an ICNS, by size. */
  private static final Map<Integer, String> TYPES =
      Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09");

  private Icons() {}

  public static void main(String[] arguments) throws Exception {
    NodeList paths =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of(arguments[0]).toFile())
            .getElementsByTagName("path");
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    CompletableFuture<Map<Integer, byte[]>> drawn = new CompletableFuture<>();
    Platform.startup(() -> {
      try {
        drawn.complete(pictures(paths));
      } catch (IOException | RuntimeException problem) {
        drawn.completeExceptionally(problem);
      }
    });
    Map<Integer, byte[]> pictures = drawn.get();
    for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
      Files.write(folder.resolve("recado-" + picture.getKey() + ".png"), picture.getValue());
    }
    Files.write(folder.resolve("recado.ico"), ico(pictures));
    Files.write(folder.resolve("recado.icns"), icns(pictures));
    Platform.exit();
  }

  private static Map<Integer, byte[]> pictures(NodeList paths) throws IOException {
    Map<Integer, byte[]> pictures = new LinkedHashMap<>();
    for (int size : SIZES) {
      Group group = new Group();
      for (int i = 0; i < paths.getLength(); i++) {
        Element path = (Element) paths.item(i);
        SVGPath shape = new SVGPath();
        shape.setContent(path.getAttribute("d"));
        shape.setFill(Color.web(path.getAttribute("fill")));
        group.getChildren().add(shape);
      }
      group.getTransforms().add(new Scale(size / 64.0, size / 64.0));
      Group root = new Group(group);
      new Scene(root, size, size);
      SnapshotParameters clear = new SnapshotParameters();
      clear.setFill(Color.TRANSPARENT);
      pictures.put(size, png(root.snapshot(clear, new WritableImage(size, size)), size));
    }
    return pictures;
  }

  private static byte[] png(WritableImage drawn, int size) throws IOException {
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        picture.setRGB(x, y, drawn.getPixelReader().getArgb(x, y));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  /** A directory of pictures, then the pictures; 256 is written as 0. */
  private static byte[] ico(Map<Integer, byte[]> pictures) {
    List<Integer> sizes = new ArrayList<>(pictures.keySet());
    sizes.removeIf(size -> size > 256);
    int offset = 6 + 16 * sizes.size();
    int total = offset + sizes.stream().mapToInt(size -> pictures.get(size).length).sum();
    ByteBuffer file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
    for (int size : sizes) {
      int length = pictures.get(size).length;
      file.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      file.putShort((short) 1).putShort((short) 32).putInt(length).putInt(offset);
      offset += length;
    }
    sizes.forEach(size -> file.put(pictures.get(size)));
    return file.array();
  }

  private static byte[] icns(Map<Integer, byte[]> pictures) {
    int total = 8 + TYPES.keySet().stream().mapToInt(size -> 8 + pictures.get(size).length).sum();
    ByteBuffer file = ByteBuffer.allocate(total);
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(total);
    TYPES.keySet().stream()
        .sorted()
        .forEach(size -> {
          file.put(TYPES.get(size).getBytes(StandardCharsets.US_ASCII));
          file.putInt(8 + pictures.get(size).length).put(pictures.get(size));
        });
    return file.array();
  }
}
