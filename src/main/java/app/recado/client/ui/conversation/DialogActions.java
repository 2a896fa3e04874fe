package app.recado.client.ui.conversation;

import app.recado.client.state.DialogRules;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Obstacles;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.List;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** What can be done with the dialog that is open. */
final class DialogActions {
  private final ConversationViewModel model;
  private final DialogQuestions questions;
  private final Runnable findWords;
  private final Runnable findDay;
  private final Runnable come;
  private final Texts texts = Texts.of("conversation");

  /**
   * @param findWords lets the agent look for words in the dialog
   * @param findDay lets the agent go to a day of it
   * @param come brings the conversation to where it is seen
   */
  DialogActions(
      ConversationViewModel model,
      DialogQuestions questions,
      Runnable findWords,
      Runnable findDay,
      Runnable come) {
    this.model = model;
    this.questions = questions;
    this.findWords = findWords;
    this.findDay = findDay;
    this.come = come;
  }

  List<Action> all() {
    return List.of(
        draft("answer", Icon.REPLY, DialogRules::answer)
            .keys(Scope.READING, Shortcut.key(KeyCode.A))
            .on(Surface.ACTION_BAR, 0)
            .does(model::answer),
        draft("invite", Icon.USER_PLUS, DialogRules::invite)
            .on(Surface.TOP_BAR, 0)
            .does(model::invite),
        draft("transfer", Icon.ARROW_RIGHT_LEFT, DialogRules::transfer)
            .keys(Scope.READING, Shortcut.key(KeyCode.T))
            .on(Surface.TOP_BAR, 1)
            .on(Surface.ACTION_BAR, 1)
            .does(model::transfer),
        draft("finish", Icon.CHECK, DialogRules::finish)
            .keys(Scope.READING, Shortcut.key(KeyCode.F))
            .on(Surface.TOP_BAR, 2)
            .does(model::finish),
        draft("accept-and-close", Icon.CHECK, DialogRules::answer)
            .on(Surface.ACTION_BAR, 2)
            .does(model::finish),
        Action.named("undo", texts, Icon.UNDO_2, Topic.CONVERSATION)
            .first(come)
            .keys(Scope.READING, Shortcut.command(KeyCode.Z))
            .when(() ->
                model.canUndo()
                    ? Standing.ready()
                    : Standing.absent(texts.get("obstacle.nothing_to_undo")))
            .does(model::undoLast),
        draft("skip", Icon.SKIP_FORWARD, DialogRules::skip)
            .on(Surface.ACTION_BAR, 3)
            .does(model::skip),
        draft("take-over", Icon.HAND, DialogRules::takeOver)
            .keys(Scope.READING, Shortcut.shift(KeyCode.A))
            .on(Surface.MORE, 0)
            .does(() -> questions.takeOver(model::takeOver)),
        draft("join", Icon.LOG_IN, DialogRules::join).on(Surface.MORE, 1).does(model::join),
        draft("leave", Icon.LOG_OUT, DialogRules::leave).on(Surface.MORE, 2).does(model::leave),
        draft("give-back", Icon.SKIP_FORWARD, DialogRules::giveBack)
            .on(Surface.MORE, 3)
            .does(model::skip),
        draft("reopen", Icon.REPLY, DialogRules::reopen).on(Surface.MORE, 4).does(model::reopen),
        draft("pin", Icon.PIN, DialogRules::pin).on(Surface.MORE, 10).does(() -> model.pin(true)),
        draft("unpin", Icon.PIN_OFF, DialogRules::unpin)
            .on(Surface.MORE, 11)
            .does(() -> model.pin(false)),
        draft("rename", Icon.TAG, DialogRules::rename).on(Surface.MORE, 12).does(questions::rename),
        draft("history", Icon.HISTORY, DialogRules::shown)
            .keys(Scope.READING, Shortcut.key(KeyCode.H))
            .on(Surface.MORE, 20)
            .does(findDay),
        draft("find", Icon.TEXT_SEARCH, DialogRules::shown)
            .keys(Scope.WINDOW, Shortcut.command(KeyCode.F))
            .on(Surface.MORE, 21)
            .does(findWords),
        draft("own-window", Icon.EXTERNAL_LINK, DialogRules::shown)
            .keys(Scope.READING, Shortcut.shift(KeyCode.ENTER))
            .on(Surface.MORE, 23)
            .does(model::openWindow),
        draft("export", Icon.FILE_TEXT, DialogRules::shown)
            .on(Surface.MORE, 22)
            .does(questions::export),
        draft("copy-link", Icon.LINK, DialogRules::shown)
            .on(Surface.MORE, 30)
            .does(model::copyLink),
        draft("copy-id", Icon.HASH, DialogRules::shown).on(Surface.MORE, 31).does(model::copyId),
        draft("spam", Icon.SHIELD_X, DialogRules::spam)
            .grave()
            .on(Surface.ACTION_BAR, 10)
            .on(Surface.MORE, 90)
            .does(() -> questions.spam(model::spam)));
  }

  private Action.Draft draft(
      String id, Icon icon, Function<DialogRules, DialogRules.@Nullable Obstacle> rule) {
    return Action.named(id, texts, icon, Topic.CONVERSATION)
        .first(come)
        .when(() -> Obstacles.standing(rule.apply(model.rulesProperty().get())));
  }
}
