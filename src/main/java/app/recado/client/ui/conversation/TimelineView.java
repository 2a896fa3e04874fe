package app.recado.client.ui.conversation;

import app.recado.client.state.HeldItem;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Spoken;
import app.recado.client.ui.files.PictureOpener;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Attachment;
import app.recado.protocol.CommandId;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one dialog, anchored at the foot. What is being read never moves: what comes in
 * below is counted on a pill unless the end is in view, and what comes in above pushes nothing.
 */
final class TimelineView extends StackPane implements RowActions {
  private static final int EDGE_ROWS = 12;
  private static final double NEAR_END = 6;
  private static final Duration FLASH = Duration.ofMillis(1200);

  private final ConversationViewModel model;
  private final Later later;
  private final Texts texts = Texts.of("conversation");
  private final EntryCell.Rows rows;
  private final Consumer<Bounds> openMenu;
  private final BiConsumer<UserRow, Bounds> openPerson;
  private final PictureOpener viewer;
  private final Button newPill;
  private final Spoken spoken = new Spoken();
  private final MessageChoice choice;
  private final ListChangeListener<TimelineEntry> listener = this::changed;
  private final ChangeListener<Object> moved = (at, was, is) -> requestSettle();

  private @Nullable Timeline timeline;
  private @Nullable VirtualFlow<TimelineEntry, EntryCell> flow;
  private @Nullable VirtualizedScrollPane<VirtualFlow<TimelineEntry, EntryCell>> pane;
  private Subscription readyWatch = Subscription.EMPTY;
  private Subscription flashing = Subscription.EMPTY;
  private @Nullable String askedOlderAt;
  private @Nullable String askedNewerAt;
  private boolean landed;
  private boolean following = true;
  private boolean settling;
  private int unseen;

  /**
   * @param openMenu opens the menu of the chosen message clear of what is seen there
   * @param openPerson shows what can be done about somebody, clear of what is seen there
   * @param viewer shows a picture in full
   */
  TimelineView(
      ConversationViewModel model,
      Register register,
      Later later,
      Consumer<Bounds> openMenu,
      BiConsumer<UserRow, Bounds> openPerson,
      PictureOpener viewer) {
    this.openPerson = openPerson;
    this.viewer = viewer;
    this.model = model;
    this.later = later;
    this.openMenu = openMenu;
    choice = new MessageChoice(this, register);
    Names names = model.names();
    rows =
        new EntryCell.Rows(
            texts,
            new RowWords(
                texts,
                model.moments(),
                new SystemLines(texts, names),
                () -> model.desk().relayNow()),
            new HeldWords(texts, names),
            this,
            model);
    getStyleClass().add("timeline");
    setId("timeline");
    setMinSize(0, 0);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(texts.get("timeline.name"));
    newPill = Buttons.primary("", Icon.ARROW_DOWN, this::toEnd);
    newPill.getStyleClass().add("new-pill");
    newPill.setVisible(false);
    newPill.setFocusTraversable(false);
    StackPane.setAlignment(newPill, Pos.BOTTOM_CENTER);
    model.timelineProperty().subscribe(this::show);
    model.offlineProperty().addListener(at -> refreshCells());
    heightProperty().addListener(at -> keepEnd());
    widthProperty().addListener(at -> keepEnd());
    addEventHandler(KeyEvent.KEY_PRESSED, choice::keyPressed);
    addEventHandler(MouseEvent.MOUSE_PRESSED, choice::mousePressed);
  }

  private void show(@Nullable Timeline next) {
    leave();
    timeline = next;
    if (next == null) {
      getChildren().clear();
      return;
    }
    ObservableList<TimelineEntry> entries = next.entries();
    VirtualFlow<TimelineEntry, EntryCell> made =
        VirtualFlow.createVertical(
            entries, entry -> new EntryCell(rows, entry), VirtualFlow.Gravity.REAR);
    made.getStyleClass().add("timeline-flow");
    flow = made;
    VirtualizedScrollPane<VirtualFlow<TimelineEntry, EntryCell>> scrolled =
        new VirtualizedScrollPane<>(made, ScrollBarPolicy.NEVER, ScrollBarPolicy.AS_NEEDED);
    pane = scrolled;
    // After the flow's own, so that rows exist for it by the time we ask for them.
    entries.addListener(listener);
    made.estimatedScrollYProperty().addListener(moved);
    made.totalHeightEstimateProperty().addListener(moved);
    getChildren().setAll(scrolled, spoken, newPill);
    readyWatch =
        next.ready()
            .subscribe(ready -> {
              if (ready) {
                land();
              }
            });
    land();
  }

  private void leave() {
    readyWatch.unsubscribe();
    flashing.unsubscribe();
    Timeline before = timeline;
    VirtualFlow<TimelineEntry, EntryCell> old = flow;
    if (before != null) {
      before.entries().removeListener(listener);
    }
    if (old != null) {
      old.estimatedScrollYProperty().removeListener(moved);
      old.totalHeightEstimateProperty().removeListener(moved);
      old.dispose();
    }
    flow = null;
    pane = null;
    landed = false;
    following = true;
    askedOlderAt = null;
    askedNewerAt = null;
    choice.forget();
    count(0);
  }

