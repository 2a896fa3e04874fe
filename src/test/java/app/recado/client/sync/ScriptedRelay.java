package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessagePage;
import app.recado.protocol.Outcome;
import app.recado.protocol.Row;
import app.recado.protocol.SignIn;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A relay that says what the test tells it to. */
final class ScriptedRelay implements RelayApi {
  final List<List<Command>> received = new ArrayList<>();
  final List<@Nullable String> cursors = new ArrayList<>();
  final List<Change> log = new ArrayList<>();
  final Deque<ApiException> syncFailures = new ArrayDeque<>();
  final Deque<ApiException> commandFailures = new ArrayDeque<>();
  Function<Command, @Nullable Outcome> answers = ScriptedRelay::applied;
  MessagePage history = new MessagePage(List.of(), false);

  /** The page of messages before a position. */
  LongFunction<MessagePage> pages = before -> history;

  Function<List<Command>, @Nullable ApiException> refusals = batch -> null;

  /** The only dialog that can be asked for by itself. */
  Change.@Nullable Put single;

  @Nullable ApiException signInFailure;
  UserRow signInAs = Example.user(Example.ME, "Bruno Lima");
  String signInToken = "token";
  @Nullable String lastToken;
  final List<String> signedOut = new ArrayList<>();
  int streams;
  int streamsCancelled;

  /** What was told of the agent, as dialog and doing. */
  final List<String> signals = new ArrayList<>();

  boolean refuseSignals;
  boolean silent;
  int pageSize = 1_000;
  String epoch = "a";
  @Nullable StreamListener stream;

  private final VirtualTime time;
  private long seq;

  ScriptedRelay(VirtualTime time) {
    this.time = time;
  }

  /** From now on every command is applied. */
  void applyAll() {
    answers = ScriptedRelay::applied;
  }

  /** From now on what has files is refused, as if they had been lost here. */
  void loseFiles() {
    answers =
        command ->
            hasFiles(command.intent())
                ? Outcome.rejected(command.id(), "not_found", "files")
                : applied(command);
  }

  private static boolean hasFiles(Intent intent) {
    return switch (intent) {
      case Intent.SendMessage send -> !send.files().isEmpty();
      case Intent.SaveDraft save -> !save.files().isEmpty();
      default -> false;
    };
  }

  private static Outcome applied(Command command) {
    return Outcome.applied(command.id(), null);
  }

  long put(Row row) {
    log.add(new Change.Put(row, ++seq));
    return seq;
  }

  long gone(Row row) {
    log.add(new Change.Gone(row.kind(), row.rowId(), ++seq));
    return seq;
  }

  /** Sends what is new down the stream. */
  void push() {
    if (stream != null) {
      stream.changes(page(streamed, Integer.MAX_VALUE));
      streamed = log.size();
    }
  }

  private int streamed;

  @Override
  public String address() {
    return "http://relay";
  }

  @Override
  public Call signIn(SignIn.Request request, Callback<SignIn.Response> callback) {
    return later(() -> {
      if (signInFailure != null) {
        callback.failed(signInFailure);
      } else {
        callback.succeeded(new SignIn.Response(signInToken, signInAs, time.instant()));
      }
    });
  }

  @Override
  public Call signOut(String token, Callback<Void> callback) {
    signedOut.add(token);
    return () -> {};
  }

  @Override
  public Call sync(String token, @Nullable String cursor, int limit, Callback<SyncPage> callback) {
    cursors.add(cursor);
    lastToken = token;
    return later(() -> {
      if (!syncFailures.isEmpty()) {
        callback.failed(syncFailures.poll());
      } else if (cursor != null && !cursor.startsWith(epoch)) {
        callback.failed(rejected(410, "cursor_too_old"));
      } else {
        int from = cursor == null ? 0 : Integer.parseInt(cursor.substring(1));
        callback.succeeded(page(from, pageSize));
      }
    });
  }

  static ApiException rejected(int status, String code) {
    return new ApiException.Rejected(status, app.recado.protocol.ErrorBody.of(code, "no").error());
  }

  private SyncPage page(int from, int limit) {
    int to = (int) Math.min(log.size(), (long) from + limit);
    return new SyncPage(
        List.copyOf(log.subList(from, to)), epoch + to, to < log.size(), time.instant());
  }

  @Override
  public Call commands(String token, List<Command> commands, Callback<List<Outcome>> callback) {
    received.add(commands);
    return later(() -> {
      if (!commandFailures.isEmpty()) {
        callback.failed(commandFailures.poll());
        return;
      }
      ApiException refusal = refusals.apply(commands);
      if (refusal != null) {
        callback.failed(refusal);
        return;
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Command command : commands) {
        Outcome outcome = answers.apply(command);
        if (outcome == null) {
          return;
        }
        outcomes.add(outcome);
      }
      callback.succeeded(outcomes);
    });
  }

  @Override
  public Call dialog(String token, DialogId dialog, Callback<List<Change.Put>> callback) {
    return later(() -> {
      Change.Put put = single;
      if (put != null && put.row().rowId().equals(dialog.value())) {
        callback.succeeded(List.of(new Change.Put(Example.customer("c1", "Marina Rocha"), 1), put));
      } else {
        callback.failed(rejected(404, "not_found"));
      }
    });
  }

  @Override
  public Call messages(
      String token,
      DialogId dialog,
      @Nullable Long before,
      int limit,
      Callback<MessagePage> callback) {
    return later(() -> callback.succeeded(pages.apply(before == null ? Long.MAX_VALUE : before)));
  }

  @Override
  public Call search(
      String token,
      String query,
      @Nullable String before,
      int limit,
      Callback<MessagePage> callback) {
    return later(() -> callback.succeeded(history));
  }

  @Override
  public Call invite(
      String token,
      String email,
      String name,
      app.recado.protocol.Role role,
      @Nullable String password,
      Callback<String> callback) {
    throw new UnsupportedOperationException("invite");
  }

  @Override
  public Call setPassword(
      String token,
      app.recado.protocol.UserId user,
      @Nullable String password,
      Callback<String> callback) {
    throw new UnsupportedOperationException("setPassword");
  }

  @Override
  public Call audit(
      String token,
      @Nullable String before,
      int limit,
      Callback<app.recado.protocol.AuditPage> callback) {
    throw new UnsupportedOperationException("audit");
  }

  @Override
  public Call signal(
      String token, DialogId dialog, Signal.Doing doing, Callback<@Nullable Void> callback) {
    signals.add(dialog.value() + " " + doing);
    if (refuseSignals) {
      callback.failed(rejected(404, "not_found"));
    }
    return () -> {};
  }

  @Override
  public Call stream(String token, String cursor, StreamListener listener) {
    stream = listener;
    streams++;
    streamed = Integer.parseInt(cursor.substring(1));
    later(listener::opened);
    return () -> streamsCancelled++;
  }

  private Call later(Runnable answer) {
    boolean[] cancelled = new boolean[1];
    if (!silent) {
      time.execute(() -> {
        if (!cancelled[0]) {
          answer.run();
        }
      });
    }
    return () -> cancelled[0] = true;
  }
}
