package app.recado.relay.dialog;

import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.Tags;
import app.recado.relay.account.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the staff mark dialogs with. Nothing of it reaches the customer. */
final class MarkCommands {

  /** Nobody sleeps longer. */
  private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

  private final Sessions sessions;
  private final AuditTrail audit;

  MarkCommands(Sessions sessions, AuditTrail audit) {
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Whoever sees a dialog may; what two add at once are two tags. */
  Outcome tag(Attempt a, Intent.TagDialog tag) {
    if (tag.add().isEmpty() && tag.remove().isEmpty()) {
      return a.rejected("empty", "add");
    }
    for (String each : tag.add()) {
      String clean = Tags.clean(each);
      if (!Tags.isGood(clean)) {
        return a.rejected(
            clean.isEmpty() ? "empty" : clean.length() > Tags.LONGEST ? "too_long" : "invalid",
            "add");
      }
    }
    Outcome depends = Staleness.depends(a);
    if (depends != null) {
      return depends;
    }
    Dialog d = a.dialog();
    List<String> tags = Tags.merged(d.tags, tag.add(), tag.remove());
    if (tags.size() > Tags.MOST && tags.size() > d.tags.size()) {
      return a.rejected("too_many", "add");
    }
    if (tags.equals(d.tags)) {
      return a.nothingToDo();
    }
    d.tags = tags;
    return a.applied();
  }

  Outcome prioritize(Attempt a, Intent.SetPriority set) {
    Outcome depends = Staleness.depends(a);
    if (depends != null) {
      return depends;
    }
    if (a.dialog().priority == set.priority()) {
      return a.nothingToDo();
    }
    a.dialog().priority = set.priority();
    return a.applied();
  }

  /**
   * Owner or participant; a dialog that nobody answers is not to be put to sleep. What should wake
   * by now, because the command was long on its way, is awake.
   */
  Outcome snooze(Attempt a, Intent.SnoozeDialog snooze) {
    Instant until = snooze.until();
    Instant now = a.write().now();
    if (until != null && until.isAfter(now.plus(LONGEST_SNOOZE))) {
      return a.rejected("too_long", "until");
    }
    Dialog d = a.dialog();
    Outcome held = snoozeHeld(a);
    if (held != null) {
      return held;
    }
    Instant wake =
        until == null || !until.isAfter(now) ? null : until.truncatedTo(ChronoUnit.MILLIS);
    if (wake == null ? d.snoozedUntil == null : wake.equals(d.snoozedUntil)) {
      return a.nothingToDo();
    }
    if (!a.ownsOrJoined() && d.owner != null) {
      audit.record(
          a.write(), a.user(), "dialog_snoozed", d.id.value(), "owned by " + d.owner.value());
    }
    sessions.snooze(a.write(), d, wake);
    return a.applied();
  }

  private static @Nullable Outcome snoozeHeld(Attempt a) {
    Outcome ended = Staleness.ended(a);
    if (ended != null) {
      return ended;
    }
    Dialog d = a.dialog();
    boolean may = d.owner != null && (a.ownsOrJoined() || a.person().leads());
    if (!may) {
      Outcome moved = Staleness.moved(a);
      return moved != null ? moved : a.held(HeldReason.FORBIDDEN);
    }
    return Staleness.depends(a);
  }
}
