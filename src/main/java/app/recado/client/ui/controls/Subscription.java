package app.recado.client.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What was subscribed to, to be closed when nobody looks any more. */
public final class Subscription implements AutoCloseable {
  private final List<Runnable> ends = new ArrayList<>();

  /** Calls the consumer with the value now and after each change. */
  public <T extends @Nullable Object> Subscription to(
      ObservableValue<T> value, Consumer<? super T> consumer) {
    ChangeListener<T> listener = (at, was, is) -> consumer.accept(is);
    value.addListener(listener);
    ends.add(() -> value.removeListener(listener));
    consumer.accept(value.getValue());
    return this;
  }

  /**
   * As {@link #to(ObservableValue, Consumer)}, also when another value equals the one before: two
   * lists that are empty both are still two.
   */
  public <T extends @Nullable Object> Subscription toEach(
      ObservableValue<T> value, Consumer<? super T> consumer) {
    InvalidationListener listener = at -> consumer.accept(value.getValue());
    value.addListener(listener);
    ends.add(() -> value.removeListener(listener));
    consumer.accept(value.getValue());
    return this;
  }

  /** Runs the action now and after each change of the list. */
  public <T> Subscription to(ObservableList<T> list, Runnable action) {
    ListChangeListener<T> listener = change -> action.run();
    list.addListener(listener);
    ends.add(() -> list.removeListener(listener));
    action.run();
    return this;
  }

  /** Something else to undo at the end. */
  public Subscription and(Runnable end) {
    ends.add(end);
    return this;
  }

  @Override
  public void close() {
    ends.forEach(Runnable::run);
    ends.clear();
  }
}
