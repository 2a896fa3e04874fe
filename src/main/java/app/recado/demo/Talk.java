package app.recado.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invented customer and everything said with that customer, as {@code dialogs.txt} has it.
 *
 * @param channel the short name of a channel of {@link Shop}
 * @param later what the customer says, one after the other, once an agent answers from now on
 */
record Talk(String channel, String name, String page, List<Part> parts, List<String> later) {

  /** Lines that follow each other at the pace of a conversation. */
  record Part(Begin begin, List<Line> lines) {}

  /** When a part begins: days ago at a time of day, or a while before now. */
  sealed interface Begin {
    record At(int daysAgo, LocalTime time) implements Begin {}

    record Ago(Duration before) implements Begin {}
  }

  /** Something said or done. */
  sealed interface Line {
    record Customer(String text) implements Line {}

    record Reply(String agent, String text) implements Line {}

    record Whisper(String agent, String text) implements Line {}

    /** {@code finish}, {@code spam}, {@code pin}, {@code rename …}, {@code transfer …}, … */
    record Act(String agent, String verb, String rest) implements Line {}

    record Rating(int stars, @Nullable String comment) implements Line {}
  }
}
