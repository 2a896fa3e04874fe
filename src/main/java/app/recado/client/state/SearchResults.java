package app.recado.client.state;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Instant;
import java.util.List;

/**
 * What a search found.
 *
 * @param dialogs by name, phone or title
 * @param messages newest first
 * @param relayAnswered whether the relay's answer is merged in; false while it is awaited or
 *     offline
 */
public record SearchResults(
    String query,
    List<DialogHit> dialogs,
    List<MessageHit> messages,
    boolean more,
    boolean relayAnswered) {
  /** Where a match begins (inclusive) and ends (exclusive) in a text, in UTF-16 units. */
  public record Range(int from, int to) {}

  public record DialogHit(DialogItem item, String shown, List<Range> matches) {}

  public record MessageHit(
      DialogId dialog,
      MessageId message,
      String customerName,
      String snippet,
      List<Range> matches,
      boolean whisper,
      Instant createdAt) {}
}
