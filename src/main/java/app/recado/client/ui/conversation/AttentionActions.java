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
import app.recado.protocol.AuthorKind;
import java.util.List;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** What the agent wants to read again and to hear of; nobody else learns of it. */
final class AttentionActions {
  private final ConversationViewModel model;
  private final MessageActions.Chosen chosen;
  private final Runnable come;
  private final Texts texts = Texts.of("conversation");

  /**
   * @param chosen which message is meant
   * @param come brings the conversation to where it is seen
   */
  AttentionActions(ConversationViewModel model, MessageActions.Chosen chosen, Runnable come) {
    this.model = model;
    this.chosen = chosen;
    this.come = come;
  }

  List<Action> all() {
    return List.of(
        draft("mark-unread", Icon.MAIL, DialogRules::markUnread)
            .keys(Scope.READING, Shortcut.key(KeyCode.U))
            .on(Surface.MORE, 17)
            .does(() -> model.markUnread(null)),
        draft("mute", Icon.BELL_OFF, DialogRules::mute)
            .keys(Scope.READING, Shortcut.key(KeyCode.M))
            .on(Surface.MORE, 18)
            .does(() -> model.withOpen(id -> model.desk().marks().mute(id, true))),
        draft("unmute", Icon.BELL, DialogRules::unmute)
            .keys(Scope.READING, Shortcut.shift(KeyCode.M))
            .on(Surface.MORE, 18)
            .does(() -> model.withOpen(id -> model.desk().marks().mute(id, false))),
        draft("follow", Icon.BELL_RING, DialogRules::follow)
            .keys(Scope.READING, Shortcut.key(KeyCode.O))
            .on(Surface.MORE, 19)
            .does(() -> model.withOpen(id -> model.desk().marks().follow(id, true))),
        draft("unfollow", Icon.BELL, DialogRules::unfollow)
            .keys(Scope.READING, Shortcut.shift(KeyCode.O))
            .on(Surface.MORE, 19)
            .does(() -> model.withOpen(id -> model.desk().marks().follow(id, false))),
        Action.named("message-unread", texts, Icon.MAIL, Topic.MESSAGE)
            .first(come)
            .keys(Scope.MESSAGE, Shortcut.key(KeyCode.U))
            .on(Surface.MESSAGE, 11)
            .when(this::mayBeUnread)
            .does(this::unreadFrom));
  }

  private Standing mayBeUnread() {
    TimelineEntry.Message message = chosen.message();
    if (message == null) {
      return Standing.absent(texts.get("obstacle.no_message"));
    }
    return message.row().author().kind() == AuthorKind.CUSTOMER
        ? Standing.ready()
        : Standing.refused(texts.get("refusal.unread"));
  }

  private void unreadFrom() {
    TimelineEntry.Message message = chosen.message();
    if (message != null) {
      model.markUnread(message.row().position());
    }
  }

  private Action.Draft draft(
      String id, Icon icon, Function<DialogRules, DialogRules.@Nullable Obstacle> rule) {
    return Action.named(id, texts, icon, Topic.CONVERSATION)
        .first(come)
        .when(() -> Obstacles.standing(rule.apply(model.rulesProperty().get())));
  }
}
