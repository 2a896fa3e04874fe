package app.recado.protocol;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the relay writes for every message, character by character as {@link Json#write} does
 * but without looking up each part's adapter. Used once.
 */
final class RowJson {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(1024);
  private boolean first = true;

  static String write(MessageRow row) {
    RowJson json = new RowJson();
    json.object();
    json.id("id", row.id());
    json.id("dialog", row.dialog());
    json.id("session", row.session());
    json.number("position", row.position());
    json.author(row.author());
    json.text("text", row.text());
    json.flag("whisper", row.whisper());
    json.id("quote", row.quote());
    json.texts("files", row.files());
    json.name("attachments");
    json.out.append(row.attachments().isEmpty() ? "[]" : Json.write(row.attachments()));
    json.time("createdAt", row.createdAt());
    json.time("editedAt", row.editedAt());
    json.time("deletedAt", row.deletedAt());
    json.constant("delivery", row.delivery());
    json.text("failure", row.failure());
    json.name("event");
    json.out.append(row.event() == null ? "null" : Json.write(row.event()));
    json.end();
    return json.out.toString();
  }

  static String write(DialogRow row) {
    RowJson json = new RowJson();
    json.object();
    json.id("id", row.id());
    json.id("channel", row.channel());
    json.id("connector", row.connector());
    json.id("customer", row.customer());
    json.text("title", row.title());
    json.name("session");
    json.session(row.session());
    json.texts("participants", row.participants().stream().map(UserId::value).toList());
    json.name("lastMessage");
    if (row.lastMessage() == null) {
      json.out.append("null");
    } else {
      json.last(row.lastMessage());
    }
    json.number("lastPosition", row.lastPosition());
    json.time("createdAt", row.createdAt());
    json.time("updatedAt", row.updatedAt());
    json.texts("tags", row.tags());
    json.constant("priority", row.priority());
    json.time("snoozedUntil", row.snoozedUntil());
    json.end();
    return json.out.toString();
  }

  static String write(DialogRow.LastMessage message) {
    RowJson json = new RowJson();
    json.last(message);
    return json.out.toString();
  }

  private void session(DialogRow.Session session) {
    object();
    id("id", session.id());
    number("number", (long) session.number());
    constant("status", session.status());
    id("channel", session.channel());
    id("owner", session.owner());
    id("offeredTo", session.offeredTo());
    time("offeredUntil", session.offeredUntil());
    flag("pinned", session.pinned());
    time("startedAt", session.startedAt());
    time("acceptedAt", session.acceptedAt());
    time("waitingSince", session.waitingSince());
    number("firstReplySeconds", session.firstReplySeconds());
    time("endedAt", session.endedAt());
    id("endedBy", session.endedBy());
    number("rating", session.rating());
    id("parent", session.parent());
    end();
  }

  private void last(DialogRow.LastMessage message) {
    object();
    id("id", message.id());
    author(message.author());
    text("snippet", message.snippet());
    flag("whisper", message.whisper());
    time("createdAt", message.createdAt());
    end();
  }

  private void author(Author author) {
    name("author");
    object();
    constant("kind", author.kind());
    text("id", author.id());
    end();
  }

  private void object() {
    out.append('{');
    first = true;
  }

  private void end() {
    out.append('}');
    first = false;
  }

  private void name(String name) {
    if (!first) {
      out.append(',');
    }
    first = false;
    out.append('"').append(name).append("\":");
  }

  private void id(String name, @Nullable Id id) {
    text(name, id == null ? null : id.value());
  }

  private void number(String name, @Nullable Number number) {
    name(name);
    out.append(number);
  }

  private void flag(String name, boolean flag) {
    name(name);
    out.append(flag);
  }

  private void time(String name, @Nullable Instant time) {
    name(name);
    if (time == null) {
      out.append("null");
    } else {
      out.append('"').append(Rfc3339.write(time)).append('"');
    }
  }

  private void constant(String name, Enum<?> constant) {
    name(name);
    out.append('"').append(constant.name().toLowerCase(Locale.ROOT)).append('"');
  }

  private void texts(String name, Collection<String> texts) {
    name(name);
    out.append('[');
    boolean another = false;
    for (String text : texts) {
      if (another) {
        out.append(',');
      }
      another = true;
      quoted(text);
    }
    out.append(']');
  }

  private void text(String name, @Nullable String text) {
    name(name);
    if (text == null) {
      out.append("null");
    } else {
      quoted(text);
    }
  }

  private void quoted(String text) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == 0x2028 || c == 0x2029) {
        out.append(text, plain, i);
        plain = i + 1;
        escaped(c);
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private void escaped(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\f' -> out.append("\\f");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX[(c >> shift) & 0xf]);
        }
      }
    }
  }
}
