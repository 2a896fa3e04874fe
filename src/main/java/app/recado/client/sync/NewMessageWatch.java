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
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds what customers wrote in my dialogs and those that I follow, unless I muted them: more that
 * is unread than there was. While catching up it waits for the end, for what was written may have
 * been read on another device meanwhile.
 */
final class NewMessageWatch {
  private final Function<DialogId, @Nullable DialogItem> items;
  private final ToLongFunction<DialogId> lastRead;
  private final Function<DialogId, String> lastWords;
  private final Map<DialogId, Note> notes = new HashMap<>();
  private final Set<DialogId> touched = new HashSet<>();

  /**
   * @param lastRead up to where a dialog is read
   * @param lastWords what the customer of a dialog wrote last
   */
  NewMessageWatch(
      Function<DialogId, @Nullable DialogItem> items,
      ToLongFunction<DialogId> lastRead,
      Function<DialogId, String> lastWords) {
    this.items = items;
    this.lastRead = lastRead;
    this.lastWords = lastWords;
  }

  /** Notes what is no news: what was there at the start. */
  void known(DialogId dialog) {
    DialogItem item = items.apply(dialog);
    if (item != null) {
      notes.put(dialog, note(item));
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
    Note before = item == null ? notes.remove(dialog) : notes.put(dialog, note(item));
    return item != null && item.isHeard() && note(item).isNewsAfter(before)
        ? new NewMessage(item, Overlay.snippet(lastWords.apply(dialog)))
        : null;
  }

  private Note note(DialogItem item) {
    DialogRow.LastMessage last = item.dialog().lastMessage();
    MessageId word = last != null && last.author().kind() == AuthorKind.CUSTOMER ? last.id() : null;
    return new Note(item.unread(), lastRead.applyAsLong(item.id()), word);
  }

  /**
   * What is known of a dialog.
   *
   * @param last the last message, if it is the customer's: what is unread may have been read here
   *     without the relay knowing, and then be as much as before
   */
  private record Note(int unread, long lastRead, @Nullable MessageId last) {
    /** What I mark unread myself is none. */
    boolean isNewsAfter(@Nullable Note before) {
      if (unread == 0 || before == null) {
        return unread > 0;
      }
      boolean more = unread > before.unread && lastRead >= before.lastRead;
      return more || (last != null && !Objects.equals(last, before.last));
    }
  }
}
