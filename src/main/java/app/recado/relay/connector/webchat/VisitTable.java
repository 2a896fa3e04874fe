package app.recado.relay.connector.webchat;

import app.recado.protocol.ChannelId;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.Json;
import app.recado.protocol.Sha256;
import app.recado.relay.dialog.CustomerSide.Place;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Visits, their customers, and which messages came in already. Stateless. */
final class VisitTable {

  /** A message that came in before. */
  record Inbound(String message, String digest) {}

  private VisitTable() {}

  static Optional<Place> place(Tx tx, String token) {
    return tx.first(
        "SELECT dialog_id, channel_id, connector_id, customer_id FROM visit WHERE hash = ?",
        row ->
            new Place(
                new DialogId(row.text(1)),
                new ChannelId(row.text(2)),
                new ConnectorId(row.text(3)),
                new CustomerId(row.text(4))),
        Sha256.of(token));
  }

  static void insert(Write write, String token, Place place, CustomerRow customer) {
    write
        .tx()
        .run(
            "INSERT INTO customer VALUES (?, ?, ?, ?)",
            customer.id(),
            customer.name(),
            Json.write(customer.contact()),
            write.now());
    write
        .tx()
        .run(
            "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?)",
            Sha256.of(token),
            place.customer(),
            place.dialog(),
            place.channel(),
            place.connector(),
            write.now());
  }

  static CustomerRow customer(Tx tx, CustomerId id) {
    return tx.first(
            "SELECT name, contact FROM customer WHERE id = ?",
            row -> new CustomerRow(id, row.text(1), contact(row.text(2))),
            id)
        .orElseThrow();
  }

  private static Map<String, String> contact(String json) {
    Map<String, String> contact = new TreeMap<>();
    Json.read(json, JsonObject.class)
        .asMap()
        .forEach((name, value) -> contact.put(name, value.getAsString()));
    return contact;
  }

  static void update(Write write, CustomerRow customer) {
    write
        .tx()
        .run(
            "UPDATE customer SET name = ?, contact = ? WHERE id = ?",
            customer.name(),
            Json.write(customer.contact()),
            customer.id());
  }

  static boolean hasDialog(Tx tx, DialogId dialog) {
    return tx.exists("SELECT 1 FROM dialog WHERE id = ?", dialog);
  }

  static Optional<Inbound> inbound(Tx tx, Place place, String externalId) {
    return tx.first(
        "SELECT message_id, digest FROM inbound WHERE connector_id = ? AND external_id = ?",
        row -> new Inbound(row.text(1), row.text(2)),
        place.connector(),
        externalId);
  }

  static void cameIn(Write write, Place place, String externalId, Inbound inbound) {
    write
        .tx()
        .run(
            "INSERT INTO inbound VALUES (?, ?, ?, ?)",
            place.connector(),
            externalId,
            inbound.message(),
            inbound.digest());
  }

  static boolean isMessage(Tx tx, String id) {
    return tx.exists("SELECT 1 FROM message WHERE id = ?", id);
  }
}
