package app.recado.client.ui.search;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.SearchResults;
import app.recado.client.sync.Desk;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Finding what to do, dialogs and messages while typing: actions at once, then what is on this
 * computer, then, when online, what the relay adds. FX thread only; needs no toolkit.
 */
public final class SearchViewModel implements AutoCloseable {
  /** Long enough that a word typed quickly is searched for once. */
  private static final Duration TYPING = Duration.ofMillis(60);

  private final Desk desk;
  private final Later later;
  private final Moments moments;
  private final ActionSearch actions;
  private final Opening opening;
  private final Peek peek;
  private final Texts texts = Texts.of("search");
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final BooleanProperty previewing = new SimpleBooleanProperty(this, "previewing");
  private final ReadOnlyObjectWrapper<List<Hit>> hits =
      new ReadOnlyObjectWrapper<>(this, "hits", List.of());
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
  private Subscription typing = Subscription.EMPTY;
  private String asked = "";
  private List<Hit.Doing> doings = List.of();
  private List<Hit.Found> found = List.of();
  private boolean searching;
  private Runnable onceFound = () -> {};
  private boolean stepped;

  /** Where a chosen result leads. */
  @FunctionalInterface
  public interface Opening {
    /**
     * @param message the message to show; null for the dialog as it is
     */
    void open(DialogId dialog, @Nullable MessageId message);
  }

  public SearchViewModel(
      Desk desk, Later later, Moments moments, Register register, Opening opening) {
    this.desk = desk;
    this.later = later;
    this.moments = moments;
    this.opening = opening;
    actions = new ActionSearch(register);
    peek = new Peek(desk, moments);
    query.subscribe(typed -> {
      typing.unsubscribe();
      asked = "";
      stepped = false;
      onceFound = () -> {};
      doings = actions.find(typed);
      searching = !typed.isBlank();
      if (searching) {
        typing = later.after(TYPING, this::search);
      } else {
        found = List.of();
        count.set("");
        note.set(texts.get("hint"));
      }
      list();
    });
  }

  /** Marks the next row, or the one before. */
  void step(int by) {
    int size = hits.get().size();
    if (size > 0) {
      stepped = true;
      select(Math.floorMod(selected.get() + by, size));
    }
  }

  void select(int index) {
    selected.set(index);
    look();
  }

  /** Shows or hides what the marked result leads to. */
  void togglePreview() {
    previewing.set(!previewing.get());
    look();
  }

  /**
   * What choosing the marked row would do; null if nothing would come of it: there is none, it
   * cannot be done now, or it answers an older query.
   */
  @Nullable Runnable chosen() {
    Hit hit = marked();
    return switch (hit) {
      case null -> null;
      case Hit.Doing doing -> doing.isPossible() ? doing.effect() : null;
      case Hit.Found one ->
          searching && !stepped ? null : () -> opening.open(one.dialog(), one.message());
    };
  }

  /** Does something when the search that is under way is over; typing on forgets it. */
  void onceFound(Runnable action) {
    if (searching) {
      onceFound = action;
    }
  }

  private @Nullable Hit marked() {
    int at = selected.get();
    return at < 0 || at >= hits.get().size() ? null : hits.get().get(at);
  }

  private void look() {
    if (previewing.get()) {
      peek.look(marked());
    } else {
      peek.close();
    }
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

  private void show(SearchResults results) {
    searching = false;
    List<Hit.Found> all = new ArrayList<>();
    Instant now = desk.relayNow();
    for (SearchResults.DialogHit hit : results.dialogs()) {
      all.add(
          new Hit.Found(
              hit.item().id(), null, hit.shown(), hit.matches(), whereIs(hit.item(), now)));
    }
    for (SearchResults.MessageHit hit : results.messages()) {
      String place = texts.get("where", hit.customerName(), moments.brief(hit.createdAt(), now));
      all.add(
          new Hit.Found(
              hit.dialog(),
              hit.message(),
              hit.snippet(),
              hit.matches(),
              hit.whisper() ? texts.get("where", place, texts.get("whisper")) : place));
    }
    found = List.copyOf(all);
    list();
    note.set(all.isEmpty() && doings.isEmpty() ? nothing(results) : "");
    count.set(all.isEmpty() ? "" : counted(results, all.size()));
    Runnable waiting = onceFound;
    onceFound = () -> {};
    waiting.run();
  }

  private String whereIs(DialogItem item, Instant now) {
    Instant ended = item.dialog().session().endedAt();
    String second =
        ended == null || item.dialog().session().status().isOpen()
            ? item.channel().name()
            : texts.get("closed", moments.brief(ended, now));
    return texts.get("where", Connectors.name(item.connectorKind()), second);
  }

  /** Puts the rows together; the mark stays on what was marked by hand, else on the first. */
  private void list() {
    Hit before = stepped ? marked() : null;
    List<Hit> all = new ArrayList<>(doings);
    all.addAll(found);
    if (!found.isEmpty()) {
      note.set("");
    }
    int kept = -1;
    for (int at = 0; before != null && kept < 0 && at < all.size(); at++) {
      kept = all.get(at).isSameAs(before) ? at : -1;
    }
    selected.set(-1);
    hits.set(List.copyOf(all));
    select(kept >= 0 ? kept : firstPossible(all));
  }

  private static int firstPossible(List<Hit> all) {
    for (int at = 0; at < all.size(); at++) {
      if (!(all.get(at) instanceof Hit.Doing doing) || doing.isPossible()) {
        return at;
      }
    }
    return all.isEmpty() ? -1 : 0;
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

  /** Whether what the marked row leads to is shown below. */
  BooleanProperty previewingProperty() {
    return previewing;
  }

  Peek peek() {
    return peek;
  }

  ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
    return hits.getReadOnlyProperty();
  }

  /** Index of the marked row; -1 while there is none. */
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What to look for, or that nothing was found; empty while results are shown. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  @Override
  public void close() {
    typing.unsubscribe();
    asked = "";
    onceFound = () -> {};
    peek.close();
  }
}
