package app.recado.client.ui.conversation;

import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Scope;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.flowless.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Which message of the timeline is chosen, by key or mouse, what is selected in it, and what the
 * keys do with it.
 */
final class MessageChoice {
  private final TimelineView view;
  private final Register register;
  private @Nullable MessageText selecting;
  private @Nullable String selectedKey;

  MessageChoice(TimelineView view, Register register) {
    this.view = view;
    this.register = register;
  }

  void forget() {
    selectedKey = null;
    selecting = null;
  }

  void choose(TimelineEntry.Message message) {
    selectedKey = message.key();
  }

  /** A text selection begins; the one before goes. */
  void selecting(MessageText text) {
    MessageText before = selecting;
    if (before != null && before != text) {
      before.clearSelection();
    }
    selecting = text;
  }

  /** The text selected with the mouse; empty if none is. */
  String selectedText() {
    return selecting == null ? "" : selecting.selected();
  }

  /** A press chooses the message under it and brings the keyboard here. */
  void mousePressed(MouseEvent event) {
    for (Node at = (Node) event.getTarget(); at != null && at != view; at = at.getParent()) {
      if (at instanceof ButtonBase) {
        return;
      }
      if (at instanceof BubbleRow row && row.message() != null) {
        selectedKey = row.message().key();
        row.requestFocus();
        return;
      }
    }
    view.requestFocus();
  }

  void keyPressed(KeyEvent event) {
    VirtualFlow<TimelineEntry, EntryCell> list = view.flow();
    if (list == null) {
      return;
    }
    switch (event.getCode()) {
      case UP -> select(-1);
      case DOWN -> select(1);
      case PAGE_UP -> list.scrollYBy(-view.getHeight() * 0.9);
      case PAGE_DOWN -> list.scrollYBy(view.getHeight() * 0.9);
      case HOME -> list.show(0);
      case END -> view.toEnd();
      default -> {
        Action action = register.byKey(event, Scope.MESSAGE);
        if (action == null || !action.run()) {
          return;
        }
      }
    }
    event.consume();
  }

  /** Opens the menu of the chosen message; of the newest in view if none is chosen. */
  void openMenu() {
    TimelineEntry.Message message = message();
    VirtualFlow<TimelineEntry, EntryCell> list = view.flow();
    if (list != null && message != null) {
      openMenuByKey(list, message);
    } else {
      select(-1);
      view.afterLayout(() -> {
        TimelineEntry.Message chosen = message();
        VirtualFlow<TimelineEntry, EntryCell> now = view.flow();
        if (now != null && chosen != null) {
          openMenuByKey(now, chosen);
        }
      });
    }
  }

  private void openMenuByKey(
      VirtualFlow<TimelineEntry, EntryCell> list, TimelineEntry.Message message) {
    place(list, message).ifPresent(at -> view.menu(message, at));
  }

  /** Where the chosen message's menu opens; nothing while none is in view. */
  Optional<Bounds> place() {
    VirtualFlow<TimelineEntry, EntryCell> list = view.flow();
    TimelineEntry.Message message = message();
    return list == null || message == null ? Optional.empty() : place(list, message);
  }

  private Optional<Bounds> place(
      VirtualFlow<TimelineEntry, EntryCell> list, TimelineEntry.Message message) {
    int index = indexOf(message.key());
    return index < 0
        ? Optional.empty()
        : list.getCellIfVisible(index).map(EntryCell::bubble).map(BubbleRow::menuPlace);
  }

  /** Chooses the message above or below the chosen one; without one, the newest in view. */
  private void select(int step) {
    Timeline shown = view.timeline();
    VirtualFlow<TimelineEntry, EntryCell> list = view.flow();
    if (shown == null || list == null || shown.entries().isEmpty()) {
      return;
    }
    int at = selectedKey == null ? -1 : indexOf(selectedKey);
    int from =
        at < 0 ? Math.min(list.getLastVisibleIndex(), shown.entries().size() - 1) : at + step;
    int direction = at < 0 ? -1 : step;
    for (int i = from; i >= 0 && i < shown.entries().size(); i += direction) {
      if (shown.entries().get(i) instanceof TimelineEntry.Message message) {
        selectedKey = message.key();
        list.show(i);
        int index = i;
        view.afterLayout(() -> focusRow(index));
        return;
      }
    }
  }

  void focusRow(int index) {
    VirtualFlow<TimelineEntry, EntryCell> list = view.flow();
    Timeline shown = view.timeline();
    if (list != null && shown != null && index < shown.entries().size()) {
      selectedKey = shown.entries().get(index).key();
      list.getCellIfVisible(index).map(EntryCell::bubble).ifPresent(Node::requestFocus);
    }
  }

  TimelineEntry.@Nullable Message message() {
    int index = selectedKey == null ? -1 : indexOf(selectedKey);
    Timeline shown = view.timeline();
    return index >= 0
            && shown != null
            && shown.entries().get(index) instanceof TimelineEntry.Message message
        ? message
        : null;
  }

  private int indexOf(String key) {
    Timeline shown = view.timeline();
    if (shown != null) {
      for (int at = shown.entries().size() - 1; at >= 0; at--) {
        if (shown.entries().get(at).key().equals(key)) {
          return at;
        }
      }
    }
    return -1;
  }
}
