package app.recado.relay.dialog;

import app.recado.protocol.Change;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.Json;
import app.recado.protocol.MessagePage;
import app.recado.protocol.RowKind;
import app.recado.relay.account.Caller;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Cells;
import app.recado.relay.store.Database;
import app.recado.relay.store.Scopes;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Writer;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads timelines and searches them. */
final class HistoryService implements History {

  private final Database database;
  private final Writer writer;

  HistoryService(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  @Override
  public Change.Put dialog(Caller caller, DialogId dialog) {
    return database.read(tx -> {
      Dialog found = visible(tx, caller, dialog);
      long seq =
          tx.number(
              "SELECT seq FROM change WHERE kind = ? AND row_key = ?",
              RowKind.DIALOG.ordinal(),
              dialog);
      return new Change.Put(found.row(), seq);
    });
  }

  @Override
  public Change.Put customer(Caller caller, DialogId dialog) {
    return database.read(tx -> {
      CustomerId id = visible(tx, caller, dialog).row().customer();
      CustomerRow row =
          tx.first(
                  "SELECT name, contact FROM customer WHERE id = ?",
                  cells -> customer(id, cells),
                  id)
              .orElseThrow();
      return new Change.Put(
          row,
          tx.number(
              "SELECT seq FROM change WHERE kind = ? AND row_key = ?",
              RowKind.CUSTOMER.ordinal(),
              id));
    });
  }

  private static CustomerRow customer(CustomerId id, Cells cells) {
    Map<String, String> contact = new TreeMap<>();
    Json.read(cells.text(2), JsonObject.class)
        .asMap()
        .forEach((name, value) -> contact.put(name, value.getAsString()));
    return new CustomerRow(id, cells.text(1), contact);
  }

  @Override
  public boolean sees(Caller caller, DialogId dialog) {
    return database.read(tx -> find(tx, caller, dialog).isPresent());
  }

  @Override
  public MessagePage messages(Caller caller, DialogId dialog, @Nullable Long before, int limit) {
    return database.read(tx -> {
      visible(tx, caller, dialog);
      return page(
          tx.list(
              """
              SELECT data, seq FROM change
              WHERE dialog_id = ? AND kind = ? AND position < ?
              ORDER BY position DESC LIMIT ?
              """,
              HistoryService::read,
              dialog,
              RowKind.MESSAGE.ordinal(),
              before == null ? Long.MAX_VALUE : before,
              limit + 1),
          limit);
    });
  }

  private static Dialog visible(Tx tx, Caller caller, DialogId id) {
    return find(tx, caller, id).orElseThrow(() -> Refusal.notFound("dialog"));
  }

  private static Optional<Dialog> find(Tx tx, Caller caller, DialogId id) {
    Scopes reader = Scopes.load(tx, caller.user());
    return DialogTable.find(tx, id)
        .map(loaded -> loaded.dialog)
        .filter(dialog -> dialog.isVisibleTo(reader));
  }

  @Override
  public MessagePage search(Caller caller, String query, @Nullable String before, int limit) {
    List<String> words = SearchIndex.words(query);
    if (words.isEmpty()) {
      return new MessagePage(List.of(), false);
    }
    SearchIndex.catchUp(database, writer);
    return database.read(tx -> search(tx, caller, words, before, limit));
  }

  private static MessagePage search(
      Tx tx, Caller caller, List<String> words, @Nullable String before, int limit) {
    long below = Long.MAX_VALUE;
    if (before != null) {
      below = tx.number("SELECT num FROM message WHERE id = ?", before);
    }
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(SearchIndex.expression(tx.dialect(), words));
    arguments.add(below);
    String visible =
        Scopes.load(tx, caller.user()).has(Scopes.ALL)
            ? ""
            : " AND EXISTS (SELECT 1 FROM dialog_scope d JOIN user_scope u ON u.scope = d.scope"
                + " AND u.user_id = ? AND u.present = 1"
                + " WHERE d.dialog_id = m.dialog_id AND d.present = 1)";
    if (!visible.isEmpty()) {
      arguments.add(caller.user());
    }
    arguments.add(limit + 1);
    List<Long> numbers =
        tx.list(
            "SELECT m.num"
                + SearchIndex.source(tx.dialect())
                + visible
                + " ORDER BY "
                + SearchIndex.order(tx.dialect())
                + " DESC LIMIT ?",
            row -> row.number(1),
            arguments.toArray());
    List<MessagePage.Sequenced> found = new ArrayList<>();
    for (long number : numbers.stream().sorted(Comparator.reverseOrder()).toList()) {
      tx.first(
              "SELECT c.data, c.seq FROM message m JOIN change c ON c.kind = ? AND c.row_key = m.id"
                  + " WHERE m.num = ?",
              HistoryService::read,
              RowKind.MESSAGE.ordinal(),
              number)
          .ifPresent(found::add);
    }
    return page(found, limit);
  }

  private static MessagePage.Sequenced read(Cells row) {
    return new MessagePage.Sequenced(MessageTable.read(row.text(1)), row.number(2));
  }

  private static MessagePage page(List<MessagePage.Sequenced> found, int limit) {
    boolean more = found.size() > limit;
    return new MessagePage(more ? List.copyOf(found.subList(0, limit)) : found, more);
  }
}
