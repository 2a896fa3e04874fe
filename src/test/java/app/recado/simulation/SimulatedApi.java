package app.recado.simulation;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.Json;
import app.recado.protocol.MessagePage;
import app.recado.protocol.Outcome;
import app.recado.protocol.SignIn;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The relay as one life of one desk reaches it: through text, over a link that fails. */
final class SimulatedApi implements RelayApi {
  private static final long PATIENCE_MILLIS = 20_000;

  private final String who;
  private final Machine desk;
  private final Link link;
  private final RelayHost relay;
  private final VirtualTime time;
  private final Trace trace;
  private final Listener listener;

  /** Hears what came of a desk's requests, when the desk itself has just heard it. */
  interface Listener {
    /** The relay's own answer arrived. */
    void answered(Request request);

    /** Something came that is no answer of the relay's; {@code before} is how the desk stood. */
    void broken(Request request, String before);

    /** How the desk stands: what only an answer of the relay's may change. */
    String state();
  }

  SimulatedApi(
      String who,
      Machine desk,
      Link link,
      RelayHost relay,
      VirtualTime time,
      Trace trace,
      Listener listener) {
    this.listener = listener;
    this.who = who;
    this.desk = desk;
    this.link = link;
    this.relay = relay;
    this.time = time;
    this.trace = trace;
  }

  @Override
  public String address() {
    return "http://relay";
  }

  @Override
  public Call signIn(SignIn.Request request, Callback<SignIn.Response> callback) {
    return ask(
        new Request("POST /v1/sign-in", null, Json.write(request)),
        text -> Json.read(text, SignIn.Response.class),
        callback);
  }

  @Override
  public Call signOut(String token, Callback<Void> callback) {
    throw new UnsupportedOperationException("nobody signs out here");
  }

  @Override
  public Call sync(String token, @Nullable String cursor, int limit, Callback<SyncPage> callback) {
    JsonObject query = new JsonObject();
    query.addProperty("cursor", cursor);
    query.addProperty("limit", limit);
    return ask(new Request("GET /v1/sync", token, query.toString()), SyncPage::fromJson, callback);
  }

  @Override
  public Call commands(String token, List<Command> commands, Callback<List<Outcome>> callback) {
    JsonArray items = new JsonArray();
    commands.forEach(command -> items.add(Json.tree(command)));
    JsonObject body = new JsonObject();
    body.add("commands", items);
    return ask(
        new Request("POST /v1/commands", token, Json.write(body)),
        text -> {
          List<Outcome> outcomes = new ArrayList<>();
          for (JsonElement item : Json.read(text, JsonObject.class).getAsJsonArray("results")) {
            outcomes.add(Json.read(item, Outcome.class));
          }
          return outcomes;
        },
        callback);
  }

  @Override
  public Call dialog(String token, DialogId dialog, Callback<List<Change.Put>> callback) {
    throw new UnsupportedOperationException("no schedule follows links");
  }

  @Override
  public Call messages(
      String token,
      DialogId dialog,
      @Nullable Long before,
      int limit,
      Callback<MessagePage> callback) {
    JsonObject query = new JsonObject();
    query.addProperty("dialog", dialog.value());
    query.addProperty("before", before);
    query.addProperty("limit", limit);
    return ask(
        new Request("GET /v1/dialogs/messages", token, query.toString()),
        MessagePage::fromJson,
        callback);
  }

  @Override
  public Call search(
      String token,
      String words,
      @Nullable String before,
      int limit,
      Callback<MessagePage> callback) {
    JsonObject query = new JsonObject();
    query.addProperty("q", words);
    query.addProperty("before", before);
    query.addProperty("limit", limit);
    return ask(
        new Request("GET /v1/search", token, query.toString()), MessagePage::fromJson, callback);
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
    JsonObject body = new JsonObject();
    body.addProperty("dialog", dialog.value());
    body.addProperty("doing", doing.name());
    return ask(
        new Request("POST /v1/signals", token, Json.write(body)),
        text -> text,
        new Callback<>() {
          @Override
          public void succeeded(String text) {
            callback.succeeded(null);
          }

          @Override
          public void failed(ApiException problem) {
            callback.failed(problem);
          }
        });
  }

