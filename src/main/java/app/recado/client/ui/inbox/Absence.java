package app.recado.client.ui.inbox;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.HeldItem;
import app.recado.client.state.Tab;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.UserRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What happened while the desk had no connection, told once it has one again. A short cut is not
 * worth a word. FX thread only; needs no toolkit.
 */
final class Absence implements AutoCloseable {
  /** A cut shorter than this was hardly noticed. */
  static final Duration SHORTEST = Duration.ofMinutes(2);

  /** What came in meanwhile reaches the lists in several turns. */
  private static final Duration GATHERING = Duration.ofMillis(300);

  private static final int MOST_TAKEN = 3;
  private static final List<Tab> OPEN = List.of(Tab.UNANSWERED, Tab.MINE, Tab.TEAM, Tab.SNOOZED);

  /**
   * One thing that happened, and where it is seen.
   *
   * @param dialog null for a whole tab
   * @param pending whether it holds only as long as something needs attention
   */
  record Line(String text, Tab tab, @Nullable DialogId dialog, boolean pending) {}

  /**
   * @param length how long there was no connection
   */
  record Digest(Duration length, List<Line> lines) {}

  private record Snapshot(Instant since, Map<DialogId, DialogItem> items) {}

  private final Desk desk;
  private final Later later;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<@Nullable Digest> digest = new ReadOnlyObjectWrapper<>();
  private final Subscription watch;
  private final ListChangeListener<HeldItem> held = change -> attention();
  private Subscription gathering = Subscription.EMPTY;
  private @Nullable Snapshot before;

  Absence(Desk desk, Later later, Texts texts) {
    this.desk = desk;
    this.later = later;
    this.texts = texts;
    watch = desk.connection().subscribe(this::connection);
    desk.needsAttention().addListener(held);
  }

  /** What there is to tell; null for nothing. */
  ReadOnlyObjectProperty<@Nullable Digest> digest() {
    return digest.getReadOnlyProperty();
  }

  void dismiss() {
    digest.set(null);
  }

  private void connection(@Nullable Connection now) {
    if (now == null) {
      return;
    }
    switch (now.status()) {
      case OFFLINE, OFFLINE_BY_HAND, SIGN_IN_NEEDED -> {
        if (before == null) {
          before = new Snapshot(desk.relayNow(), items());
        }
      }
      case ONLINE -> {
        Snapshot left = before;
        before = null;
        if (left != null) {
          Duration length = Duration.between(left.since, desk.relayNow());
          if (length.compareTo(SHORTEST) >= 0) {
            gathering.unsubscribe();
            gathering = later.after(GATHERING, () -> tell(left, length));
          }
        }
      }
      case CONNECTING -> {
        // neither gone nor back
      }
    }
  }

  private Map<DialogId, DialogItem> items() {
    Map<DialogId, DialogItem> items = new HashMap<>();
    for (Tab tab : OPEN) {
      desk.inbox().list(tab).forEach(item -> items.put(item.id(), item));
    }
    return items;
  }

  private void tell(Snapshot left, Duration length) {
    List<Line> lines = new ArrayList<>();
    fresh(left, lines);
    answers(left, lines);
    taken(left, lines);
    held(left, lines);
    show(length, lines);
  }

  private void show(Duration length, List<Line> lines) {
    digest.set(lines.isEmpty() ? null : new Digest(length, List.copyOf(lines)));
  }

  private void attention() {
    Digest told = digest.get();
    if (told != null && desk.needsAttention().isEmpty()) {
      show(told.length(), told.lines().stream().filter(line -> !line.pending()).toList());
    }
  }

  private void fresh(Snapshot left, List<Line> lines) {
    List<DialogItem> fresh =
        desk.inbox().list(Tab.UNANSWERED).stream()
            .filter(item -> !session(item).equals(session(left.items.get(item.id()))))
            .toList();
    one(fresh, Tab.UNANSWERED, "away.new", lines);
  }

  private void answers(Snapshot left, List<Line> lines) {
    List<DialogItem> answered =
        desk.inbox().list(Tab.MINE).stream()
            .filter(item -> isByCustomer(item) && left.items.containsKey(item.id()))
            .filter(item -> !last(item).equals(last(left.items.get(item.id()))))
            .toList();
    one(answered, Tab.MINE, "away.answers", lines);
  }

  /** Named with its customer where there is but one. */
  private void one(List<DialogItem> items, Tab tab, String key, List<Line> lines) {
    if (!items.isEmpty()) {
      DialogItem first = items.getFirst();
      lines.add(
          new Line(
              texts.count(key, items.size(), first.customer().name()),
              tab,
              items.size() == 1 ? first.id() : null,
              false));
    }
  }

  private void taken(Snapshot left, List<Line> lines) {
    left.items.values().stream()
        .filter(DialogItem::mine)
        .map(item -> desk.inbox().item(item.id()).getValue())
        .filter(Objects::nonNull)
        .filter(item -> !item.mine() && item.owner() != null)
        .limit(MOST_TAKEN)
        .forEach(item -> {
          UserRow owner = Objects.requireNonNull(item.owner());
          lines.add(
              new Line(
                  texts.get("away.taken", owner.name(), item.customer().name()),
                  Tab.TEAM,
                  item.id(),
                  false));
        });
  }

  private void held(Snapshot left, List<Line> lines) {
    int were = left.items.values().stream().mapToInt(DialogItem::held).sum();
    List<DialogItem> now = items().values().stream().filter(item -> item.held() > 0).toList();
    int are = now.stream().mapToInt(DialogItem::held).sum();
    if (are > were) {
      String text = texts.count("away.held", are - were);
      lines.add(new Line(text, Tab.MINE, now.getFirst().id(), true));
    }
  }

  private static boolean isByCustomer(DialogItem item) {
    DialogRow.LastMessage last = item.dialog().lastMessage();
    return last != null && last.author().kind() == AuthorKind.CUSTOMER;
  }

  private static Instant last(@Nullable DialogItem item) {
    DialogRow.LastMessage last = item == null ? null : item.dialog().lastMessage();
    return last == null ? Instant.EPOCH : last.createdAt();
  }

  private static String session(@Nullable DialogItem item) {
    return item == null ? "" : item.dialog().session().id().value();
  }

  @Override
  public void close() {
    watch.unsubscribe();
    desk.needsAttention().removeListener(held);
    gathering.unsubscribe();
  }
}
