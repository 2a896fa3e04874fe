package app.recado.client.ui.marks;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.PriorityMark;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.DialogId;
import app.recado.protocol.Priority;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Opens what a dialog is marked in. FX thread. */
public final class MarkCards {
  private final Desk desk;
  private final Moments moments;
  private final Overlay overlay;
  private final Node anchor;
  private final Texts texts = Texts.of("marks");

  /**
   * @param anchor below what they open
   */
  public MarkCards(Desk desk, Moments moments, Overlay overlay, Node anchor) {
    this.desk = desk;
    this.moments = moments;
    this.overlay = overlay;
    this.anchor = anchor;
  }

  public void tags(DialogId dialog) {
    DialogItem item = desk.inbox().item(dialog).getValue();
    tags(
        item == null ? List.of() : item.dialog().tags(),
        (add, remove) -> desk.marks().tag(dialog, add, remove));
  }

  /**
   * @param on those that whatever is tagged has now
   */
  public void tags(List<String> on, TagViewModel.Change change) {
    TagViewModel model = new TagViewModel(desk.marks().knownTags(), on, change);
    TagView card = new TagView(model, overlay::hide);
    overlay.showBelow(anchor, card, card.first());
  }

  public void priority(DialogId dialog) {
    DialogItem item = desk.inbox().item(dialog).getValue();
    priority(
        item == null ? Priority.NORMAL : item.dialog().priority(),
        level -> desk.marks().prioritize(dialog, level));
  }

  /**
   * @param now the one that holds; null if that differs
   */
  public void priority(@Nullable Priority now, Consumer<Priority> chosen) {
    MenuCard card = new MenuCard(overlay, texts.get("priority.title"));
    for (Priority level : List.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW)) {
      card.add(
          entry(
              PriorityMark.icon(level),
              PriorityMark.words(level),
              level == now ? texts.get("priority.is") : null,
              () -> chosen.accept(level)));
    }
    overlay.showBelow(anchor, card, card.first());
  }

  public void snooze(DialogId dialog) {
    snooze(until -> desk.marks().snooze(dialog, until));
  }

  public void snooze(Consumer<Instant> chosen) {
    MenuCard card = new SnoozeChoice(desk::relayNow, moments, overlay, chosen).card();
    overlay.showBelow(anchor, card, card.first());
  }

  private static MenuCard.Entry entry(
      Icon icon, String text, @Nullable String refusal, Runnable action) {
    return new MenuCard.Entry(icon, text, List.of(), "", refusal, false, action);
  }
}
