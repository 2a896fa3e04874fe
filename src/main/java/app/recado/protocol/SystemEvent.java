package app.recado.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A structured system line: who, what, whom. Each desk words it in its own language.
 *
 * @param type one of {@code session_started}, {@code offered}, {@code accepted}, {@code
 *     taken_over}, {@code skipped}, {@code returned}, {@code transferred}, {@code finished}, {@code
 *     closed}, {@code spam}, {@code reopened}, {@code invited}, {@code joined}, {@code left},
 *     {@code renamed}, {@code pinned}, {@code unpinned}, {@code rated}, {@code moved} into a
 *     conversation of its own, {@code copied} into it
 * @param by who did it; null for the relay itself or the customer
 * @param from whom it was taken from; the agent who wrote a copied message, null for the customer
 * @param to whom it went to
 * @param channel the channel it went to or started in
 * @param users who was invited
 * @param text a new title, a rating's comment, the text of a copied message
 * @param number the session's number, or the stars of a rating
 */
public record SystemEvent(
    String type,
    @Nullable UserId by,
    @Nullable UserId from,
    @Nullable UserId to,
    @Nullable ChannelId channel,
    @Nullable List<UserId> users,
    @Nullable String text,
    @Nullable Integer number) {
  public SystemEvent {
    Required.all(type);
  }
}
