package app.recado.client.sync;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Row;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The people of the workspace and its channels, as lists to choose from. Who came or went is shown
 * at once, before the row that says so has its turn among what else comes down. Engine thread only.
 */
final class Colleagues {
  private final DeskModel model;
  private final UserRow me;
  private final Function<UserId, @Nullable Long> seqOf;
  private final Bridge bridge;

  /** What was told of people whose rows do not say it yet. */
  private final Map<UserId, PresenceEvent> ahead = new HashMap<>();

  /**
   * @param me what is known of oneself while there is no row
   * @param seqOf the number of a person's row; null if there is none
   */
  Colleagues(DeskModel model, UserRow me, Function<UserId, @Nullable Long> seqOf, Bridge bridge) {
    this.model = model;
    this.me = me;
    this.seqOf = seqOf;
    this.bridge = bridge;
  }

  /** Whether a page may have changed what is shown. */
  static boolean isIn(Applied applied) {
    return applied.rows().stream().anyMatch(Colleagues::isOfWorkspace) || !applied.gone().isEmpty();
  }

  private static boolean isOfWorkspace(Row row) {
    return row instanceof UserRow || row instanceof ChannelRow || row instanceof SettingsRow;
  }

  void heard(PresenceEvent event) {
    PresenceEvent before = ahead.get(event.user());
    if (isAhead(event) && (before == null || before.seq() < event.seq())) {
      ahead.put(event.user(), event);
      show();
    }
  }

  private boolean isAhead(PresenceEvent event) {
    Long known = seqOf.apply(event.user());
    return known != null && known < event.seq();
  }

  /** What was told holds no longer than the connection; the rows stand. */
  void disconnected() {
    if (!ahead.isEmpty()) {
      ahead.clear();
      show();
    }
  }

  private UserRow now(UserRow row) {
    PresenceEvent event = ahead.get(row.id());
    return event == null ? row : event.over(row);
  }

  void show() {
    ahead.values().removeIf(event -> !isAhead(event));
    UserRow now = now(model.users.getOrDefault(me.id(), me));
    List<UserRow> everybody =
        model.users.values().stream()
            .map(this::now)
            .sorted(Comparator.comparing(UserRow::name).thenComparing(user -> user.id().value()))
            .toList();
    List<UserRow> people =
        everybody.stream().filter(user -> user.active() && !user.id().equals(me.id())).toList();
    List<SettingsRow> settings = List.copyOf(model.settings.values());
    List<ChannelRow> channels =
        model.channels.values().stream()
            .sorted(Comparator.comparing(ChannelRow::name).thenComparing(one -> one.id().value()))
            .toList();
    bridge.tell(changes -> {
      changes.me(now);
      changes.people(people);
      changes.channels(channels);
      changes.workspace(everybody, settings);
    });
  }
}
