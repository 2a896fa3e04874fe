package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.Role;
import app.recado.relay.http.Workspace.Person;
import app.recado.relay.http.Workspace.Visitor;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every endpoint, given what it cannot take: the right refusal, and never a fault. */
@ParameterizedClass
@EnumSource(Backend.class)
final class BadInputTest {
  /** One value of each type JSON has, and some that are only unusual. */
  private static final List<JsonElement> VALUES =
      List.of(
          JsonNull.INSTANCE,
          new JsonPrimitive(true),
          new JsonPrimitive(-1),
          new JsonPrimitive(1.5),
          new JsonPrimitive(new java.math.BigInteger("9".repeat(40))),
          new JsonPrimitive(""),
          new JsonPrimitive("../../x"),
          new JsonPrimitive("\u0000\ud83d\ude00'\";DROP TABLE x;--"),
          new JsonPrimitive("\ud83d"),
          new JsonPrimitive("x".repeat(100_000)),
          new JsonArray(),
          Json.read("[null,[],{},1]", JsonArray.class),
          new JsonObject(),
          Json.read("{\"id\":{\"id\":[]}}", JsonObject.class));

  private static final List<String> NUMBERS =
      List.of("abc", "1.5", "-1", "0", "9999999999999999999999", "1e3", "%00", "%F0%9F%98%80");

  private static final List<String> IDS =
      List.of(
          "nobody",
          "018f2f6e-0000-7000-8000-000000000000",
          "%20",
          "..%2f",
          "x".repeat(300),
          "%00",
          "'--",
          "%F0%9F%98%80");

  private final Workspace workspace;
  private final Person agent;
  private final Person admin;
  private final Person spare;
  private final Workspace.Channel channel;
  private final Visitor foreign;
  private Visitor visitor;
  private int calls;

  BadInputTest(Backend backend) {
    workspace = backend.workspace();
    agent = workspace.person(Role.AGENT);
    admin = workspace.person(Role.ADMIN);
    spare = workspace.person(Role.AGENT);
    channel = workspace.channel(agent);
    visitor = workspace.visitor(channel);
    foreign = workspace.visitor(workspace.channel());
  }

  @Test
  void everyRouteThatTakesABodyIsTried() {
    List<String> taking =
        workspace.description().operations().stream()
            .filter(operation -> workspace.description().takesBody(operation))
            .toList();
    assertThat(bodies().keySet()).containsExactlyInAnyOrderElementsOf(taking);
  }

