package app.recado.client.ui.inbox;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogQuery;
import app.recado.client.state.FilteredDialogs;
import app.recado.client.state.Mention;
import app.recado.client.state.Selection;
import app.recado.client.state.Tab;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Which tab or query is shown and which dialog is open. FX thread only. */
public final class InboxViewModel implements AutoCloseable {
  private final Desk desk;
  private final Runnable signInAgain;
  private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.UNANSWERED);
  private final ReadOnlyObjectWrapper<@Nullable DialogId> open = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty snoozedShown = new SimpleBooleanProperty(this, "snoozedShown");
  private final ChangeListener<@Nullable DialogItem> follow = (at, was, is) -> follow(was, is);
  private final Selection selection = new Selection();
  private final ObjectProperty<@Nullable DialogQuery> query =
      new SimpleObjectProperty<>(this, "query");
  private final ReadOnlyObjectWrapper<ObservableList<DialogItem>> shown;
  private @Nullable FilteredDialogs filtered;
  private @Nullable ObservableValue<@Nullable DialogItem> followed;

  /**
   * @param signInAgain asks for the password when the token has died
   */
  public InboxViewModel(Desk desk, Runnable signInAgain) {
    this.desk = desk;
    this.signInAgain = signInAgain;
    shown = new ReadOnlyObjectWrapper<>(this, "shown", list(tab.get()));
    query.addListener((at, was, is) -> ask(is));
    open.addListener((at, was, is) -> keep(is));
  }

  /** Tells what happened while there was no connection; whoever asks for it closes it. */
  Absence absence(Later later, Texts texts) {
    return new Absence(desk, later, texts);
  }

  public ReadOnlyObjectProperty<Tab> tab() {
    return tab.getReadOnlyProperty();
  }

  /** The dialog that is open in the conversation column; null while none is. */
  public ReadOnlyObjectProperty<@Nullable DialogId> open() {
    return open.getReadOnlyProperty();
  }

  /** What is shown in the place of the tabs' lists; null for the tab. */
  public ObjectProperty<@Nullable DialogQuery> query() {
    return query;
  }

  /** The list that is shown: the query's, else the tab's. */
  public ReadOnlyObjectProperty<ObservableList<DialogItem>> shown() {
    return shown.getReadOnlyProperty();
  }

  public ObservableList<DialogItem> list(Tab of) {
    return desk.inbox().list(of);
  }

  public ReadOnlyIntegerProperty count(Tab of) {
    return desk.inbox().count(of);
  }

  public ObservableValue<Connection> connection() {
    return desk.connection();
  }

  /** Whether a colleague named the agent there in what has not been looked at. */
  public boolean isMentioned(DialogId dialog) {
    return desk.mentions().all().stream()
        .anyMatch(mention -> mention.isUnread() && mention.row().dialog().equals(dialog));
  }

  public ObservableList<Mention> mentions() {
    return desk.mentions().all();
  }

  public Instant relayNow() {
    return desk.relayNow();
  }

  /** Whether it was written by the person at this desk. */
  public boolean isMe(String authorId) {
    return desk.me().getValue().id().value().equals(authorId);
  }

  /** Whose names are known. */
  ObservableList<UserRow> people() {
    return desk.people();
  }

  /** First name of a colleague; empty for one who is gone. */
  public String firstNameOf(@Nullable String userId) {
    return desk.people().stream()
        .filter(user -> user.id().value().equals(userId))
        .map(user -> user.name().strip().split("\\s+", 2)[0])
        .findFirst()
        .orElse("");
  }

  /** Whether what sleeps of Mine is shown below it. */
  public BooleanProperty snoozedShown() {
    return snoozedShown;
  }

  public void select(Tab chosen) {
    boolean other = chosen != tab.get();
    tab.set(chosen);
    if (query.get() != null) {
      query.set(null);
    } else if (other) {
      look(list(chosen));
    }
  }

  private void ask(@Nullable DialogQuery asked) {
    FilteredDialogs before = filtered;
    filtered = asked == null ? null : desk.inbox().filtered(asked, desk::relayNow);
    look(filtered == null ? list(tab.get()) : filtered.list());
    keep(open.get());
    if (before != null) {
      before.close();
    }
  }

  /** What was selected in other rows is not seen any more. */
  private void look(ObservableList<DialogItem> rows) {
    selection.clear();
    shown.set(rows);
  }

  private void keep(@Nullable DialogId dialog) {
    if (filtered != null) {
      filtered.keep(dialog);
    }
  }

  /** Time has gone by. */
  void tick() {
    if (filtered != null) {
      filtered.tick();
    }
  }

  /** What something is to be done with at once; all of it listed now. */
  public Selection selection() {
    return selection;
  }

  void selectAll() {
    selection.all(ids());
  }

  /** Selects from where the selecting began, or from the open dialog, to this one. */
  void selectTo(DialogId dialog) {
    selection.extend(ids(), dialog, open.get());
  }

  /** Takes so many rows more into the range, or fewer; null where there are none. */
  @Nullable DialogId selectBy(int rows) {
    return selection.extend(ids(), rows, open.get());
  }

  /** The rows have changed. */
  void listChanged() {
    if (!selection.isEmpty()) {
      selection.retain(ids());
    }
  }

  private List<DialogId> ids() {
    return rows().stream().map(DialogItem::id).toList();
  }

  /** The next tab to the right or left, wrapping round. */
  public void selectBeside(int step) {
    List<Tab> tabs = Tab.bar();
    select(tabs.get(Math.floorMod(tabs.indexOf(tab.get()) + step, tabs.size())));
  }

  /** Opens a dialog; the tab stays as it is. */
  public void open(DialogId dialog) {
    stopFollowing();
    ObservableValue<@Nullable DialogItem> item = desk.inbox().item(dialog);
    item.addListener(follow);
    followed = item;
    open.set(dialog);
  }

  /** Opens a dialog and turns to the tab it stands in. */
  public void show(DialogId dialog) {
    DialogItem item = desk.inbox().item(dialog).getValue();
    if (item != null && (filtered == null || !filtered.contains(dialog))) {
      select(tabOf(item));
      if (item.asleep() && tab.get() == Tab.MINE) {
        snoozedShown.set(true);
      }
    }
    open(dialog);
  }

  public void closeDialog() {
    stopFollowing();
    open.set(null);
  }

  /** Opens the dialog so many rows below (or above) the open one, stopping at the ends. */
  public void move(int rows) {
    List<DialogItem> list = rows();
    if (list.isEmpty()) {
      return;
    }
    int at = indexOf(list, open.get());
    int to = at < 0 ? (rows > 0 ? 0 : list.size() - 1) : at + rows;
    open(list.get(Math.clamp(to, 0, list.size() - 1)).id());
  }

  /** Everything that is listed, from above. */
  private List<DialogItem> rows() {
    if (query.get() != null || tab.get() != Tab.MINE || !snoozedShown.get()) {
      return shown.get();
    }
    List<DialogItem> rows = new ArrayList<>(list(Tab.MINE));
    rows.addAll(list(Tab.SNOOZED));
    return rows;
  }

  /** Opens the next dialog that waits for somebody; the one below where none does. */
  public void next() {
    List<DialogItem> list = rows();
    int at = indexOf(list, open.get());
    int others = at < 0 ? list.size() : list.size() - 1;
    for (int step = 1; step <= others; step++) {
      DialogItem item = list.get((at + step + list.size()) % list.size());
      SessionStatus.Group group = item.dialog().session().status().group();
      boolean waits =
          group == SessionStatus.Group.UNANSWERED || group == SessionStatus.Group.IN_WORK;
      if (waits && !item.id().equals(open.get())) {
        open(item.id());
        return;
      }
    }
    move(1);
  }

  /** The row of the open dialog in the list that is shown; -1 if it is not in it. */
  public int openIndex() {
    return indexOf(shown.get(), open.get());
  }

  public void workOffline(boolean offline) {
    desk.workOffline(offline);
  }

  public void signInAgain() {
    signInAgain.run();
  }

  public void retryNow() {
    desk.retryNow();
  }

  @Override
  public void close() {
    stopFollowing();
    query.set(null);
  }

  /** Where a dialog stands; a spam or closed one wherever its owner is. */
  static Tab tabOf(DialogItem item) {
    SessionStatus.Group group = item.dialog().session().status().group();
    return switch (group) {
      case UNANSWERED -> Tab.UNANSWERED;
      case IN_WORK, ANSWERED -> item.joined() || item.mine() ? Tab.MINE : Tab.TEAM;
      case CLOSED -> Tab.CLOSED;
      case SPAM -> Tab.SPAM;
    };
  }

  /** A dialog that I answer takes me along to Mine; anything else leaves me where I am. */
  private void follow(@Nullable DialogItem was, @Nullable DialogItem is) {
    if (is == null) {
      closeDialog();
      return;
    }
    boolean becameMine = is.mine() && (was == null || !was.mine());
    if (becameMine && query.get() == null && tab.get() != Tab.MINE && tabOf(is) == Tab.MINE) {
      select(Tab.MINE);
    }
  }

  private void stopFollowing() {
    ObservableValue<@Nullable DialogItem> item = followed;
    if (item != null) {
      item.removeListener(follow);
      followed = null;
    }
  }

  private static int indexOf(List<DialogItem> list, @Nullable DialogId dialog) {
    if (dialog == null) {
      return -1;
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).id().equals(dialog)) {
        return i;
      }
    }
    return -1;
  }
}
