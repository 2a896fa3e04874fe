package app.recado.client.ui.conversation;

import app.recado.client.state.DialogRules;
import app.recado.client.state.TimelineEntry;
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

/** What the dialog that is open can be marked with. */
final class MarkActions {
  private final ConversationViewModel model;
  private final DialogQuestions questions;
  private final MessageActions.Chosen chosen;
  private final Runnable come;
  private final Texts texts = Texts.of("conversation");

  /**
   * @param chosen which message is meant
   * @param come brings the conversation to where it is seen
   */
  MarkActions(
      ConversationViewModel model,
      DialogQuestions questions,
      MessageActions.Chosen chosen,
      Runnable come) {
    this.model = model;
    this.questions = questions;
    this.chosen = chosen;
    this.come = come;
  }

  List<Action> all() {
    return List.of(
        draft("snooze", Icon.ALARM_CLOCK, DialogRules::snooze)
            .keys(Scope.READING, Shortcut.key(KeyCode.Z))
            .on(Surface.MORE, 13)
            .does(() -> model.withOpen(model.ports()::chooseSnooze)),
        draft("wake", Icon.SUN, DialogRules::wake)
            .on(Surface.MORE, 14)
            .does(() -> model.withOpen(id -> model.desk().marks().snooze(id, null))),
        draft("tags", Icon.TAGS, DialogRules::shown)
            .keys(Scope.READING, Shortcut.key(KeyCode.L))
            .on(Surface.MORE, 15)
            .does(() -> model.withOpen(model.ports()::chooseTags)),
        draft("priority", Icon.CHEVRONS_UP, DialogRules::shown)
            .keys(Scope.READING, Shortcut.key(KeyCode.P))
            .on(Surface.MORE, 16)
            .does(() -> model.withOpen(model.ports()::choosePriority)),
        Action.named("move-to-new", texts, Icon.SPLIT, Topic.MESSAGE)
            .first(come)
            .on(Surface.MESSAGE, 10)
            .when(this::mayMove)
            .does(this::moveToNew));
  }

  private Standing mayMove() {
    TimelineEntry.Message message = chosen.message();
    if (message == null) {
      return Standing.absent(texts.get("obstacle.no_message"));
    }
    if (message.row().deletedAt() != null) {
      return Standing.refused(texts.get("refusal.deleted"));
    }
    if (message.command() != null) {
      return Standing.refused(texts.get("refusal.unsent"));
    }
    DialogRules.Obstacle obstacle = model.rulesProperty().get().moveToNew();
    return obstacle == null ? Standing.ready() : Standing.refused(Obstacles.words(obstacle));
  }

  private void moveToNew() {
    TimelineEntry.Message message = chosen.message();
    if (message != null) {
      questions.moveToNew(
          () -> model.withOpen(id -> model.desk().marks().moveToNew(id, message.row().id())));
    }
  }

  private Action.Draft draft(
      String id, Icon icon, Function<DialogRules, DialogRules.@Nullable Obstacle> rule) {
    return Action.named(id, texts, icon, Topic.CONVERSATION)
        .first(come)
        .when(() -> Obstacles.standing(rule.apply(model.rulesProperty().get())));
  }
}
