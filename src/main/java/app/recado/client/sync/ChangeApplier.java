package app.recado.client.sync;

import app.recado.client.cache.Cache;
import app.recado.client.cache.MessageTable.Numbered;
import app.recado.client.cache.RowTable;
import app.recado.protocol.CannedRow;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MentionRow;
import app.recado.protocol.MessagePage;
import app.recado.protocol.MessageRow;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.Row;
import app.recado.protocol.RowKind;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Brings pages of changes into the cache: the only writer of synced rows. Rows and cursor change in
 * one transaction, and a page that comes again changes nothing.
 */
class ChangeApplier {
  private final Cache cache;

  ChangeApplier(Cache cache) {
    this.cache = cache;
  }

  /**
   * Applies a page.
   *
   * @param last whether nothing more is ready: a snapshot taken anew is complete then
   */
  Applied apply(SyncPage page, boolean last) {
    return cache.transaction(() -> {
      long head = cache.head();
      boolean rebuilding = cache.isRebuilding();
      Applied applied = rows(page, head, rebuilding);
      long reached = page.changes().isEmpty() ? head : page.changes().getLast().seq();
      cache.moveTo(page.cursor(), Math.max(head, reached));
      if (rebuilding && last) {
        cache.endRebuild();
      }
      return applied;
    });
  }

  final Applied rows(SyncPage page, long head, boolean rebuilding) {
    Applied applied = new Applied(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    List<Numbered> messages = new ArrayList<>();
    Set<String> unconfirmed = new HashSet<>();
    boolean known =
        rebuilding || (!page.changes().isEmpty() && page.changes().getLast().seq() <= head);
    for (Change change : page.changes()) {
      boolean force = rebuilding && cache.confirm(change.kind(), change.id());
      switch (change) {
        case Change.Put(MessageRow message, long seq) -> {
          messages.add(new Numbered(message, seq));
          if (force) {
            unconfirmed.add(change.id());
          }
        }
        case Change.Put(Row row, long seq) -> {
          if (put(row, seq, force)) {
            applied.rows().add(row);
          }
        }
        case Change.Gone gone -> {
          // What came before in this page must be there before it can go.
          flush(messages, known, row -> unconfirmed.contains(row.id().value()), applied);
          gone(gone, applied);
        }
      }
    }
    flush(messages, known, row -> unconfirmed.contains(row.id().value()), applied);
    return applied;
  }

  private void flush(
      List<Numbered> messages, boolean known, Predicate<MessageRow> force, Applied applied) {
    applied.messages().addAll(cache.messages.put(messages, known, force));
    messages.clear();
  }

  /**
   * Applies older messages read from the history of a dialog that is still to be seen.
   *
   * @return how many came
   */
  int history(DialogId dialog, MessagePage page) {
    return cache.transaction(() -> {
      if (cache.isRebuilding() || cache.dialogs.seqOf(dialog.value()) == null) {
        return 0;
      }
      List<Numbered> messages =
          page.messages().stream()
              .filter(entry -> entry.message().dialog().equals(dialog))
              .map(entry -> new Numbered(entry.message(), entry.seq()))
              .toList();
      cache.messages.put(messages, false, row -> false);
      return messages.size();
    });
  }

  /** Applies rows that were asked for by themselves; the cursor stays where it is. */
  final Applied some(List<Change.Put> rows) {
    return cache.transaction(() -> {
      Applied applied = new Applied(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
      for (Change.Put put : rows) {
        if (put(put.row(), put.seq(), false)) {
          applied.rows().add(put.row());
        }
      }
      return applied;
    });
  }

  private boolean put(Row row, long seq, boolean force) {
    return switch (row) {
      case UserRow user -> cache.users.put(user, seq, force);
      case ChannelRow channel -> cache.channels.put(channel, seq, force);
      case CustomerRow customer -> cache.customers.put(customer, seq, force);
      case DialogRow dialog -> cache.dialogs.put(dialog, seq, force);
      case ReadingRow reading -> cache.readings.put(reading, seq, force);
      case DraftRow draft -> cache.drafts.put(draft, seq, force);
      case CannedRow canned -> cache.canned.put(canned, seq, force);
      case MacroRow macro -> cache.macros.put(macro, seq, force);
      case SettingsRow settings -> cache.settings.put(settings, seq, force);
      case ScheduledRow scheduled -> cache.scheduled.put(scheduled, seq, force);
      case MentionRow mention -> cache.mentions.put(mention, seq, force);
      case MessageRow _ -> throw new IllegalStateException("messages go together");
    };
  }

  private void gone(Change.Gone gone, Applied applied) {
    switch (gone.kind()) {
      case MESSAGE ->
          applied.messages().addAll(cache.messages.remove(List.of(gone.id()), gone.seq()));
      case DIALOG -> {
        if (remove(cache.dialogs, gone, applied)) {
          DialogId dialog = new DialogId(gone.id());
          cache.messages.removeAll(dialog, gone.seq());
          applied.messages().add(dialog);
          drop(cache.readings, RowKind.READING, gone.id(), gone.seq(), applied);
          for (DraftKind kind : DraftKind.values()) {
            drop(cache.drafts, RowKind.DRAFT, DraftRow.rowId(dialog, kind), gone.seq(), applied);
          }
        }
      }
      case USER -> remove(cache.users, gone, applied);
      case CHANNEL -> remove(cache.channels, gone, applied);
      case CUSTOMER -> remove(cache.customers, gone, applied);
      case READING -> remove(cache.readings, gone, applied);
      case DRAFT -> remove(cache.drafts, gone, applied);
      case CANNED -> remove(cache.canned, gone, applied);
      case MACRO -> remove(cache.macros, gone, applied);
      case MENTION -> remove(cache.mentions, gone, applied);
      case SETTINGS -> remove(cache.settings, gone, applied);
      case SCHEDULED -> remove(cache.scheduled, gone, applied);
    }
  }

  private static boolean remove(RowTable<?> table, Change.Gone gone, Applied applied) {
    return drop(table, gone.kind(), gone.id(), gone.seq(), applied);
  }

  private static boolean drop(
      RowTable<?> table, RowKind kind, String id, long seq, Applied applied) {
    boolean removed = table.remove(id, seq);
    if (removed) {
      applied.gone().add(new Applied.Lost(kind, id));
    }
    return removed;
  }
}
