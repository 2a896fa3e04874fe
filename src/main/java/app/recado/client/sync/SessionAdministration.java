package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.client.state.DeskState;
import app.recado.protocol.AuditPage;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.Role;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import com.google.gson.JsonElement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Asks on the engine's thread, by requests of its own beside the outbox. */
final class SessionAdministration implements Administration {
  private static final int PAGE = 50;

  /** Whoever asks for the same later than this has seen what became of it, and wants it anew. */
  private static final Duration SAME_WISH = Duration.ofMinutes(5);

  private record Asked(Command command, Instant at) {}

  private final DeskSetup setup;
  private final RelayClock clock;
  private final DeskState state;
  private final Consumer<Consumer<DeskEngine>> engine;
  private final Ids ids;

  /** What was asked for without an answer, by its body. Engine thread. */
  private final Map<String, Asked> unanswered = new HashMap<>();

  /**
   * @param engine runs something on the engine's thread
   */
  SessionAdministration(
      DeskSetup setup, RelayClock clock, DeskState state, Consumer<Consumer<DeskEngine>> engine) {
    this.setup = setup;
    this.clock = clock;
    this.state = state;
    this.engine = engine;
    this.ids = new Ids(setup.clock(), setup.random());
  }

  @Override
  public String address() {
    return setup.api().address();
  }

  @Override
  public ObservableList<UserRow> everybody() {
    return state.everybody();
  }

  @Override
  public ObservableList<SettingsRow> settings() {
    return state.settings();
  }

  @Override
  public void apply(Intent intent, Consumer<Answer> answer) {
    engine.accept(running -> {
      Command command = command(intent);
      this.<List<Outcome>>ask(
          running,
          callback -> setup.api().commands(running.token(), List.of(command), callback),
          outcomes -> {
            unanswered.remove(command.canonicalBody());
            return outcome(outcomes.getFirst());
          },
          answer);
    });
  }

  /** The same as before, if that is not known to have arrived. */
  private Command command(Intent intent) {
    Instant now = clock.now();
    unanswered.values().removeIf(asked -> asked.at.plus(SAME_WISH).isBefore(now));
    Command fresh = Command.of(new CommandId(ids.next()), null, null, List.of(), intent, now);
    return unanswered.computeIfAbsent(fresh.canonicalBody(), body -> new Asked(fresh, now)).command;
  }

  private static Answer outcome(Outcome outcome) {
    return switch (outcome.outcome()) {
      case APPLIED -> new Done(null);
      case HELD, REJECTED -> new Refused(String.valueOf(outcome.reason()), outcome.field());
    };
  }

  @Override
  public void invite(
      String email, String name, Role role, @Nullable String password, Consumer<Answer> answer) {
    engine.accept(running ->
        this.<String>ask(
            running,
            callback -> setup.api().invite(running.token(), email, name, role, password, callback),
            made -> new Done(made.isEmpty() ? null : made),
            answer));
  }

  @Override
  public void setPassword(UserId user, @Nullable String password, Consumer<Answer> answer) {
    engine.accept(running ->
        this.<String>ask(
            running,
            callback -> setup.api().setPassword(running.token(), user, password, callback),
            made -> new Done(made.isEmpty() ? null : made),
            answer));
  }

  @Override
  public void audit(@Nullable String before, Consumer<@Nullable AuditPage> answer) {
    engine.accept(running ->
        this.<AuditPage, @Nullable AuditPage>ask(
            running,
            callback -> setup.api().audit(running.token(), before, PAGE, callback),
            page -> page,
            problem -> null,
            answer));
  }

  private <T> void ask(
      DeskEngine running,
      Function<RelayApi.Callback<T>, RelayApi.Call> call,
      Function<T, Answer> reading,
      Consumer<Answer> answer) {
    this.<T, Answer>ask(running, call, reading, SessionAdministration::refused, answer);
  }

  private static Answer refused(ApiException problem) {
    if (problem instanceof ApiException.Rejected rejected) {
      JsonElement field = rejected.error().details().get("field");
      return new Refused(
          rejected.error().code(),
          field == null || !field.isJsonPrimitive() ? null : field.getAsString());
    }
    return new NoAnswer();
  }

  /** One request with an end: nobody waits longer for a page of settings. */
  private <T, R extends @Nullable Object> void ask(
      DeskEngine running,
      Function<RelayApi.Callback<T>, RelayApi.Call> call,
      Function<T, R> reading,
      Function<ApiException, R> failing,
      Consumer<R> answer) {
    if (!running.isOpen()) {
      ApiException offline = new ApiException.Unreachable("not connected", null);
      tell(answer, failing.apply(offline));
      return;
    }
    var waiting =
        new Object() {
          boolean over;
          RelayApi.@Nullable Call call;
        };
    Scheduler.Task end =
        setup
            .scheduler()
            .after(
                SyncLoop.PATIENCE,
                () -> {
                  if (!waiting.over) {
                    waiting.over = true;
                    if (waiting.call != null) {
                      waiting.call.cancel();
                    }
                    tell(answer, failing.apply(new ApiException.Unreachable("no answer", null)));
                  }
                });
    waiting.call =
        call.apply(
            new RelayApi.Callback<T>() {
              @Override
              public void succeeded(T value) {
                finish(() -> tell(answer, reading.apply(value)));
              }

              @Override
              public void failed(ApiException problem) {
                finish(() -> tell(answer, failing.apply(problem)));
              }

              private void finish(Runnable telling) {
                if (!waiting.over) {
                  waiting.over = true;
                  end.cancel();
                  telling.run();
                }
              }
            });
  }

  private <R extends @Nullable Object> void tell(Consumer<R> answer, R value) {
    setup.fx().execute(() -> answer.accept(value));
  }
}
