package app.recado.client.ui;

import app.recado.client.sync.DeskCanned;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.MessageId;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Canned responses that a test sets by hand; every act is kept and changes nothing. */
public final class FakeCanned implements DeskCanned {
  public final ObservableList<CannedRow> all = FXCollections.observableArrayList();
  private final List<String> calls;

  FakeCanned(List<String> calls) {
    this.calls = calls;
  }

  @Override
  public ObservableList<CannedRow> all() {
    return all;
  }

  @Override
  public void create(Content content) {
    calls.add("canned.create " + content);
  }

  @Override
  public void save(CannedId id, Content content) {
    calls.add("canned.save " + id + " " + content);
  }

  @Override
  public void saveFrom(MessageId message, Content content) {
    calls.add("canned.saveFrom " + message + " " + content);
  }

  @Override
  public @Nullable CannedRow madeFrom(MessageId message) {
    return all.stream().filter(row -> message.equals(row.source())).findFirst().orElse(null);
  }

  @Override
  public void delete(CannedId id) {
    calls.add("canned.delete " + id);
  }

  @Override
  public boolean restore(CannedId id) {
    calls.add("canned.restore " + id);
    return true;
  }

  @Override
  public void used(CannedId id) {
    calls.add("canned.used " + id);
  }
}
