package app.recado.relay.account;

import app.recado.protocol.AuditPage;
import app.recado.protocol.Ids;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit table. */
public final class AuditTable implements AuditTrail {

  private final Ids ids;

  public AuditTable(Ids ids) {
    this.ids = ids;
  }

  /** The newest rows before one; ids are hexadecimal and ascend with time. */
  static AuditPage page(Tx tx, @Nullable String before, int limit) {
    List<AuditPage.Entry> found =
        tx.list(
            "SELECT id, at, actor, action, target, details FROM audit WHERE id < ?"
                + " ORDER BY id DESC LIMIT ?",
            row -> {
              String actor = row.textOrNull(3);
              return new AuditPage.Entry(
                  row.text(1),
                  row.time(2),
                  actor == null ? null : new UserId(actor),
                  row.text(4),
                  row.text(5),
                  row.text(6));
            },
            before == null ? "g" : before,
            limit + 1);
    return new AuditPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
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
