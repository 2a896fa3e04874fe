package app.recado.client.sync;

import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserRow;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Canned responses as windows use them: each act becomes a command of the outbox. */
final class SessionCanned implements DeskCanned {
  private final ObservableList<CannedRow> all;
  private final ObservableValue<UserRow> me;
  private final Ids ids;
  private final Consumer<Intent> outbox;
  private final Predicate<Intent> undo;

  SessionCanned(
      ObservableList<CannedRow> all,
      ObservableValue<UserRow> me,
      Ids ids,
      Consumer<Intent> outbox,
      Predicate<Intent> undo) {
    this.all = all;
    this.me = me;
    this.ids = ids;
    this.outbox = outbox;
    this.undo = undo;
  }

  @Override
  public ObservableList<CannedRow> all() {
    return all;
  }

  @Override
  public void create(Content content) {
    put(new CannedId(ids.next()), content, null);
  }

  @Override
  public void save(CannedId id, Content content) {
    put(id, content, null);
  }

  @Override
  public void saveFrom(MessageId message, Content content) {
    CannedRow before = madeFrom(message);
    put(before == null ? new CannedId(ids.next()) : before.id(), content, message);
  }

  @Override
  public @Nullable CannedRow madeFrom(MessageId message) {
    return all.stream()
        .filter(row -> message.equals(row.source()) && row.owner().equals(me.getValue().id()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void delete(CannedId id) {
    outbox.accept(new Intent.DeleteCanned(id));
  }

  @Override
  public boolean restore(CannedId id) {
    return undo.test(new Intent.DeleteCanned(id));
  }

  @Override
  public void used(CannedId id) {
    outbox.accept(new Intent.CountCanned(id, 1));
  }

  private void put(CannedId id, Content content, @Nullable MessageId source) {
    outbox.accept(
        new Intent.SaveCanned(
            id,
            content.scope(),
            content.channel(),
            content.section().strip(),
            content.title().strip(),
            content.shortcut(),
            content.text(),
            content.files().stream().map(file -> file.id().value()).toList(),
            source));
  }
}
