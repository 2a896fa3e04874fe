package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.SettingTable;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.ScheduledRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scheduled messages that were called back into a draft, until the relay says whether that came
 * in time. Engine thread only.
 */
final class CalledBack {
  private static final String SETTING = "calledBack/";

  private final SettingTable settings;

  CalledBack(SettingTable settings) {
    this.settings = settings;
  }

  /** Forgets what a former run left of those that nothing asks for any more. */
  void tidy(Collection<OutboxEntry> outbox) {
    Set<String> asked = new HashSet<>();
    for (OutboxEntry entry : outbox) {
      if (entry.state().isPending()
          && entry.command().isKnown()
          && entry.command().intent() instanceof Intent.UnscheduleMessage back) {
        asked.add(back.message().value());
      }
    }
    for (String message : settings.below(SETTING).keySet()) {
      if (!asked.contains(message)) {
        settings.set(SETTING + message, null);
      }
    }
  }

  /** One is in its draft; within the caller's transaction. */
  void put(ScheduledRow row) {
    settings.set(SETTING + row.id(), Json.write(row));
  }

  /**
   * An act is done with; within the caller's transaction.
   *
   * @return what it had put into the draft; null if it did not call anything back
   */
  @Nullable ScheduledRow take(OutboxEntry entry) {
    if (!entry.command().isKnown()
        || !(entry.command().intent() instanceof Intent.UnscheduleMessage back)) {
      return null;
    }
    String setting = SETTING + back.message();
    String row = settings.get(setting);
    if (row == null) {
      return null;
    }
    settings.set(setting, null);
    return Json.read(row, ScheduledRow.class);
  }
}
