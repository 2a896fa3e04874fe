package app.recado.client.ui.action;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every action of the desk, once. Put together when first asked for, so that a start does not wait
 * for what nobody has looked for yet. FX thread only.
 */
public final class Register {
  private final Supplier<List<Action>> actions;
  private final Supplier<List<Offer>> offers;
  private final Map<Surface, List<Action>> surfaces = new EnumMap<>(Surface.class);
  private @Nullable Map<String, Action> all;

  /**
   * @param actions makes them; called once
   * @param offers what may be done now besides; called whenever somebody looks
   */
  public Register(Supplier<List<Action>> actions, Supplier<List<Offer>> offers) {
    this.actions = actions;
    this.offers = offers;
  }

  /** All actions in the order of their topics. */
  public List<Action> all() {
    return List.copyOf(byId().values());
  }

  public List<Offer> offers() {
    return offers.get();
  }

  /**
   * The action of this id.
   *
   * @throws NullPointerException if there is none
   */
  public Action get(String id) {
    return Objects.requireNonNull(byId().get(id), id);
  }

  /** What a surface offers, in its order, whether it can be done now or not. */
  public List<Action> on(Surface surface) {
    return surfaces.computeIfAbsent(
        surface,
        first ->
            all().stream()
                .filter(action -> action.place(surface) != null)
                .sorted(Comparator.comparing(action -> place(action, surface)))
                .toList());
  }

  static int place(Action action, Surface surface) {
    return Objects.requireNonNull(action.place(surface));
  }

  /** What a key does in this scope; null for nothing. */
  public @Nullable Action byKey(KeyEvent event, Scope scope) {
    for (Action action : byId().values()) {
      if (action.scope() == scope) {
        for (Shortcut shortcut : action.shortcuts()) {
          if (shortcut.matches(event)) {
            return action;
          }
        }
      }
    }
    return null;
  }

  private Map<String, Action> byId() {
    Map<String, Action> made = all;
    if (made == null) {
      Map<String, Action> collected = new LinkedHashMap<>();
      actions.get().stream()
          .sorted(Comparator.comparing(Action::topic))
          .forEach(action -> {
            if (collected.put(action.id(), action) != null) {
              throw new IllegalStateException("two actions are called " + action.id());
            }
          });
      made = collected;
      all = made;
    }
    return made;
  }
}
