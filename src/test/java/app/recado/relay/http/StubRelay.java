package app.recado.relay.http;

import app.recado.protocol.Availability;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogId;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Signal;
import app.recado.protocol.UserId;
import app.recado.relay.Relay;
import app.recado.relay.account.Accounts;
import app.recado.relay.account.Caller;
import app.recado.relay.channel.Channels;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.dialog.Changes;
import app.recado.relay.dialog.Commands;
import app.recado.relay.dialog.History;
import app.recado.relay.file.Uploads;
import app.recado.relay.live.Signals;
import app.recado.relay.refusal.Refusal;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A relay that keeps a list of texts as its log, for what only the HTTP skin decides. */
final class StubRelay implements Relay {
  static final String TOKEN = "good";
  static final UserId USER = new UserId("ana");

  final List<String> log = new CopyOnWriteArrayList<>();
  final Set<Caller> connected = ConcurrentHashMap.newKeySet();
  final Set<String> dead = ConcurrentHashMap.newKeySet();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<PresenceEvent>> watchers = new CopyOnWriteArrayList<>();
  volatile Runnable beforeRead = () -> {};

  void commit(String text) {
    log.add(text);
    listeners.forEach(Runnable::run);
  }

  void becomes(UserId user, Availability availability) {
    PresenceEvent event = new PresenceEvent(user, availability, null, 1);
    watchers.forEach(watcher -> watcher.accept(event));
  }

  @Override
  public Accounts accounts() {
    return stub(
        Accounts.class,
        Map.of(
            "authenticate", args -> authenticate((String) args[0]),
            "connected", args -> connected.add((Caller) args[0]),
            "disconnected", args -> connected.remove((Caller) args[0]),
            "signOut", args -> args));
  }

  private Caller authenticate(String token) {
    if (!token.startsWith(TOKEN) || dead.contains(token)) {
      throw Refusal.of(401, "no_session", "Sign in again.");
    }
    return new Caller(USER, new DeviceId(token));
  }

  @Override
  public Changes changes() {
    return new Changes() {
      @Override
      public app.recado.protocol.SyncPage page(Caller caller, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Batch read(Caller caller, @Nullable String cursor, int limit) {
        beforeRead.run();
        return batch(cursor == null ? 0 : Integer.parseInt(cursor));
      }

      @Override
      public Follower follow(Caller caller, String cursor) {
        return new Follower() {
          private int at = Integer.parseInt(cursor);

          @Override
          public @Nullable Batch next(int limit) {
            if (at == log.size()) {
              return null;
            }
            Batch batch = batch(at);
            at = Integer.parseInt(batch.cursor());
            return batch;
          }

          @Override
          public String cursor() {
            return Integer.toString(at);
          }
        };
      }

      @Override
      public AutoCloseable onCommit(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
      }
    };
  }

  private Changes.Batch batch(int from) {
    int to = log.size();
    String json = "{\"changes\":[\"" + String.join("\",\"", log.subList(from, to)) + "\"]}";
    return new Changes.Batch(
        json.getBytes(StandardCharsets.UTF_8), Integer.toString(to), to - from, false);
  }

  @Override
  public Channels channels() {
    return stub(Channels.class, Map.of());
  }

  @Override
  public Commands commands() {
    return stub(
        Commands.class,
        Map.of(
            "apply",
            args -> {
              throw new IllegalStateException("a secret");
            }));
  }

  @Override
  public History history() {
    return stub(History.class, Map.of());
  }

  @Override
  public Visits visits() {
    return stub(Visits.class, Map.of());
  }

  @Override
  public Uploads uploads() {
    return stub(Uploads.class, Map.of());
  }

  @Override
  public Signals signals() {
    return new Signals() {
      @Override
      public void tell(Caller caller, DialogId dialog, Signal.Doing doing) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void typing(Visits.Visitor visitor) {
        throw new UnsupportedOperationException();
      }

      @Override
      public AutoCloseable onSignal(Consumer<Heard> listener) {
        return () -> {};
      }

      @Override
      public AutoCloseable onPresence(Consumer<PresenceEvent> listener) {
        watchers.add(listener);
        return () -> watchers.remove(listener);
      }
    };
  }

  @Override
  public Instant tick() {
    return Instant.MAX;
  }

  @Override
  public boolean healthy() {
    return true;
  }

  @Override
  public void close() {}

  private static <T> T stub(Class<T> type, Map<String, Function<Object[], Object>> methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              Function<Object[], Object> body = methods.get(method.getName());
              if (body == null) {
                throw new UnsupportedOperationException(method.getName());
              }
              Object result = body.apply(args);
              return method.getReturnType() == void.class ? null : result;
            }));
  }
}
