package app.recado.client.ui.files;

import app.recado.protocol.Attachment;
import java.nio.file.Path;

/** Shows a picture in full. */
@FunctionalInterface
public interface PictureOpener {
  void open(Attachment file, Path place);
}
