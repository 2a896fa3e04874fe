package app.recado.client.ui.inbox;

import app.recado.client.state.Connection;
import app.recado.client.state.Tab;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.DialogId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;

/** Going through the lists, and what can be done about the connection. */
public final class InboxActions {
  static final String WORK_OFFLINE = "work-offline";
  static final String WORK_ONLINE = "work-online";
  static final String RETRY = "retry";
  static final String SIGN_IN = "sign-in-again";

  private final InboxViewModel model;
  private final InboxView view;
  private final Runnable come;
  private final Texts texts = Texts.of("inbox");

  /**
   * @param come brings the lists to where they are seen
   */
  public InboxActions(InboxViewModel model, InboxView view, Runnable come) {
    this.model = model;
    this.view = view;
    this.come = come;
  }

  public List<Action> all() {
    List<Action> actions = new ArrayList<>();
    actions.add(
        list("next-dialog", Icon.ARROW_DOWN)
            .keys(Scope.READING, Shortcut.key(KeyCode.J))
            .does(() -> here(() -> model.move(1))));
    actions.add(
        list("previous-dialog", Icon.ARROW_UP)
            .keys(Scope.READING, Shortcut.key(KeyCode.K))
            .does(() -> here(() -> model.move(-1))));
    actions.add(
        list("focus-list", Icon.ARROW_LEFT)
            .keys(Scope.READING, Shortcut.key(KeyCode.ESCAPE))
            .does(() -> here(view::focusList)));
    for (Tab tab : Tab.bar()) {
      actions.add(
          list("tab-" + tab.name().toLowerCase(Locale.ROOT), Icon.INBOX)
              .keys(Scope.WINDOW, Shortcut.command(digit(tab)))
              .does(() -> here(() -> model.select(tab))));
    }
    actions.add(
        list("select-dialog", Icon.SQUARE_CHECK)
            .keys(Scope.READING, Shortcut.key(KeyCode.X))
            .when(() ->
                model.open().get() == null
                    ? Standing.absent(texts.get("obstacle.nothing_open"))
                    : Standing.ready())
            .does(() -> here(this::selectOpen)));
    actions.add(
        list("select-all", Icon.LIST_CHECKS)
            .keys(Scope.READING, Shortcut.command(KeyCode.A))
            .does(() -> here(model::selectAll)));
    actions.add(
        list("toggle-snoozed", Icon.ALARM_CLOCK)
            .does(() ->
                here(() -> {
                  model.select(Tab.MINE);
                  model.snoozedShown().set(!model.snoozedShown().get());
                })));
    actions.add(
        connection(RETRY, Icon.REFRESH_CW, () -> model.retryNow(), Connection.Status.OFFLINE));
    actions.add(
        connection(
            WORK_OFFLINE,
            Icon.WIFI_OFF,
            () -> model.workOffline(true),
            Connection.Status.OFFLINE,
            Connection.Status.CONNECTING,
            Connection.Status.ONLINE));
    actions.add(
        connection(
            WORK_ONLINE,
            Icon.WIFI,
            () -> model.workOffline(false),
            Connection.Status.OFFLINE_BY_HAND));
    actions.add(
        connection(SIGN_IN, Icon.LOG_IN, model::signInAgain, Connection.Status.SIGN_IN_NEEDED));
    return actions;
  }

  private void selectOpen() {
    DialogId dialog = model.open().get();
    if (dialog != null) {
      model.selection().toggle(dialog);
      model.listChanged();
    }
  }

  private void here(Runnable action) {
    come.run();
    action.run();
  }

  private Action.Draft list(String id, Icon icon) {
    return Action.named(id, texts, icon, Topic.LIST);
  }

  private Action connection(String id, Icon icon, Runnable effect, Connection.Status... sensible) {
    Set<Connection.Status> when = Set.of(sensible);
    return Action.named(id, texts, icon, Topic.DESK)
        .when(() -> {
          Connection now = model.connection().getValue();
          return when.contains(now.status())
              ? Standing.ready()
              : Standing.absent(ConnectionWords.of(now, texts));
        })
        .does(effect);
  }

  private static KeyCode digit(Tab tab) {
    return KeyCode.values()[KeyCode.DIGIT1.ordinal() + tab.ordinal()];
  }
}
