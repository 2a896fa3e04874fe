package app.recado.relay.dialog;

import app.recado.protocol.Attachment;
import app.recado.protocol.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says with one message.
 *
 * @param text may be empty if there are files
 * @param quote the message it refers to
 */
record Content(String text, @Nullable MessageId quote, List<Attachment> files) {
  static Content of(String text) {
    return new Content(text, null, List.of());
  }
}
