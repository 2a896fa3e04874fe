package app.recado.client.ui.conversation;

import app.recado.client.state.DialogItem;
import app.recado.client.state.ReplyDue;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the header says about a dialog. */
final class StatusWords {
  private final Texts texts;
  private final Moments moments;

  StatusWords(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
  }

  /** How a status is coloured. */
  enum Tone {
    CALM,
    WAITING,
    LATE,
    ENDED
  }

  record Pill(String text, Tone tone) {}

  Pill pill(DialogItem item, Instant now) {
    DialogRow.Session session = item.dialog().session();
    if (item.claimed()) {
      return new Pill(texts.get("status.claimed"), Tone.WAITING);
    }
    Instant until = item.dialog().snoozedUntil();
    if (item.asleep() && until != null) {
      return new Pill(texts.get("status.snoozed", moments.coming(until, now)), Tone.ENDED);
    }
    return switch (session.status()) {
      case NEW, RETURNED, ACCEPTED, CUSTOMER_WAITING, CUSTOMER_AGAIN -> {
        ReplyDue due = ReplyDue.of(item, now);
        boolean unanswered = session.status().group() == SessionStatus.Group.UNANSWERED;
        yield due == null || (!unanswered && due.level() == ReplyDue.Level.CALM)
            ? new Pill(texts.get("status.inProgress"), Tone.CALM)
            : new Pill(
                texts.get("status.waiting", moments.wait(due.waited())),
                due.level() == ReplyDue.Level.LATE ? Tone.LATE : Tone.WAITING);
      }
      case AGENT_REPLIED -> new Pill(texts.get("status.answered"), Tone.CALM);
      case CLOSING -> new Pill(texts.get("status.closing"), Tone.CALM);
      case CLOSED, CLOSED_SILENTLY -> new Pill(texts.get("status.closed"), Tone.ENDED);
      case SPAM -> new Pill(texts.get("status.spam"), Tone.ENDED);
    };
  }

  /** {@code Marina Rocha — mesa Jatobá}. */
  String title(DialogItem item) {
    return item.dialog().title().isBlank()
        ? VisitorName.of(item.customer().name())
        : texts.get("header.title", VisitorName.of(item.customer().name()), item.dialog().title());
  }

  /** {@code Website · Loja Centro · first reply 1:12}. */
  /** Where it comes from. */
  String place(DialogItem item) {
    return Connectors.name(item.connectorKind())
        + texts.get("header.separator")
        + item.channel().name();
  }

  String subtitle(DialogItem item) {
    List<String> parts = new ArrayList<>();
    parts.add(place(item));
    Long firstReply = item.dialog().session().firstReplySeconds();
    String page = item.customer().contact().get("page");
    if (firstReply != null) {
      parts.add(texts.get("header.firstReply", moments.wait(Duration.ofSeconds(firstReply))));
    } else if (page != null && !page.isBlank()) {
      parts.add(texts.get("header.page", page));
    }
    if (item.owner() != null && !item.mine()) {
      parts.add(texts.get("header.with", item.owner().name()));
    }
    return String.join(texts.get("header.separator"), parts);
  }
}
