package app.recado.client.sync;

import app.recado.client.cache.Cache;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CustomerId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.DraftRow;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MentionRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.Row;
import app.recado.protocol.RowKind;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The relay's rows in memory, all but messages: what lists are made from. Written on the engine's
 * thread, readable from any.
 */
final class DeskModel {
  /** How many dialogs are read, with what belongs to them, before everything else. */
  private static final int FIRST = 100;

  final Map<UserId, UserRow> users = new ConcurrentHashMap<>();
  final Map<ChannelId, ChannelRow> channels = new ConcurrentHashMap<>();
  final Map<CustomerId, CustomerRow> customers = new ConcurrentHashMap<>();
  final Map<DialogId, DialogRow> dialogs = new ConcurrentHashMap<>();
  final Map<DialogId, ReadingRow> readings = new ConcurrentHashMap<>();
  final Map<String, DraftRow> drafts = new ConcurrentHashMap<>();
  final Map<ChannelId, SettingsRow> settings = new ConcurrentHashMap<>();

  final Map<CannedId, CannedRow> canned = new ConcurrentHashMap<>();
  final Map<MacroId, MacroRow> macros = new ConcurrentHashMap<>();
  final Map<MessageId, ScheduledRow> scheduled = new ConcurrentHashMap<>();
  final Map<MessageId, MentionRow> mentions = new ConcurrentHashMap<>();

  /** Counts what changed of what {@link DialogIndex} reads. */
  private final AtomicLong searched = new AtomicLong();

  /** Sets that are never changed, for nearly all hold one dialog. */
  private final Map<CustomerId, Set<DialogId>> byCustomer = new ConcurrentHashMap<>();

  /**
   * Reads of the cache what the first screen shows: it must not wait for ten thousand customers.
   *
   * @param loaded told of each dialog, in the order of the lists; what belongs to it is there
   * @return whether there may be more, to be read with {@link #loadRest}
   */
  boolean loadFirst(Cache cache, Consumer<DialogId> loaded) {
    clear();
    cache.users.forEach(row -> users.put(row.id(), row));
    cache.channels.forEach(row -> channels.put(row.id(), row));
    cache.settings.forEach(row -> settings.put(row.channel(), row));
    cache.drafts.forEach(row -> drafts.put(row.rowId(), row));
    cache.canned.forEach(row -> canned.put(row.id(), row));
    cache.macros.forEach(row -> macros.put(row.id(), row));
    cache.scheduled.forEach(row -> scheduled.put(row.id(), row));
    cache.mentions.forEach(row -> mentions.put(row.message(), row));
    cache.dialogs.first(FIRST, row -> load(cache, row, loaded));
    return dialogs.size() == FIRST;
  }

  /** Reads all else; see {@link #loadFirst}. */
  void loadRest(Cache cache, Consumer<DialogId> loaded) {
    cache.customers.forEach(row -> customers.put(row.id(), row));
    searched.incrementAndGet();
    cache.readings.forEach(row -> readings.put(row.dialog(), row));
    cache.dialogs.forEach(row -> {
      if (!dialogs.containsKey(row.id())) {
        load(row, loaded);
      }
    });
  }

  /**
   * Reads a dialog, with what belongs to it, before its turn.
   *
   * @return whether it was not there yet, and is now
   */
  boolean load(Cache cache, DialogId id) {
    DialogRow row = dialogs.containsKey(id) ? null : cache.dialogs.get(id.value());
    if (row == null) {
      return false;
    }
    load(cache, row, loaded -> {});
    return true;
  }

  private void load(Cache cache, DialogRow row, Consumer<DialogId> loaded) {
    CustomerRow customer = cache.customers.get(row.customer().value());
    if (customer != null) {
      put(customer, new HashSet<>());
    }
    ReadingRow reading = cache.readings.get(row.id().value());
    if (reading != null) {
      readings.put(reading.dialog(), reading);
    }
    load(row, loaded);
  }

  private void load(DialogRow row, Consumer<DialogId> loaded) {
    put(row, new HashSet<>());
    loaded.accept(row.id());
  }

  void clear() {
    users.clear();
    channels.clear();
    customers.clear();
    dialogs.clear();
    readings.clear();
    drafts.clear();
    canned.clear();
    macros.clear();
    mentions.clear();
    settings.clear();
    scheduled.clear();
    byCustomer.clear();
    searched.incrementAndGet();
  }

  /** Another number whenever dialogs are found by something else. */
  long searchedVersion() {
    return searched.get();
  }

