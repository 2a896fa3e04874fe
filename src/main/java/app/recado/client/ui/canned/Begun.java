package app.recado.client.ui.canned;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is being written in an editor that may be left and built anew meanwhile. FX thread only.
 *
 * @param <M> the editor's model
 */
public final class Begun<M> {
  private final Predicate<M> worth;
  private final Consumer<M> giveUp;
  private @Nullable M model;

  /**
   * @param worth whether it says something that would be lost
   * @param giveUp what is done with one that is gone on with no more
   */
  public Begun(Predicate<M> worth, Consumer<M> giveUp) {
    this.worth = worth;
    this.giveUp = giveUp;
  }

  /** Takes the place of what was being written. */
  public void begin(M begun) {
    if (model != null && model != begun) {
      giveUp.accept(model);
    }
    model = begun;
  }

  /** What to go on with; null if there is nothing that is worth it. */
  public @Nullable M toGoOn() {
    M begun = model;
    if (begun != null && !worth.test(begun)) {
      giveUp();
      return null;
    }
    return begun;
  }

  /** The editor was closed by whoever wrote there. */
  public void end() {
    model = null;
  }

  /** Nobody will go on with it. */
  public void giveUp() {
    M begun = model;
    model = null;
    if (begun != null) {
      giveUp.accept(begun);
    }
  }

  /** Goes on with what was begun elsewhere, which knows no more of it. */
  public void resume(Begun<M> before) {
    model = before.model;
    before.model = null;
  }
}
