package app.recado.client.ui.views;

import app.recado.client.state.SavedView;
import app.recado.client.ui.controls.Overlay;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Opens the cards of the views beside the list. FX thread. */
public final class ViewCards {
  private final ViewsViewModel model;
  private final Overlay overlay;
  private final Consumer<SavedView> deleted;
  private final Node anchor;

  /**
   * @param anchor below what they open
   * @param deleted is told of a view that is kept no more
   */
  public ViewCards(
      ViewsViewModel model, Overlay overlay, Node anchor, Consumer<SavedView> deleted) {
    this.model = model;
    this.overlay = overlay;
    this.anchor = anchor;
    this.deleted = deleted;
  }

  void views() {
    ViewsCard card = new ViewsCard(model, overlay::hide, this::filter);
    overlay.showBelow(anchor, card, card.first());
  }

  void filter() {
    overlay.hide();
    FilterCard card = new FilterCard(model, overlay::hide, deleted);
    overlay.showBelow(anchor, card, card.first());
  }
}
