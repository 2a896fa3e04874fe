package app.recado.client.ui.views;

import app.recado.client.state.SavedView;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Offer;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;

/** Choosing a view, putting one together, and going back to the tab. */
public final class ViewActions {
  private final ViewsViewModel model;
  private final ViewCards cards;
  private final Runnable come;
  private final Texts texts = Texts.of("views");

  /**
   * @param come brings the lists to where they are seen
   */
  public ViewActions(ViewsViewModel model, ViewCards cards, Runnable come) {
    this.model = model;
    this.cards = cards;
    this.come = come;
  }

  public List<Action> all() {
    return List.of(
        Action.named("views", texts, Icon.LIST_FILTER, Topic.LIST)
            .keys(Scope.READING, Shortcut.key(KeyCode.V))
            .does(() -> here(cards::views)),
        Action.named("filter", texts, Icon.LIST_FILTER, Topic.LIST)
            .keys(Scope.READING, Shortcut.shift(KeyCode.V))
            .does(() -> here(cards::filter)),
        Action.named("leave-view", texts, Icon.X, Topic.LIST)
            .when(() ->
                model.query().get() == null
                    ? Standing.absent(texts.get("obstacle.none"))
                    : Standing.ready())
            .does(() -> here(model::leave)));
  }

  /** Each view by its name. */
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    for (SavedView view : model.all()) {
      offers.add(offer(view.name(), () -> model.show(view)));
    }
    for (StandardView view : StandardView.values()) {
      offers.add(offer(view.words(texts), () -> model.show(view)));
    }
    return offers;
  }

  private Offer offer(String name, Runnable show) {
    return new Offer(
        Icon.LIST_FILTER, texts.get("offer", name), "", Standing.ready(), () -> here(show));
  }

  private void here(Runnable action) {
    come.run();
    action.run();
  }
}
