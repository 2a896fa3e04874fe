package app.recado.client.ui.composer;

import app.recado.client.state.Draft;
import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was begun in each dialog, of each kind: here with its caret and undo history, and stored at
 * the desk, where another device may have written something newer.
 */
final class DraftPads {
  private final Desk desk;
  private final Function<MessageId, @Nullable Quote> quotes;
  private final Texts texts = Texts.of("composer");
  private final Map<String, Pad> pads = new HashMap<>();

  /**
   * @param quotes finds what a stored draft refers to; null where it is not at hand
   */
  DraftPads(Desk desk, Function<MessageId, @Nullable Quote> quotes) {
    this.desk = desk;
    this.quotes = quotes;
  }

  Pad of(DialogId dialog, DraftKind kind) {
    return pads.computeIfAbsent(dialog.value() + ' ' + kind, first -> new Pad());
  }

  /** Hands a draft over to be kept. */
  void store(DialogId dialog, DraftKind kind, Pad pad) {
    pad.dirty = false;
    pad.awaited = pad.text;
    desk.saveDraft(dialog, kind, pad.text, pad.quote == null ? null : pad.quote.id());
  }

  /** Takes over what the desk has put back into a draft; older news of it do not overwrite it. */
  void restore(DialogId dialog, DraftKind kind) {
    Pad pad = of(dialog, kind);
    pad.awaited = null;
    pad.dirty = false;
    takeStored(pad, desk.draft(dialog, kind));
    pad.awaited = pad.text;
  }

  /** Takes the stored draft over unless what is here is newer; whether it did. */
  boolean takeStored(Pad pad, @Nullable Draft stored) {
    String kept = stored == null ? "" : stored.text();
    if (pad.awaited != null) {
      if (kept.equals(pad.awaited)) {
        pad.awaited = null;
      }
      return false;
    }
    if (pad.dirty || kept.equals(pad.text)) {
      return false;
    }
    pad.empty();
    pad.text = kept;
    pad.caret = kept.length();
    MessageId refersTo = stored == null ? null : stored.quote();
    if (refersTo != null) {
      Quote found = quotes.apply(refersTo);
      pad.quote =
          found == null ? new Quote(refersTo, "", texts.get("quote.elsewhere"), false) : found;
    }
    return true;
  }
}
