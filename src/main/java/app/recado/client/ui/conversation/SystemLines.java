package app.recado.client.ui.conversation;

import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.SystemEvent;

/**
 * Words system lines in the agent's language. Every event type has its sentence, with one more
 * where nobody of the staff did it.
 */
final class SystemLines {
  private final Texts texts;
  private final Names names;

  SystemLines(Texts texts, Names names) {
    this.texts = texts;
    this.names = names;
  }

  String of(SystemEvent event) {
    return switch (event.type()) {
      case "session_started" -> started(event);
      case "offered" ->
          event.to() == null
              ? texts.get("event.offered.all")
              : texts.get("event.offered", names.of(event.to()));
      case "accepted" -> by(event, "event.accepted", "event.accepted.unknown");
      case "taken_over" ->
          event.from() == null
              ? by(event, "event.takenOver", "event.takenOver.unknown")
              : texts.get("event.takenOver.from", who(event), names.of(event.from()));
      case "skipped" -> by(event, "event.skipped", "event.skipped.unknown");
      case "returned" ->
          event.from() == null
              ? by(event, "event.returned", "event.returned.unknown")
              : texts.get("event.returned.from", names.of(event.from()));
      case "transferred" -> transferred(event);
      case "finished" -> by(event, "event.finished", "event.finished.unknown");
      case "closed" -> by(event, "event.closed", "event.closed.unknown");
      case "spam" -> by(event, "event.spam", "event.spam.unknown");
      case "reopened" -> by(event, "event.reopened", "event.reopened.unknown");
      case "invited" -> texts.get("event.invited", who(event), names.of(event.users()));
      case "joined" -> by(event, "event.joined", "event.joined.unknown");
      case "left" -> by(event, "event.left", "event.left.unknown");
      case "renamed" ->
          event.text() == null || event.text().isEmpty()
              ? texts.get("event.renamed.none", who(event))
              : texts.get("event.renamed", who(event), event.text());
      case "pinned" -> by(event, "event.pinned", "event.pinned.unknown");
      case "unpinned" -> by(event, "event.unpinned", "event.unpinned.unknown");
      case "rated" -> rated(event);
      case "moved" -> moved(event);
      case "copied" ->
          event.text() == null
              ? texts.get("event.copied.deleted")
              : texts.get("event.copied", author(event), event.text());
      default -> texts.get("event.unknown");
    };
  }

  /** Whether the line begins or ends a session: drawn as a separator. */
  static boolean separates(SystemEvent event) {
    return switch (event.type()) {
      case "session_started", "closed", "spam", "moved" -> true;
      default -> false;
    };
  }

  private String started(SystemEvent event) {
    int number = event.number() == null ? 1 : event.number();
    if (event.to() != null) {
      return texts.get("event.started.routed", number, names.of(event.to()));
    }
    if (event.by() != null) {
      return texts.get("event.started.by", number, names.of(event.by()));
    }
    if (event.channel() != null) {
      return texts.get("event.started.queue", number, names.of(event.channel()));
    }
    return texts.get("event.started", number);
  }

  private String transferred(SystemEvent event) {
    if (event.to() != null) {
      return event.by() == null
          ? texts.get("event.transferred.toUser.unknown", names.of(event.to()))
          : texts.get("event.transferred.toUser", names.of(event.by()), names.of(event.to()));
    }
    if (event.channel() != null) {
      return event.by() == null
          ? texts.get("event.transferred.toChannel.unknown", names.of(event.channel()))
          : texts.get(
              "event.transferred.toChannel", names.of(event.by()), names.of(event.channel()));
    }
    return by(event, "event.transferred", "event.transferred.unknown");
  }

  private String moved(SystemEvent event) {
    return event.number() == null
        ? by(event, "event.moved", "event.moved.unknown")
        : texts.get("event.moved.number", event.number(), who(event), event.number() - 1);
  }

  /** Who wrote what was copied. */
  String author(SystemEvent event) {
    return event.from() == null ? texts.get("name.customer") : names.of(event.from());
  }

  private String rated(SystemEvent event) {
    int stars = event.number() == null ? 0 : event.number();
    String comment = event.text();
    return comment == null || comment.isBlank()
        ? texts.get("event.rated", stars)
        : texts.get("event.rated.comment", stars, comment);
  }

  private String by(SystemEvent event, String key, String keyWithoutAuthor) {
    return event.by() == null ? texts.get(keyWithoutAuthor) : texts.get(key, names.of(event.by()));
  }

  private String who(SystemEvent event) {
    return event.by() == null ? texts.get("name.relay") : names.of(event.by());
  }
}
