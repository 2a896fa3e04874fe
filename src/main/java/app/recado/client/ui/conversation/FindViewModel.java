package app.recado.client.ui.conversation;

import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Finding within the open dialog: from the newest match upwards. FX thread only; needs no toolkit.
 */
final class FindViewModel {
  private static final Duration TYPING = Duration.ofMillis(120);

  private final Desk desk;
  private final Later later;
  private final Consumer<MessageId> jump;
  private final Texts texts = Texts.of("conversation");
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private Subscription typing = Subscription.EMPTY;
  private @Nullable DialogId dialog;
  private List<MessageId> found = List.of();
  private int at;

  /**
   * @param jump shows a message of the open dialog and leaves the keyboard where it is
   */
  FindViewModel(Desk desk, Later later, Consumer<MessageId> jump) {
    this.desk = desk;
    this.later = later;
    this.jump = jump;
    query.subscribe(typed -> {
      typing.unsubscribe();
      if (typed.isBlank()) {
        show(List.of());
        count.set("");
      } else {
        typing = later.after(TYPING, this::find);
      }
    });
  }

  /** Begins in this dialog. */
  void open(DialogId in) {
    dialog = in;
    open.set(true);
    if (!query.get().isBlank()) {
      find();
    }
  }

  void close() {
    typing.unsubscribe();
    open.set(false);
    dialog = null;
    query.set("");
  }

  /** To the match above, or below; wraps round. */
  void step(int by) {
    if (!found.isEmpty()) {
      at = Math.floorMod(at + by, found.size());
      shown();
    }
  }

  private void find() {
    DialogId in = dialog;
    if (in != null) {
      desk.find(
          in,
          query.get().strip(),
          ids -> {
            if (in.equals(dialog)) {
              show(ids);
            }
          });
    }
  }

  private void show(List<MessageId> ids) {
    found = ids;
    at = ids.size() - 1;
    if (ids.isEmpty()) {
      count.set(texts.get("find.none"));
    } else {
      shown();
    }
  }

  private void shown() {
    count.set(texts.get("find.count", found.size() - at, found.size()));
    jump.accept(found.get(at));
  }

  StringProperty queryProperty() {
    return query;
  }

  /** Which of how many, the newest being the first; empty while nothing is looked for. */
  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }
}
