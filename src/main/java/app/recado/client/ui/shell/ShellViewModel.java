package app.recado.client.ui.shell;

import app.recado.client.state.Mention;
import app.recado.client.state.Tab;
import app.recado.client.sync.Desk;
import app.recado.protocol.Availability;
import app.recado.protocol.UserRow;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/** Where the agent is in the window. FX thread only. */
final class ShellViewModel {
  private final Desk desk;
  private final ReadOnlyObjectWrapper<Place> place =
      new ReadOnlyObjectWrapper<>(Place.CONTACT_CENTER);
  private final BooleanProperty panelWanted = new SimpleBooleanProperty(true);
  private final BooleanProperty panelSlidIn = new SimpleBooleanProperty(false);
  private final IntegerBinding heldCount;
  private final IntegerBinding mentionCount;

  ShellViewModel(Desk desk) {
    this.desk = desk;
    heldCount = new Size(desk.needsAttention());
    mentionCount = new Unread(desk.mentions().all());
  }

  ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  void go(Place there) {
    place.set(there);
  }

  ReadOnlyIntegerProperty unanswered() {
    return desk.inbox().count(Tab.UNANSWERED);
  }

  /** Messages that name the agent and were not looked at. */
  ObservableValue<Number> mentions() {
    return mentionCount;
  }

  ObservableValue<Number> held() {
    return heldCount;
  }

  ObservableValue<UserRow> me() {
    return desk.me();
  }

  /** Whether nobody has been at this desk for a while. */
  ObservableValue<Boolean> idle() {
    return desk.presence().idle();
  }

  void setAvailability(Availability availability) {
    desk.setAvailability(availability);
  }

  /** Whether the agent wants the customer panel beside the conversation where there is room. */
  BooleanProperty panelWanted() {
    return panelWanted;
  }

  /** Whether the panel lies over the conversation where there is no room beside it. */
  BooleanProperty panelSlidIn() {
    return panelSlidIn;
  }

  private static final class Unread extends IntegerBinding {
    private final ObservableList<Mention> list;

    Unread(ObservableList<Mention> list) {
      this.list = list;
      bind(list);
    }

    @Override
    protected int computeValue() {
      return (int) list.stream().filter(mention -> !mention.row().read()).count();
    }
  }

  /** Of a list; {@code Bindings} would bring a hundred classes into the start of the program. */
  private static final class Size extends IntegerBinding {
    private final ObservableList<?> list;

    Size(ObservableList<?> list) {
      this.list = list;
      bind(list);
    }

    @Override
    protected int computeValue() {
      return list.size();
    }
  }
}
