package app.recado.client.sync;

import app.recado.client.state.DialogItem;
import app.recado.client.state.NewMessage;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.MessageId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what customers wrote in my dialogs: more that is unread than there was. While catching up
 * it waits for the end, for what was written may have been read on another device meanwhile.
 */
final class NewMessageWatch {
  private final Function<DialogId, @Nullable DialogItem> items;
  private final Function<DialogId, String> lastWords;
  private final Map<DialogId, Note> notes = new HashMap<>();
  private final Set<DialogId> touched = new HashSet<>();

  /**
   * @param lastWords what the customer of a dialog wrote last
   */
  NewMessageWatch(
      Function<DialogId, @Nullable DialogItem> items, Function<DialogId, String> lastWords) {
    this.items = items;
    this.lastWords = lastWords;
  }

  /** Notes what is no news: what was there at the start. */
  void known(DialogId dialog) {
    DialogItem item = items.apply(dialog);
    if (item != null) {
      notes.put(dialog, Note.of(item));
    }
  }

  /** These came or changed; {@link #news} looks at them. */
  void touched(Set<DialogId> dialogs) {
    touched.addAll(dialogs);
  }

  /**
   * What is new in what was touched.
   *
   * @param quiet takes note of it without announcing it
   */
  List<NewMessage> news(boolean quiet) {
    List<NewMessage> news =
        touched.stream()
            .map(this::look)
            .filter(Objects::nonNull)
            .map(NewMessage.class::cast)
            .toList();
    touched.clear();
    return quiet ? List.of() : news;
  }

  private @Nullable NewMessage look(DialogId dialog) {
    DialogItem item = items.apply(dialog);
    Note before = item == null ? notes.remove(dialog) : notes.put(dialog, Note.of(item));
    return item != null && item.joined() && Note.of(item).isNewsAfter(before)
        ? new NewMessage(item, Overlay.snippet(lastWords.apply(dialog)))
        : null;
  }

  /**
   * What is known of a dialog.
   *
   * @param last the last message, if it is the customer's: what is unread may have been read here
   *     without the relay knowing, and then be as much as before
   */
  private record Note(int unread, @Nullable MessageId last) {
    static Note of(DialogItem item) {
      DialogRow.LastMessage last = item.dialog().lastMessage();
      return new Note(
          item.unread(),
          last != null && last.author().kind() == AuthorKind.CUSTOMER ? last.id() : null);
    }

    boolean isNewsAfter(@Nullable Note before) {
      if (unread == 0 || before == null) {
        return unread > 0;
      }
      return unread > before.unread || last != null && !Objects.equals(last, before.last);
    }
  }
}
