package app.recado.client.ui.macros;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.sync.Desk;
import app.recado.client.sync.Foresight;
import app.recado.client.ui.canned.Template;
import app.recado.client.ui.canned.Values;
import app.recado.client.ui.canned.Variable;
import app.recado.protocol.ChannelId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Tags;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a macro comes to on a dialog as it stands now: each step looked at as if those before it
 * were done.
 */
record MacroPlan(DialogId dialog, List<Planned> steps) {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /** What becomes of a step. */
  enum Fate {
    RUNS,
    /** It is so already: nothing to do, and nothing against the next. */
    NOT_NEEDED,
    /** It cannot be done now. */
    PREVENTED,
    /** One before it cannot be done. */
    BEHIND,
    /** Its text has something that is not known: nobody may get it like this. */
    OPEN
  }

  /**
   * A step as it will be done.
   *
   * @param why what speaks against it; null if nothing does
   * @param text what is written in it, filled in; empty for a step without words
   * @param until until when it lets the dialog sleep; null for any other
   */
  record Planned(
      MacroStep step,
      Fate fate,
      @Nullable Obstacle why,
      List<Template.Part> text,
      @Nullable Instant until,
      Intent intent) {}

  static MacroPlan of(List<MacroStep> steps, DialogItem item, Desk desk, ZoneId zone) {
    UserRow me = desk.me().getValue();
    Instant now = desk.relayNow();
    List<Planned> planned = new ArrayList<>();
    DialogItem seen = item;
    boolean stopped = false;
    for (MacroStep step : steps) {
      Map<Variable, String> values = Values.of(seen, me);
      List<Template.Part> text = Template.parts(text(step), values);
      Instant until =
          step instanceof MacroStep.Snooze snooze ? until(snooze, now.atZone(zone)) : null;
      Intent intent = intent(step, filled(text), until);
      Obstacle why = obstacle(step, seen, desk);
      Fate fate;
      if (stopped) {
        fate = Fate.BEHIND;
      } else if (isSoAlready(step, seen)) {
        fate = Fate.NOT_NEEDED;
      } else if (why != null) {
        fate = Fate.PREVENTED;
        stopped = true;
      } else if (text.stream().anyMatch(Template.Open.class::isInstance)) {
        fate = Fate.OPEN;
      } else {
        fate = Fate.RUNS;
      }
      if (fate == Fate.RUNS || fate == Fate.OPEN) {
        seen = Foresight.after(seen, intent, me.id(), now);
      }
      planned.add(new Planned(step, fate, fate == Fate.BEHIND ? null : why, text, until, intent));
    }
    return new MacroPlan(item.id(), List.copyOf(planned));
  }

  /** The variables nobody knows the value of; while there are any it cannot be run. */
  List<Template.Open> open() {
    return steps.stream()
        .filter(step -> step.fate() == Fate.OPEN)
        .flatMap(step -> step.text().stream())
        .filter(Template.Open.class::isInstance)
        .map(Template.Open.class::cast)
        .toList();
  }

  /** What is done, in order. */
  List<Intent> intents() {
    return steps.stream().filter(step -> step.fate() == Fate.RUNS).map(Planned::intent).toList();
  }

  /** What keeps it from being done as a whole; null if nothing does. */
  @Nullable Obstacle obstacle() {
    if (!open().isEmpty()) {
      return Obstacle.VALUE_UNKNOWN;
    }
    Obstacle first = null;
    for (Planned step : steps) {
      if (step.fate() == Fate.PREVENTED) {
        return step.why();
      }
      if (first == null) {
        first = step.why();
      }
    }
    return intents().isEmpty() ? first : null;
  }

  private static String text(MacroStep step) {
    return switch (step) {
      case MacroStep.Reply(String text) -> text;
      case MacroStep.Whisper(String text) -> text;
      case MacroStep.Rename(String title) -> title;
      case MacroStep.Transfer(_, _, String comment) -> comment;
      default -> "";
    };
  }

  private static String filled(List<Template.Part> parts) {
    StringBuilder filled = new StringBuilder();
    parts.forEach(part -> filled.append(part.text()));
    return filled.toString().strip();
  }

  /** When a step that is done now ends. */
  static Instant until(MacroStep.Snooze snooze, ZonedDateTime now) {
    if (snooze.until() == null) {
      return now.toInstant().plus(Duration.ofMinutes(Objects.requireNonNull(snooze.minutes())));
    }
    ZonedDateTime day =
        switch (snooze.until()) {
          case TOMORROW -> now.plusDays(1);
          case NEXT_WEEK -> now.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        };
    // at nine by the clock on the wall, whatever daylight saving does in between
    return day.toLocalDate().atTime(MORNING).atZone(day.getZone()).toInstant();
  }

  private static Intent intent(MacroStep step, String text, @Nullable Instant until) {
    return switch (step) {
      case MacroStep.Answer _ -> new Intent.AcceptDialog();
      case MacroStep.Reply _ -> new Intent.SendMessage(text, false, null, List.of());
      case MacroStep.Whisper _ -> new Intent.SendMessage(text, true, null, List.of());
      case MacroStep.Transfer to ->
          new Intent.TransferDialog(to.user(), to.channel(), text.isEmpty() ? null : text, false);
      case MacroStep.Finish _ -> new Intent.FinishDialog();
      case MacroStep.Snooze _ -> new Intent.SnoozeDialog(until);
      case MacroStep.Prioritize(var priority) -> new Intent.SetPriority(priority);
      case MacroStep.Tag(var add, var remove) -> new Intent.TagDialog(add, remove);
      case MacroStep.Pin _ -> new Intent.PinDialog();
      case MacroStep.Rename _ -> new Intent.RenameDialog(text);
    };
  }

  private static boolean isSoAlready(MacroStep step, DialogItem seen) {
    return switch (step) {
      case MacroStep.Answer _ -> seen.mine() && seen.dialog().session().status().isAccepted();
      case MacroStep.Pin _ -> seen.mine() && seen.dialog().session().pinned();
      default -> false;
    };
  }

  private static @Nullable Obstacle obstacle(MacroStep step, DialogItem seen, Desk desk) {
    DialogRules rules = new DialogRules(seen, desk.me().getValue());
    return switch (step) {
      case MacroStep.Answer _ -> rules.answer();
      case MacroStep.Reply _ -> rules.reply();
      case MacroStep.Whisper _, MacroStep.Prioritize _ -> rules.shown();
      case MacroStep.Finish _ -> rules.finish();
      case MacroStep.Snooze _ -> rules.snooze();
      case MacroStep.Pin _ -> rules.pin();
      case MacroStep.Rename _ -> rules.rename();
      case MacroStep.Tag(var add, var remove) ->
          Tags.merged(seen.dialog().tags(), add, remove).size()
                  > Math.max(Tags.MOST, seen.dialog().tags().size())
              ? Obstacle.TAGS_FULL
              : rules.shown();
      case MacroStep.Transfer(UserId user, ChannelId channel, _) -> {
        Obstacle not = rules.transfer();
        yield not != null ? not : target(user, channel, desk);
      }
    };
  }

  private static @Nullable Obstacle target(
      @Nullable UserId user, @Nullable ChannelId channel, Desk desk) {
    if (desk.me().getValue().id().equals(user)) {
      return Obstacle.TARGET_SELF;
    }
    boolean there =
        user != null
            ? desk.people().stream().anyMatch(person -> person.id().equals(user))
            : desk.channels().stream().anyMatch(one -> one.id().equals(channel) && one.active());
    return there ? null : Obstacle.TARGET_GONE;
  }
}
