package app.recado.client.ui.bulk;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Obstacles;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.controls.Question;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Intent;
import app.recado.protocol.Tags;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** What can be done with the dialogs that are selected. */
public final class SelectionActions {
  private final BulkViewModel model;
  private final BulkPorts ports;
  private final BooleanSupplier inView;
  private final Texts texts = Texts.of("bulk");

  /**
   * @param inView whether the list is shown: nothing may act on a selection that nobody sees
   */
  public SelectionActions(BulkViewModel model, BulkPorts ports, BooleanSupplier inView) {
    this.model = model;
    this.ports = ports;
    this.inView = inView;
  }

  public List<Action> all() {
    return List.of(
        draft("selected-answer", Icon.REPLY, DialogRules::answer)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.A))
            .on(Surface.SELECTION, 0)
            .does(() ->
                each("selected-answer", DialogRules::answer, one -> new Intent.AcceptDialog())),
        draft("selected-transfer", Icon.ARROW_RIGHT_LEFT, DialogRules::transfer)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.T))
            .on(Surface.SELECTION, 1)
            .does(() -> asked("selected-transfer", false, DialogRules::transfer, this::transfer)),
        draft("selected-finish", Icon.CHECK, DialogRules::finish)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.F))
            .on(Surface.SELECTION, 2)
            .does(() ->
                each("selected-finish", DialogRules::finish, one -> new Intent.FinishDialog())),
        draft("selected-snooze", Icon.ALARM_CLOCK, DialogRules::snooze)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.Z))
            .on(Surface.SELECTION, 3)
            .does(() -> asked("selected-snooze", false, DialogRules::snooze, this::snooze)),
        draft("selected-tags", Icon.TAGS, DialogRules::shown)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.L))
            .on(Surface.SELECTION, 4)
            .does(this::tags),
        draft("selected-priority", Icon.CHEVRONS_UP, DialogRules::shown)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.P))
            .on(Surface.SELECTION_MORE, 0)
            .does(this::priority),
        draft("selected-read", Icon.CHECK_CHECK, SelectionActions::read)
            .on(Surface.SELECTION_MORE, 10)
            .does(() ->
                some(
                    "selected-read",
                    SelectionActions::read,
                    item -> new Intent.MarkRead(item.dialog().lastPosition()))),
        draft("selected-unread", Icon.MAIL, DialogRules::markUnread)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.U))
            .on(Surface.SELECTION_MORE, 11)
            .does(() ->
                some(
                    "selected-unread",
                    DialogRules::markUnread,
                    one -> new Intent.MarkUnread(null))),
        draft("selected-mute", Icon.BELL_OFF, DialogRules::mute)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.M))
            .on(Surface.SELECTION_MORE, 12)
            .does(() -> some("selected-mute", DialogRules::mute, one -> new Intent.MuteDialog())),
        draft("selected-unmute", Icon.BELL, DialogRules::unmute)
            .keys(Scope.SELECTION, Shortcut.shift(KeyCode.M))
            .on(Surface.SELECTION_MORE, 13)
            .does(() ->
                some("selected-unmute", DialogRules::unmute, one -> new Intent.UnmuteDialog())),
        draft("selected-follow", Icon.BELL_RING, DialogRules::follow)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.O))
            .on(Surface.SELECTION_MORE, 14)
            .does(() ->
                some("selected-follow", DialogRules::follow, one -> new Intent.FollowDialog())),
        draft("selected-unfollow", Icon.BELL, DialogRules::unfollow)
            .keys(Scope.SELECTION, Shortcut.shift(KeyCode.O))
            .on(Surface.SELECTION_MORE, 15)
            .does(() ->
                some(
                    "selected-unfollow",
                    DialogRules::unfollow,
                    one -> new Intent.UnfollowDialog())),
        draft("selected-spam", Icon.SHIELD_X, DialogRules::spam)
            .grave()
            .on(Surface.SELECTION_MORE, 20)
            .does(() ->
                asked(
                    "selected-spam",
                    true,
                    DialogRules::spam,
                    () -> some("selected-spam", DialogRules::spam, one -> new Intent.MarkSpam()))),
        Action.named("clear-selection", texts, Icon.X, Topic.LIST)
            .keys(Scope.SELECTION, Shortcut.key(KeyCode.ESCAPE))
            .when(() -> isNothingSelected() ? none() : Standing.ready())
            .does(model.selection()::clear),
        Action.named("undo-several", texts, Icon.UNDO_2, Topic.LIST)
            .when(this::mayUndo)
            .does(model::undo));
  }

  private void transfer() {
    ports.chooseTransfer((user, channel, comment) ->
        some(
            "selected-transfer",
            DialogRules::transfer,
            one -> new Intent.TransferDialog(user, channel, comment, false)));
  }

  private void snooze() {
    ports.chooseSnooze(until ->
        some("selected-snooze", DialogRules::snooze, one -> new Intent.SnoozeDialog(until)));
  }

  private void priority() {
    ports.choosePriority(level ->
        some("selected-priority", DialogRules::shown, one -> new Intent.SetPriority(level)));
  }

  /** Nothing more goes on than a dialog may have. */
  private void tags() {
    ports.chooseTags(
        model.tagsOfAll(),
        (add, remove) ->
            some(
                "selected-tags",
                rules -> {
                  DialogItem item = rules.item();
                  boolean full =
                      !add.isEmpty()
                          && item != null
                          && item.dialog().tags().size() >= Tags.MOST
                          && !Tags.has(item.dialog().tags(), add.getFirst());
                  return full ? Obstacle.TAGS_FULL : rules.shown();
                },
                one -> new Intent.TagDialog(add, remove)));
  }

  private static @Nullable Obstacle read(DialogRules rules) {
    DialogItem item = rules.item();
    return item != null && item.unread() == 0 ? Obstacle.ALREADY_READ : rules.shown();
  }

  private Standing mayUndo() {
    BulkViewModel.Act act = model.last().get();
    return act != null && act.batch().isUndoable()
        ? Standing.ready()
        : Standing.absent(texts.get("obstacle.nothing"));
  }

  /** Asks first if it cannot be done with all. */
  private void each(String id, BulkViewModel.Rule rule, Function<DialogItem, Intent> step) {
    asked(id, false, rule, () -> some(id, rule, step));
  }

  private void some(String id, BulkViewModel.Rule rule, Function<DialogItem, Intent> step) {
    model.start(texts.get("done." + id.substring("selected-".length())), rule, step);
  }

  private void asked(String id, boolean always, BulkViewModel.Rule rule, Runnable then) {
    BulkViewModel.Plan plan = model.plan(rule);
    if (plan.cannot().isEmpty() && !always) {
      then.run();
      return;
    }
    int can = plan.can().size();
    int all = can + plan.cannot().size();
    new Question(
            ports.overlay(),
            texts.get("ask." + id.substring("selected-".length()), can, all),
            plan.cannot().isEmpty() ? texts.get("ask.all") : why(plan.obstacles()),
            texts.get("ask.cancel"),
            texts.count("ask.yes", can),
            always,
            then)
        .ask(ports.overlay());
  }

  private String why(Map<Obstacle, Integer> obstacles) {
    return obstacles.entrySet().stream()
        .map(one -> texts.get("ask.why", one.getValue(), Obstacles.words(one.getKey())))
        .collect(Collectors.joining("\n", texts.get("ask.others") + "\n", ""));
  }

  private boolean isNothingSelected() {
    return model.selection().isEmpty() || !inView.getAsBoolean();
  }

  private Standing none() {
    return Standing.absent(texts.get("obstacle.none"));
  }

  private Action.Draft draft(String id, Icon icon, BulkViewModel.Rule rule) {
    return Action.named(id, texts, icon, Topic.LIST)
        .when(() -> {
          if (isNothingSelected()) {
            return none();
          }
          BulkViewModel.Plan plan = model.plan(rule);
          return plan.can().isEmpty()
              ? Standing.refused(
                  plan.obstacles().keySet().stream()
                      .map(Obstacles::words)
                      .collect(Collectors.joining(", ")))
              : Standing.ready();
        });
  }
}