  /** Begins at the first unread message if that is not in view at the end, else at the end. */
  private void land() {
    Timeline shown = timeline;
    VirtualFlow<TimelineEntry, EntryCell> list = flow;
    if (landed || shown == null || list == null || shown.entries().isEmpty()) {
      return;
    }
    landed = true;
    int last = shown.entries().size() - 1;
    list.show(last);
    Integer unread = unreadMark(shown);
    if (unread != null && unread > 0) {
      int mark = unread;
      afterLayout(() -> {
        if (flow == list && list.getFirstVisibleIndex() > mark) {
          following = false;
          list.showAsFirst(mark);
        }
      });
    }
    requestSettle();
  }

  private static @Nullable Integer unreadMark(Timeline shown) {
    for (int at = shown.entries().size() - 1; at >= 0; at--) {
      if (shown.entries().get(at) instanceof TimelineEntry.Unread) {
        return at;
      }
    }
    return shown.firstUnread();
  }

  private void changed(ListChangeListener.Change<? extends TimelineEntry> change) {
    Timeline shown = timeline;
    if (shown == null) {
      return;
    }
    boolean mine = false;
    int came = 0;
    TimelineEntry.Message newest = null;
    while (change.next()) {
      boolean atEnd = change.getTo() == change.getList().size();
      // An entry that takes another's place (queued, then sent) is no news.
      if (!atEnd || !landed || change.getRemovedSize() > 0 || !shown.atEnd().get()) {
        continue;
      }
      for (TimelineEntry entry : change.getAddedSubList()) {
        if (entry instanceof TimelineEntry.Message message) {
          mine |= message.own();
          came += message.own() ? 0 : 1;
          newest = message;
        }
      }
    }
    if (!landed) {
      land();
      return;
    }
    if (newest != null && !newest.own()) {
      spoken.say(rows.words().spoken(newest));
    }
    if (mine) {
      following = true;
    }
    if (following) {
      keepEnd();
    } else if (came > 0) {
      count(unseen + came);
    }
    requestSettle();
  }

  /** To the newest message, from wherever one is. */
  void toEnd() {
    Timeline shown = timeline;
    if (shown != null) {
      following = true;
      count(0);
      if (!shown.atEnd().get()) {
        shown.jumpToEnd();
      }
      keepEnd();
    }
  }

  private void keepEnd() {
    VirtualFlow<TimelineEntry, EntryCell> list = flow;
    Timeline shown = timeline;
    if (following && landed && list != null && shown != null && !shown.entries().isEmpty()) {
      list.showAsLast(shown.entries().size() - 1);
      requestSettle();
    }
  }

  /** Looks, once the rows are in their places, what is in view, and asks for more near an edge. */
  private void requestSettle() {
    if (!settling) {
      settling = true;
      afterLayout(() -> {
        settling = false;
        settle();
      });
    }
  }

  private void settle() {
    VirtualFlow<TimelineEntry, EntryCell> list = flow;
    Timeline shown = timeline;
    if (list == null || shown == null || !landed || shown.entries().isEmpty()) {
      return;
    }
    int size = shown.entries().size();
    int first = list.getFirstVisibleIndex();
    int last = list.getLastVisibleIndex();
    boolean end = last >= size - 1 && endInView(list, size - 1);
    following = end && shown.atEnd().get();
    if (following) {
      count(0);
    }
    report(shown, first, Math.min(last, size - 1));
    String topKey = anchor(shown.entries());
    if (first <= EDGE_ROWS && shown.hasOlder().get() && !topKey.equals(askedOlderAt)) {
      askedOlderAt = topKey;
      shown.loadOlder();
    }
    String endKey = anchor(shown.entries().reversed());
    if (last >= size - EDGE_ROWS && !shown.atEnd().get() && !endKey.equals(askedNewerAt)) {
      askedNewerAt = endKey;
      shown.loadNewer();
    }
  }

  /** The first row that stands for one thing: the next page may begin with the same day. */
  private static String anchor(List<TimelineEntry> entries) {
    for (TimelineEntry entry : entries) {
      if (entry instanceof TimelineEntry.Message || entry instanceof TimelineEntry.Event) {
        return entry.key();
      }
    }
    return entries.getFirst().key();
  }

  private boolean endInView(VirtualFlow<TimelineEntry, EntryCell> list, int index) {
    return list.getCellIfVisible(index)
        .map(EntryCell::getNode)
        .map(node -> node.getBoundsInParent().getMaxY() <= list.getHeight() + NEAR_END)
        .orElse(false);
  }

  private void report(Timeline shown, int first, int last) {
    Scene scene = getScene();
    boolean attentive = scene != null && scene.getWindow() != null && scene.getWindow().isFocused();
    if (attentive && first <= last) {
      model.lookedAt(shown.entries().subList(Math.max(0, first), last + 1));
    }
    for (int at = last; at >= 0; at--) {
      if (shown.entries().get(at) instanceof TimelineEntry.Message message
          && RowWords.isFromRelay(message)) {
        model.onScreen(message, attentive);
        refreshCells();
        return;
      }
    }
  }

