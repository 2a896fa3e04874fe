package app.recado.client.ui.files;

import app.recado.protocol.Attachment;
import java.nio.file.Path;

/** Shows a picture in full. */
@FunctionalInterface
public interface PictureOpener {
  void open(Attachment file, Path place);

  /** As {@link #open}, of one that had to be waited for: never over what was opened meanwhile. */
  default void openLate(Attachment file, Path place) {
    open(file, place);
  }
}
