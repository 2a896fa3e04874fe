package app.recado.simulation;

import app.recado.protocol.DialogId;
import app.recado.protocol.UserId;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The model's own record of a run: what was asked, what went over the wire, what reached whom. It
 * reads the wire as plain JSON and knows nothing of the code that wrote it.
 */
final class Witness {
  private static final Pattern MARKER = Pattern.compile("(public|secret)[0-9]+q");

  private final Map<String, Ask> asks = new LinkedHashMap<>();
  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private final List<Post> posts = new ArrayList<>();
  private final Map<String, UserId> users = new LinkedHashMap<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private final Set<String> settled = new HashSet<>();
  private final Map<String, Marks> marks = new LinkedHashMap<>();
  private final FileStory files = new FileStory();
  private final BatchStory batches = new BatchStory();
  private final List<Kept> kept = new ArrayList<>();
  private final Set<String> whispered = new LinkedHashSet<>();
  private final Set<String> later = new LinkedHashSet<>();
  private @Nullable Violation overheard;
  private @Nullable String role;
  private int administered;
  private int tried;
  private Sight sight = (user, change) -> true;
  private int words;

  /** Whether a user may see a row, by the model's own reckoning. */
  interface Sight {
    boolean maySee(UserId user, JsonObject change);
  }

  /** Keeps what was seen to be wrong where nothing can be thrown: a listener swallows it. */
  void overhear(Violation violation) {
    if (overheard == null) {
      overheard = violation;
    }
  }

  /** Throws what was overheard. */
  void speak() {
    if (overheard != null) {
      throw overheard;
    }
  }

  void reckonWith(Sight reckoning) {
    sight = reckoning;
  }

  void signedIn(String token, UserId user) {
    users.put(token, user);
  }

  FileStory files() {
    return files;
  }

  BatchStory batches() {
    return batches;
  }

  /** A desk is asked to keep something to be used again; its title has the word. */
  Kept keep(String desk) {
    Kept one = new Kept(word("kept"), desk);
    kept.add(one);
    return one;
  }

  /** What a desk was asked to keep. */
  List<Kept> kept(String desk) {
    return kept.stream().filter(one -> one.desk.equals(desk)).toList();
  }

  /** Whether the relay was asked to keep it and has said anything to it. */
  boolean isAnswered(Kept one) {
    return sent.values().stream()
        .anyMatch(command ->
            command.desk.equals(one.desk)
                && command.outcome != null
                && command.command.get("args").toString().contains(one.word));
  }

  /** Whether the relay has kept it. */
  boolean isApplied(Kept one) {
    return sent.values().stream()
        .anyMatch(command ->
            command.is("applied") && command.command.get("args").toString().contains(one.word));
  }

  /** Whether a command's answer got out. */
  boolean isKnown(String id) {
    Sent command = sent.get(id);
    return command != null && command.outcome != null;
  }

  /** Whether a command of a type that has a word in it came to such an end. */
  boolean came(String type, String word, String outcome) {
    return sent.values().stream()
        .anyMatch(command ->
            command.type().equals(type)
                && command.is(outcome)
                && command.command.get("args").toString().contains(word));
  }

  /** The files of messages that were given a time. */
  List<String> laterFiles() {
    return List.copyOf(later);
  }

  /** The files of whispers that were applied. */
  List<String> whisperedFiles() {
    return List.copyOf(whispered);
  }

  /** A word that occurs nowhere else. */
  String word(String kind) {
    return kind + words++ + "q";
  }

  /** A word that no customer may ever get to see. */
  String secret() {
    String word = word("secret");
    secrets.add(word);
    return word;
  }

  Ask ask(String desk, UserId user, DialogId dialog, boolean whisper, String words) {
    String marker = whisper ? secret() : word("public");
    Ask ask = new Ask(asks.size(), marker, marker + " " + words, whisper, desk, user, dialog);
    asks.put(marker, ask);
    return ask;
  }

  /**
   * The administrator changed a channel.
   *
   * @param done whether it is known to have been done: the relay may have died over it
   */
  void administered(boolean done) {
    tried++;
    if (done) {
      administered++;
    }
  }

  /** Whether the administrator may have changed channels so many times. */
  boolean mayHaveAdministered(int times) {
    return administered <= times && times <= tried;
  }

  Post post(String customer, String id, String text) {
    Post post = new Post(customer, id, text);
    posts.add(post);
    return post;
  }

