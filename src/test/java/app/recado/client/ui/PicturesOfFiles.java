package app.recado.client.ui;

import static app.recado.client.ui.Example.NOW;

import app.recado.client.state.DialogItem;
import app.recado.client.state.FileTransfer;
import app.recado.client.state.SendState;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import app.recado.protocol.MessageRow;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The conversation of the design's picture of files: one on its way, a picture, one refused. */
public final class PicturesOfFiles {
  private static final long MEGA = 1024 * 1024;

  private PicturesOfFiles() {}

  public static FakeDesk desk() {
    FakeDesk desk = Pictures.desk();
    DialogItem marina = Pictures.mine().getFirst();
    Attachment catalogue = file("catalogo-2026.pdf", "application/pdf", 41 * MEGA, null, null);
    Attachment table = file("mesa.png", "image/png", 820 * 1024, 800, 455);
    Attachment contract = file("contrato.docx", "application/msword", 3 * MEGA, null, null);
    Attachment room = file("sala-medidas.pdf", "application/pdf", 1_887_436, null, null);
    desk.files.transfers.put(
        catalogue.id(),
        new FileTransfer(FileTransfer.Stage.RUNNING, (long) (18.4 * MEGA), catalogue.size(), null));
    desk.files.transfers.put(
        contract.id(), new FileTransfer(FileTransfer.Stage.FAILED, 0, contract.size(), "refused"));
    desk.files.here.put(table.id(), picture());
    desk.files.here.put(room.id(), Path.of("unused"));
    desk.files.drafted.put(
        marina.id() + "/REPLY",
        new ArrayList<>(List.of(file("sala.png", "image/png", 820 * 1024, null, null))));
    desk.timeline(marina.id())
        .entries
        .setAll(
            message(
                marina, 1, "Consegue me mandar o catálogo e a foto da mesa?", false, null, room),
            message(marina, 2, "", true, SendState.QUEUED, catalogue),
            message(marina, 3, "Essa é a de 1,60 m", true, SendState.DELIVERED, table),
            message(marina, 4, "", true, SendState.QUEUED, contract));
    return desk;
  }

  private static TimelineEntry message(
      DialogItem item, int position, String text, boolean own, SendState state, Attachment file) {
    Instant at = NOW.plusSeconds(60L * position);
    TimelineEntry.Message plain =
        Example.message(item, position, text, at, own ? Pictures.BRUNO : null, own, false, state);
    MessageRow row = plain.row();
    return new TimelineEntry.Message(
        new MessageRow(
            row.id(),
            row.dialog(),
            row.session(),
            row.position(),
            row.author(),
            row.text(),
            row.whisper(),
            row.quote(),
            List.of(file.id().value()),
            List.of(file),
            row.createdAt(),
            row.editedAt(),
            row.deletedAt(),
            row.delivery(),
            row.failure(),
            row.event()),
        own,
        plain.state(),
        null,
        plain.authorName(),
        null,
        plain.editRefusal(),
        plain.deleteRefusal());
  }

  private static Attachment file(
      String name, String type, long size, Integer width, Integer height) {
    return new Attachment(new FileId("file-" + name), name, type, size, "00", width, height);
  }

  private static Path picture() {
    BufferedImage image = new BufferedImage(800, 455, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setPaint(new GradientPaint(0, 0, new Color(0xB08A66), 800, 455, new Color(0x7A5638)));
    drawing.fillRect(0, 0, 800, 455);
    drawing.dispose();
    try {
      Path file = Files.createTempFile("recado-mesa", ".png");
      file.toFile().deleteOnExit();
      ImageIO.write(image, "png", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
