package app.recado.client.ui.suggest;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is suggested at the caret, and which of it is marked. Opens when a sign is typed, stays as
 * long as something fits, and once closed with Esc stays so until another sign. FX thread only.
 */
public final class SuggestViewModel {
  private final List<SuggestSource> sources;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper();
  private int filter;
  private @Nullable Token dismissed;

  /** What the card shows. */
  public record Shown(SuggestSource source, Token token, int filter, List<Suggestion> found) {}

  public SuggestViewModel(List<SuggestSource> sources) {
    this.sources = List.copyOf(sources);
  }

  ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Which of what was found is marked. */
  ReadOnlyIntegerProperty markedProperty() {
    return marked.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return shown.get() != null;
  }

  /** Looks at what is written. */
  void look(String text, int caret) {
    for (SuggestSource source : sources) {
      Token token = Token.at(text, caret, source.sign(), source.atLineStart());
      if (token != null) {
        Token closed = dismissed;
        if (closed != null && closed.sign() == token.sign() && closed.start() == token.start()) {
          return;
        }
        show(source, token);
        return;
      }
    }
    dismissed = null;
    close();
  }

  private void show(SuggestSource source, Token token) {
    Shown before = shown.get();
    if (before == null || before.source() != source) {
      filter = 0;
    }
    List<Suggestion> found = source.find(token.query(), filter);
    boolean filtered = filter > 0;
    if (found.isEmpty() && !token.query().isEmpty() && !filtered) {
      close();
      return;
    }
    dismissed = null;
    marked.set(first(found));
    shown.set(new Shown(source, token, filter, found));
  }

  private static int first(List<Suggestion> found) {
    for (int at = 0; at < found.size(); at++) {
      if (found.get(at).isReady()) {
        return at;
      }
    }
    return 0;
  }

  /** Shows another part. */
  void filter(int chosen) {
    Shown now = shown.get();
    if (now != null) {
      filter = chosen;
      show(now.source(), now.token());
    }
  }

  void step(int by) {
    Shown now = shown.get();
    if (now != null && !now.found().isEmpty()) {
      marked.set(Math.floorMod(marked.get() + by, now.found().size()));
    }
  }

  /** The marked one; null if nothing is or it cannot be chosen. */
  @Nullable Suggestion current() {
    Shown now = shown.get();
    if (now == null || marked.get() >= now.found().size()) {
      return null;
    }
    Suggestion suggestion = now.found().get(marked.get());
    return suggestion.isReady() ? suggestion : null;
  }

  /** Closes until another sign is typed. */
  void dismiss() {
    Shown now = shown.get();
    if (now != null) {
      dismissed = now.token();
      close();
    }
  }

  private void close() {
    if (shown.get() != null) {
      shown.set(null);
    }
  }
}
