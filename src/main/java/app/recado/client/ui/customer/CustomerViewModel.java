package app.recado.client.ui.customer;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.protocol.DialogId;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What is known of the customer whose dialog is open. FX thread only. */
public final class CustomerViewModel implements AutoCloseable {
  private final Desk desk;
  private final ReadOnlyObjectWrapper<@Nullable DialogItem> item = new ReadOnlyObjectWrapper<>();
  private final ChangeListener<@Nullable DialogItem> changed = (at, was, is) -> item.set(is);
  private @Nullable ObservableValue<@Nullable DialogItem> source;

  public CustomerViewModel(Desk desk) {
    this.desk = desk;
  }

  /** Shows the customer of a dialog; nobody for null. */
  public void open(@Nullable DialogId dialog) {
    stop();
    if (dialog == null) {
      item.set(null);
      return;
    }
    ObservableValue<@Nullable DialogItem> next = desk.inbox().item(dialog);
    next.addListener(changed);
    source = next;
    item.set(next.getValue());
  }

  public ReadOnlyObjectProperty<@Nullable DialogItem> item() {
    return item.getReadOnlyProperty();
  }

  public Instant relayNow() {
    return desk.relayNow();
  }

  /** Who answers; null while nobody does. */
  @Nullable String ownerName() {
    DialogItem shown = item.get();
    UserRow owner = shown == null ? null : shown.owner();
    return owner == null ? null : owner.name();
  }

  /** Who joined, as far as they are known. */
  List<String> participantNames() {
    DialogItem shown = item.get();
    List<String> names = new ArrayList<>();
    if (shown != null) {
      shown.dialog().participants().forEach(user -> addName(user, names));
    }
    return names;
  }

  private void addName(UserId user, List<String> names) {
    UserRow me = desk.me().getValue();
    if (me.id().equals(user)) {
      names.add(me.name());
      return;
    }
    desk.people().stream()
        .filter(person -> person.id().equals(user))
        .findFirst()
        .ifPresent(person -> names.add(person.name()));
  }

  private void stop() {
    ObservableValue<@Nullable DialogItem> old = source;
    if (old != null) {
      old.removeListener(changed);
      source = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
