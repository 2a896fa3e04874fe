package app.recado.relay.dialog;

import app.recado.protocol.Attachment;
import app.recado.protocol.Author;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.RowKind;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.SystemEvent;
import app.recado.relay.channel.Channel;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What customers do and see, in the database. */
final class CustomerService implements CustomerSide {

  private static final String SHOWN =
      """
      SELECT c.data, m.public_position FROM change c JOIN message m ON m.id = c.row_id
      WHERE c.kind = ? AND c.dialog_id = ?
      """;

  private final Timeline timeline;
  private final Sessions sessions;
  private final Routing routing;
  private final ChannelDirectory channels;
  private final DialogTable table;
  private final Curtain curtain;
  private final Attachments attachments;

  CustomerService(
      Timeline timeline,
      Sessions sessions,
      Routing routing,
      ChannelDirectory channels,
      DialogTable table,
      Curtain curtain,
      Attachments attachments) {
    this.attachments = attachments;
    this.channels = channels;
    this.table = table;
    this.timeline = timeline;
    this.sessions = sessions;
    this.routing = routing;
    this.curtain = curtain;
  }

  @Override
  public MessageRow post(
      Write write,
      Place place,
      CustomerRow customer,
      MessageId id,
      String text,
      List<String> files) {
    Optional<DialogTable.Loaded> known = DialogTable.find(write.tx(), place.dialog());
    DialogTable.Loaded loaded = known.orElseGet(() -> open(write, place, customer));
    Dialog dialog = loaded.dialog;
    boolean fresh = known.isEmpty() || !dialog.isOpen();
    if (known.isPresent() && fresh) {
      sessions.restart(write, dialog, null);
    }
    Author author = Author.customer(place.customer());
    MessageRow message =
        timeline.say(
            write,
            dialog,
            id,
            author,
            new Content(text, null, taken(write, place, id, files)),
            null);
    sessions.customerWrote(write, dialog);
    ReadingTable.customerWrote(write, dialog);
    if (fresh) {
      welcome(write, dialog);
    }
    table.save(write, loaded);
    return message;
  }

  private List<Attachment> taken(Write write, Place place, MessageId id, List<String> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    return attachments
        .takeOfCustomer(write, place.dialog(), id, files)
        .orElseThrow(() -> Refusal.invalid("file", "This file has not been uploaded."));
  }

  private DialogTable.Loaded open(Write write, Place place, CustomerRow customer) {
    Dialog dialog =
        new Dialog(
            place.dialog(),
            place.channel(),
            place.connector(),
            place.customer(),
            sessions.newId(),
            1,
            write.now());
    DialogTable.Loaded loaded = DialogTable.insert(write, dialog);
    write.put(customer, place.dialog());
    sessions.started(write, dialog, null);
    return loaded;
  }

  private void welcome(Write write, Dialog dialog) {
    Channel channel = channels.get(write.tx(), dialog.sessionChannel);
    boolean open = channel.settings().isOpenAt(write.now());
    String text = open ? channel.settings().welcomeText() : channel.settings().offHoursText();
    if (text != null) {
      timeline.announce(write, dialog, text);
    }
    routing.route(write, dialog, channel);
  }

  @Override
  public Optional<Standing> standing(Tx tx, DialogId dialog) {
    return DialogTable.find(tx, dialog)
        .map(loaded -> loaded.dialog)
        .map(d ->
            new Standing(
                d.status, d.session, d.sessionChannel, d.owner, d.rating, d.publicVersion));
  }

  @Override
  public List<Shown> shown(Tx tx, DialogId dialog, long before, int limit) {
    return tx
        .list(
            SHOWN + " AND m.public_position < ? ORDER BY c.position DESC LIMIT ?",
            row -> new Shown(MessageTable.read(row.text(1)), row.number(2), null),
            RowKind.MESSAGE.ordinal(),
            dialog,
            before,
            limit)
        .stream()
        .filter(shown -> curtain.shows(shown.message()))
        .map(shown -> withQuote(tx, shown))
        .toList();
  }

  @Override
  public Optional<Shown> shown(Tx tx, DialogId dialog, MessageId id) {
    return tx.first(
            SHOWN + " AND c.row_key = ? AND m.public_position IS NOT NULL",
            row -> new Shown(MessageTable.read(row.text(1)), row.number(2), null),
            RowKind.MESSAGE.ordinal(),
            dialog,
            id)
        .filter(shown -> curtain.shows(shown.message()))
        .map(shown -> withQuote(tx, shown));
  }

  private Shown withQuote(Tx tx, Shown shown) {
    MessageId quote = shown.message().quote();
    if (quote == null) {
      return shown;
    }
    MessageRow quoted = MessageTable.find(tx, quote).filter(curtain::shows).orElse(null);
    return new Shown(shown.message(), shown.position(), quoted);
  }

  @Override
  public void reached(Write write, DialogId dialog, long position, Delivery delivery) {
    Tx tx = write.tx();
    boolean read = delivery == Delivery.READ;
    String column = read ? "seen_public" : "got_public";
    long before = tx.number("SELECT " + column + " FROM dialog WHERE id = ?", dialog);
    long last = tx.number("SELECT last_public FROM dialog WHERE id = ?", dialog);
    long until = Math.min(position, last);
    if (until <= before) {
      return;
    }
    tx.run("UPDATE dialog SET " + column + " = ? WHERE id = ?", until, dialog);
    List<MessageRow> messages =
        tx.list(
            SHOWN
                // no message's place is before the one it has among what the customer sees
                + " AND c.position > ? AND m.public_position > ? AND m.public_position <= ?"
                + " AND m.author_kind <> 'customer' ORDER BY c.position",
            row -> MessageTable.read(row.text(1)),
            RowKind.MESSAGE.ordinal(),
            dialog,
            before,
            before,
            until);
    for (MessageRow message : messages) {
      boolean raises =
          message.delivery() == Delivery.SENT || (read && message.delivery() == Delivery.DELIVERED);
      if (raises) {
        MessageTable.update(write, message, message.delivered(delivery));
      }
    }
  }

  @Override
  public boolean has(Tx tx, DialogId dialog, SessionId session) {
    return tx.exists("SELECT 1 FROM session WHERE id = ? AND dialog_id = ?", session, dialog);
  }

  @Override
  public boolean rate(
      Write write, DialogId dialog, SessionId session, int stars, @Nullable String comment) {
    DialogTable.Loaded loaded = DialogTable.find(write.tx(), dialog).orElse(null);
    if (loaded == null) {
      return false;
    }
    Dialog d = loaded.dialog;
    if (!d.session.equals(session)) {
      return write
              .tx()
              .run(
                  "UPDATE session SET rating = ? WHERE id = ? AND dialog_id = ?"
                      + " AND status = 'closed'",
                  stars,
                  session,
                  dialog)
          > 0;
    }
    if (d.status != SessionStatus.CLOSING && d.status != SessionStatus.CLOSED) {
      return false;
    }
    if (Objects.equals(d.rating, stars)
        && MessageTable.isRatedWith(write.tx(), dialog, session, comment)) {
      return true; // the answer to the first did not arrive
    }
    d.rating = stars;
    d.publicVersion++;
    timeline.note(write, d, new SystemEvent("rated", null, null, null, null, null, comment, stars));
    if (d.status == SessionStatus.CLOSING) {
      sessions.closingOver(write, d);
    }
    table.save(write, loaded);
    return true;
  }
}
