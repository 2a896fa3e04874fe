package app.recado.client.sync;

import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.ObservableList;

/** Macros as windows use them: each act becomes a command of the outbox. */
final class SessionMacros implements DeskMacros {
  private final ObservableList<MacroRow> all;
  private final Ids ids;
  private final Consumer<Intent> outbox;
  private final Predicate<Intent> undo;

  SessionMacros(
      ObservableList<MacroRow> all, Ids ids, Consumer<Intent> outbox, Predicate<Intent> undo) {
    this.all = all;
    this.ids = ids;
    this.outbox = outbox;
    this.undo = undo;
  }

  @Override
  public ObservableList<MacroRow> all() {
    return all;
  }

  @Override
  public void create(Content content) {
    save(new MacroId(ids.next()), content);
  }

  @Override
  public void save(MacroId id, Content content) {
    outbox.accept(
        new Intent.SaveMacro(
            id, content.scope(), content.channel(), content.name().strip(), content.steps()));
  }

  @Override
  public void delete(MacroId id) {
    outbox.accept(new Intent.DeleteMacro(id));
  }

  @Override
  public boolean restore(MacroId id) {
    return undo.test(new Intent.DeleteMacro(id));
  }
}
