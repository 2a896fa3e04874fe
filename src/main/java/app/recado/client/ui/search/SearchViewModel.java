package app.recado.client.ui.search;

import app.recado.client.state.Connection;
import app.recado.client.state.SearchResults;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Finding dialogs and messages while typing: first what is on this computer, then, when online,
 * what the relay adds. FX thread only; needs no toolkit.
 */
public final class SearchViewModel {
  private static final Duration TYPING = Duration.ofMillis(120);

  private final Desk desk;
  private final Later later;
  private final Moments moments;
  private final Opening opening;
  private final Texts texts = Texts.of("search");
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyObjectWrapper<List<Hit>> hits =
      new ReadOnlyObjectWrapper<>(this, "hits", List.of());
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
  private Subscription typing = Subscription.EMPTY;
  private String asked = "";

  /** Where a chosen result leads. */
  @FunctionalInterface
  public interface Opening {
    /**
     * @param message the message to show; null for the dialog as it is
     */
    void open(DialogId dialog, @Nullable MessageId message);
  }

  /**
   * A result.
   *
   * @param message null for a dialog
   * @param matches where the words of the query stand in {@code shown}
   * @param where what it belongs to, in lighter letters
   */
  record Hit(
      DialogId dialog,
      @Nullable MessageId message,
      String shown,
      List<SearchResults.Range> matches,
      String where) {}

  public SearchViewModel(Desk desk, Later later, Moments moments, Opening opening) {
    this.desk = desk;
    this.later = later;
    this.moments = moments;
    this.opening = opening;
    note.set(texts.get("hint"));
    query.subscribe(typed -> {
      typing.unsubscribe();
      if (typed.isBlank()) {
        clear();
      } else {
        typing = later.after(TYPING, this::search);
      }
    });
  }

  /** Marks the next result, or the one before. */
  void step(int by) {
    int size = hits.get().size();
    if (size > 0) {
      selected.set(Math.floorMod(selected.get() + by, size));
    }
  }

  void select(int index) {
    selected.set(index);
  }

  /** Goes to the marked result; false if there is none. */
  boolean open() {
    int at = selected.get();
    if (at < 0 || at >= hits.get().size()) {
      return false;
    }
    Hit hit = hits.get().get(at);
    opening.open(hit.dialog(), hit.message());
    return true;
  }

  private void search() {
    asked = query.get().strip();
    String mine = asked;
    desk.search(
        mine,
        results -> {
          if (mine.equals(asked)) {
            show(results);
          }
        });
  }

  private void clear() {
    asked = "";
    hits.set(List.of());
    selected.set(-1);
    count.set("");
    note.set(texts.get("hint"));
  }

  private void show(SearchResults results) {
    Hit marked =
        selected.get() >= 0 && selected.get() < hits.get().size()
            ? hits.get().get(selected.get())
            : null;
    List<Hit> found = new ArrayList<>();
    for (SearchResults.DialogHit hit : results.dialogs()) {
      found.add(
          new Hit(
              hit.item().id(),
              null,
              hit.shown(),
              hit.matches(),
              texts.get(
                  "where",
                  Connectors.name(hit.item().connectorKind()),
                  hit.item().channel().name())));
    }
    for (SearchResults.MessageHit hit : results.messages()) {
      String place =
          texts.get("where", hit.customerName(), moments.brief(hit.createdAt(), desk.relayNow()));
      found.add(
          new Hit(
              hit.dialog(),
              hit.message(),
              hit.snippet(),
              hit.matches(),
              hit.whisper() ? texts.get("where", place, texts.get("whisper")) : place));
    }
    int kept = marked == null ? -1 : indexOf(found, marked);
    selected.set(-1);
    hits.set(List.copyOf(found));
    selected.set(found.isEmpty() ? -1 : Math.max(0, kept));
    note.set(found.isEmpty() ? nothing(results) : "");
    count.set(found.isEmpty() ? "" : counted(results, found.size()));
  }

  private static int indexOf(List<Hit> found, Hit marked) {
    for (int at = 0; at < found.size(); at++) {
      Hit hit = found.get(at);
      boolean same =
          hit.message() == null
              ? marked.message() == null && hit.dialog().equals(marked.dialog())
              : hit.message().equals(marked.message());
      if (same) {
        return at;
      }
    }
    return -1;
  }

  private String nothing(SearchResults results) {
    Connection now = desk.connection().getValue();
    return results.relayAnswered() || now == null || now.isOnline()
        ? texts.get("none", results.query())
        : texts.get("none.offline", results.query());
  }

  private String counted(SearchResults results, int size) {
    if (results.relayAnswered()) {
      return results.more() ? texts.get("found.all.more", size) : texts.count("found.all", size);
    }
    return results.more() ? texts.get("found.here.more", size) : texts.count("found.here", size);
  }

  StringProperty queryProperty() {
    return query;
  }

  ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
    return hits.getReadOnlyProperty();
  }

  /** Index of the marked result; -1 while there is none. */
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What to do, or that nothing was found; empty while results are shown. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }
}