  /** Takes over what a page changed; adds the dialogs that look different now. */
  void apply(Applied applied, Set<DialogId> touched) {
    applied.rows().forEach(row -> put(row, touched));
    applied.gone().forEach(lost -> gone(lost.kind(), lost.id(), touched));
  }

  private void put(Row row, Set<DialogId> touched) {
    switch (row) {
      case UserRow user -> {
        UserRow before = users.put(user.id(), user);
        if (before == null || !before.name().equals(user.name())) {
          ownedBy(user.id(), touched);
        }
      }
      case ChannelRow channel -> {
        channels.put(channel.id(), channel);
        inChannel(channel.id(), touched);
      }
      case CustomerRow customer -> {
        CustomerRow before = customers.put(customer.id(), customer);
        if (before == null
            || !before.name().equals(customer.name())
            || !before.contact().equals(customer.contact())) {
          searched.incrementAndGet();
        }
        touched.addAll(byCustomer.getOrDefault(customer.id(), Set.of()));
      }
      case DialogRow dialog -> {
        DialogRow before = dialogs.put(dialog.id(), dialog);
        if (before == null
            || !before.title().equals(dialog.title())
            || !before.tags().equals(dialog.tags())
            || !before.customer().equals(dialog.customer())) {
          searched.incrementAndGet();
        }
        byCustomer.merge(dialog.customer(), Set.of(dialog.id()), DeskModel::both);
        touched.add(dialog.id());
      }
      case ReadingRow reading -> {
        readings.put(reading.dialog(), reading);
        touched.add(reading.dialog());
      }
      case DraftRow draft -> {
        drafts.put(draft.rowId(), draft);
        touched.add(draft.dialog());
      }
      case CannedRow response -> canned.put(response.id(), response);
      case MacroRow macro -> macros.put(macro.id(), macro);
      case SettingsRow one -> settings.put(one.channel(), one);
      case ScheduledRow message -> {
        scheduled.put(message.id(), message);
        touched.add(message.dialog());
      }
      case MentionRow mention -> mentions.put(mention.message(), mention);
      case MessageRow _ -> throw new IllegalStateException("messages stay on disk");
    }
  }

  private void gone(RowKind kind, String id, Set<DialogId> touched) {
    switch (kind) {
      case USER -> users.remove(new UserId(id));
      case CHANNEL -> channels.remove(new ChannelId(id));
      case CUSTOMER -> {
        customers.remove(new CustomerId(id));
        searched.incrementAndGet();
      }
      case DIALOG -> {
        DialogRow row = dialogs.remove(new DialogId(id));
        if (row != null) {
          byCustomer.computeIfPresent(row.customer(), (customer, all) -> without(all, row.id()));
          touched.add(row.id());
          searched.incrementAndGet();
        }
      }
      case READING -> {
        readings.remove(new DialogId(id));
        touched.add(new DialogId(id));
      }
      case DRAFT -> {
        DraftRow row = drafts.remove(id);
        if (row != null) {
          touched.add(row.dialog());
        }
      }
      case CANNED -> canned.remove(new CannedId(id));
      case MACRO -> macros.remove(new MacroId(id));
      case SETTINGS -> settings.remove(new ChannelId(id));
      case SCHEDULED -> {
        ScheduledRow row = scheduled.remove(new MessageId(id));
        if (row != null) {
          touched.add(row.dialog());
        }
      }
      case MENTION -> mentions.remove(new MessageId(id));
      case MESSAGE -> throw new IllegalStateException("messages stay on disk");
    }
  }

  private static Set<DialogId> both(Set<DialogId> some, Set<DialogId> others) {
    Set<DialogId> both = new HashSet<>(some);
    both.addAll(others);
    return Set.copyOf(both);
  }

  private static @Nullable Set<DialogId> without(Set<DialogId> all, DialogId one) {
    Set<DialogId> left = new HashSet<>(all);
    left.remove(one);
    return left.isEmpty() ? null : Set.copyOf(left);
  }

  private void ownedBy(UserId user, Set<DialogId> touched) {
    for (DialogRow row : dialogs.values()) {
      if (user.equals(row.session().owner())) {
        touched.add(row.id());
      }
    }
  }

  private void inChannel(ChannelId channel, Set<DialogId> touched) {
    for (DialogRow row : dialogs.values()) {
      if (channel.equals(row.session().channel()) || channel.equals(row.channel())) {
        touched.add(row.id());
      }
    }
  }
}
