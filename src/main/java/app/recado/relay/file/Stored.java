package app.recado.relay.file;

import app.recado.protocol.Attachment;
import java.io.InputStream;

/** A file that is wholly here. */
public final class Stored {
  private final Attachment file;
  private final Shelf shelf;
  private final String place;

  Stored(Attachment file, Shelf shelf, String place) {
    this.file = file;
    this.shelf = shelf;
    this.place = place;
  }

  public Attachment file() {
    return file;
  }

  /** Its bytes from one on; the caller closes it. */
  public InputStream from(long offset) {
    return shelf.read(place, offset);
  }
}
