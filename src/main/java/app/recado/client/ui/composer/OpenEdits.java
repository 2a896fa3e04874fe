package app.recado.client.ui.composer;

import app.recado.client.state.TimelineEntry;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are being changed: one at a time in each dialog, and beside it what was begun and
 * laid aside. Only saving or cancelling forgets a change.
 */
final class OpenEdits {
  private final Map<DialogId, TimelineEntry.Message> current = new HashMap<>();
  private final Map<MessageId, Pad> pads = new HashMap<>();

  /** The message being changed, and its text as far as it has come. */
  record Edit(TimelineEntry.Message message, Pad pad) {}

  void addAll(OpenEdits others) {
    current.putAll(others.current);
    pads.putAll(others.pads);
  }

  /** What is being changed in a dialog; null if nothing is. */
  @Nullable Edit of(DialogId dialog) {
    TimelineEntry.Message message = current.get(dialog);
    return message == null ? null : new Edit(message, padOf(message));
  }

  void begin(DialogId dialog, TimelineEntry.Message message) {
    current.put(dialog, message);
  }

  void park(DialogId dialog) {
    current.remove(dialog);
  }

  void end(DialogId dialog, TimelineEntry.Message message) {
    current.remove(dialog);
    pads.remove(message.row().id());
  }

  private Pad padOf(TimelineEntry.Message message) {
    return pads.computeIfAbsent(
        message.row().id(),
        first -> {
          Pad pad = new Pad();
          pad.text = message.row().text();
          pad.caret = pad.text.length();
          return pad;
        });
  }
}
