package app.recado.client.cache;

import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Drafts that the relay does not have yet. */
public final class LocalDraftTable {
  private final Database database;

  LocalDraftTable(Database database) {
    this.database = database;
  }

  public List<LocalDraft> all() {
    return database.read(() -> {
      List<LocalDraft> drafts = new ArrayList<>();
      try (ResultSet rows =
          database.prepare("SELECT dialog, kind, text, quote, base FROM draft").executeQuery()) {
        while (rows.next()) {
          drafts.add(draft(rows));
        }
      }
      return drafts;
    });
  }

  static LocalDraft draft(ResultSet row) throws SQLException {
    String quote = row.getString(4);
    return new LocalDraft(
        new DialogId(row.getString(1)),
        DraftKind.valueOf(row.getString(2)),
        row.getString(3),
        quote == null ? null : new MessageId(quote),
        row.getLong(5));
  }

  public void put(LocalDraft draft) {
    database.transaction(() -> {
      PreparedStatement statement =
          database.prepare(
              "INSERT INTO draft (dialog, kind, text, quote, base) VALUES (?, ?, ?, ?, ?)"
                  + " ON CONFLICT (dialog, kind) DO UPDATE SET text = excluded.text,"
                  + " quote = excluded.quote, base = excluded.base");
      statement.setString(1, draft.dialog().value());
      statement.setString(2, draft.kind().name());
      statement.setString(3, draft.text());
      statement.setString(4, draft.quote() == null ? null : draft.quote().value());
      statement.setLong(5, draft.base());
      return statement.executeUpdate();
    });
  }

  public void remove(DialogId dialog, DraftKind kind) {
    database.transaction(() -> {
      PreparedStatement statement =
          database.prepare("DELETE FROM draft WHERE dialog = ? AND kind = ?");
      statement.setString(1, dialog.value());
      statement.setString(2, kind.name());
      return statement.executeUpdate();
    });
  }
}