  @Override
  public Call stream(String token, String cursor, StreamListener listener) {
    StreamFeed feed = new StreamFeed(who, desk, link, relay, time, trace, listener);
    if (!desk.isDead()) {
      trace.add(who, "opens a stream");
      feed.open(token, cursor);
    }
    return feed::cancel;
  }

  private <T> Call ask(Request request, Function<String, T> reader, Callback<T> callback) {
    Pending<T> pending = new Pending<>(request, reader, callback);
    if (desk.isDead()) {
      return pending;
    }
    Fate fate = link.fate();
    trace.add(who, request.route() + " " + fate.end() + (fate.again() < 0 ? "" : " twice"));
    if (!link.isUp()) {
      pending.fail(fate.soon() ? fate.there() : PATIENCE_MILLIS, "no route");
      return pending;
    }
    switch (fate.end()) {
      case LOST -> pending.fail(fate.soon() ? fate.there() : PATIENCE_MILLIS, "lost");
      case LATE -> {
        pending.fail(PATIENCE_MILLIS, "timed out");
        deliverOnly(request, PATIENCE_MILLIS + 1 + fate.there() * 20);
      }
      case CUT -> {
        deliverOnly(request, fate.there());
        pending.fail(fate.soon() ? fate.there() + fate.back() : PATIENCE_MILLIS, "cut");
      }
      case BROKEN_BEFORE -> pending.breakAfter(fate.there(), fate.kind());
      case BROKEN_AFTER -> {
        deliverOnly(request, fate.there());
        pending.breakAfter(fate.there() + fate.back(), fate.kind());
      }
      case ANSWERED -> time.afterMillis(fate.there(), () -> pending.arrive(fate.back()));
    }
    if (fate.again() >= 0 && fate.end() != Fate.End.LOST) {
      deliverOnly(request, fate.there() + fate.again());
    }
    return pending;
  }

  /** Brings a request whose answer nobody waits for. */
  private void deliverOnly(Request request, long millis) {
    time.afterMillis(
        millis,
        () -> {
          if (link.isUp()) {
            relay.serve(who, request);
          }
        });
  }

  private final class Pending<T> implements Call {
    private final Request request;
    private final Function<String, T> reader;
    private final Callback<T> callback;
    private boolean over;

    Pending(Request request, Function<String, T> reader, Callback<T> callback) {
      this.request = request;
      this.reader = reader;
      this.callback = callback;
    }

    @Override
    public void cancel() {
      over = true;
    }

    void arrive(long back) {
      RelayHost.Answer answer = link.isUp() ? relay.serve(who, request) : null;
      if (answer == null) {
        fail(link.isUp() ? back : PATIENCE_MILLIS, "connection refused");
        return;
      }
      time.afterMillis(back, () -> receive(answer));
    }

    private void receive(RelayHost.Answer answer) {
      if (!link.isUp()) {
        fail(PATIENCE_MILLIS, "cut");
        return;
      }
      switch (answer) {
        case RelayHost.Answer.Done done ->
            end(() -> {
              T value;
              try {
                value = reader.apply(done.text());
              } catch (JsonParseException odd) {
                throw new AssertionError("the relay answered " + done.text(), odd);
              }
              listener.answered(request);
              callback.succeeded(value);
            });
        case RelayHost.Answer.Refused(Refusal refusal) ->
            end(() -> {
              trace.add(who, "refused " + refusal.status() + " " + refusal.getMessage());
              ErrorBody body = Json.read(Json.write(refusal.body()), ErrorBody.class);
              listener.answered(request);
              callback.failed(new ApiException.Rejected(refusal.status(), body.error()));
            });
      }
    }

    void fail(long millis, String why) {
      time.afterMillis(
          millis, () -> end(() -> callback.failed(new ApiException.Unreachable(why, null))));
    }

    void breakAfter(long millis, int kind) {
      ApiException problem =
          switch (kind) {
            case 0 -> new ApiException.Malformed("a page of HTML", null);
            case 1 -> new ApiException.RelayFault(502, null);
            default -> new ApiException.RelayFault(503, 2);
          };
      time.afterMillis(
          millis,
          () ->
              end(() -> {
                String before = listener.state();
                callback.failed(problem);
                listener.broken(request, before);
              }));
    }

    private void end(Runnable report) {
      desk.run(() -> {
        if (!over) {
          over = true;
          report.run();
        }
      });
    }
  }
}
