package app.recado.simulation;

import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.Json;
import app.recado.protocol.Outcome;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.SignIn;
import app.recado.protocol.Signal;
import app.recado.relay.Relay;
import app.recado.relay.account.Caller;
import app.recado.relay.dialog.Changes;
import app.recado.relay.live.Signals;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The machine on which the relay lives, dies and is started again; and its thin HTTP skin. */
final class RelayHost {
  /** Opens a relay over a folder. */
  interface Opener {
    Relay open(Path data, Machine machine, RandomGenerator random);
  }

  /** What came back over the wire. */
  sealed interface Answer {
    record Done(String text) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}
  }

  /** How opening a stream went. */
  sealed interface Opening {
    record Open(Subscription subscription) implements Opening {}

    record Refused(Refusal refusal) implements Opening {}

    record Down() implements Opening {}
  }

  private final VirtualTime time;
  private final Trace trace;
  private final RandomGenerator random;
  private final Witness witness;
  private final Disk disk;
  private final Opener opener;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private Machine machine;
  private @Nullable Relay relay;
  private @Nullable RelayBooks books;
  private boolean restoring;

  RelayHost(
      VirtualTime time,
      Trace trace,
      RandomGenerator random,
      Witness witness,
      Disk disk,
      Opener opener) {
    this.time = time;
    this.trace = trace;
    this.random = random;
    this.witness = witness;
    this.disk = disk;
    this.opener = opener;
    this.machine = new Machine(time, disk, Duration.ZERO, this::bury);
  }

  boolean isUp() {
    return relay != null && !machine.isDead();
  }

  /** Its files, looked at from outside. */
  RelayBooks books() {
    RelayBooks open = books;
    if (open == null) {
      open = new RelayBooks(disk.path());
      books = open;
    }
    return open;
  }

  private void closeBooks() {
    RelayBooks open = books;
    books = null;
    if (open != null) {
      open.close();
    }
  }

  void start() {
    machine = new Machine(time, disk, Duration.ZERO, this::bury);
    relay = opener.open(disk.path(), machine, random);
    trace.add("relay", "started");
    tick(machine);
  }

  /** Stops it in the middle of nothing. */
  void crash() {
    machine.kill();
  }

  /** Stops it in the middle of the next thing it does. */
  void crashWithin() {
    machine.doom();
  }

  /** Lets it live from now on. */
  void spare() {
    machine.spare();
  }

  /**
   * Stops it and brings it back from a backup that has everything: whoever asks must begin anew.
   */
  void restore() {
    restoring = true;
    crash();
  }

  /** Works on the relay directly, as its own administration does; nothing if it is down. */
  <T> @Nullable T administer(Function<Relay, T> work) {
    Relay up = relay;
    if (up == null || machine.isDead()) {
      return null;
    }
    List<T> result = new ArrayList<>(1);
    machine.run(() -> result.add(work.apply(up)));
    return machine.isDead() ? null : result.get(0);
  }

  /** One request; null if no answer comes because the relay is down or dies over it. */
  @Nullable Answer serve(String who, Request request) {
    boolean commands = isUp() && request.route().equals("POST /v1/commands");
    Map<String, Precondition> before = commands ? witness.before(books(), request) : Map.of();
    Answer answer =
        administer(up -> {
          try {
            return new Answer.Done(route(up, request));
          } catch (Refusal refusal) {
            return new Answer.Refused(refusal);
          }
        });
    if (answer instanceof Answer.Done(String text)) {
      trace.mix(text);
      witness.answered(who, request, text, before);
    } else if (commands && answer == null) {
      witness.unanswered(who, request);
    }
    return answer;
  }

  Opening follow(String who, String token, String cursor, StreamFeed feed) {
    Opening opening =
        administer(up -> {
          try {
            Caller caller = up.accounts().authenticate(token);
            Changes.Follower follower = up.changes().follow(caller, cursor);
            return new Opening.Open(new Subscription(who, up, caller, follower, feed));
          } catch (Refusal refusal) {
            return new Opening.Refused(refusal);
          }
        });
    return opening == null ? new Opening.Down() : opening;
  }

  private String route(Relay up, Request request) {
    JsonObject body = Json.read(request.body(), JsonObject.class);
    if (request.route().equals("POST /v1/sign-in")) {
      return Json.write(up.accounts().signIn(Json.read(body, SignIn.Request.class), "127.0.0.1"));
    }
    Caller caller = up.accounts().authenticate(String.valueOf(request.token()));
    return switch (request.route()) {
      case "GET /v1/sync" -> {
        Changes.Batch batch =
            up.changes().read(caller, text(body, "cursor"), body.get("limit").getAsInt());
        yield new String(batch.json(), StandardCharsets.UTF_8);
      }
      case "POST /v1/commands" -> {
        List<Command> commands = commands(body);
        List<Outcome> outcomes = up.commands().apply(caller, commands);
        JsonObject results = new JsonObject();
        results.add("results", Json.tree(outcomes));
        yield Json.write(results);
      }
      case "GET /v1/dialogs/messages" -> {
        yield up.history()
            .messages(
                caller,
                new DialogId(body.get("dialog").getAsString()),
                body.get("before").isJsonNull() ? null : body.get("before").getAsLong(),
                body.get("limit").getAsInt())
            .toJson();
      }
      case "GET /v1/search" -> {
        yield up.history()
            .search(
                caller,
                body.get("q").getAsString(),
                text(body, "before"),
                body.get("limit").getAsInt())
            .toJson();
      }
      case "POST /v1/signals" -> {
        Signal.Doing doing = Signal.Doing.valueOf(body.get("doing").getAsString());
        up.signals().tell(caller, new DialogId(body.get("dialog").getAsString()), doing);
        yield "{}";
      }
      default -> throw Refusal.notFound("route");
    };
  }

  private static List<Command> commands(JsonObject body) {
    List<Command> commands = new ArrayList<>();
    JsonArray items = body.getAsJsonArray("commands");
    try {
      for (JsonElement item : items) {
        commands.add(Command.fromJson(item));
      }
    } catch (JsonParseException malformed) {
      throw Refusal.malformed(String.valueOf(malformed.getMessage()));
    }
    return commands;
  }

  private static @Nullable String text(JsonObject body, String name) {
    JsonElement value = body.get(name);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }

  private void tick(Machine life) {
    if (life.isDead()) {
      return;
    }
    Instant due = administer(Relay::tick);
    if (due == null) {
      return;
    }
    long millis =
        Duration.between(time.instant(), due.isBefore(horizon()) ? due : horizon()).toMillis();
    time.afterMillis(Math.clamp(millis, 1_000, 60_000), () -> tick(life));
  }

  private Instant horizon() {
    return time.instant().plusSeconds(60);
  }

  /** After a death: its connections break, and it is started again after a while. */
  private void bury() {
    Machine last = machine;
    Relay dead = relay;
    if (dead == null) {
      return;
    }
    relay = null;
    closeBooks();
    trace.add("relay", "crashed");
    for (Subscription subscription : List.copyOf(subscriptions)) {
      subscription.feed.broken(random.nextBoolean());
    }
    subscriptions.clear();
    time.afterMillis(
        random.nextInt(20_000),
        () -> {
          last.clear(dead::close);
          if (restoring) {
            restoring = false;
            trace.add("relay", "restored");
            Books.write(disk.path().resolve("relay.db"), "UPDATE counter SET restored = 1");
          }
          start();
        });
  }

  void stop() {
    closeBooks();
    Relay up = relay;
    relay = null;
    if (up != null) {
      machine.clear(up::close);
    }
  }

  /** One open stream at the relay's end. */
  final class Subscription {
    private final String who;
    private final Relay life;
    private final Caller caller;
    private final Changes.Follower follower;
    private final StreamFeed feed;
    private final AutoCloseable commits;
    private final AutoCloseable signals;
    private final AutoCloseable presence;
    private boolean pumping;
    private boolean closed;

    Subscription(
        String who, Relay life, Caller caller, Changes.Follower follower, StreamFeed feed) {
      this.who = who;
      this.life = life;
      this.caller = caller;
      this.follower = follower;
      this.feed = feed;
      this.commits = life.changes().onCommit(this::pump);
      this.signals = life.signals().onSignal(this::signalled);
      this.presence = life.signals().onPresence(this::cameOrWent);
      life.accounts().connected(caller);
      subscriptions.add(this);
    }

    private void signalled(Signals.Heard heard) {
      if (heard.customerToo() && heard.signal().doing() != Signal.Doing.TYPING) {
        throw new Violation(10, "a customer learns of " + heard.signal());
      }
      if (!closed && heard.concerns().test(caller.user())) {
        feed.pass(Json.write(heard.signal()));
      }
    }

    private void cameOrWent(PresenceEvent event) {
      if (!closed) {
        feed.passPresence(Json.write(event));
      }
    }

    /** Looks for something to write, soon; never in the commit itself. */
    void pump() {
      if (!pumping && !closed) {
        pumping = true;
        time.afterMillis(1, this::write);
      }
    }

    private void write() {
      pumping = false;
      if (closed || relay != life) {
        return;
      }
      List<String> pages =
          administer(up -> {
            List<String> next = new ArrayList<>();
            while (true) {
              Changes.Batch batch = follower.next(100);
              if (batch == null) {
                return next;
              }
              next.add(new String(batch.json(), StandardCharsets.UTF_8));
            }
          });
      if (pages != null) {
        for (String page : pages) {
          trace.mix(page);
          witness.streamed(who, caller.user(), page);
          feed.write(page);
        }
      }
    }

    void close() {
      if (closed) {
        return;
      }
      closed = true;
      subscriptions.remove(this);
      administer(up -> {
        if (up == life) {
          try {
            commits.close();
            signals.close();
            presence.close();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          up.accounts().disconnected(caller);
        }
        return true;
      });
    }
  }
}
