package app.recado.client.ui.conversation;

import app.recado.client.state.DialogItem;
import app.recado.client.state.ReplyDue;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.conversation.Facts.Fact;
import app.recado.client.ui.conversation.Facts.Need;
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

  /** Where it comes from: {@code Website · Loja Centro}. */
  String place(DialogItem item) {
    return Connectors.name(item.connectorKind())
        + texts.get("header.separator")
        + item.channel().name();
  }

  /** {@code Website · Loja Centro · first reply 1:12}; the picture too says by what way. */
  List<Facts.Fact> facts(DialogItem item) {
    List<Facts.Fact> facts = new ArrayList<>();
    facts.add(new Fact(Connectors.name(item.connectorKind()), Need.SAID_ELSEWHERE));
    facts.add(new Fact(item.channel().name(), Need.NAME));
    Long firstReply = item.dialog().session().firstReplySeconds();
    String page = item.customer().contact().get("page");
    if (firstReply != null) {
      String said = texts.get("header.firstReply", moments.wait(Duration.ofSeconds(firstReply)));
      facts.add(new Fact(said, Need.USEFUL));
    } else if (page != null && !page.isBlank()) {
      facts.add(new Fact(texts.get("header.page", page), Need.USEFUL));
    }
    if (item.owner() != null && !item.mine()) {
      facts.add(new Fact(texts.get("header.with", item.owner().name()), Need.NAME));
    }
    return facts;
  }
}
