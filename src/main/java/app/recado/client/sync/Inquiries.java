package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.client.cache.Cache;
import app.recado.client.state.Found;
import app.recado.protocol.Change;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessagePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the relay for what does not come down by itself: older messages, a dialog that is not here,
 * what a search finds beyond the cache. Engine thread only, but for {@link #fetch} and {@link
 * #search}.
 */
final class Inquiries {
  private final DeskSetup setup;
  private final Cache cache;
  private final ChangeApplier applier;
  private final DeskModel model;
  private final SyncLoop loop;
  private final BooleanSupplier mayCome;
  private final Consumer<Applied> applied;
  private final List<Runnable> looking = new ArrayList<>();
  private final Map<DialogId, Set<RelayApi.Call>> fetching = new HashMap<>();
  private boolean closed;

  /**
   * @param mayCome whether the relay is still being reached, or the cache still being read
   * @param applied told of rows that came
   */
  Inquiries(
      DeskSetup setup,
      Cache cache,
      ChangeApplier applier,
      DeskModel model,
      SyncLoop loop,
      BooleanSupplier mayCome,
      Consumer<Applied> applied) {
    this.setup = setup;
    this.cache = cache;
    this.applier = applier;
    this.model = model;
    this.loop = loop;
    this.mayCome = mayCome;
    this.applied = applied;
  }

  /**
   * Looks for a dialog here, then at the relay, whom it waits for only while it is being reached.
   */
  void find(DialogId dialog, Consumer<Found> answer) {
    if (model.dialogs.containsKey(dialog)) {
      tellFound(answer, Found.HERE);
    } else if (loop.isReachable()) {
      setup
          .api()
          .dialog(
              loop.token(),
              dialog,
              new RelayApi.Callback<>() {
                @Override
                public void succeeded(List<Change.Put> rows) {
                  if (!closed && !cache.isRebuilding()) {
                    applied.accept(applier.some(rows));
                  }
                  tellFound(
                      answer, model.dialogs.containsKey(dialog) ? Found.HERE : Found.NOT_CACHED);
                }

                @Override
                public void failed(ApiException problem) {
                  boolean refused =
                      problem instanceof ApiException.Rejected rejected && rejected.status() != 401;
                  tellFound(answer, refused ? Found.NOWHERE : Found.NOT_CACHED);
                }
              });
    } else if (mayCome.getAsBoolean()) {
      looking.add(() -> find(dialog, answer));
    } else {
      tellFound(answer, Found.NOT_CACHED);
    }
  }

  /** Answers those who waited for the relay to be reached. */
  void lookAgain() {
    List<Runnable> again = List.copyOf(looking);
    looking.clear();
    again.forEach(Runnable::run);
  }

  private void tellFound(Consumer<Found> answer, Found found) {
    setup.fx().execute(() -> answer.accept(found));
  }

  /**
   * Fetches older messages of a dialog.
   *
   * @param done told, on the FX thread, whether any came
   */
  void fetch(DialogId dialog, long before, int limit, Consumer<Boolean> done) {
    setup
        .scheduler()
        .execute(() -> {
          if (closed || !loop.isReachable()) {
            setup.fx().execute(() -> done.accept(false));
            return;
          }
          Fetch fetch = new Fetch(dialog, done);
          fetch.call = setup.api().messages(loop.token(), dialog, before, limit, fetch);
          fetching.computeIfAbsent(dialog, id -> new HashSet<>()).add(fetch.call);
          setup
              .scheduler()
              .after(
                  SyncLoop.PATIENCE,
                  () -> fetch.failed(new ApiException.Unreachable("no answer", null)));
        });
  }

  private final class Fetch implements RelayApi.Callback<MessagePage> {
    private final DialogId dialog;
    private final Consumer<Boolean> done;
    private RelayApi.@Nullable Call call;
    private boolean over;

    Fetch(DialogId dialog, Consumer<Boolean> done) {
      this.dialog = dialog;
      this.done = done;
    }

    @Override
    public void succeeded(MessagePage page) {
      int came = closed || isForgotten() ? 0 : applier.history(dialog, page);
      end(came > 0);
    }

    @Override
    public void failed(ApiException problem) {
      end(false);
    }

    /** What was asked for before the dialog went must not bring it back. */
    private boolean isForgotten() {
      return !fetching.getOrDefault(dialog, Set.of()).contains(call);
    }

    private void end(boolean came) {
      if (!over) {
        over = true;
        fetching.getOrDefault(dialog, new HashSet<>()).remove(call);
        setup.fx().execute(() -> done.accept(came));
      }
    }
  }

  /** The dialog is gone: what was asked for of it is not wanted any more. */
  void forget(DialogId dialog) {
    fetching.remove(dialog);
  }

  /** Searches beyond the cache; the answer is null if the relay gives none. */
  void search(String query, Consumer<@Nullable MessagePage> answer) {
    setup
        .scheduler()
        .execute(() -> {
          if (closed || !loop.isReachable()) {
            answer.accept(null);
            return;
          }
          setup
              .api()
              .search(
                  loop.token(),
                  query,
                  null,
                  50,
                  new RelayApi.Callback<>() {
                    @Override
                    public void succeeded(MessagePage page) {
                      answer.accept(page);
                    }

                    @Override
                    public void failed(ApiException problem) {
                      answer.accept(null);
                    }
                  });
        });
  }

  /** Nothing that still comes is kept. */
  void close() {
    closed = true;
  }
}
