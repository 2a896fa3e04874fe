package app.recado.client.state;

import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the agent did that the relay held (or rejected), with all that depends on it.
 *
 * @param id the command that was held first; the others of its chain are in {@code chain}
 * @param reason null when the relay rejected it: {@code rejection} says why
 * @param texts what was written, in order; empty for commands without text
 * @param by the name of who caused it; null when nobody of the staff did
 * @param choices what the agent can do, the default first
 */
public record HeldItem(
    CommandId id,
    DialogId dialog,
    String dialogTitle,
    String commandType,
    @Nullable HeldReason reason,
    @Nullable String rejection,
    Outcome.@Nullable Now now,
    @Nullable String by,
    Instant madeAt,
    List<String> texts,
    List<CommandId> chain,
    List<Choice> choices) {

  /** What can be done about it; features.md, "Held: reasons and choices". */
  public enum Choice {
    KEEP_AS_DRAFT,
    /** A canned response or a macro that others were to have becomes one's own. */
    KEEP_AS_MINE,
    DISCARD,
    SEND_WHEN_OPEN,
    REOPEN_AND_SEND,
    ANSWER_AND_SEND,
    WHISPER,
    WHISPER_TO_OWNER,
    TAKE_OVER,
    TAKE_OVER_AND_SEND,
    SEND_ANYWAY,
    EDIT,
    FINISH_ANYWAY,
    LEAVE_OPEN
  }

  /** Whether it is about a dialog at all. */
  public boolean isAboutDialog() {
    return !commandType.startsWith("canned.") && !commandType.startsWith("macro.");
  }
}
