package app.recado.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act of a macro, as it is kept: on the wire its arguments beside {@code act}, which names it.
 * What it comes to on a dialog is known when it is run.
 */
public sealed interface MacroStep {
  int MOST = 20;
  int LONGEST_NAME = 120;
  int LONGEST_TEXT = 10_000;
  int LONGEST_TITLE = 120;

  /** A year. */
  int LONGEST_SNOOZE = 366 * 24 * 60 - 1;

  /** Until when a dialog is to sleep, by the clock on the wall: at nine in the morning. */
  enum Morning {
    TOMORROW,
    NEXT_WEEK
  }

  /** Accepts it; nothing where that has been done. */
  record Answer() implements MacroStep {}

  /**
   * A public message.
   *
   * @param text may hold variables, {@code {customer.firstName|there}}
   */
  record Reply(String text) implements MacroStep {
    public Reply {
      Required.all(text);
    }
  }

  /**
   * @param text as {@link Reply#text}
   */
  record Whisper(String text) implements MacroStep {
    public Whisper {
      Required.all(text);
    }
  }

  /**
   * To exactly one of a person and a channel.
   *
   * @param comment as {@link Reply#text}; empty for none
   */
  record Transfer(@Nullable UserId user, @Nullable ChannelId channel, String comment)
      implements MacroStep {
    public Transfer {
      comment = comment == null ? "" : comment;
    }
  }

  record Finish() implements MacroStep {}

  /** Until exactly one of a morning and so many minutes after it is run. */
  record Snooze(@Nullable Morning until, @Nullable Integer minutes) implements MacroStep {}

  record Prioritize(Priority priority) implements MacroStep {
    public Prioritize {
      Required.all(priority);
    }
  }

  record Tag(List<String> add, List<String> remove) implements MacroStep {
    public Tag {
      add = add == null ? List.of() : List.copyOf(add);
      remove = remove == null ? List.of() : List.copyOf(remove);
    }
  }

  record Pin() implements MacroStep {}

  /**
   * @param title as {@link Reply#text}
   */
  record Rename(String title) implements MacroStep {
    public Rename {
      Required.all(title);
    }
  }

  /** Every {@code act} and the record its arguments are read into. */
  static Map<String, Class<? extends MacroStep>> acts() {
    Map<String, Class<? extends MacroStep>> acts = new LinkedHashMap<>();
    acts.put("answer", Answer.class);
    acts.put("reply", Reply.class);
    acts.put("whisper", Whisper.class);
    acts.put("tag", Tag.class);
    acts.put("priority", Prioritize.class);
    acts.put("rename", Rename.class);
    acts.put("pin", Pin.class);
    acts.put("transfer", Transfer.class);
    acts.put("snooze", Snooze.class);
    acts.put("finish", Finish.class);
    return acts;
  }
}
