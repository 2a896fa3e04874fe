package app.recado.client.sync;

import app.recado.client.cache.SettingTable;
import java.util.ArrayList;
import java.util.List;

/** The transfer targets of late. */
final class RecentTargets {
  private static final String SETTING = "recentTargets";
  private static final int MOST = 8;

  private volatile List<String> targets = List.of();

  void load(SettingTable settings) {
    String stored = settings.get(SETTING);
    if (stored != null && targets.isEmpty() && !stored.isEmpty()) {
      targets = List.of(stored.split(" ", -1));
    }
  }

  void add(String target) {
    List<String> next = new ArrayList<>(targets);
    next.remove(target);
    next.addFirst(target);
    targets = List.copyOf(next.subList(0, Math.min(MOST, next.size())));
  }

  void save(SettingTable settings) {
    settings.set(SETTING, String.join(" ", targets));
  }

  List<String> latestFirst() {
    return targets;
  }
}
