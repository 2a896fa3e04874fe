package app.recado.client.api;

import app.recado.protocol.AuditPage;
import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Json;
import app.recado.protocol.MessagePage;
import app.recado.protocol.Outcome;
import app.recado.protocol.Role;
import app.recado.protocol.SignIn;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/**
 * The relay over HTTP. Answers are read and parsed on OkHttp's threads and handed over on the
 * executor. Redirects are not followed: the relay never sends one, captive portals do. Thread-safe.
 */
public final class OkHttpRelayApi implements RelayApi, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final URI relay;
  private final Executor callbacks;
  private @Nullable OkHttpClient made;
  private @Nullable OkHttpClient patient;

  /**
   * @param relay its address, with or without a path
   * @param callbacks where callbacks are called: the engine's thread
   * @throws IllegalArgumentException if the address is not an HTTP one
   */
  public OkHttpRelayApi(URI relay, Executor callbacks) {
    String scheme = relay.getScheme();
    // a name with an underscore is an authority to Java, not a host
    if (relay.getRawAuthority() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("not an HTTP address: " + relay);
    }
    this.relay = relay;
    this.callbacks = callbacks;
  }

  /** Made for the first call: reading the trusted certificates would hold up the first window. */
  private synchronized OkHttpClient client() {
    OkHttpClient client = made;
    if (client == null) {
      client =
          new OkHttpClient.Builder()
              .connectTimeout(CONNECT)
              .readTimeout(ANSWER)
              .followRedirects(false)
              .followSslRedirects(false)
              // Safe for commands too: whatever arrives twice has the same id.
              .retryOnConnectionFailure(true)
              .build();
      made = client;
    }
    return client;
  }

  /**
   * For calls whose caller keeps the time anyway: a limit of OkHttp's own wakes a thread for every
   * read and write.
   */
  private synchronized OkHttpClient patientClient() {
    OkHttpClient client = patient;
    if (client == null) {
      client = client().newBuilder().readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO).build();
      patient = client;
    }
    return client;
  }

  @Override
  public String address() {
    return relay.toString().replaceFirst("/+$", "");
  }

  @Override
  public Call signIn(SignIn.Request request, Callback<SignIn.Response> callback) {
    Request post = request("v1/sign-in", null).post(body(Json.write(request))).build();
    return call(post, text -> Json.read(text, SignIn.Response.class), callback);
  }

  @Override
  public Call signOut(String token, Callback<@Nullable Void> callback) {
    Request post = request("v1/sign-out", token).post(body("{}")).build();
    return this.<@Nullable Void>call(post, Answers.NOTHING, callback::succeeded, callback::failed);
  }

  @Override
  public Call sync(String token, @Nullable String cursor, int limit, Callback<SyncPage> callback) {
    HttpUrl.Builder url = url("v1/sync").addQueryParameter("limit", Integer.toString(limit));
    if (cursor != null) {
      url.addQueryParameter("cursor", cursor);
    }
    return call(request(url.build(), token).build(), SyncPage::fromJson, callback);
  }

  @Override
  public Call commands(String token, List<Command> commands, Callback<List<Outcome>> callback) {
    String items = commands.stream().map(Command::toJson).collect(Collectors.joining(","));
    Request post =
        request("v1/commands", token).post(body("{\"commands\":[" + items + "]}")).build();
    return call(
        patientClient(), post, OkHttpRelayApi::outcomes, callback::succeeded, callback::failed);
  }

  private static List<Outcome> outcomes(String text) {
    JsonElement results = Json.read(text, JsonObject.class).get("results");
    if (results == null || !results.isJsonArray()) {
      throw new JsonParseException("no results");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (JsonElement element : results.getAsJsonArray()) {
      outcomes.add(Json.read(element, Outcome.class));
    }
    return outcomes;
  }

  @Override
  public Call dialog(String token, DialogId dialog, Callback<List<Change.Put>> callback) {
    HttpUrl url = url("v1/dialogs").addPathSegment(dialog.value()).build();
    return call(
        request(url, token).build(),
        text -> {
          JsonObject row = Json.read(text, JsonObject.class);
          JsonObject person = row.getAsJsonObject("person");
          return List.of(
              new Change.Put(Json.read(person, CustomerRow.class), person.get("seq").getAsLong()),
              new Change.Put(Json.read(row, DialogRow.class), row.get("seq").getAsLong()));
        },
        callback);
  }

  @Override
  public Call messages(
      String token,
      DialogId dialog,
      @Nullable Long before,
      int limit,
      Callback<MessagePage> callback) {
    HttpUrl.Builder url =
        url("v1/dialogs")
            .addPathSegment(dialog.value())
            .addPathSegment("messages")
            .addQueryParameter("limit", Integer.toString(limit));
    if (before != null) {
      url.addQueryParameter("before", before.toString());
    }
    return call(request(url.build(), token).build(), MessagePage::fromJson, callback);
  }

  @Override
  public Call search(
      String token,
      String query,
      @Nullable String before,
      int limit,
      Callback<MessagePage> callback) {
    HttpUrl.Builder url =
        url("v1/search")
            .addQueryParameter("q", query)
            .addQueryParameter("limit", Integer.toString(limit));
    if (before != null) {
      url.addQueryParameter("before", before);
    }
    return call(request(url.build(), token).build(), MessagePage::fromJson, callback);
  }

  @Override
  public Call invite(
      String token,
      String email,
      String name,
      Role role,
      @Nullable String password,
      Callback<String> callback) {
    JsonObject body = new JsonObject();
    body.addProperty("email", email);
    body.addProperty("name", name);
    body.add("role", Json.tree(role));
    body.addProperty("password", password);
    Request post = request("v1/people", token).post(body(Json.write(body))).build();
    return call(post, OkHttpRelayApi::made, callback);
  }

  @Override
  public Call setPassword(
      String token, UserId user, @Nullable String password, Callback<String> callback) {
    JsonObject body = new JsonObject();
    body.addProperty("password", password);
    HttpUrl url = url("v1/people").addPathSegment(user.value()).addPathSegment("password").build();
    return call(
        request(url, token).post(body(Json.write(body))).build(), OkHttpRelayApi::made, callback);
  }

  private static String made(String text) {
    JsonElement password = Json.read(text, JsonObject.class).get("password");
    return password == null || password.isJsonNull() ? "" : password.getAsString();
  }

  @Override
  public Call audit(
      String token, @Nullable String before, int limit, Callback<AuditPage> callback) {
    HttpUrl.Builder url = url("v1/audit").addQueryParameter("limit", Integer.toString(limit));
    if (before != null) {
      url.addQueryParameter("before", before);
    }
    return call(
        request(url.build(), token).build(), text -> Json.read(text, AuditPage.class), callback);
  }

  @Override
  public Call signal(
      String token, DialogId dialog, Signal.Doing doing, Callback<@Nullable Void> callback) {
    JsonObject signal = new JsonObject();
    signal.addProperty("dialog", dialog.value());
    signal.addProperty("doing", doing.name().toLowerCase(Locale.ROOT));
    Request post = request("v1/signals", token).post(body(signal.toString())).build();
    return this.<@Nullable Void>call(post, Answers.NOTHING, callback::succeeded, callback::failed);
  }

  @Override
  public Call stream(String token, String cursor, StreamListener listener) {
    Request get =
        request(url("v1/stream").addQueryParameter("cursor", cursor).build(), token)
            .header("Accept", "text/event-stream")
            .build();
    AtomicBoolean cancelled = new AtomicBoolean();
    EventSource source =
        EventSources.createFactory(patientClient())
            .newEventSource(get, new StreamEvents(listener, callbacks, cancelled));
    return () -> {
      cancelled.set(true);
      source.cancel();
    };
  }

  /**
   * The relay's files, by the same connections.
   *
   * @param workers where bytes are read and written
   */
  public FileApi files(Executor workers) {
    return new OkHttpFileApi(this::url, this::client, workers, callbacks);
  }

  /** Ends all calls and lets go of threads and connections. */
  @Override
  public synchronized void close() {
    OkHttpClient client = made;
    if (client == null) {
      return;
    }
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** How the text of a good answer is read. */
  interface Reading<T extends @Nullable Object> {
    T read(String text);
  }

  private interface Success<T extends @Nullable Object> {
    void succeeded(T value);
  }

  private interface Failure {
    void failed(ApiException problem);
  }

  private <T> Call call(Request request, Reading<T> reading, Callback<T> callback) {
    return call(request, reading, callback::succeeded, callback::failed);
  }

  private <T extends @Nullable Object> Call call(
      Request request, Reading<T> reading, Success<T> success, Failure failure) {
    return call(client(), request, reading, success, failure);
  }

  private <T extends @Nullable Object> Call call(
      OkHttpClient client,
      Request request,
      Reading<T> reading,
      Success<T> success,
      Failure failure) {
    AtomicBoolean cancelled = new AtomicBoolean();
    okhttp3.Call call = client.newCall(request);
    call.enqueue(
        new okhttp3.Callback() {
          @Override
          public void onFailure(okhttp3.Call failed, IOException e) {
            report(new ApiException.Unreachable("no answer from the relay", e));
          }

          @Override
          public void onResponse(okhttp3.Call answered, Response response) {
            try (response) {
              T value = Answers.read(response, reading);
              hand(() -> success.succeeded(value));
            } catch (ApiException problem) {
              report(problem);
            } catch (IOException e) {
              report(new ApiException.Unreachable("the answer broke off", e));
            }
          }

          private void report(ApiException problem) {
            hand(() -> failure.failed(problem));
          }

          private void hand(Runnable callback) {
            callbacks.execute(() -> {
              if (!cancelled.get()) {
                callback.run();
              }
            });
          }
        });
    return () -> {
      cancelled.set(true);
      call.cancel();
    };
  }

  private HttpUrl.Builder url(String path) {
    return HttpUrl.get(relay.toString()).newBuilder().addPathSegments(path);
  }

  private Request.Builder request(String path, @Nullable String token) {
    return request(url(path).build(), token);
  }

  private static Request.Builder request(HttpUrl url, @Nullable String token) {
    Request.Builder request = new Request.Builder().url(url);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static RequestBody body(String json) {
    return RequestBody.create(json, MediaType.get("application/json"));
  }
}
