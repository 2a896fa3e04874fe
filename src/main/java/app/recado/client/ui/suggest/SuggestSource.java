package app.recado.client.ui.suggest;

import java.util.List;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Where suggestions for one sign come from. */
public interface SuggestSource {
  char sign();

  /** Whether the sign counts at the start of a line only. */
  boolean atLineStart();

  /** What the card is called. */
  String name();

  /** What the keys do, at the foot of the card. */
  String keys();

  /** Parts to choose from, the whole first; empty where there are none. */
  List<String> filters();

  /**
   * What fits, best first.
   *
   * @param filter an index into {@link #filters}
   */
  List<Suggestion> find(String query, int filter);

  /** What the card says when there is nothing at all to choose from. */
  String nothing();

  /** Calls the action whenever what stands beside what was found may have changed. */
  default Subscription watch(Runnable changed) {
    return Subscription.EMPTY;
  }

  /** Something else to do from here; null for nothing. */
  default @Nullable Extra extra() {
    return null;
  }

  /** A link of the card. */
  record Extra(String words, Runnable action) {}
}
