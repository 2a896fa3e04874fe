package app.recado.relay.store;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The database's epoch: every cursor carries it, so that a relay restored from a backup sends its
 * readers back to a fresh snapshot instead of skipping what they have and it lacks.
 */
public final class Identity {

  private Identity() {}

  /** Gives a new database its epoch, and one that was restored a new one. */
  public static void settle(Database database, RandomGenerator random) {
    Session session = database.openSession();
    try (session) {
      session.beginWriting();
      Tx tx = session.tx();
      String epoch = HexFormat.of().toHexDigits(random.nextLong());
      boolean fresh =
          tx.run(
                  "INSERT INTO counter (id, seq, epoch, restored) VALUES (1, 0, ?, 0)"
                      + " ON CONFLICT (id) DO NOTHING",
                  epoch)
              > 0;
      if (!fresh) {
        tx.run("UPDATE counter SET epoch = ?, restored = 0 WHERE id = 1 AND restored = 1", epoch);
      }
      session.commit();
    }
  }
}
