package app.recado.relay.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for what must never be in a relay's database. */
public final class Inspection {
  /** Each counts rows that break a rule. */
  private static final Map<String, String> RULES = rules();

  private Inspection() {}

  /** What is wrong, each as one line; empty for a sound database. */
  public static List<String> problems(Database database) {
    List<String> problems = new ArrayList<>();
    if (database.dialect() == Dialect.SQLITE) {
      database.read(tx -> tx.list("PRAGMA integrity_check(20)", row -> row.text(1))).stream()
          .filter(line -> !line.equals("ok"))
          .forEach(line -> problems.add("SQLite: " + line));
    }
    RULES.forEach((rule, sql) -> {
      long count = database.read(tx -> tx.number(sql));
      if (count > 0) {
        problems.add(rule + ": " + count);
      }
    });
    return problems;
  }

  private static Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    rules.put(
        "changes numbered beyond the counter",
        "SELECT COUNT(*) FROM change WHERE seq > (SELECT seq FROM counter)");
    rules.put(
        "dialogs without their latest session",
        """
        SELECT COUNT(*) FROM dialog d WHERE NOT EXISTS
          (SELECT 1 FROM session s WHERE s.id = d.session_id AND s.dialog_id = d.id)
        """);
    rules.put(
        "dialogs with an open session that is not the latest",
        """
        SELECT COUNT(*) FROM dialog d JOIN session s ON s.dialog_id = d.id
        WHERE s.ended_at IS NULL AND s.id <> d.session_id
        """);
    rules.put(
        "dialogs whose messages are not numbered without gaps",
        """
        SELECT COUNT(*) FROM (
          SELECT d.id FROM dialog d LEFT JOIN message m ON m.dialog_id = d.id
          GROUP BY d.id, d.last_position
          HAVING COUNT(m.id) <> d.last_position
            OR COALESCE(MAX(m.position), 0) <> d.last_position) broken
        """);
    rules.put(
        "messages that no desk would be told of",
        """
        SELECT COUNT(*) FROM message m WHERE NOT EXISTS
          (SELECT 1 FROM change c WHERE c.dialog_id = m.dialog_id AND c.position = m.position)
        """);
    rules.put(
        "whispers among what the customer sees",
        """
        SELECT COUNT(*) FROM message m
        JOIN change c ON c.dialog_id = m.dialog_id AND c.position = m.position
        WHERE m.public_position IS NOT NULL AND c.data LIKE '%"whisper":true%'
        """);
    rules.put(
        "customers' messages stored twice",
        """
        SELECT COUNT(*) FROM (
          SELECT message_id FROM inbound GROUP BY message_id HAVING COUNT(*) > 1) twice
        """);
    rules.put(
        "queues with agents or channels that do not exist",
        """
        SELECT COUNT(*) FROM queue_agent q
        WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = q.user_id)
          OR NOT EXISTS (SELECT 1 FROM channel c WHERE c.id = q.channel_id)
        """);
    return rules;
  }
}
