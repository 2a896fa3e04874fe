package app.recado.faults;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** A relay and a desk as processes, with a customer at the website; all of them can be killed. */
final class Office implements AutoCloseable {
  private static final String PASSWORD = "correct horse battery staple";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final int port;
  private final List<String> shown = new ArrayList<>();
  private final List<String> posts = new ArrayList<>();
  private final Deque<String> unsent = new ArrayDeque<>();
  private final Set<String> lostDrafts = new LinkedHashSet<>();
  private Program relay;
  private Program desk;
  private String visit = "";
  private String token = "";
  private String person = "";
  private String draft = "";
  private int written;

  private Office(Path folder) throws Exception {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    administer(
        "user",
        "add",
        "--email",
        "ana@example.com",
        "--name",
        "Ana",
        "--role",
        "agent",
        "--password-stdin",
        "--json");
    String channel =
        administer(
            "channel",
            "add",
            "--name",
            "Loja",
            "--mode",
            "all",
            "--agents",
            "ana@example.com",
            "--json");
    relay = serve();
    Files.createDirectories(folder.resolve("profile"));
    signIn();
    JsonObject opened =
        call(
            "POST",
            "/v1/visits",
            "",
            "{\"channel\":\""
                + JsonParser.parseString(channel).getAsJsonObject().get("key").getAsString()
                + "\",\"page\":\"/\"}");
    visit = opened.get("token").getAsString();
    post();
    desk = relay;
  }

  static Office open(Path folder) throws Exception {
    return new Office(folder);
  }

  private void signIn() throws Exception {
    JsonObject answer =
        call(
            "POST",
            "/v1/sign-in",
            "",
            "{\"email\":\"ana@example.com\",\"password\":\""
                + PASSWORD
                + "\",\"device\":{\"id\":\""
                + UUID.randomUUID()
                + "\",\"name\":\"test\"}}");
    token = answer.get("token").getAsString();
    person = answer.get("user").toString();
  }

  private String administer(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.resolve("relay").toString()));
    Program program = Program.start(log(), "app.recado.RelayMain", all.toArray(String[]::new));
    program.say(PASSWORD);
    return program.await(line -> line.startsWith("{"));
  }

  private Program serve() throws Exception {
    Program started =
        Program.start(
            log(),
            "app.recado.RelayMain",
            "serve",
            "--data",
            folder.resolve("relay").toString(),
            "--port",
            Integer.toString(port));
    started.await(line -> line.startsWith("listening"));
    return started;
  }

  private Path log() {
    return folder.resolve("log.txt");
  }

  void startRelay() throws Exception {
    relay = serve();
  }

  void killRelay() throws InterruptedException {
    relay.kill();
  }

  void startDesk() throws Exception {
    desk =
        Program.start(
            log(),
            "app.recado.faults.DeskProcess",
            folder.resolve("profile").toString(),
            "http://127.0.0.1:" + port,
            token,
            person);
    desk.await(line -> line.equals("ready"));
    if (!draft.isEmpty() && !findsDraft()) {
      lostDrafts.add(draft);
    }
    draft = "";
  }

  private boolean findsDraft() throws InterruptedException {
    String found = "";
    for (int i = 0; i < 50 && !found.equals("draft " + draft); i++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      desk.say("draft?");
      found = desk.await(line -> line.startsWith("draft "));
    }
    return found.equals("draft " + draft);
  }

  void killDesk() throws InterruptedException {
    desk.kill();
    hear();
  }

  /** Has the desk send messages, with a customer writing in between, and stops somewhere in it. */
  void write(int count, RandomGenerator random) throws Exception {
    if (random.nextInt(4) == 0) {
      String text = "rascunho " + written;
      desk.say("draft " + text);
      LockSupport.parkNanos(Duration.ofMillis(1_300).toNanos());
      draft = text;
    }
    for (int i = 0; i < count; i++) {
      desk.say("send mensagem " + written++);
      if (random.nextInt(5) == 0) {
        post();
      }
      LockSupport.parkNanos(random.nextInt(25_000_000));
    }
  }

  private void post() throws Exception {
    String text = "pergunta " + posts.size();
    posts.add(text);
    unsent.add(text);
    push();
  }

  /** Tries what the customer wrote until the relay has it; each keeps its id. */
  private void push() throws Exception {
    while (!unsent.isEmpty()) {
      String text = unsent.peek();
      try {
        call(
            "POST",
            "/v1/visits/messages",
            visit,
            "{\"id\":\"" + text.replace(' ', '-') + "\",\"text\":\"" + text + "\"}");
      } catch (IOException down) {
        return;
      }
      unsent.remove();
    }
  }

  /** Waits until nothing is queued any more. */
  void settle() throws Exception {
    push();
    desk.say("send mensagem " + written++);
    String last = "mensagem " + (written - 1);
    for (int i = 0; i < 1_800 && !stored().contains(last); i++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    push();
    desk.kill();
    hear();
  }

  private void hear() {
    for (String line : desk.lastWords()) {
      if (line.startsWith("shown ")) {
        shown.add(line.substring(6));
      }
    }
  }

  List<String> shown() {
    return shown;
  }

  int written() {
    return written;
  }

  List<String> posts() {
    return posts;
  }

  Set<String> lostDrafts() {
    return lostDrafts;
  }

  /** The agent's messages as the relay has them, in order. */
  List<String> stored() throws Exception {
    return texts("agent");
  }

  List<String> storedPosts() throws Exception {
    return texts("customer");
  }

  private List<String> texts(String author) throws Exception {
    JsonArray changes = call("GET", "/v1/sync?limit=1000", token, "").getAsJsonArray("changes");
    String dialog = "";
    for (JsonElement change : changes) {
      if (change.getAsJsonObject().get("kind").getAsString().equals("dialog")) {
        dialog = change.getAsJsonObject().get("id").getAsString();
      }
    }
    List<String> texts = new ArrayList<>();
    String before = "";
    while (true) {
      JsonObject page =
          call("GET", "/v1/dialogs/" + dialog + "/messages?limit=200" + before, token, "");
      for (JsonElement element : page.getAsJsonArray("messages")) {
        JsonObject message = element.getAsJsonObject();
        if (message.getAsJsonObject("author").get("kind").getAsString().equals(author)
            && message.get("event").isJsonNull()) {
          texts.addFirst(message.get("text").getAsString());
        }
        before = "&before=" + message.get("position").getAsLong();
      }
      if (!page.get("more").getAsBoolean()) {
        return texts;
      }
    }
  }

  private JsonObject call(String method, String path, String bearer, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json");
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    request.method(
        method,
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
    }
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  @Override
  public void close() throws InterruptedException {
    desk.kill();
    relay.kill();
  }
}