  List<Ask> asks() {
    return List.copyOf(asks.values());
  }

  List<Sent> sent() {
    return List.copyOf(sent.values());
  }

  List<Post> posts() {
    return posts;
  }

  /** The asks whose words are in a text. */
  List<Ask> asksIn(String text) {
    List<Ask> found = new ArrayList<>(1);
    Matcher markers = MARKER.matcher(text);
    while (markers.find()) {
      Ask ask = asks.get(markers.group());
      if (ask != null) {
        found.add(ask);
      }
    }
    return found;
  }

  /** Whether the relay has done what was asked. */
  boolean isSettled(Ask ask) {
    return settled.contains(ask.marker);
  }

  /** Whether the relay was given a draft with this text. */
  boolean wasSaved(String text) {
    return sent.values().stream()
        .anyMatch(command -> command.is("applied") && command.text().contains(text));
  }

  /** How the dialogs stand to which a request's commands go, where it has only one for each. */
  Map<String, Precondition> before(RelayBooks books, Request request) {
    UserId user = users.get(request.token());
    role(books, user, request);
    Map<String, JsonObject> single = new LinkedHashMap<>();
    Set<String> several = new HashSet<>();
    for (JsonElement item :
        JsonParser.parseString(request.body()).getAsJsonObject().getAsJsonArray("commands")) {
      JsonObject command = item.getAsJsonObject();
      String dialog = String.valueOf(command.get("dialog"));
      if (single.put(dialog, command) != null) {
        several.add(dialog);
      }
    }
    single.keySet().removeAll(several);
    Map<String, Precondition> before = new LinkedHashMap<>();
    for (JsonObject command : single.values()) {
      Precondition found = user == null ? null : Precondition.read(books, command, user.value());
      if (found != null) {
        before.put(command.get("id").getAsString(), found);
      }
    }
    return before;
  }

  /** Who asks, as what, where what is asked for was not done before. */
  private void role(RelayBooks books, @Nullable UserId user, Request request) {
    JsonArray commands =
        JsonParser.parseString(request.body()).getAsJsonObject().getAsJsonArray("commands");
    String id = commands.get(0).getAsJsonObject().get("id").getAsString();
    boolean repeated = !books.read("SELECT 1 FROM command WHERE id = ?", id).isEmpty();
    role =
        user == null || repeated || commands.size() > 1
            ? null
            : books.read("SELECT lower(role) FROM person WHERE id = ?", user.value()).get(0).get(0);
  }

  private void judged(Sent command) {
    if (role != null && WorkspaceStory.isOfWorkspace(command.type())) {
      String wrong = WorkspaceStory.misjudged(command, role);
      if (!wrong.isEmpty()) {
        throw new Violation(6, role + " " + wrong + ": " + command.command + command.outcome);
      }
    }
  }

  private void preconditions(Sent command, @Nullable Precondition before) {
    String user = command.user;
    if (command.is("applied") && before != null) {
      String broken = before.broken(command.command, user);
      if (broken != null) {
        throw new Violation(6, broken + ", and yet applied: " + command.command + " on " + before);
      }
    }
  }

  /** An answer got out of the relay; whether it arrives is another matter. */
  void answered(String desk, Request request, String text, Map<String, Precondition> before) {
    switch (request.route()) {
      case "POST /v1/commands" ->
          outcomes(
              desk,
              String.valueOf(users.get(request.token())),
              before,
              JsonParser.parseString(request.body()).getAsJsonObject().getAsJsonArray("commands"),
              JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("results"));
      case "GET /v1/sync" -> changes(desk, users.get(request.token()), text);
      case "GET /v1/dialogs/messages", "GET /v1/search" ->
          messages(desk, users.get(request.token()), text);
      default -> {}
    }
  }

  /** The relay died over commands: those of the workspace are asked again by nobody. */
  void unanswered(String desk, Request request) {
    for (JsonElement item :
        JsonParser.parseString(request.body()).getAsJsonObject().getAsJsonArray("commands")) {
      JsonObject command = item.getAsJsonObject();
      String user = String.valueOf(users.get(request.token()));
      Sent one = new Sent(sent.size(), desk, user, command);
      if (WorkspaceStory.isOfWorkspace(one.type())) {
        sent.putIfAbsent(one.id(), one);
      }
    }
  }

