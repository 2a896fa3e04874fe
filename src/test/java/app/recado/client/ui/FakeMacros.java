package app.recado.client.ui;

import app.recado.client.sync.DeskMacros;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Macros that a test sets by hand; every act is kept and changes nothing. */
public final class FakeMacros implements DeskMacros {
  public final ObservableList<MacroRow> all = FXCollections.observableArrayList();
  private final List<String> calls;

  FakeMacros(List<String> calls) {
    this.calls = calls;
  }

  @Override
  public ObservableList<MacroRow> all() {
    return all;
  }

  @Override
  public void create(Content content) {
    calls.add("macros.create " + content);
  }

  @Override
  public void save(MacroId id, Content content) {
    calls.add("macros.save " + id + " " + content);
  }

  @Override
  public void delete(MacroId id) {
    calls.add("macros.delete " + id);
  }

  @Override
  public boolean restore(MacroId id) {
    calls.add("macros.restore " + id);
    return true;
  }
}
