package app.recado.client.ui.views;

import app.recado.client.state.DialogQuery;
import app.recado.client.state.SavedView;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Tags;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which view is shown in the place of a tab: one of everybody's, one that the agent saved, or what
 * is being put together. FX thread only; needs no toolkit.
 */
public final class ViewsViewModel implements AutoCloseable {
  private final Desk desk;
  private final ObjectProperty<@Nullable DialogQuery> query;
  private final Texts texts = Texts.of("views");
  private final ReadOnlyObjectWrapper<@Nullable SavedView> saved =
      new ReadOnlyObjectWrapper<>(this, "saved");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private @Nullable StandardView standard;
  private final Subscription subscription = new Subscription();

  /**
   * @param query what the list shows in the place of a tab; null for the tab
   */
  public ViewsViewModel(Desk desk, ObjectProperty<@Nullable DialogQuery> query) {
    this.desk = desk;
    this.query = query;
    subscription.to(
        query,
        asked -> {
          if (asked == null) {
            standard = null;
            saved.set(null);
          }
          word();
        });
  }

  ReadOnlyObjectProperty<@Nullable DialogQuery> query() {
    return query;
  }

  /** The saved view that is shown, as it is kept; null if what is shown is none. */
  ReadOnlyObjectProperty<@Nullable SavedView> saved() {
    return saved.getReadOnlyProperty();
  }

  ObservableList<SavedView> all() {
    return desk.views().all();
  }

  void show(SavedView view) {
    standard = null;
    saved.set(view);
    query.set(view.query());
    word();
  }

  void show(StandardView view) {
    saved.set(null);
    standard = view;
    query.set(view.query());
    word();
  }

  /** Shows what is being put together; a saved view keeps what it asks for until saved again. */
  void ask(DialogQuery asked) {
    standard = null;
    query.set(asked);
    word();
  }

  /** Back to the tab. */
  void leave() {
    query.set(null);
  }

  /** What is shown is called so; empty while a tab is shown. */
  ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  private void word() {
    SavedView view = saved.get();
    if (query.get() == null) {
      title.set("");
    } else if (view != null) {
      title.set(isChanged() ? texts.get("title.changed", view.name()) : view.name());
    } else {
      title.set(standard == null ? texts.get("title.filter") : standard.words(texts));
    }
  }

  /** Whether a saved view is shown that asks for something else than it is kept with. */
  boolean isChanged() {
    SavedView view = saved.get();
    return view != null && !view.query().equals(query.get());
  }

  /**
   * Why what is shown cannot be saved under this name; null if it can.
   *
   * @param typed as it stands in the field
   */
  @Nullable String refusal(String typed) {
    String name = typed.strip();
    SavedView own = saved.get();
    if (name.isEmpty()) {
      return texts.get("name.empty");
    }
    if (name.length() > SavedView.LONGEST) {
      return texts.get("name.tooLong", SavedView.LONGEST);
    }
    boolean taken =
        all().stream()
            .anyMatch(view ->
                view.name().equalsIgnoreCase(name) && (own == null || !own.id().equals(view.id())));
    if (taken) {
      return texts.get("name.taken");
    }
    return own == null && all().size() >= SavedView.MOST
        ? texts.get("name.most", SavedView.MOST)
        : null;
  }

  /** Keeps and shows what is asked for: as the saved view that is shown, else as a new one. */
  void save(String typed, DialogQuery asked) {
    if (refusal(typed) != null) {
      return;
    }
    SavedView own = saved.get();
    String name = typed.strip();
    SavedView kept =
        own == null
            ? desk.views().add(name, asked)
            : desk.views().save(new SavedView(own.id(), name, asked));
    show(kept);
  }

  /** Forgets the saved view that is shown; what it asks for stays shown. */
  @Nullable SavedView delete() {
    SavedView view = saved.get();
    if (view != null) {
      desk.views().delete(view);
      saved.set(null);
      word();
    }
    return view;
  }

  /** Takes a deletion back; the view is the one that is shown if nothing else is by now. */
  public void restore(SavedView view) {
    desk.views().save(view);
    if (saved.get() == null && standard == null && view.query().equals(query.get())) {
      saved.set(view);
      word();
    }
  }

  /** What is asked for that is not there any more, as sentences; empty for none. */
  List<String> gone() {
    DialogQuery asked = query.get();
    if (asked == null) {
      return List.of();
    }
    List<String> gone = new ArrayList<>();
    if (isPersonGone(asked)) {
      gone.add(texts.get("gone.person"));
    }
    int channels = goneChannels(asked).size();
    if (channels > 0) {
      gone.add(texts.count("gone.channel", channels));
    }
    List<String> tags = asked.tags();
    if (!tags.isEmpty() && tags.stream().noneMatch(tag -> Tags.has(known(), tag))) {
      gone.add(texts.get(tags.size() == 1 ? "gone.tag" : "gone.tags", String.join(", ", tags)));
    }
    return gone;
  }

  private List<String> known() {
    return desk.marks().knownTags();
  }

  boolean isPersonGone(DialogQuery asked) {
    UserId person = asked.person();
    return person != null
        && !desk.me().getValue().id().equals(person)
        && desk.people().stream().noneMatch(one -> one.id().equals(person));
  }

  /** Those of the channels asked for that are not there any more. */
  List<ChannelId> goneChannels(DialogQuery asked) {
    return asked.channels().stream()
        .filter(id -> desk.channels().stream().noneMatch(one -> one.id().equals(id)))
        .toList();
  }

  /** Tells when {@link #gone} may have changed, but for what the conversations themselves say. */
  void watch(Subscription watching, Runnable told) {
    watching.to(query, asked -> told.run());
    watching.to(desk.people(), told);
    watching.to(desk.channels(), told);
  }

  int count(DialogQuery asked) {
    return desk.inbox().count(asked, desk.relayNow());
  }

  List<ChannelRow> channels() {
    return List.copyOf(desk.channels());
  }

  /** Active people but me, by name. */
  List<UserRow> people() {
    return List.copyOf(desk.people());
  }

  /** The tags there are, the most used first, and those that are asked for. */
  List<String> tags(DialogQuery asked) {
    List<String> tags = new ArrayList<>(asked.tags());
    desk.marks().knownTags().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    return tags;
  }

  /** Goes on with what another model of the same desk showed. */
  public void resume(ViewsViewModel before) {
    DialogQuery asked = before.query.get();
    if (asked != null) {
      standard = before.standard;
      saved.set(before.saved.get());
      query.set(asked);
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
