package app.recado.client.sync;

import app.recado.client.cache.CacheException;
import app.recado.client.cache.CacheReader;
import app.recado.client.cache.OutboxEntry;
import app.recado.client.state.DialogItem;
import app.recado.client.state.HeldItem;
import app.recado.client.state.TimelineEntry;
import app.recado.client.state.TimelineSource;
import app.recado.protocol.Attachment;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.MessageRow;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads parts of timelines from the cache on the reader's thread. */
final class TimelineReads implements TimelineSource {
  private static final int WIDEST = 2_000;

  /** How messages older than the cache are fetched; answers on the FX thread. */
  interface Fetcher {
    void fetch(DialogId dialog, long before, int limit, Consumer<Boolean> done);
  }

  private final Executor reader;
  private final Executor fx;
  private final CacheReader cache;
  private final DeskModel model;
  private final Items items;
  private final Function<DialogId, List<OutboxEntry>> outbox;
  private final Predicate<OutboxEntry> counts;
  private final Function<List<String>, List<Attachment>> files;
  private final Function<DialogId, List<ScheduledRow>> scheduled;
  private final Function<DialogId, List<HeldItem>> held;
  private final UserId me;
  private final RelayClock clock;
  private final ZoneId zone;
  private final Fetcher fetcher;

  TimelineReads(
      Executor reader,
      Executor fx,
      CacheReader cache,
      DeskModel model,
      Items items,
      Function<DialogId, List<OutboxEntry>> outbox,
      Predicate<OutboxEntry> counts,
      Function<List<String>, List<Attachment>> files,
      Function<DialogId, List<ScheduledRow>> scheduled,
      Function<DialogId, List<HeldItem>> held,
      UserId me,
      RelayClock clock,
      ZoneId zone,
      Fetcher fetcher) {
    this.reader = reader;
    this.fx = fx;
    this.cache = cache;
    this.model = model;
    this.items = items;
    this.outbox = outbox;
    this.counts = counts;
    this.files = files;
    this.scheduled = scheduled;
    this.held = held;
    this.me = me;
    this.clock = clock;
    this.zone = zone;
    this.fetcher = fetcher;
  }

  @Override
  public void read(DialogId dialog, Ask ask, Consumer<Slice> answer) {
    reader.execute(() -> {
      // The outbox first: what leaves it meanwhile is in the cache already, never in neither.
      List<OutboxEntry> queued = outbox.apply(dialog);
      Slice slice;
      try {
        slice = slice(dialog, ask, queued, held.apply(dialog));
      } catch (CacheException unreadable) {
        // The engine meets the same damage and rebuilds the file; the window reads again then.
        slice = new Slice(List.of(), 1, Long.MAX_VALUE, false, false, null, false);
      }
      Slice read = slice;
      fx.execute(() -> {
        if (hasLeft(dialog, queued)) {
          read(dialog, ask, answer);
        } else {
          answer.accept(read);
        }
      });
    });
  }

  /** Whether something that waited was taken back or came through since: it must not be shown. */
  private boolean hasLeft(DialogId dialog, List<OutboxEntry> queued) {
    Set<CommandId> now = new HashSet<>();
    outbox.apply(dialog).forEach(entry -> now.add(entry.id()));
    return queued.stream().anyMatch(entry -> !now.contains(entry.id()));
  }

  /** Everything that is here, in one list. */
  void readAll(DialogId dialog, Consumer<List<TimelineEntry>> answer) {
    reader.execute(() -> {
      List<TimelineEntry> entries;
      try {
        List<OutboxEntry> queued = outbox.apply(dialog);
        List<MessageRow> rows = new ArrayList<>();
        List<MessageRow> page = cache.from(dialog, 1, WIDEST);
        while (!page.isEmpty()) {
          rows.addAll(page);
          page = cache.from(dialog, page.getLast().position() + 1, WIDEST);
        }
        entries = slice(dialog, rows, Long.MAX_VALUE, null, queued, List.of()).entries();
      } catch (CacheException unreadable) {
        entries = List.of();
      }
      List<TimelineEntry> read = entries;
      fx.execute(() -> answer.accept(read));
    });
  }

  @Override
  public void fetch(DialogId dialog, long before, int limit, Consumer<Boolean> done) {
    fetcher.fetch(dialog, before, limit, done);
  }

  private Slice slice(DialogId id, Ask ask, List<OutboxEntry> entries, List<HeldItem> cards) {
    return switch (ask) {
      case Ask.Opening opening -> opening(id, opening.limit(), entries, cards);
      case Ask.End end ->
          slice(
              id,
              cache.before(id, Long.MAX_VALUE, end.limit()),
              Long.MAX_VALUE,
              end.unreadAfter(),
              entries,
              cards);
      case Ask.Range range ->
          slice(
              id,
              between(id, range.from(), range.to()),
              range.to(),
              range.unreadAfter(),
              entries,
              cards);
      case Ask.Extended extended -> extended(id, extended, entries, cards);
      case Ask.Since since -> since(id, since, entries, cards);
      case Ask.Around around -> around(id, around, entries, cards);
    };
  }