  private void refreshCells() {
    VirtualFlow<TimelineEntry, EntryCell> list = flow;
    if (list != null) {
      list.visibleCells().forEach(EntryCell::refresh);
    }
  }

  private void count(int number) {
    unseen = number;
    newPill.setText(number == 0 ? "" : texts.count("timeline.new", number));
    newPill.setVisible(number > 0);
  }

  /** Does something once the rows are in their places. */
  void afterLayout(Runnable action) {
    Scene scene = getScene();
    if (scene == null) {
      javafx.application.Platform.runLater(action);
      return;
    }
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          scene.removePostLayoutPulseListener(once[0]);
          action.run();
        };
    scene.addPostLayoutPulseListener(once[0]);
    javafx.application.Platform.requestNextPulse();
  }

  @Override
  public void menu(TimelineEntry.Message message, Bounds seen) {
    choice.choose(message);
    openMenu.accept(seen);
  }

  @Override
  public void person(UserRow person, Bounds seen) {
    openPerson.accept(person, seen);
  }

  /** Where something about the chosen message opens; the middle while none is in view. */
  Bounds chosenPlace() {
    return choice.place().orElseGet(() -> centre());
  }

  private Bounds centre() {
    Point2D at = localToScene(getWidth() / 2, getHeight() / 2);
    return new BoundingBox(at.getX(), at.getY(), 0, 0);
  }

  @Override
  public void jumpTo(MessageId message) {
    jumpTo(message, true);
  }

  /**
   * Shows a message with some around it.
   *
   * @param focus whether the keyboard goes there
   */
  void jumpTo(MessageId message, boolean focus) {
    Timeline shown = timeline;
    if (shown != null) {
      boolean landing = !landed;
      landed = true;
      following = false;
      shown.jumpTo(
          message,
          index -> {
            if (index < 0 && landing && timeline == shown) {
              landed = false;
              land();
            } else {
              jumped(shown, index, focus);
            }
          });
    }
  }

  /** Shows the first message that is not older than this; the end if all are. */
  void jumpTo(Instant moment) {
    Timeline shown = timeline;
    if (shown != null) {
      landed = true;
      following = false;
      shown.jumpTo(
          moment,
          index -> {
            if (index < 0 && timeline == shown) {
              toEnd();
            } else {
              jumped(shown, index, false);
            }
          });
    }
  }

  private void jumped(Timeline where, int index, boolean focus) {
    VirtualFlow<TimelineEntry, EntryCell> list = flow;
    if (timeline != where || list == null || index < 0 || index >= where.entries().size()) {
      return;
    }
    landed = true;
    following = false;
    list.showAtOffset(index, Math.round(getHeight() / 3));
    afterLayout(() -> {
      settle();
      if (focus) {
        choice.focusRow(index);
      }
      flashRow(list, index);
    });
  }

  private void flashRow(VirtualFlow<TimelineEntry, EntryCell> list, int index) {
    flashing.unsubscribe();
    list.getCellIfVisible(index)
        .ifPresent(cell -> {
          cell.flash(true);
          flashing = later.after(FLASH, () -> cell.flash(false));
        });
  }

  @Override
  public void fill(TimelineEntry.Hole hole) {
    Timeline shown = timeline;
    if (shown != null) {
      shown.fill(hole);
    }
  }

  @Override
  public void retry(TimelineEntry.Message message) {
    model.retry(message);
  }

  @Override
  public void takeBack(TimelineEntry.Message message) {
    model.ports().takeBack(message.row().dialog(), message.command());
  }

  @Override
  public void sendNow(TimelineEntry.Message message) {
    CommandId command = message.command();
    if (command != null) {
      model.desk().sendNow(command);
    }
  }

  @Override
  public void callBack(TimelineEntry.Scheduled message) {
    model.ports().callBack(message.dialog(), message.id());
  }

  @Override
  public void sendNow(TimelineEntry.Scheduled message) {
    model.desk().schedule().sendNow(message.dialog(), message.id());
  }

  @Override
  public void discard(TimelineEntry.Scheduled message) {
    model.desk().schedule().discard(message.dialog(), message.id());
  }

  @Override
  public void resolve(HeldItem held, HeldItem.Choice choice) {
    model.resolve(held, choice);
  }

  @Override
  public void view(Attachment picture, Path place) {
    viewer.open(picture, place);
  }

  @Override
  public void selecting(MessageText text) {
    choice.selecting(text);
    requestFocus();
  }

  /** The message that was chosen by key or mouse; null while none is. */
  TimelineEntry.@Nullable Message chosen() {
    return choice.message();
  }

  /** The text selected with the mouse; empty if none is. */
  String selectedText() {
    return choice.selectedText();
  }

  /** Opens the menu of the chosen message; of the newest in view if none is chosen. */
  void openMenu() {
    choice.openMenu();
  }

  @Nullable Timeline timeline() {
    return timeline;
  }

  @Nullable VirtualFlow<TimelineEntry, EntryCell> flow() {
    return flow;
  }
}
