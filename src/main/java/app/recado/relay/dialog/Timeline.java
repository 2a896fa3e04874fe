package app.recado.relay.dialog;

import app.recado.protocol.Author;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.Delivery;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SystemEvent;
import app.recado.protocol.UserId;
import app.recado.relay.store.Write;
import org.jspecify.annotations.Nullable;

/** Adds to a dialog's timeline. What it changes on the dialog is stored when that is saved. */
final class Timeline {

  private static final int SNIPPET = 140;

  private final Ids ids;
  private final Curtain curtain;

  Timeline(Ids ids, Curtain curtain) {
    this.ids = ids;
    this.curtain = curtain;
  }

  /** A message the customer sees. */
  MessageRow say(
      Write write,
      Dialog dialog,
      MessageId id,
      Author author,
      Content content,
      @Nullable DeviceId device) {
    return add(write, dialog, message(write, dialog, id, author, content, false, null), device);
  }

  /** A message only the staff see. */
  MessageRow whisper(
      Write write,
      Dialog dialog,
      MessageId id,
      UserId author,
      Content content,
      @Nullable DeviceId device) {
    Author agent = Author.agent(author);
    return add(write, dialog, message(write, dialog, id, agent, content, true, null), device);
  }

  /** An automatic text to the customer. */
  void announce(Write write, Dialog dialog, String text) {
    say(write, dialog, new MessageId(ids.next()), Author.system(), Content.of(text), null);
  }

  /** A system line. */
  void note(Write write, Dialog dialog, SystemEvent event) {
    MessageId id = new MessageId(ids.next());
    add(
        write,
        dialog,
        message(write, dialog, id, Author.system(), Content.of(""), false, event),
        null);
  }

  void note(Write write, Dialog dialog, String type, @Nullable UserId by) {
    note(write, dialog, new SystemEvent(type, by, null, null, null, null, null, null));
  }

  /**
   * A copy of a message, as a system line: whatever is no message reaches no customer, and counts
   * as none. A whisper's stays a whisper.
   */
  void copy(Write write, Dialog dialog, MessageRow original, UserId by) {
    UserId author =
        original.author().kind() == AuthorKind.AGENT && original.author().id() != null
            ? new UserId(original.author().id())
            : null;
    SystemEvent event =
        new SystemEvent("copied", by, author, null, null, null, original.text(), null);
    Content content = new Content("", original.id(), original.attachments());
    MessageId id = new MessageId(ids.next());
    MessageRow copy =
        message(write, dialog, id, Author.system(), content, original.whisper(), event);
    add(write, dialog, copy, null);
  }

  /** What was copied of a message that is deleted goes with it. */
  static void dropCopies(Write write, Dialog dialog, MessageId original) {
    for (MessageRow copy : MessageTable.copies(write.tx(), dialog.id, original)) {
      MessageRow gone = copy.deleted(write.now());
      write.put(
          gone.with(new SystemEvent("copied", null, null, null, null, null, null, null)),
          dialog.id);
    }
  }

  private static MessageRow message(
      Write write,
      Dialog dialog,
      MessageId id,
      Author author,
      Content content,
      boolean whisper,
      @Nullable SystemEvent event) {
    return new MessageRow(
        id,
        dialog.id,
        dialog.session,
        ++dialog.lastPosition,
        author,
        content.text(),
        whisper,
        content.quote(),
        content.files().stream().map(file -> file.id().value()).toList(),
        content.files(),
        write.now(),
        null,
        null,
        Delivery.SENT,
        null,
        event);
  }

  private MessageRow add(
      Write write, Dialog dialog, MessageRow message, @Nullable DeviceId device) {
    Long publicPosition = null;
    if (curtain.shows(message)) {
      publicPosition = ++dialog.lastPublic;
      dialog.publicVersion++;
    }
    MessageTable.insert(write, message, publicPosition, device);
    if (message.event() == null) {
      dialog.say(last(message));
    }
    return message;
  }

  /** Rewrites a message that is already there. */
  static void replace(Write write, Dialog dialog, MessageRow before, MessageRow after) {
    MessageTable.update(write, before, after);
    if (after.isPublic()) {
      dialog.publicVersion++;
    }
    if (dialog.isLast(after.id())) {
      dialog.say(last(after));
    }
  }

  private static DialogRow.LastMessage last(MessageRow message) {
    return new DialogRow.LastMessage(
        message.id(),
        message.author(),
        snippet(headline(message)),
        message.whisper(),
        message.createdAt());
  }

  /** The text; of a message that only brings a file, the file's name. */
  private static String headline(MessageRow message) {
    return message.text().isBlank() && !message.attachments().isEmpty()
        ? "\uD83D\uDCCE " + message.attachments().getFirst().name()
        : message.text();
  }

  /** The first 140 characters on one line, never half a surrogate pair. */
  static String snippet(String text) {
    String line = oneLine(text);
    if (line.length() <= SNIPPET) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(SNIPPET - 1)) ? SNIPPET - 1 : SNIPPET;
    return line.substring(0, end);
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && line.length() <= SNIPPET; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        gap = !line.isEmpty();
      } else {
        if (gap) {
          line.append(' ');
        }
        gap = false;
        line.append(c);
      }
    }
    return line.toString();
  }
}
