package app.recado.client.sync;

import app.recado.client.cache.Cache;
import app.recado.client.cache.OutboxFile;
import app.recado.protocol.DialogId;
import app.recado.protocol.Ids;
import java.util.Set;
import java.util.function.Consumer;

/** How an engine makes its most delicate parts, so that a simulation can put faulty ones in. */
record DeskParts(ApplierMaker applier, OutboxMaker outbox) {
  static final DeskParts REAL = new DeskParts(ChangeApplier::new, Outbox::new);

  interface ApplierMaker {
    ChangeApplier make(Cache cache);
  }

  interface OutboxMaker {
    Outbox make(OutboxFile file, Ids ids, RelayClock clock, Consumer<Set<DialogId>> changed);
  }
}
