package app.recado.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What became of one command.
 *
 * @param seq the change it made; null when it made none
 * @param reason for {@code held} a {@link HeldReason} in lower case; for {@code rejected} a code
 * @param field for {@code rejected}: which argument, if one
 * @param now for {@code held}: the state that broke the precondition
 */
public record Outcome(
    CommandId id,
    OutcomeKind outcome,
    @Nullable Long seq,
    @Nullable String reason,
    @Nullable String field,
    @Nullable Now now) {
  public Outcome {
    Required.all(id, outcome);
  }

  /**
   * The state that held a command.
   *
   * @param session the latest session of the dialog
   * @param unseen the newest message the agent had not seen, if that was the cause
   * @param by who took, transferred, closed or wrote; null when the relay or the customer did
   * @param at when
   */
  public record Now(
      DialogRow.@Nullable Session session,
      @Nullable MessageId unseen,
      @Nullable UserId by,
      java.time.@Nullable Instant at) {}

  public static Outcome applied(CommandId id, @Nullable Long seq) {
    return new Outcome(id, OutcomeKind.APPLIED, seq, null, null, null);
  }

  public static Outcome held(CommandId id, HeldReason reason, @Nullable Now now) {
    return new Outcome(
        id, OutcomeKind.HELD, null, reason.name().toLowerCase(java.util.Locale.ROOT), null, now);
  }

  public static Outcome rejected(CommandId id, String reason, @Nullable String field) {
    return new Outcome(id, OutcomeKind.REJECTED, null, reason, field, null);
  }
}
