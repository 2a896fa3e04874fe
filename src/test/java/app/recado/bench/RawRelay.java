package app.recado.bench;

import app.recado.protocol.Json;
import app.recado.protocol.RowKind;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.sqlite.SQLiteConfig;

/**
 * The relay's own schema with the relay's own settings, written by nothing but JDBC: what the relay
 * is compared with. One thread writes the rows of whatever replies wait, the same as the relay
 * writes for them, in one transaction ({@code synchronous=FULL}) and then answers everybody. It
 * checks nothing, reads nothing and makes nothing up: what it writes is cut out of the rows of a
 * reply that the relay has written.
 */
final class RawRelay implements AutoCloseable {
  /** Messages go into the full text so many at once. */
  private static final int WORDS = 500;

  /** What grows by a reply; the first is how many replies there are. */
  private static final List<String> TOTALS =
      List.of(
          "COUNT(*) FROM message",
          "COUNT(*) FROM change",
          "COUNT(*) FROM command",
          "SUM(LENGTH(data)) FROM change",
          "SUM(LENGTH(outcome) + LENGTH(digest)) FROM command");

  /** The dialogs with the rows of the reply that is their last message. */
  private static final String REPLIED =
      """
      SELECT d.id, d.last_message, d.last_position, shown.data AS dialog, said.data AS message,
        m.id AS reply, m.session_id, m.author_id, m.device_id, k.digest, k.outcome
      FROM command k JOIN message m ON m.id = k.id JOIN dialog d ON d.id = m.dialog_id
        JOIN change shown ON shown.row_key = d.id AND shown.kind = %d
        JOIN change said ON said.row_key = m.id AND said.kind = %d
      WHERE m.position = d.last_position
      """
          .formatted(RowKind.DIALOG.ordinal(), RowKind.MESSAGE.ordinal());

  private static final long DAY = 86_400_000;

  private static final double SAME = 0.02;

  private static final String LOG =
      "INSERT INTO change (seq, kind, row_key, row_id, dialog_id, user_id, scope, position, data)"
          + " VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, ?)"
          + " ON CONFLICT (kind, row_key) DO UPDATE SET seq = excluded.seq, data = excluded.data";

  private final Path file;
  private final Connection connection;
  private final double[] begun;
  private final Map<String, Dialog> dialogs = new HashMap<>();
  private final BlockingQueue<Reply> waiting = new LinkedBlockingQueue<>();
  private final Map<Long, String> words = new LinkedHashMap<>();
  private final Thread thread = new Thread(this::run, "raw-relay");
  private long seq;
  private volatile boolean closed;

