package app.recado.client.sync;

import app.recado.client.cache.CacheException;
import app.recado.client.cache.CacheReader;
import app.recado.client.state.DialogItem;
import app.recado.client.state.SearchResults;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessagePage;
import app.recado.protocol.MessageRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Searches people and messages on this computer, then merges what the relay found. Only the latest
 * search answers. Asked on the FX thread, works on the reader's, answers on the FX thread.
 */
final class SearchRun {
  private static final int MOST_MESSAGES = 50;
  private static final int MOST_DIALOGS = 20;

  /** Asks the relay; answers on the engine's thread, with null if it cannot be asked. */
  interface Relay {
    void search(String query, Consumer<@Nullable MessagePage> answer);
  }

  private final DeskSetup setup;
  private final CacheReader cache;
  private final DeskModel model;
  private final DialogIndex index;
  private final Items items;
  private final Relay relay;
  private final AtomicLong latest = new AtomicLong();
  private final AtomicLong latestFind = new AtomicLong();

  SearchRun(DeskSetup setup, CacheReader cache, DeskModel model, Items items, Relay relay) {
    this.setup = setup;
    this.cache = cache;
    this.model = model;
    index = new DialogIndex(model);
    this.items = items;
    this.relay = relay;
  }

  void search(String query, Consumer<SearchResults> results) {
    long mine = latest.incrementAndGet();
    SearchQuery asked = SearchQuery.of(query);
    List<String> words = asked.words();
    if (asked.isEmpty()) {
      setup
          .fx()
          .execute(
              () -> results.accept(new SearchResults(query, List.of(), List.of(), false, false)));
      return;
    }
    setup
        .reader()
        .execute(() -> {
          if (mine != latest.get()) {
            return;
          }
          List<SearchResults.DialogHit> dialogs = dialogs(asked);
          List<MessageRow> found =
              words.isEmpty() ? List.of() : asked.allowed(messages(words), model.dialogs);
          answer(mine, results(query, words, dialogs, found, false), results);
          if (words.isEmpty()) {
            return;
          }
          relay.search(
              asked.text(),
              page -> {
                if (page != null && mine == latest.get()) {
                  List<MessageRow> all = asked.allowed(merged(found, page), model.dialogs);
                  answer(mine, results(query, words, dialogs, all, true), results);
                }
              });
        });
  }

  void find(DialogId dialog, String query, Consumer<List<MessageId>> found) {
    long mine = latestFind.incrementAndGet();
    List<String> words = Folding.words(query);
    setup
        .reader()
        .execute(() -> {
          if (mine != latestFind.get()) {
            return;
          }
          List<MessageId> ids = words.isEmpty() ? List.of() : ids(dialog, words);
          setup
              .fx()
              .execute(() -> {
                if (mine == latestFind.get()) {
                  found.accept(ids);
                }
              });
        });
  }

  private List<MessageId> ids(DialogId dialog, List<String> words) {
    try {
      return cache.find(dialog, Folding.match(words));
    } catch (CacheException unreadable) {
      return List.of();
    }
  }

  private void answer(long mine, SearchResults found, Consumer<SearchResults> results) {
    setup
        .fx()
        .execute(() -> {
          if (mine == latest.get()) {
            results.accept(found);
          }
        });
  }

  private List<MessageRow> messages(List<String> words) {
    try {
      return cache.search(
          Folding.near(words),
          text -> Folding.matchesAll(text, words),
          Folding.match(words),
          MOST_MESSAGES + 1);
    } catch (CacheException unreadable) {
      return List.of();
    }
  }

  private static List<MessageRow> merged(List<MessageRow> found, MessagePage page) {
    Map<MessageId, MessageRow> byId = new LinkedHashMap<>();
    page.messages().forEach(entry -> byId.put(entry.message().id(), entry.message()));
    found.forEach(row -> byId.putIfAbsent(row.id(), row));
    List<MessageRow> all = new ArrayList<>(byId.values());
    all.sort(
        Comparator.comparing(MessageRow::createdAt)
            .reversed()
            .thenComparing(row -> row.id().value()));
    return all;
  }

  private List<SearchResults.DialogHit> dialogs(SearchQuery query) {
    List<DialogRow> rows = new ArrayList<>();
    for (DialogId id : index.find(query.words())) {
      DialogRow row = model.dialogs.get(id);
      if (row != null && query.allows(row)) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparing(DialogRow::updatedAt).reversed());
    List<SearchResults.DialogHit> hits = new ArrayList<>();
    for (DialogRow row : rows) {
      DialogItem item = hits.size() < MOST_DIALOGS ? items.item(row.id()) : null;
      if (item != null) {
        hits.add(hit(item, row, query.words()));
      }
    }
    return List.copyOf(hits);
  }

  /** Shows name and title, and all else only if that is what was found. */
  private SearchResults.DialogHit hit(DialogItem item, DialogRow row, List<String> words) {
    CustomerRow customer = model.customers.get(row.customer());
    String name = customer == null ? "" : customer.name();
    String shown = row.title().isEmpty() ? name : name + " — " + row.title();
    if (!Folding.matchesAll(shown, words)) {
      String phone = customer == null ? "" : DialogIndex.phone(customer);
      shown += phone.isEmpty() ? "" : " · " + phone;
      for (String tag : row.tags()) {
        shown += " · #" + tag;
      }
    }
    return new SearchResults.DialogHit(item, shown, Folding.ranges(shown, words));
  }

  private SearchResults results(
      String query,
      List<String> words,
      List<SearchResults.DialogHit> dialogs,
      List<MessageRow> rows,
      boolean relayAnswered) {
    List<SearchResults.MessageHit> hits = new ArrayList<>();
    for (MessageRow row : rows) {
      DialogRow dialog = model.dialogs.get(row.dialog());
      CustomerRow customer = dialog == null ? null : model.customers.get(dialog.customer());
      String snippet = Folding.snippet(row.text(), words);
      hits.add(
          new SearchResults.MessageHit(
              row.dialog(),
              row.id(),
              customer == null ? "" : customer.name(),
              snippet,
              Folding.ranges(snippet, words),
              row.whisper(),
              row.createdAt()));
      if (hits.size() == MOST_MESSAGES) {
        break;
      }
    }
    return new SearchResults(query, dialogs, hits, rows.size() > MOST_MESSAGES, relayAnswered);
  }
}
