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
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** What can be done with the message that is chosen. */
final class MessageActions {
  private final ConversationViewModel model;
  private final Chosen chosen;
  private final Runnable come;
  private final Texts texts = Texts.of("conversation");

  /** Which message that is. */
  interface Chosen {
    TimelineEntry.@Nullable Message message();

    /** The text selected with the mouse; empty if none is. */
    String selection();

    /** Shows what can be done about those whom it names. */
    void openPeople();

    /** Opens its menu; that of the newest in view if none is chosen. */
    void openMenu();
  }

  /**
   * @param come brings the conversation to where it is seen
   */
  MessageActions(ConversationViewModel model, Chosen chosen, Runnable come) {
    this.model = model;
    this.come = come;
    this.chosen = chosen;
  }

  List<Action> all() {
    return List.of(
        draft("quote", Icon.QUOTE, this::deleted, Shortcut.key(KeyCode.Q))
            .on(Surface.MESSAGE, 0)
            .does(() -> withMessage(model.ports()::quote)),
        draft("keep", Icon.BOOKMARK_PLUS, this::notKept, Shortcut.key(KeyCode.S))
            .on(Surface.MESSAGE, 10)
            .does(() -> withMessage(model.ports()::keep)),
        Action.named("message-people", texts, Icon.AT_SIGN, Topic.MESSAGE)
            .first(come)
            .keys(Scope.MESSAGE, Shortcut.key(KeyCode.N))
            .on(Surface.MESSAGE, 11)
            .when(this::anybodyNamed)
            .does(chosen::openPeople),
        draft("copy", Icon.COPY, this::deleted, Shortcut.command(KeyCode.C))
            .on(Surface.MESSAGE, 20)
            .does(() -> withMessage(this::copy)),
        draft("edit", Icon.PENCIL, this::notEditable, Shortcut.key(KeyCode.E))
            .on(Surface.MESSAGE, 21)
            .does(() -> withMessage(model.ports()::edit)),
        draft("delete", Icon.TRASH_2, this::notDeletable, Shortcut.key(KeyCode.DELETE))
            .grave()
            .on(Surface.MESSAGE, 22)
            .does(() -> withMessage(model::delete)),
        Action.named("message-menu", texts, Icon.ELLIPSIS, Topic.MESSAGE)
            .first(come)
            .keys(Scope.READING, Shortcut.key(KeyCode.PERIOD), Shortcut.key(KeyCode.CONTEXT_MENU))
            .when(this::anyMessage)
            .does(chosen::openMenu));
  }

  private Action.Draft draft(
      String id,
      Icon icon,
      Function<TimelineEntry.Message, @Nullable String> refusal,
      Shortcut shortcut) {
    return Action.named("message-" + id, texts, icon, Topic.MESSAGE)
        .first(come)
        .keys(Scope.MESSAGE, shortcut)
        .when(() -> standing(refusal));
  }

  private Standing standing(Function<TimelineEntry.Message, @Nullable String> refusal) {
    TimelineEntry.Message message = chosen.message();
    if (message == null) {
      return Standing.absent(texts.get("obstacle.no_message"));
    }
    String why = refusal.apply(message);
    return why == null ? Standing.ready() : Standing.refused(why);
  }

  private Standing anybodyNamed() {
    TimelineEntry.Message message = chosen.message();
    return message == null || model.namedIn(message).isEmpty()
        ? Standing.absent(texts.get("obstacle.nobody_named"))
        : Standing.ready();
  }

  private Standing anyMessage() {
    return model.dialogProperty().get() == null
        ? Standing.absent(Obstacles.words(DialogRules.Obstacle.NOTHING_OPEN))
        : Standing.ready();
  }

  private @Nullable String deleted(TimelineEntry.Message message) {
    return message.row().deletedAt() == null ? null : texts.get("refusal.deleted");
  }

  /** A whisper kept as a text to be used would one day be sent to a customer. */
  private @Nullable String notKept(TimelineEntry.Message message) {
    if (message.row().whisper()) {
      return texts.get("refusal.keep.whisper");
    }
    if (message.row().deletedAt() == null && message.row().text().isBlank()) {
      return texts.get("refusal.keep.empty");
    }
    return deleted(message);
  }

  private @Nullable String notEditable(TimelineEntry.Message message) {
    return refusal(message.editRefusal());
  }

  private @Nullable String notDeletable(TimelineEntry.Message message) {
    return refusal(message.deleteRefusal());
  }

  private @Nullable String refusal(@Nullable String key) {
    if (key == null) {
      return null;
    }
    String ours = "refusal." + key.substring(key.lastIndexOf('.') + 1);
    return texts.has(ours) ? texts.get(ours) : texts.get("refusal.other");
  }

  private void copy(TimelineEntry.Message message) {
    String selection = chosen.selection();
    model.ports().copy(selection.isEmpty() ? message.row().text() : selection);
  }

  private void withMessage(Consumer<TimelineEntry.Message> action) {
    TimelineEntry.Message message = chosen.message();
    if (message != null) {
      action.accept(message);
    }
  }
}
