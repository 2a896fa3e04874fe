package app.recado.client.ui.conversation;

import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/** What can be done with one message. */
final class MessageMenu {
  private final ConversationViewModel model;
  private final Overlay overlay;
  private final Texts texts = Texts.of("conversation");

  MessageMenu(ConversationViewModel model, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
  }

  /**
   * @param selection the text selected with the mouse; copied instead of the whole if there is one
   */
  void open(TimelineEntry.Message message, String selection, Point2D scenePoint) {
    MenuCard card = new MenuCard(overlay, texts.get("menu.name"));
    boolean deleted = message.row().deletedAt() != null;
    @Nullable String gone = deleted ? texts.get("refusal.deleted") : null;
    card.add(
        new MenuCard.Entry(
            Icon.QUOTE,
            texts.get("menu.quote"),
            "Q",
            "Q",
            gone,
            false,
            () -> model.ports().quote(message)));
    card.addSeparator();
    card.add(
        new MenuCard.Entry(
            Icon.COPY,
            texts.get("menu.copy"),
            "Shortcut+C",
            texts.get("key.copy"),
            gone,
            false,
            () -> model.ports().copy(selection.isEmpty() ? message.row().text() : selection)));
    card.add(
        new MenuCard.Entry(
            Icon.PENCIL,
            texts.get("menu.edit"),
            "E",
            "E",
            refusal(message.editRefusal()),
            false,
            () -> model.ports().edit(message)));
    card.add(
        new MenuCard.Entry(
            Icon.TRASH_2,
            texts.get("menu.delete"),
            "Delete",
            texts.get("key.delete"),
            refusal(message.deleteRefusal()),
            true,
            () -> model.delete(message)));
    overlay.showAt(scenePoint, card, card.first());
  }

  private @Nullable String refusal(@Nullable String key) {
    if (key == null) {
      return null;
    }
    String ours = "refusal." + key.substring(key.lastIndexOf('.') + 1);
    return texts.has(ours) ? texts.get(ours) : texts.get("refusal.other");
  }
}
