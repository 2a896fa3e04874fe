package app.recado.relay.store;

import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DeviceId;
import app.recado.protocol.Json;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.Sha256;
import app.recado.protocol.UserId;
import java.util.Optional;

/**
 * What became of every command, for ever: the same id and body again gets the first outcome. Open
 * to subclasses so that tests can plant a relay that forgets.
 */
public class CommandLog {

  /** A command that was here before. */
  public record Entry(UserId user, String digest, Outcome outcome) {}

  public Optional<Entry> find(Tx tx, CommandId id) {
    return tx.first(
        "SELECT user_id, digest, outcome FROM command WHERE id = ?",
        row ->
            new Entry(new UserId(row.text(1)), row.text(2), Json.read(row.text(3), Outcome.class)),
        id);
  }

  /** Whether the command is known and was applied. */
  public boolean isApplied(Tx tx, CommandId id) {
    return tx.exists("SELECT 1 FROM command WHERE id = ? AND applied = 1", id);
  }

  public void record(Write write, UserId user, DeviceId device, String digest, Outcome outcome) {
    write
        .tx()
        .run(
            "INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)",
            outcome.id(),
            user,
            device,
            digest,
            Json.write(outcome),
            outcome.outcome() == OutcomeKind.APPLIED,
            write.now());
  }

  /** A digest of what a repeated id must agree in. */
  public static String digest(Command command) {
    return Sha256.of(command.canonicalBody());
  }
}