  /**
   * Begins with what a relay holds now. Replies can be written into the dialogs whose last message
   * is one.
   *
   * @param relay the relay's data folder
   * @param file a new one
   */
  RawRelay(Path relay, Path file) throws SQLException {
    try (Connection from = settings().createConnection("jdbc:sqlite:" + file(relay));
        PreparedStatement copy = from.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, file.toString());
      copy.execute();
    }
    this.file = file;
    connection = settings().createConnection("jdbc:sqlite:" + file);
    begun = totals(connection);
    try (Statement all = connection.createStatement()) {
      try (ResultSet head = all.executeQuery("SELECT seq FROM counter")) {
        seq = head.getLong(1);
      }
      try (ResultSet rows = all.executeQuery(REPLIED)) {
        while (rows.next()) {
          dialogs.put(rows.getString("id"), new Dialog(rows));
        }
      }
    }
    connection.setAutoCommit(false);
    thread.start();
  }

  /** As the relay opens its own. */
  private static SQLiteConfig settings() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "20000");
    config.setCacheSize(-32_000);
    config.setGetGeneratedKeys(false);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    return config;
  }

  /** Answers a request of one reply once its rows are on disk. */
  byte[] answer(byte[] body) {
    JsonObject command =
        Json.read(new String(body, StandardCharsets.UTF_8), JsonObject.class)
            .getAsJsonArray("commands")
            .get(0)
            .getAsJsonObject();
    String id = command.get("id").getAsString();
    Reply reply =
        new Reply(
            id,
            command.get("dialog").getAsString(),
            command.getAsJsonObject("args").get("text").getAsString(),
            new CompletableFuture<>());
    waiting.add(reply);
    reply.done.join();
    return Sends.applied(id);
  }

  private void run() {
    List<Reply> group = new ArrayList<>();
    try (Statements statements = new Statements(connection)) {
      while (!closed) {
        group.clear();
        group.add(waiting.take());
        waiting.drainTo(group);
        for (Reply reply : group) {
          write(statements, reply);
        }
        statements.counted(seq);
        if (words.size() >= WORDS) {
          statements.words(words);
          words.clear();
        }
        connection.commit();
        group.forEach(reply -> reply.done.complete(true));
      }
    } catch (SQLException e) {
      group.forEach(reply -> reply.done.completeExceptionally(e));
    } catch (InterruptedException over) {
      // closed
    }
  }

  private void write(Statements statements, Reply reply) throws SQLException {
    Dialog dialog = dialogs.get(reply.dialog);
    dialog.next(reply.id);
    long number = ++seq;
    statements.logged(
        number, RowKind.MESSAGE, reply.id, reply.dialog, dialog.position, dialog.message);
    statements.message(number, reply, dialog);
    statements.dialog(reply.dialog, dialog);
    statements.logged(++seq, RowKind.DIALOG, reply.dialog, reply.dialog, 0, dialog.shown);
    statements.command(reply, dialog);
    words.put(number, reply.text);
  }

  @Override
  public void close() throws Exception {
    closed = true;
    thread.interrupt();
    thread.join();
    connection.close();
  }

  /**
   * Checks that the relay wrote as many rows for each of its replies, and as long ones, as were
   * written here for each of these.
   *
   * @throws IllegalStateException if it did not: the comparison would not be fair
   */
  void checkSame(Path relay) throws SQLException {
    try (Connection its = settings().createConnection("jdbc:sqlite:" + file(relay));
        Connection own = settings().createConnection("jdbc:sqlite:" + file)) {
      double[] there = totals(its);
      double[] here = totals(own);
      for (int i = 1; i < TOTALS.size(); i++) {
        double much = (there[i] - begun[i]) / (there[0] - begun[0]);
        double ours = (here[i] - begun[i]) / (here[0] - begun[0]);
        if (Math.abs(much - ours) > SAME * much) {
          throw new IllegalStateException(
              "a reply's " + TOTALS.get(i) + ": " + much + " there, " + ours + " here");
        }
      }
    }
  }

  private static double[] totals(Connection of) throws SQLException {
    double[] found = new double[TOTALS.size()];
    try (Statement all = of.createStatement()) {
      for (int i = 0; i < found.length; i++) {
        try (ResultSet number = all.executeQuery("SELECT " + TOTALS.get(i))) {
          found[i] = number.getDouble(1);
        }
      }
    }
    return found;
  }

  private static Path file(Path relay) {
    return relay.resolve("relay.db");
  }

  private record Reply(String id, String dialog, String text, CompletableFuture<Boolean> done) {}

  /** What is stored of a dialog and its last reply, which changes by the next one's id alone. */
  private static final class Dialog {
    final String session;
    final String author;
    final String device;
    final String digest;
    String last;
    String shown;
    String message;
    String outcome;
    String reply;
    long position;

    private Dialog(ResultSet row) throws SQLException {
      session = row.getString("session_id");
      author = row.getString("author_id");
      device = row.getString("device_id");
      digest = row.getString("digest");
      last = row.getString("last_message");
      shown = row.getString("dialog");
      message = row.getString("message");
      outcome = row.getString("outcome");
      reply = row.getString("reply");
      position = row.getLong("last_position");
    }

    void next(String id) {
      last = last.replace(reply, id);
      shown = shown.replace(reply, id);
      message = message.replace(reply, id);
      outcome = outcome.replace(reply, id);
      reply = id;
      position++;
    }
  }

  /** What is written for a reply. */
  private static final class Statements implements AutoCloseable {
    private final PreparedStatement log;
    private final PreparedStatement message;
    private final PreparedStatement dialog;
    private final PreparedStatement command;
    private final PreparedStatement counter;
    private final PreparedStatement words;
    private final PreparedStatement indexed;

    Statements(Connection on) throws SQLException {
      log = on.prepareStatement(LOG);
      message = on.prepareStatement("INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, 'agent', ?, ?)");
      dialog =
          on.prepareStatement(
              "UPDATE dialog SET last_message = ?, last_position = ?, last_public = ?,"
                  + " public_version = ?, updated_at = ?, replied_at = ?, due_at = ? WHERE id = ?");
      command = on.prepareStatement("INSERT INTO command VALUES (?, ?, ?, ?, ?, 1, ?)");
      counter = on.prepareStatement("UPDATE counter SET seq = ? WHERE id = 1");
      words = on.prepareStatement("INSERT INTO message_text (rowid, text) VALUES (?, ?)");
      indexed = on.prepareStatement("UPDATE counter SET indexed = ? WHERE id = 1");
    }

    void logged(long seq, RowKind kind, String id, String dialogId, long position, String data)
        throws SQLException {
      log.setLong(1, seq);
      log.setLong(2, kind.ordinal());
      log.setString(3, id);
      log.setString(4, id);
      log.setString(5, dialogId);
      log.setLong(6, position);
      log.setString(7, data);
      log.executeUpdate();
    }

    void message(long number, Reply reply, Dialog to) throws SQLException {
      message.setLong(1, number);
      message.setString(2, reply.id);
      message.setString(3, reply.dialog);
      message.setString(4, to.session);
      message.setLong(5, to.position);
      message.setLong(6, to.position);
      message.setString(7, to.author);
      message.setString(8, to.device);
      message.executeUpdate();
    }

    void dialog(String id, Dialog now) throws SQLException {
      long time = System.currentTimeMillis();
      dialog.setString(1, now.last);
      dialog.setLong(2, now.position);
      dialog.setLong(3, now.position);
      dialog.setLong(4, now.position);
      dialog.setLong(5, time);
      dialog.setLong(6, time);
      dialog.setLong(7, time + DAY);
      dialog.setString(8, id);
      dialog.executeUpdate();
    }

    void command(Reply reply, Dialog of) throws SQLException {
      command.setString(1, reply.id);
      command.setString(2, of.author);
      command.setString(3, of.device);
      command.setString(4, of.digest);
      command.setString(5, of.outcome);
      command.setLong(6, System.currentTimeMillis());
      command.executeUpdate();
    }

    void counted(long seq) throws SQLException {
      counter.setLong(1, seq);
      counter.executeUpdate();
    }

    void words(Map<Long, String> texts) throws SQLException {
      long last = 0;
      for (Map.Entry<Long, String> each : texts.entrySet()) {
        words.setLong(1, each.getKey());
        words.setString(2, each.getValue());
        words.executeUpdate();
        last = Math.max(last, each.getKey());
      }
      indexed.setLong(1, last);
      indexed.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      for (PreparedStatement each :
          List.of(log, message, dialog, command, counter, words, indexed)) {
        each.close();
      }
    }
  }
}
