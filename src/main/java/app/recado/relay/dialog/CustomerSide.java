package app.recado.relay.dialog;

import app.recado.protocol.AuthorKind;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What connectors do to dialogs in the name of customers, within their transactions, and what they
 * may show them.
 */
public interface CustomerSide {

  /**
   * Where a customer is.
   *
   * @param dialog the id the dialog has, or will have from its first message on
   */
  record Place(DialogId dialog, ChannelId channel, ConnectorId connector, CustomerId customer) {}

  /**
   * How a dialog stands for its customer.
   *
   * @param version changes with anything the customer sees
   */
  record Standing(
      SessionStatus status,
      SessionId session,
      ChannelId channel,
      @Nullable UserId owner,
      @Nullable Integer rating,
      long version) {}

  /**
   * A message as the customer may see it.
   *
   * @param position counts what the customer sees and nothing else
   * @param quoted what it quotes, if the customer may see that
   */
  record Shown(MessageRow message, long position, @Nullable MessageRow quoted) {

    /** Whether the customer wrote it. */
    public boolean isMine() {
      return message.author().kind() == AuthorKind.CUSTOMER;
    }
  }

  /**
   * Stores a message of the customer, who opens a session with it if none is open.
   *
   * @param files the customer's uploads that come with it
   * @throws app.recado.relay.refusal.Refusal 422 if one of them is not there
   */
  MessageRow post(
      Write write,
      Place place,
      CustomerRow customer,
      MessageId id,
      String text,
      List<String> files);

  /** Empty before the first message. */
  Optional<Standing> standing(Tx tx, DialogId dialog);

  /** The newest before a position, newest first. */
  List<Shown> shown(Tx tx, DialogId dialog, long before, int limit);

  /** One message of the dialog, if its customer may see it. */
  Optional<Shown> shown(Tx tx, DialogId dialog, MessageId id);

  /** Raises the delivery of what was sent to the customer, up to a position; never lowers it. */
  void reached(Write write, DialogId dialog, long position, Delivery delivery);

  /** Whether it is a session of that dialog. */
  boolean has(Tx tx, DialogId dialog, SessionId session);

  /**
   * Stores a rating of a closing or ended session; false if the dialog has no such session.
   *
   * @param stars 1 to 5
   */
  boolean rate(
      Write write, DialogId dialog, SessionId session, int stars, @Nullable String comment);
}
