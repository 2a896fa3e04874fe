package app.recado.client.ui.files;

import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.controls.Overlay;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileNames;
import java.io.File;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** What can be done with a file that is here: a picture is shown in full, any is copied. */
public final class FileLook {
  private FileLook() {}

  /** Shows pictures in the middle of a layer. */
  public static PictureOpener over(Overlay overlay) {
    return new PictureOpener() {
      @Override
      public void open(Attachment file, Path place) {
        PictureViewer viewer =
            new PictureViewer(file, place, overlay.getWidth(), overlay.getHeight(), overlay::hide);
        overlay.showCentred(viewer, viewer.close());
      }

      @Override
      public void openLate(Attachment file, Path place) {
        if (!overlay.isOpen()) {
          open(file, place);
        }
      }
    };
  }

  /**
   * Asks where to, and copies the file there.
   *
   * @param at where it is asked for
   */
  public static void save(Node at, DeskFiles files, Attachment file) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(FileNames.safe(file.name()));
    File target = chooser.showSaveDialog(at.getScene() == null ? null : at.getScene().getWindow());
    if (target != null) {
      files.save(file, target.toPath(), saved -> {});
    }
  }
}
