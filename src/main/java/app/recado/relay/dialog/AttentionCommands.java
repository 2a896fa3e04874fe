package app.recado.relay.dialog;

import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import org.jspecify.annotations.Nullable;

/** How far one has read and what one wants to hear of: a matter of the caller alone. */
final class AttentionCommands {
  Outcome read(Attempt a, Intent.MarkRead read) {
    if (read.position() < 0) {
      return a.rejected("invalid", "position");
    }
    return done(a, ReadingTable.of(a).readTo(Math.min(read.position(), a.dialog().lastPosition)));
  }

  Outcome unread(Attempt a, Intent.MarkUnread unread) {
    Long position = unread.position();
    if (position != null && position < 1) {
      return a.rejected("invalid", "position");
    }
    ReadingTable.Mine mine = ReadingTable.of(a);
    if (position != null) {
      return done(a, mine.unreadFrom(Math.min(position, a.dialog().lastPosition + 1)));
    }
    return done(a, mine.isUnread() ? null : mine.unreadFrom(MessageTable.lastOfCustomer(a)));
  }

  Outcome mute(Attempt a, boolean muted) {
    return done(a, ReadingTable.of(a).muted(muted));
  }

  Outcome follow(Attempt a, boolean followed) {
    return done(a, ReadingTable.of(a).followed(followed));
  }

  /** What is so already needs no change. */
  private static Outcome done(Attempt a, ReadingTable.@Nullable Mine next) {
    return next == null || !a.dependsMet()
        ? a.nothingToDo()
        : Outcome.applied(a.command().id(), next.save());
  }
}
