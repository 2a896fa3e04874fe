package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Intent;

/**
 * What keeps its time in the outbox: messages whose files are on their way, and those that wait for
 * their channel to open. Engine thread only.
 */
final class Delays {
  private final Outbox outbox;
  private final DeskModel model;
  private final FileTransfers files;

  Delays(Outbox outbox, DeskModel model, FileTransfers files) {
    this.outbox = outbox;
    this.model = model;
    this.files = files;
  }

  /** Lets go what may go by now. */
  void open() {
    outbox.open(this::mayGo);
  }

  private boolean mayGo(OutboxEntry entry) {
    var row = entry.dialog() == null ? null : model.dialogs.get(entry.dialog());
    ChannelRow channel = row == null ? null : model.channels.get(row.session().channel());
    if (hasFiles(entry)) {
      // Of a dialog out of sight the relay has to say what became of it.
      return files.isReady(entry) && (channel == null || channel.active() || isWhisper(entry));
    }
    return channel != null && channel.active();
  }

  private static boolean hasFiles(OutboxEntry entry) {
    return entry.command().intent() instanceof Intent.SendMessage send && !send.files().isEmpty();
  }

  private static boolean isWhisper(OutboxEntry entry) {
    return entry.command().intent() instanceof Intent.SendMessage send && send.whisper();
  }
}
