package app.recado.client.cache;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The files of drafts and of what waits in the outbox. */
public final class LocalFileTable {
  private final Database database;

  LocalFileTable(Database database) {
    this.database = database;
  }

  /** All of them, oldest first. */
  public List<LocalFile> all() {
    return database.read(() -> {
      List<LocalFile> files = new ArrayList<>();
      try (ResultSet rows =
          database
              .prepare("SELECT dialog, kind, file, uploaded, source FROM attachment ORDER BY id")
              .executeQuery()) {
        while (rows.next()) {
          String source = rows.getString(5);
          files.add(file(rows).from(source == null ? null : new FileId(source)));
        }
      }
      return files;
    });
  }

  static LocalFile file(ResultSet row) throws SQLException {
    String dialog = row.getString(1);
    String kind = row.getString(2);
    return new LocalFile(
        Json.read(row.getString(3), Attachment.class),
        dialog == null ? null : new DialogId(dialog),
        kind == null ? null : DraftKind.valueOf(kind),
        row.getInt(4) == 1);
  }

  public void put(LocalFile file) {
    DialogId dialog = file.dialog();
    DraftKind kind = file.kind();
    database.transaction(() -> {
      PreparedStatement statement =
          database.prepare(
              "INSERT INTO attachment (id, dialog, kind, file, uploaded, source)"
                  + " VALUES (?, ?, ?, ?, ?, ?)"
                  + " ON CONFLICT (id) DO UPDATE SET dialog = excluded.dialog,"
                  + " kind = excluded.kind, uploaded = excluded.uploaded");
      statement.setString(1, file.id().value());
      statement.setString(2, dialog == null ? null : dialog.value());
      statement.setString(3, kind == null ? null : kind.name());
      statement.setString(4, Json.write(file.file()));
      statement.setInt(5, file.uploaded() ? 1 : 0);
      statement.setString(6, file.source() == null ? null : file.source().value());
      return statement.executeUpdate();
    });
  }

  public void remove(FileId id) {
    database.transaction(() -> {
      PreparedStatement statement = database.prepare("DELETE FROM attachment WHERE id = ?");
      statement.setString(1, id.value());
      return statement.executeUpdate();
    });
  }
}
