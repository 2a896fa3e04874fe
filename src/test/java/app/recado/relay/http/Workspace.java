package app.recado.relay.http;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.Ids;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.UserRow;
import app.recado.relay.Relay;
import app.recado.relay.connector.webchat.Visits;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A relay that serves on a free port, and the people and customers of a test. Every answer is held
 * against the API's description. Tests share one and make their own people, channels and visitors.
 */
final class Workspace implements AutoCloseable {
  static final String PASSWORD = "correct horse";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Relay relay;
  private final RelayServer server;
  private final Api api;
  private final Description description;
  private final InstantSource clock = InstantSource.system();
  private final Ids ids = new Ids(clock, new SecureRandom());

  Workspace(Relay relay) {
    this.relay = relay;
    this.server =
        RelayServer.start(
            relay, InetAddress.getLoopbackAddress(), 0, Thread::new, System::nanoTime);
    this.api = new Api("http://127.0.0.1:" + server.port());
    this.description = new Description(api.get("/openapi.json", null).json());
  }

  /** Somebody who is signed in. */
  record Person(String id, String email, String device, String token) {}

  record Channel(String id, String key) {}

  /** A customer on the website, and the dialog the staff see. */
  record Visitor(String token, String dialog, String customer) {}

  Relay relay() {
    return relay;
  }

  RelayServer server() {
    return server;
  }

  Api api() {
    return api;
  }

  Description description() {
    return description;
  }

  /** A moment a day from now, as it travels. */
  String tomorrow() {
    return clock.instant().plus(Duration.ofDays(1)).toString();
  }

  String newId() {
    return ids.next();
  }

  Api.Answer get(String path, @Nullable String token) {
    return call("GET", path, token, null);
  }

  Api.Answer post(String path, @Nullable String token, Object body) {
    Api.Answer answer = api.post(path, token, body);
    description.check("POST", path, answer);
    return answer;
  }

  Api.Answer call(String method, String path, @Nullable String token, @Nullable String body) {
    Api.Answer answer = api.call(method, path, token, body);
    description.check(method, path, answer);
    return answer;
  }

  Person person(Role role) {
    int number = COUNT.incrementAndGet();
    String email = role.name().toLowerCase(Locale.ROOT) + number + "@example.org";
    UserRow user = relay.accounts().add(email, "Person " + number, role, PASSWORD);
    String device = newId();
    return new Person(user.id().value(), email, device, signIn(email, device));
  }

  String signIn(String email, String device) {
    Api.Answer answer =
        post(
            "/v1/sign-in",
            null,
            Map.of(
                "email",
                email,
                "password",
                PASSWORD,
                "device",
                Map.of("id", device, "name", "Desk")));
    return answer.json().get("token").getAsString();
  }

  Channel channel(Person... agents) {
    return channel(QueueMode.ALL, agents);
  }

  Channel channel(QueueMode mode, Person... agents) {
    List<String> emails = Stream.of(agents).map(Person::email).toList();
    ChannelRow channel = relay.channels().add("Channel " + COUNT.incrementAndGet(), mode, emails);
    return new Channel(channel.id().value(), channel.key());
  }

  /** A customer who has written one message to the channel. */
  Visitor visitor(Channel channel) {
    JsonObject opened =
        post("/v1/visits", null, Map.of("channel", channel.key(), "page", "https://example.org/"))
            .json();
    String token = opened.get("token").getAsString();
    write(token, newId(), "Hello, is the oak table in stock?");
    Visits.Visitor known = relay.visits().authenticate(token);
    return new Visitor(token, known.dialog(), known.customer());
  }

  Api.Answer write(String visitorToken, String id, String text) {
    return post("/v1/visits/messages", visitorToken, Map.of("id", id, "text", text));
  }

  /** The dialog as that person sees it. */
  JsonObject dialog(Person person, String dialog) {
    return get("/v1/dialogs/" + dialog, person.token()).json();
  }

  /** What somebody who sees the dialog as that person does has seen. */
  JsonObject basis(Person seer, String dialog) {
    JsonObject row = dialog(seer, dialog);
    JsonObject session = row.getAsJsonObject("session");
    JsonObject basis = new JsonObject();
    basis.add("session", session.get("id"));
    basis.add("owner", session.get("owner"));
    basis.add("channel", session.get("channel"));
    JsonElement last = row.get("lastMessage");
    basis.add(
        "lastMessage", last.isJsonNull() ? JsonNull.INSTANCE : last.getAsJsonObject().get("id"));
    return basis;
  }

  /** One command's outcome. */
  JsonObject command(
      Person person,
      String id,
      String type,
      @Nullable String dialog,
      @Nullable JsonObject basis,
      JsonObject args) {
    JsonObject command = new JsonObject();
    command.addProperty("id", id);
    command.addProperty("type", type);
    command.addProperty("dialog", dialog);
    command.add("basis", basis == null ? JsonNull.INSTANCE : basis);
    command.add("after", new JsonArray());
    command.add("args", args);
    command.addProperty("madeAt", "2026-01-02T03:04:05.678Z");
    Api.Answer answer = commands(person, command);
    if (answer.status() != 200) {
      throw new AssertionError(type + ": " + answer);
    }
    return answer.json().getAsJsonArray("results").get(0).getAsJsonObject();
  }

  Api.Answer commands(Person person, JsonObject... commands) {
    JsonArray array = new JsonArray();
    Stream.of(commands).forEach(array::add);
    JsonObject body = new JsonObject();
    body.add("commands", array);
    return post("/v1/commands", person.token(), body.toString());
  }

  /** Does it, as somebody who has seen everything; fails unless it is applied. */
  String does(Person person, String type, String dialog, Object... args) {
    String id = newId();
    JsonObject outcome = command(person, id, type, dialog, basis(person, dialog), args(args));
    if (!outcome.get("outcome").getAsString().equals("applied")) {
      throw new AssertionError(type + ": " + outcome);
    }
    return id;
  }

  /** Arguments by name and value. */
  static JsonObject args(Object... namesAndValues) {
    JsonObject args = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      args.add((String) namesAndValues[i], app.recado.protocol.Json.tree(namesAndValues[i + 1]));
    }
    return args;
  }

  @Override
  public void close() {
    api.close();
    server.close();
    relay.close();
  }
}
