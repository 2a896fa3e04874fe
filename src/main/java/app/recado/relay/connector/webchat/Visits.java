package app.recado.relay.connector.webchat;

import app.recado.protocol.Attachment;
import app.recado.protocol.Delivery;
import app.recado.protocol.SessionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The website's customers. Nothing here ever shows a whisper, a title or a system line. */
public interface Visits {
  /**
   * Opens or takes up a visit.
   *
   * @param channelKey 404 if there is no such active channel with its website connector on
   * @param visitor the token of an earlier visit, to go on as the same customer; ignored if unknown
   */
  Opened open(
      String channelKey, @Nullable String page, @Nullable String visitor, @Nullable String name);

  /** Whose token it is; 401 {@code no_visit}. */
  Visitor authenticate(String token);

  /**
   * Stores a message, once per id: the same id, text and file again return the first; anything else
   * is 409 {@code id_reused}.
   *
   * @param text may be empty if there is a file
   * @param file an upload of this visitor; null for none
   */
  Posted post(Visitor visitor, String id, String text, @Nullable String file);

  /** Stores a message without a file. */
  default Posted post(Visitor visitor, String id, String text) {
    return post(visitor, id, text, null);
  }

  /**
   * The customer has seen everything up to this message: those messages' delivery becomes {@code
   * read}.
   */
  void read(Visitor visitor, String messageId);

  /** The messages reached the customer's screen: delivery becomes {@code delivered}. */
  void delivered(Visitor visitor, long position);

  /**
   * Rates an ended or closing session; 1 to 5 stars; 422 otherwise. Again for the same session: the
   * newer counts.
   */
  void rate(Visitor visitor, SessionId session, int stars, @Nullable String comment);

  /**
   * What the customer may see, the newest {@code limit} before a position (null: from the end),
   * ascending.
   */
  Transcript messages(Visitor visitor, @Nullable Long before, int limit);

  /** Changes whenever anything in the transcript does, and at times without; never to be shown. */
  long version(Visitor visitor);

  /** Calls back after every commit that may have changed what this visitor sees. */
  AutoCloseable onChange(Visitor visitor, Runnable listener);

  /** A live visit. */
  record Visitor(String customer, String dialog, String channel) {}

  record Opened(String token, String channelName, Transcript transcript) {}

  record Posted(Message message) {}

  /**
   * @param status {@code waiting}, {@code answering}, {@code rating} (asks for stars), {@code
   *     ended} or {@code none}
   * @param session the latest session, to rate it; null before the first
   * @param agent what the customer sees of who answers; null for nothing
   */
  record Transcript(
      List<Message> messages,
      boolean more,
      String status,
      @Nullable String session,
      @Nullable Integer rating,
      @Nullable String agent) {

    /**
     * Whether a page that shows one would look the same with the other. What the page itself was
     * found to have received or read makes no difference.
     */
    public boolean looksLike(Transcript other) {
      return undelivered().equals(other.undelivered());
    }

    private Transcript undelivered() {
      return new Transcript(
          messages.stream().map(Message::undelivered).toList(),
          more,
          status,
          session,
          rating,
          agent);
    }
  }

  /**
   * @param position counts the messages that the customer sees and nothing else
   * @param from {@code me} or {@code them}
   */
  record Message(
      String id,
      long position,
      String from,
      @Nullable String author,
      String text,
      @Nullable Quote quote,
      List<Attachment> files,
      Instant createdAt,
      boolean edited,
      boolean deleted,
      Delivery delivery) {

    private Message undelivered() {
      return new Message(
          id,
          position,
          from,
          author,
          text,
          quote,
          files,
          createdAt,
          edited,
          deleted,
          Delivery.SENT);
    }
  }

  record Quote(String id, String text) {}
}