  private Slice opening(DialogId id, int limit, List<OutboxEntry> entries, List<HeldItem> cards) {
    ReadMarks.Mark read = items.mark(id);
    Long unreadAfter = read.unread() == 0 ? null : (Long) read.lastRead();
    List<MessageRow> rows = cache.before(id, Long.MAX_VALUE, limit);
    if (unreadAfter != null && !rows.isEmpty() && rows.getFirst().position() > unreadAfter + 1) {
      List<MessageRow> earlier = new ArrayList<>(cache.before(id, unreadAfter + 1, limit / 3));
      List<MessageRow> later = cache.from(id, unreadAfter + 1, limit);
      boolean reachesEnd = later.size() < limit;
      earlier.addAll(later);
      if (!earlier.isEmpty()) {
        long to = reachesEnd ? Long.MAX_VALUE : earlier.getLast().position();
        return slice(id, earlier, to, unreadAfter, entries, cards);
      }
    }
    return slice(id, rows, Long.MAX_VALUE, unreadAfter, entries, cards);
  }

  private Slice extended(
      DialogId id, Ask.Extended ask, List<OutboxEntry> entries, List<HeldItem> cards) {
    List<MessageRow> rows = new ArrayList<>();
    if (ask.above() > 0) {
      rows.addAll(cache.before(id, ask.from(), ask.above()));
    }
    rows.addAll(between(id, ask.from(), ask.to()));
    long to = ask.to();
    if (ask.below() > 0 && to != Long.MAX_VALUE) {
      List<MessageRow> below = cache.from(id, to + 1, ask.below());
      rows.addAll(below);
      to = below.size() < ask.below() ? Long.MAX_VALUE : below.getLast().position();
    }
    return slice(id, rows, to, ask.unreadAfter(), entries, cards);
  }

  private Slice around(
      DialogId id, Ask.Around ask, List<OutboxEntry> entries, List<HeldItem> cards) {
    MessageRow message = cache.message(ask.message());
    if (message == null || !message.dialog().equals(id)) {
      Slice end =
          slice(
              id,
              cache.before(id, Long.MAX_VALUE, ask.limit()),
              Long.MAX_VALUE,
              ask.unreadAfter(),
              entries,
              cards);
      boolean queued =
          entries.stream().anyMatch(entry -> entry.id().value().equals(ask.message().value()));
      return queued ? end : missing(end);
    }
    return around(id, message, ask.limit(), ask.unreadAfter(), entries, cards);
  }

  private Slice since(DialogId id, Ask.Since ask, List<OutboxEntry> entries, List<HeldItem> cards) {
    MessageRow first = cache.since(id, ask.moment());
    return first == null
        ? slice(
            id,
            cache.before(id, Long.MAX_VALUE, ask.limit()),
            Long.MAX_VALUE,
            ask.unreadAfter(),
            entries,
            cards)
        : around(id, first, ask.limit(), ask.unreadAfter(), entries, cards);
  }

  private Slice around(
      DialogId id,
      MessageRow message,
      int limit,
      @Nullable Long unreadAfter,
      List<OutboxEntry> entries,
      List<HeldItem> cards) {
    List<MessageRow> rows = new ArrayList<>(cache.before(id, message.position(), limit / 2));
    List<MessageRow> later = cache.from(id, message.position(), limit / 2);
    rows.addAll(later);
    long to = later.size() < limit / 2 ? Long.MAX_VALUE : rows.getLast().position();
    return slice(id, rows, to, unreadAfter, entries, cards);
  }

  private static Slice missing(Slice slice) {
    return new Slice(
        slice.entries(),
        slice.from(),
        slice.to(),
        slice.older(),
        slice.olderCached(),
        slice.unreadAfter(),
        false);
  }

  private List<MessageRow> between(DialogId id, long from, long to) {
    List<MessageRow> rows = cache.from(id, from, WIDEST);
    return rows.stream().filter(row -> row.position() <= to).toList();
  }

  private Slice slice(
      DialogId id,
      List<MessageRow> rows,
      long to,
      @Nullable Long unreadAfter,
      List<OutboxEntry> entries,
      List<HeldItem> cards) {
    DialogItem item = items.item(id);
    DialogRow truth = model.dialogs.get(id);
    if (item == null || truth == null) {
      return new Slice(List.of(), 1, Long.MAX_VALUE, false, false, null, false);
    }
    long from = rows.isEmpty() ? 1 : rows.getFirst().position();
    boolean olderCached = from > 1 && !cache.before(id, from, 1).isEmpty();
    List<TimelineEntry> built =
        new TimelineBuilder(
                truth,
                item.joined(),
                items.connector(truth),
                item.customer().name(),
                me,
                model.users::get,
                cache::message,
                entries,
                counts,
                files,
                zone,
                clock.now())
            .build(
                rows, olderCached, unreadAfter, to == Long.MAX_VALUE, scheduled.apply(id), cards);
    boolean older = from > 1 || (rows.isEmpty() && truth.lastPosition() > 0);
    long start = rows.isEmpty() ? truth.lastPosition() + 1 : from;
    return new Slice(built, start, to, older, olderCached, unreadAfter, true);
  }
}
