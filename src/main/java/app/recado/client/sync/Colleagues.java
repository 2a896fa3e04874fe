package app.recado.client.sync;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.Row;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserRow;
import java.util.Comparator;
import java.util.List;

/** The people of the workspace and its channels, as lists to choose from. Engine thread only. */
final class Colleagues {
  private final DeskModel model;
  private final UserRow me;
  private final Bridge bridge;

  /**
   * @param me what is known of oneself while there is no row
   */
  Colleagues(DeskModel model, UserRow me, Bridge bridge) {
    this.model = model;
    this.me = me;
    this.bridge = bridge;
  }

  /** Whether a page may have changed what is shown. */
  static boolean isIn(Applied applied) {
    return applied.rows().stream().anyMatch(Colleagues::isOfWorkspace) || !applied.gone().isEmpty();
  }

  private static boolean isOfWorkspace(Row row) {
    return row instanceof UserRow || row instanceof ChannelRow || row instanceof SettingsRow;
  }

  void show() {
    UserRow now = model.users.getOrDefault(me.id(), me);
    List<UserRow> everybody =
        model.users.values().stream()
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