  @TestFactory
  Stream<DynamicTest> bodyThatIsNoJsonObject() {
    return bodies().keySet().stream()
        .map(operation ->
            DynamicTest.dynamicTest(
                operation,
                () -> {
                  for (String body :
                      new String[] {
                        "",
                        "{",
                        "nonsense",
                        "[]",
                        "null",
                        "7",
                        "\"x\"",
                        "{}{}",
                        "{\"a\":}",
                        "{'a':1}",
                        "{\"a\":1,}",
                        "[".repeat(50_000),
                        "\u0000"
                      }) {
                    assertThat(send(operation, "application/json", body).status())
                        .as(body)
                        .isEqualTo(400);
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> otherContentTypeAndTooLargeABody() {
    return bodies().entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  String operation = entry.getKey();
                  String body = entry.getValue().toString();
                  assertThat(send(operation, "text/plain", body).status()).isEqualTo(415);
                  assertThat(send(operation, "application/x-www-form-urlencoded", "a=b").status())
                      .isEqualTo(415);
                  String large = " ".repeat(RelayServer.LARGEST_BODY) + body;
                  assertThat(send(operation, "application/json", large).status()).isEqualTo(413);
                }));
  }

  @TestFactory
  Stream<DynamicTest> fieldOfAnotherTypeOrLeftOut() {
    return bodies().entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  for (JsonObject body : spoilt(entry.getValue())) {
                    Api.Answer answer = send(entry.getKey(), "application/json", body.toString());
                    assertThat(answer.status()).as(shortened(body)).isLessThan(500);
                  }
                }));
  }

  @Test
  void missingFieldIsNamed() {
    Api.Answer answer = workspace.post("/v1/visits/messages", visitor.token(), "{\"id\":\"a\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getAsJsonObject("error").getAsJsonObject("details").get("field"))
        .isEqualTo(new JsonPrimitive("text"));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandWithEveryArgumentSpoilt() {
    return Intent.types().keySet().stream()
        .map(type ->
            DynamicTest.dynamicTest(
                type,
                () -> {
                  List<JsonObject> variants = new ArrayList<>();
                  for (JsonObject args : spoilt(arguments(type))) {
                    variants.add(command(type, visitor.dialog(), args));
                  }
                  variants.addAll(spoilt(command(type, visitor.dialog(), arguments(type))));
                  variants.add(command(type, foreign.dialog(), arguments(type)));
                  variants.add(command(type, workspace.newId(), arguments(type)));
                  for (JsonObject command : variants) {
                    Api.Answer answer =
                        workspace.commands(isOfWorkspace(type) ? admin : agent, command);
                    assertThat(answer.status()).as(shortened(command)).isIn(200, 400, 409);
                    assertThat(answer.toString())
                        .as(shortened(command))
                        .doesNotContain("\"internal\"");
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyFieldOfAChannelsPatchSpoilt() {
    JsonObject set =
        Workspace.args(
            "name", "Oak", "active", true, "zone", "America/Recife", "welcomeText", "Hi");
    set.add(
        "hours",
        Json.read("{\"monday\":[{\"from\":\"08:00\",\"until\":\"18:00\"}]}", JsonObject.class));
    set.add("clear", Json.read("[\"closeText\"]", JsonArray.class));
    set.add("noAnswerAfterSeconds", new JsonPrimitive(60));
    set.add("agentShown", new JsonPrimitive("name"));
    return spoilt(set).stream()
        .map(patch ->
            DynamicTest.dynamicTest(
                shortened(patch),
                () -> {
                  Api.Answer answer =
                      workspace.commands(
                          admin,
                          command(
                              "channel.save",
                              null,
                              Workspace.args("channel", channel.id(), "set", patch)));
                  assertThat(answer.status()).isIn(200, 400);
                  assertThat(answer.toString()).doesNotContain("\"internal\"");
                }));
  }

  @Test
  void foreignDialogIsAsAbsentAsAnUnknownOne() {
    for (String type : Intent.types().keySet()) {
      if (type.startsWith("dialog.")
          || type.equals("message.send")
          || type.equals("message.schedule")
          || type.equals("draft.save")) {
        JsonObject onForeign = outcome(command(type, foreign.dialog(), arguments(type)));
        JsonObject onUnknown = outcome(command(type, workspace.newId(), arguments(type)));
        assertThat(onForeign).as(type).isEqualTo(onUnknown);
        assertThat(onForeign.get("outcome").getAsString()).as(type).isEqualTo("rejected");
      }
    }
  }

  @Test
  void malformedItemRefusesTheWholeRequestAndAppliesNothing() {
    JsonObject good = command("dialog.accept", visitor.dialog(), new JsonObject());
    good.add("basis", workspace.basis(agent, visitor.dialog()));
    JsonObject bad = Json.read("{\"id\":7}", JsonObject.class);
    assertThat(workspace.commands(agent, good, bad).status()).isEqualTo(400);
    assertThat(workspace.dialog(agent, visitor.dialog()).getAsJsonObject("session").get("owner"))
        .isEqualTo(JsonNull.INSTANCE);
  }

  @Test
  void commandWhoseIdIsNoUuidIsMalformed() {
    JsonObject good = command("dialog.accept", visitor.dialog(), new JsonObject());
    good.add("basis", workspace.basis(agent, visitor.dialog()));
    JsonObject bad = command("dialog.markRead", visitor.dialog(), Workspace.args("position", 1));
    bad.addProperty("id", "one");
    assertThat(workspace.commands(agent, good, bad).status()).isEqualTo(400);
    assertThat(workspace.dialog(agent, visitor.dialog()).getAsJsonObject("session").get("owner"))
        .isEqualTo(JsonNull.INSTANCE);
  }

  @Test
  void contentTypeIsReadAsItMayBeWritten() {
    String body = "{\"commands\":[]}";
    String operation = "POST /v1/commands";
    assertThat(send(operation, "Application/JSON; charset=UTF-8", body).status()).isEqualTo(200);
    assertThat(send(operation, ";;;", body).status()).isEqualTo(415);
  }

  @Test
  void unknownAndForeignIdsInPathsAreNotFound() {
    List<String> ids = new ArrayList<>(IDS);
    ids.add(foreign.dialog());
    for (String id : ids) {
      assertThat(workspace.get("/v1/dialogs/" + id, agent.token()).status()).as(id).isIn(404, 400);
      assertThat(workspace.get("/v1/dialogs/" + id + "/messages", agent.token()).status())
          .as(id)
          .isIn(404, 400);
      assertThat(workspace.call("DELETE", "/v1/devices/" + id, agent.token(), null).status())
          .as(id)
          .isIn(404, 400);
      assertThat(workspace.get("/chat/" + id, null).status()).as(id).isIn(404, 400);
    }
  }

  @Test
  void queryThatIsNoNumberIsRefused() {
    for (String path :
        List.of(
            "/v1/sync?limit=",
            "/v1/dialogs/" + visitor.dialog() + "/messages?limit=",
            "/v1/dialogs/" + visitor.dialog() + "/messages?before=",
            "/v1/search?q=oak&limit=")) {
      for (String number : NUMBERS) {
        Api.Answer answer = workspace.get(path + number, agent.token());
        boolean integer = number.matches("-?\\d{1,9}");
        assertThat(answer.status())
            .as(path + number)
            .isIn(integer ? List.of(200, 422) : List.of(400));
      }
    }
    for (String number : NUMBERS) {
      assertThat(workspace.get("/v1/visits/messages?before=" + number, visitor.token()).status())
          .as(number)
          .isLessThan(500);
    }
  }

  @Test
  void cursorThatWasNeverGivenOutIsRefused() {
    for (String cursor : List.of("x", "%00", "a.b.c", "9".repeat(50), "x".repeat(5_000), "-1")) {
      assertThat(workspace.get("/v1/sync?cursor=" + cursor, agent.token()).status())
          .as(cursor)
          .isIn(400, 410, 414);
      assertThat(workspace.get("/v1/stream?cursor=" + cursor, agent.token()).status())
          .as(cursor)
          .isIn(400, 410, 414);
    }
  }

  @Test
  void searchTakesAnyWords() {
    for (String words :
        List.of(
            "%22",
            "%27%27",
            "*",
            "OR",
            "AND%20NOT",
            "(((",
            "a%00b",
            "NEAR(",
            "-x",
            "%F0%9F%98%80",
            "%25",
            "a%3A*",
            ":",
            "x".repeat(3_000))) {
      assertThat(workspace.get("/v1/search?q=" + words, agent.token()).status())
          .as(words)
          .isIn(200, 400, 422);
    }
    assertThat(workspace.get("/v1/search", agent.token()).status()).isEqualTo(422);
    for (String before : List.of("nobody", "7", "x".repeat(3_000))) {
      assertThat(workspace.get("/v1/search?q=oak&before=" + before, agent.token()).status())
          .as(before)
          .isEqualTo(422);
    }
  }

  @Test
  void tokenOfNobodyOpensNothing() {
    for (String token : List.of("x", "x".repeat(5_000), "..", "'--")) {
      assertThat(workspace.get("/v1/sync", token).status()).isEqualTo(401);
      assertThat(workspace.get("/v1/visits/messages", token).status()).isEqualTo(401);
    }
  }

  private static boolean isOfWorkspace(String type) {
    return type.startsWith("channel.")
        || (type.startsWith("user.") && !type.equals("user.setAvailability"));
  }

  private JsonObject outcome(JsonObject command) {
    JsonObject outcome =
        workspace
            .commands(agent, command)
            .json()
            .getAsJsonArray("results")
            .get(0)
            .getAsJsonObject();
    outcome.remove("id");
    return outcome;
  }

  private Api.Answer send(String operation, String contentType, String body) {
    if (++calls % 50 == 0) {
      // who writes too fast is slowed down, which is not what is tried here
      visitor = workspace.visitor(channel);
    }
    String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", spare.id());
    String token =
        switch (workspace.description().security(operation)) {
          case "agent" -> operation.contains("/people") ? admin.token() : agent.token();
          case "visitor" -> visitor.token();
          default -> null;
        };
    Api.Answer answer =
        workspace
            .api()
            .call("POST", path, token, contentType, body.getBytes(StandardCharsets.UTF_8));
    workspace.description().check("POST", path, answer);
    if (answer.status() >= 400) {
      assertThat(answer.code()).isNotEmpty();
    }
    return answer;
  }

  /** A good body for every route that takes one. */
  private Map<String, JsonObject> bodies() {
    Map<String, JsonObject> bodies = new TreeMap<>();
    bodies.put(
        "POST /v1/sign-in",
        Workspace.args(
            "email", "nobody@example.org",
            "password", "wrong horse",
            "device", Map.of("id", workspace.newId(), "name", "Desk")));
    bodies.put("POST /v1/commands", Workspace.args("commands", List.of()));
    bodies.put(
        "POST /v1/visits",
        Workspace.args("channel", "none", "page", "https://example.org/", "name", "Rita"));
    bodies.put(
        "POST /v1/visits/messages", Workspace.args("id", workspace.newId(), "text", "Hello"));
    bodies.put("POST /v1/signals", Workspace.args("dialog", workspace.newId(), "doing", "typing"));
    bodies.put("POST /v1/visits/read", Workspace.args("message", workspace.newId()));
    bodies.put(
        "POST /v1/visits/rating",
        Workspace.args("session", workspace.newId(), "stars", 5, "comment", "Good"));
    bodies.put(
        "POST /v1/people",
        Workspace.args(
            "email",
            workspace.newId() + "@example.org",
            "name",
            "Rita",
            "role",
            "agent",
            "password",
            null));
    bodies.put("POST /v1/people/{id}/password", Workspace.args("password", "correct horse"));
    return bodies;
  }

  private JsonObject arguments(String type) {
    return switch (type) {
      case "message.send" ->
          Workspace.args(
              "text",
              "Hi",
              "whisper",
              false,
              "quote",
              null,
              "files",
              List.of(),
              "besideDraft",
              true);
      case "message.schedule" ->
          Workspace.args(
              "text",
              "Hi",
              "quote",
              null,
              "files",
              List.of(),
              "sendAt",
              "2026-12-01T09:00:00.000Z");
      case "message.reschedule" ->
          Workspace.args("message", workspace.newId(), "sendAt", "2026-12-01T09:00:00.000Z");
      case "message.unschedule" -> Workspace.args("message", workspace.newId());
      case "message.edit" -> Workspace.args("message", workspace.newId(), "text", "Hi");
      case "message.delete" -> Workspace.args("message", workspace.newId());
      case "dialog.transfer" ->
          Workspace.args("user", agent.id(), "channel", null, "comment", "Yours", "stay", false);
      case "dialog.invite" -> Workspace.args("users", List.of(agent.id()));
      case "dialog.rename" -> Workspace.args("title", "Oak table");
      case "dialog.moveToNew" -> Workspace.args("message", workspace.newId());
      case "dialog.tag" -> Workspace.args("add", List.of("VIP"), "remove", List.of());
      case "dialog.snooze" -> Workspace.args("until", workspace.tomorrow());
      case "dialog.priority" -> Workspace.args("priority", "high");
      case "dialog.markRead", "dialog.markUnread" -> Workspace.args("position", 1);
      case "draft.save" ->
          Workspace.args(
              "kind", "reply", "text", "Hel", "files", List.of(), "quote", null, "version", 0);
      case "mention.read" -> Workspace.args("messages", List.of(workspace.newId()));
      case "canned.save" ->
          Workspace.args(
              "canned", workspace.newId(),
              "scope", "personal",
              "channel", null,
              "section", "Shipping",
              "title", "Freight",
              "shortcut", "freight",
              "text", "Hi {customer.firstName|there}",
              "files", List.of(),
              "source", null);
      case "canned.delete" -> Workspace.args("canned", workspace.newId());
      case "canned.count" -> Workspace.args("canned", workspace.newId(), "times", 1);
      case "macro.save" ->
          Workspace.args(
              "macro",
              workspace.newId(),
              "scope",
              "personal",
              "channel",
              null,
              "name",
              "Quote",
              "steps",
              List.of(Workspace.args("act", "reply", "text", "Hi"), Workspace.args("act", "pin")));
      case "macro.delete" -> Workspace.args("macro", workspace.newId());
      case "user.setAvailability" -> Workspace.args("availability", "online");
      case "device.setIdle" -> Workspace.args("idle", true);
      case "user.save" ->
          Workspace.args(
              "user",
              spare.id(),
              "name",
              "Rita",
              "role",
              "agent",
              "visibility",
              "own",
              "mayJoin",
              true);
      case "user.disable", "user.enable" -> Workspace.args("user", spare.id());
      case "channel.add" ->
          Workspace.args("name", "Oak", "mode", "all", "agents", List.of(agent.id()));
      case "channel.save" -> Workspace.args("channel", channel.id(), "set", new JsonObject());
      case "channel.setQueue" ->
          Workspace.args(
              "channel",
              channel.id(),
              "mode",
              "all",
              "agents",
              List.of(agent.id()),
              "nextAfterSeconds",
              120,
              "cap",
              5,
              "noCap",
              false,
              "checkAvailability",
              true,
              "returnWhenAway",
              false);
      default -> new JsonObject();
    };
  }

  private JsonObject command(String type, @Nullable String dialog, JsonObject args) {
    return Workspace.args(
        "id",
        workspace.newId(),
        "type",
        type,
        "dialog",
        dialog,
        "basis",
        null,
        "after",
        List.of(),
        "args",
        args,
        "madeAt",
        "2026-01-02T03:04:05.678Z");
  }

  /** Copies with each member left out or of each type in turn, an unknown one added. */
  private static List<JsonObject> spoilt(JsonObject body) {
    List<JsonObject> copies = new ArrayList<>();
    for (String name : body.keySet()) {
      JsonObject without = body.deepCopy();
      without.remove(name);
      copies.add(without);
      for (JsonElement value : VALUES) {
        JsonObject copy = body.deepCopy();
        copy.add(name, value);
        copies.add(copy);
      }
    }
    JsonObject more = body.deepCopy();
    more.addProperty("unknown", "field");
    copies.add(more);
    return copies;
  }

  private static String shortened(JsonObject body) {
    String text = body.toString();
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
