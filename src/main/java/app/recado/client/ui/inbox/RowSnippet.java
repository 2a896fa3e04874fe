package app.recado.client.ui.inbox;

import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogRow;
import org.jspecify.annotations.Nullable;

/** The line of text in a row: what was said last, and by whom if it was not the customer. */
final class RowSnippet {
  private final Texts texts;
  private final InboxViewModel model;

  RowSnippet(Texts texts, InboxViewModel model) {
    this.texts = texts;
    this.model = model;
  }

  String of(DialogRow dialog) {
    DialogRow.LastMessage last = dialog.lastMessage();
    if (last == null) {
      return texts.get("row.nothingYet");
    }
    String said = last.snippet().isEmpty() ? texts.get("row.deleted") : last.snippet();
    return switch (last.author().kind()) {
      case CUSTOMER -> said;
      case BOT, SYSTEM -> texts.get("row.automatic", said);
      case AGENT -> byAgent(last.author().id(), said);
    };
  }

  static boolean isWhisper(DialogRow dialog) {
    DialogRow.LastMessage last = dialog.lastMessage();
    return last != null && last.whisper();
  }

  private String byAgent(@Nullable String id, String said) {
    if (id != null && model.isMe(id)) {
      return texts.get("row.mine", said);
    }
    String colleague = model.firstNameOf(id);
    return colleague.isEmpty()
        ? texts.get("row.colleague", said)
        : texts.get("row.theirs", colleague, said);
  }
}
