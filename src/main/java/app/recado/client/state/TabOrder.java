package app.recado.client.state;

import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/** Under which tab a dialog stands, and where. */
final class TabOrder {
  private static final Comparator<DialogItem> OLDEST_SESSION_FIRST =
      Comparator.comparing((DialogItem item) -> item.dialog().session().startedAt())
          .thenComparing(item -> item.id().value());

  static final Comparator<DialogItem> LATEST_MESSAGE_FIRST =
      Comparator.comparing(TabOrder::latest)
          .reversed()
          .thenComparing((DialogItem item) -> item.id().value());

  private static final Comparator<DialogItem> IN_WORK_THEN_ANSWERED =
      (one, other) -> {
        int groups = group(one).compareTo(group(other));
        if (groups != 0) {
          return groups;
        }
        return group(one) == SessionStatus.Group.IN_WORK
            ? OLDEST_SESSION_FIRST.compare(one, other)
            : LATEST_MESSAGE_FIRST.compare(one, other);
      };

  private static final Comparator<DialogItem> FIRST_TO_WAKE =
      Comparator.comparing((DialogItem item) ->
              Objects.requireNonNullElse(item.dialog().snoozedUntil(), Instant.MAX))
          .thenComparing(item -> item.id().value());

  private TabOrder() {}

  static Tab tab(DialogItem item) {
    return switch (group(item)) {
      case UNANSWERED -> Tab.UNANSWERED;
      case IN_WORK, ANSWERED -> item.joined() ? item.asleep() ? Tab.SNOOZED : Tab.MINE : Tab.TEAM;
      case CLOSED -> Tab.CLOSED;
      case SPAM -> Tab.SPAM;
    };
  }

  static Comparator<DialogItem> of(Tab tab) {
    return switch (tab) {
      case UNANSWERED -> OLDEST_SESSION_FIRST;
      case MINE, TEAM -> IN_WORK_THEN_ANSWERED;
      case SNOOZED -> FIRST_TO_WAKE;
      case CLOSED, SPAM -> LATEST_MESSAGE_FIRST;
    };
  }

  private static SessionStatus.Group group(DialogItem item) {
    return item.dialog().session().status().group();
  }

  private static Instant latest(DialogItem item) {
    DialogRow.LastMessage last = item.dialog().lastMessage();
    return last == null ? item.dialog().createdAt() : last.createdAt();
  }
}
