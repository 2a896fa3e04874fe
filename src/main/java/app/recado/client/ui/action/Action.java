package app.recado.client.ui.action;

import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done in the desk: what it is called, where it is offered, by which keys,
 * whether it can be done now, and doing it. Its name is the text {@code action.<id>} of its area;
 * {@code action.<id>.short}, where there is one, is what buttons say. FX thread only.
 */
public final class Action {
  private final Draft draft;
  private final Runnable effect;

  private Action(Draft draft, Runnable effect) {
    this.draft = draft;
    this.effect = effect;
  }

  /**
   * Begins an action.
   *
   * @param id names it all over the desk; lower case with hyphens, also the id of its buttons
   * @param texts of its area
   */
  public static Draft named(String id, Texts texts, Icon icon, Topic topic) {
    return new Draft(id, texts, icon, topic);
  }

  public String id() {
    return draft.id;
  }

  public String name() {
    return draft.texts.get("action." + draft.id);
  }

  /** What a button says that has little room. */
  public String shortName() {
    String key = "action." + draft.id + ".short";
    return draft.texts.has(key) ? draft.texts.get(key) : name();
  }

  public Icon icon() {
    return draft.icon;
  }

  public Topic topic() {
    return draft.topic;
  }

  public Scope scope() {
    return draft.scope;
  }

  /** The keys that do it, the one to show first; empty for none. */
  public List<Shortcut> shortcuts() {
    return draft.shortcuts.get();
  }

  /** The key to show beside it; empty for none. */
  public String keyShown() {
    List<Shortcut> keys = shortcuts();
    return keys.isEmpty() ? "" : keys.getFirst().words();
  }

  /** Whether it loses something; drawn in red. */
  public boolean isGrave() {
    return draft.grave;
  }

  /** Its place on a surface; null where it is not offered there. */
  @Nullable Integer place(Surface surface) {
    return draft.places.get(surface);
  }

  /** Whether it can be done now. */
  public Standing standing() {
    return draft.standing.get();
  }

  /** Does it; false if it cannot be done now. */
  public boolean run() {
    if (!standing().isReady()) {
      return false;
    }
    draft.first.run();
    effect.run();
    return true;
  }

  /** An action on its way to be one: everything but what it does. */
  public static final class Draft {
    private final String id;
    private final Texts texts;
    private final Icon icon;
    private final Topic topic;
    private final Map<Surface, Integer> places = new EnumMap<>(Surface.class);
    private Supplier<List<Shortcut>> shortcuts = List::of;
    private Scope scope = Scope.READING;
    private Supplier<Standing> standing = Standing::ready;
    private Runnable first = () -> {};
    private boolean grave;

    private Draft(String id, Texts texts, Icon icon, Topic topic) {
      this.id = id;
      this.texts = texts;
      this.icon = icon;
      this.topic = topic;
    }

    /** By any of these keys in this scope. */
    public Draft keys(Scope where, Shortcut... keys) {
      List<Shortcut> fixed = List.of(keys);
      return keys(where, () -> fixed);
    }

    /** By keys that somebody may choose. */
    public Draft keys(Scope where, Supplier<List<Shortcut>> keys) {
      scope = where;
      shortcuts = keys;
      return this;
    }

    /**
     * Offered on a surface.
     *
     * @param place its order there; a line stands between the tens
     */
    public Draft on(Surface surface, int place) {
      places.put(surface, place);
      return this;
    }

    /** Looked at whenever it is shown, so it must be quick. */
    public Draft when(Supplier<Standing> now) {
      standing = now;
      return this;
    }

    /** Done before anything else: what brings it to where it is seen. */
    public Draft first(Runnable before) {
      first = before;
      return this;
    }

    /** Loses something. */
    public Draft grave() {
      grave = true;
      return this;
    }

    public Action does(Runnable effect) {
      return new Action(this, effect);
    }
  }
}