  /** Looks what became of what was never answered. */
  void lookAfter(RelayBooks books) {
    for (Sent one : sent.values()) {
      List<List<String>> done =
          one.outcome == null
              ? books.read("SELECT outcome FROM command WHERE id = ?", one.id())
              : List.of();
      if (!done.isEmpty()) {
        one.outcome = JsonParser.parseString(done.get(0).get(0)).getAsJsonObject();
      }
    }
    sent.values().removeIf(one -> one.outcome == null);
  }

  /** A page got out of the relay on a stream. */
  void streamed(String desk, UserId user, String page) {
    changes(desk, user, page);
  }

  /** Something got out of the relay towards a customer. */
  void reachedCustomer(String customer, String text) {
    for (String secret : secrets) {
      if (text.contains(secret)) {
        throw new Violation(10, "customer " + customer + " got the whispered " + secret);
      }
    }
    Wall.check(customer, JsonParser.parseString(text));
  }

  /** How far a customer's page has come in a dialog, in positions of its own. */
  Marks marks(String dialog) {
    return marks.computeIfAbsent(dialog, unused -> new Marks());
  }

  /** What the page was given, what it told the relay, and what the relay confirmed. */
  static final class Marks {
    long handed;
    long told;
    long confirmed;
  }

  private void outcomes(
      String desk,
      String user,
      Map<String, Precondition> before,
      JsonArray commands,
      JsonArray results) {
    if (commands.size() != results.size()) {
      throw new Violation(5, commands.size() + " commands, " + results.size() + " outcomes");
    }
    for (int i = 0; i < commands.size(); i++) {
      JsonObject command = commands.get(i).getAsJsonObject();
      JsonObject outcome = results.get(i).getAsJsonObject();
      String id = command.get("id").getAsString();
      if (!id.equals(outcome.get("id").getAsString())) {
        throw new Violation(3, "the answer to " + id + " is " + outcome);
      }
      Sent meeting = new Sent(sent.size(), desk, user, command);
      Sent first = sent.computeIfAbsent(id, unused -> meeting);
      JsonObject known = first.outcome;
      if (known == null) {
        first.outcome = outcome;
        first.answeredAt = asks.size();
        preconditions(first, before.get(id));
        dependencies(first);
        whispers(first);
        judged(first);
      } else if (!first.body().equals(meeting.body())) {
        throw new Violation(3, id + " has two bodies: " + first.command + " and " + command);
      } else if (!known.equals(outcome)) {
        throw new Violation(3, id + " has two results: " + known + " and " + outcome);
      }
    }
  }

  /** Nothing is applied while something it depends on is not. */
  private void dependencies(Sent command) {
    if (!command.is("applied")) {
      return;
    }
    JsonElement after = command.command.get("after");
    for (JsonElement before : after.getAsJsonArray()) {
      Sent cause = sent.get(before.getAsString());
      if (cause != null && cause.outcome != null && !cause.is("applied")) {
        throw new Violation(
            4, command.command + " was applied, though " + cause.outcome + " came before it");
      }
    }
  }

  /** A held reply that is whispered instead is a secret from then on. */
  private void whispers(Sent command) {
    if (command.type().equals("message.schedule") && command.is("applied")) {
      later.addAll(FileStory.files(command));
    }
    if (!command.type().equals("message.send") || !command.is("applied")) {
      return;
    }
    asksIn(command.text()).forEach(ask -> settled.add(ask.marker));
    if (command.command.getAsJsonObject("args").get("whisper").getAsBoolean()) {
      asksIn(command.text()).forEach(ask -> secrets.add(ask.marker));
      whispered.addAll(FileStory.files(command));
    }
  }

  private void changes(String desk, UserId user, String page) {
    for (JsonElement change :
        JsonParser.parseString(page).getAsJsonObject().getAsJsonArray("changes")) {
      if (!change.getAsJsonObject().has("gone") && !sight.maySee(user, change.getAsJsonObject())) {
        throw new Violation(20, desk + " was given " + change);
      }
    }
  }

  private void messages(String desk, UserId user, String page) {
    for (JsonElement message :
        JsonParser.parseString(page).getAsJsonObject().getAsJsonArray("messages")) {
      JsonObject change = new JsonObject();
      change.addProperty("kind", "message");
      change.add("data", message);
      if (!sight.maySee(user, change)) {
        throw new Violation(20, desk + " was given " + message);
      }
    }
  }
}
