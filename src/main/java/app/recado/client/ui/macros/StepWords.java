package app.recado.client.ui.macros;

import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.PriorityMark;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a step of a macro is called, and what it does besides writing, in words. */
final class StepWords {
  private final Desk desk;
  private final Texts texts = Texts.of("macros");

  StepWords(Desk desk) {
    this.desk = desk;
  }

  /** The name of its kind. */
  String kind(MacroStep step) {
    return texts.get("step." + act(step));
  }

  /** Its name with all it does, but for what is written. */
  String what(MacroStep step) {
    return switch (step) {
      case MacroStep.Transfer to -> transfer(to);
      case MacroStep.Snooze snooze -> texts.get("does.snooze", length(snooze));
      case MacroStep.Prioritize(var priority) -> PriorityMark.words(priority);
      case MacroStep.Tag(var add, var remove) -> tags(add, remove);
      default -> kind(step);
    };
  }

  /** Several in a row, as one line. */
  String all(List<MacroStep> steps) {
    return String.join(" · ", steps.stream().map(this::what).toList());
  }

  private String tags(List<String> add, List<String> remove) {
    List<String> parts = new ArrayList<>();
    if (!add.isEmpty()) {
      parts.add(texts.get("does.tag.add", String.join(", ", add)));
    }
    if (!remove.isEmpty()) {
      parts.add(texts.get("does.tag.remove", String.join(", ", remove)));
    }
    return String.join(" · ", parts);
  }

  private String transfer(MacroStep.Transfer to) {
    Stream<String> names =
        to.user() != null
            ? Stream.concat(desk.people().stream(), Stream.of(desk.me().getValue()))
                .filter(person -> person.id().equals(to.user()))
                .map(UserRow::name)
            : desk.channels().stream()
                .filter(channel -> channel.id().equals(to.channel()))
                .map(ChannelRow::name);
    return names
        .findFirst()
        .map(name -> texts.get("does.transfer", name))
        .orElseGet(
            () -> texts.get(to.user() != null ? "does.transfer.nobody" : "does.transfer.nowhere"));
  }

  private String length(MacroStep.Snooze snooze) {
    if (snooze.until() != null) {
      return switch (snooze.until()) {
        case TOMORROW -> texts.get("until.tomorrow");
        case NEXT_WEEK -> texts.get("until.next_week");
      };
    }
    int minutes = snooze.minutes() == null ? 0 : snooze.minutes();
    if (minutes % (24 * 60) == 0) {
      return texts.count("for.days", minutes / (24 * 60));
    }
    return minutes % 60 == 0
        ? texts.count("for.hours", minutes / 60)
        : texts.count("for.minutes", minutes);
  }

  /** What it is called in the protocol. */
  static String act(MacroStep step) {
    return switch (step) {
      case MacroStep.Answer _ -> "answer";
      case MacroStep.Reply _ -> "reply";
      case MacroStep.Whisper _ -> "whisper";
      case MacroStep.Transfer _ -> "transfer";
      case MacroStep.Finish _ -> "finish";
      case MacroStep.Snooze _ -> "snooze";
      case MacroStep.Prioritize _ -> "priority";
      case MacroStep.Tag _ -> "tag";
      case MacroStep.Pin _ -> "pin";
      case MacroStep.Rename _ -> "rename";
    };
  }

  static Icon icon(MacroStep step) {
    return switch (step) {
      case MacroStep.Answer _ -> Icon.REPLY;
      case MacroStep.Reply _ -> Icon.SEND_HORIZONTAL;
      case MacroStep.Whisper _ -> Icon.EYE_OFF;
      case MacroStep.Transfer _ -> Icon.ARROW_RIGHT_LEFT;
      case MacroStep.Finish _ -> Icon.CHECK;
      case MacroStep.Snooze _ -> Icon.ALARM_CLOCK;
      case MacroStep.Prioritize _ -> Icon.CHEVRONS_UP;
      case MacroStep.Tag _ -> Icon.TAGS;
      case MacroStep.Pin _ -> Icon.PIN;
      case MacroStep.Rename _ -> Icon.TAG;
    };
  }
}
