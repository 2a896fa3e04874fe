package app.recado.relay.account;

import app.recado.protocol.Ids;
import app.recado.protocol.UserId;
import app.recado.relay.store.Write;
import org.jspecify.annotations.Nullable;

/** The audit table. */
public final class AuditTable implements AuditTrail {

  private final Ids ids;

  public AuditTable(Ids ids) {
    this.ids = ids;
  }

  @Override
  public void record(
      Write write, @Nullable UserId actor, String action, String target, String details) {
    write
        .tx()
        .run(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)",
            ids.next(),
            write.now(),
            actor,
            action,
            target,
            details);
  }
}
