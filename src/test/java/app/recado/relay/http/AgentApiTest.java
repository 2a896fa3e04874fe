package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.relay.http.Workspace.Channel;
import app.recado.relay.http.Workspace.Person;
import app.recado.relay.http.Workspace.Visitor;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a desk asks of the relay, over HTTP. */
@ParameterizedClass
@EnumSource(Backend.class)
@Timeout(60)
final class AgentApiTest {
  private final Workspace workspace;
  private final Person ana;
  private final Person bia;
  private final Channel channel;

  AgentApiTest(Backend backend) {
    workspace = backend.workspace();
    ana = workspace.person(Role.AGENT);
    bia = workspace.person(Role.AGENT);
    channel = workspace.channel(ana, bia);
  }

  @Test
  void signingInAnswersWithTheTokenAndThePerson() {
    Api.Answer answer = signIn(ana.email(), Workspace.PASSWORD, workspace.newId());
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().get("token").getAsString()).hasSize(43);
    assertThat(answer.json().getAsJsonObject("user").get("email").getAsString())
        .isEqualTo(ana.email());
  }

  @Test
  void whoSignsInIsOnlineAndIsOfferedWhatComes() {
    Person alone = workspace.person(Role.AGENT);
    Channel fair = workspace.channel(QueueMode.EVENLY, alone);

    Visitor visitor = workspace.visitor(fair);

    assertThat(availability(alone)).isEqualTo("online");
    JsonObject session = workspace.dialog(alone, visitor.dialog()).getAsJsonObject("session");
    assertThat(session.get("offeredTo").getAsString()).isEqualTo(alone.id());
    assertThat(session.get("offeredUntil").isJsonNull()).isFalse();
    assertThat(session.get("status").getAsString()).isEqualTo("new");
  }

  @Test
  void aDialogComesWithItsCustomer() {
    Person alone = workspace.person(Role.AGENT);
    Visitor visitor = workspace.visitor(workspace.channel(QueueMode.EVENLY, alone));

    JsonObject person = workspace.dialog(alone, visitor.dialog()).getAsJsonObject("person");

    assertThat(person.get("id"))
        .isEqualTo(workspace.dialog(alone, visitor.dialog()).get("customer"));
    assertThat(person.get("seq").getAsLong()).isPositive();
    assertThat(person.has("contact")).isTrue();
  }

  @Test
  void whoPausesIsOfferedNothingUntilBack() {
    Person alone = workspace.person(Role.AGENT);
    Channel fair = workspace.channel(QueueMode.EVENLY, alone);
    choose(alone, "pause");
    Visitor visitor = workspace.visitor(fair);
    assertThat(availability(alone)).isEqualTo("pause");
    assertThat(offeredTo(alone, visitor)).isEqualTo("");

    choose(alone, "online");

    assertThat(offeredTo(alone, visitor)).isEqualTo(alone.id());
  }

  @Test
  void whoHasSignedOutEverywhereIsOfflineAndLosesTheOffer() {
    Person other = workspace.person(Role.AGENT);
    Channel fair = workspace.channel(QueueMode.STRICTLY, other, ana);
    Visitor visitor = workspace.visitor(fair);
    assertThat(offeredTo(ana, visitor)).isEqualTo(other.id());

    workspace.call("POST", "/v1/sign-out", other.token(), null);

    assertThat(offeredTo(ana, visitor)).isEqualTo(ana.id());
  }

  private void choose(Person person, String availability) {
    JsonObject outcome =
        workspace.command(
            person,
            workspace.newId(),
            "user.setAvailability",
            null,
            null,
            Workspace.args("availability", availability));
    assertThat(outcome.get("outcome").getAsString()).isEqualTo("applied");
  }

  private String offeredTo(Person seer, Visitor visitor) {
    JsonElement to =
        workspace.dialog(seer, visitor.dialog()).getAsJsonObject("session").get("offeredTo");
    return to.isJsonNull() ? "" : to.getAsString();
  }

  /** As everybody's desk is told. */
  private String availability(Person person) {
    String at = "/v1/sync?limit=500";
    while (true) {
      JsonObject page = workspace.get(at, person.token()).json();
      for (JsonElement change : page.getAsJsonArray("changes")) {
        JsonObject row = change.getAsJsonObject();
        if (row.get("kind").getAsString().equals("user")
            && row.get("id").getAsString().equals(person.id())) {
          return row.getAsJsonObject("data").get("availability").getAsString();
        }
      }
      assertThat(page.get("more").getAsBoolean()).isTrue();
      at = "/v1/sync?limit=500&cursor=" + page.get("cursor").getAsString();
    }
  }

  @Test
  void wrongPasswordAndUnknownAddressAreRefusedAlike() {
    Api.Answer wrong = signIn(ana.email(), "wrong horse", workspace.newId());
    Api.Answer unknown =
        signIn(workspace.newId() + "@example.org", "wrong horse", workspace.newId());
    assertThat(wrong.status()).isIn(401, 429);
    assertThat(unknown.status()).isIn(401, 429);
    assertThat(signIn(ana.email(), Workspace.PASSWORD, workspace.newId()).status()).isEqualTo(201);
  }

  @Test
  void signingInAgainOnADeviceEndsItsEarlierToken() {
    String token = workspace.signIn(ana.email(), ana.device());
    assertThat(workspace.get("/v1/devices", ana.token()).code()).isEqualTo("no_session");
    assertThat(workspace.get("/v1/devices", token).status()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheToken() {
    assertThat(workspace.call("POST", "/v1/sign-out", ana.token(), null).status()).isEqualTo(204);
    assertThat(workspace.get("/v1/sync", ana.token()).code()).isEqualTo("no_session");
  }

  @Test
  void revokedDeviceIsToldSoAndLosesItsStream() throws IOException {
    String device = workspace.newId();
    String second = workspace.signIn(ana.email(), device);
    JsonObject listed = workspace.get("/v1/devices", ana.token()).json();
    assertThat(listed.getAsJsonArray("devices")).hasSize(2);
    try (Api.Events events = stream(second, null)) {
      events.next("changes");
      assertThat(workspace.call("DELETE", "/v1/devices/" + device, ana.token(), null).status())
          .isEqualTo(204);
      while (events.next() != null) {
        // what was already on its way
      }
    }
    assertThat(workspace.get("/v1/sync", second).code()).isEqualTo("device_revoked");
    assertThat(workspace.get("/v1/sync", ana.token()).status()).isEqualTo(200);
  }

  @Test
  void anothersDeviceIsNotThereExceptForAnAdmin() {
    Person admin = workspace.person(Role.ADMIN);
    String path = "/v1/devices/" + ana.device();
    assertThat(workspace.call("DELETE", path, bia.token(), null).status()).isEqualTo(404);
    assertThat(workspace.call("DELETE", path, admin.token(), null).status()).isEqualTo(204);
    assertThat(workspace.get("/v1/sync", ana.token()).code()).isEqualTo("device_revoked");
  }

  @Test
  void firstContactBringsTheWorkingSetInPagesThenNothing() {
    Visitor visitor = workspace.visitor(channel);
    List<JsonObject> changes = new ArrayList<>();
    String cursor = syncAll(ana, null, 3, changes);
    assertThat(changes).extracting(AgentApiTest::kind).contains("user", "channel", "customer");
    assertThat(changes).extracting(AgentApiTest::id).contains(visitor.dialog());
    assertThat(changes).extracting(change -> change.get("seq").getAsLong()).isSorted();
    List<JsonObject> again = new ArrayList<>();
    syncAll(ana, cursor, 200, again);
    assertThat(again).isEmpty();
  }

  @Test
  void catchingUpBringsWhatChangedOnce() {
    Visitor visitor = workspace.visitor(channel);
    String cursor = syncAll(ana, null, 200, new ArrayList<>());
    workspace.write(visitor.token(), workspace.newId(), "one");
    workspace.write(visitor.token(), workspace.newId(), "two");
    List<JsonObject> changes = new ArrayList<>();
    syncAll(ana, cursor, 200, changes);
    assertThat(changes)
        .filteredOn(change -> kind(change).equals("message"))
        .extracting(change -> change.getAsJsonObject("data").get("text").getAsString())
        .containsExactly("one", "two");
    assertThat(changes).filteredOn(change -> kind(change).equals("dialog")).hasSize(1);
  }

  @Test
  void streamBringsAMessageWithoutBeingAsked() throws IOException {
    Visitor visitor = workspace.visitor(channel);
    String cursor = syncAll(ana, null, 200, new ArrayList<>());
    try (Api.Events events = stream(ana.token(), cursor)) {
      workspace.write(visitor.token(), workspace.newId(), "Still there?");
      Api.Event event = events.next("changes");
      while (!event.data().contains("Still there?")) {
        // that Ana is online now, which the stream itself brought about
        event = events.next("changes");
      }
      workspace.description().checkEvent("SyncPage", event.data());
      assertThat(event.id()).isEqualTo(event.json().get("cursor").getAsString());
      List<JsonObject> missed = new ArrayList<>();
      syncAll(ana, event.id(), 200, missed);
      assertThat(missed).isEmpty();
    }
  }

  @Test
  void streamOfAnotherChannelsAgentHearsNothing() throws IOException {
    Person stranger = workspace.person(Role.AGENT);
    workspace.channel(stranger);
    Visitor visitor = workspace.visitor(channel);
    String cursor = syncAll(stranger, null, 200, new ArrayList<>());
    try (Api.Events events = stream(stranger.token(), cursor)) {
      workspace.write(visitor.token(), workspace.newId(), "Not for you");
      workspace.visitor(workspace.channel(stranger));
      for (String seen = ""; !seen.contains("oak table"); ) {
        seen = events.next("changes").data();
        assertThat(seen).doesNotContain("Not for you").doesNotContain(visitor.dialog());
      }
    }
  }

  @Test
  void dialogAndItsOlderMessagesAreFetched() {
    Visitor visitor = workspace.visitor(channel);
    for (int i = 0; i < 5; i++) {
      workspace.write(visitor.token(), workspace.newId(), "text " + i);
    }
    assertThat(workspace.dialog(ana, visitor.dialog()).get("customer").getAsString())
        .isEqualTo(visitor.customer());
    JsonObject page =
        workspace.get("/v1/dialogs/" + visitor.dialog() + "/messages?limit=2", ana.token()).json();
    assertThat(page.get("more").getAsBoolean()).isTrue();
    assertThat(texts(page)).containsExactly("text 4", "text 3");
    long position =
        page.getAsJsonArray("messages").get(1).getAsJsonObject().get("position").getAsLong();
    JsonObject older =
        workspace
            .get(
                "/v1/dialogs/" + visitor.dialog() + "/messages?limit=2&before=" + position,
                ana.token())
            .json();
    assertThat(texts(older)).containsExactly("text 2", "text 1");
  }

  @Test
  void searchFoldsAccentsAndCase() {
    Visitor visitor = workspace.visitor(channel);
    workspace.write(visitor.token(), workspace.newId(), "A Poltrona de Jacarandá chegou?");
    Api.Answer found = workspace.get("/v1/search?q=poltrona%20jacaranda", ana.token());
    assertThat(texts(found.json())).containsExactly("A Poltrona de Jacarandá chegou?");
  }

  @Test
  void oneOfTwoWhoAnswerWinsAndTheOtherIsToldWho() {
    Visitor visitor = workspace.visitor(channel);
    JsonObject seen = workspace.basis(ana, visitor.dialog());
    JsonObject first = accept(ana, workspace.newId(), visitor, seen);
    JsonObject second = accept(bia, workspace.newId(), visitor, seen);
    assertThat(first.get("outcome").getAsString()).isEqualTo("applied");
    assertThat(second.get("outcome").getAsString()).isEqualTo("held");
    assertThat(second.get("reason").getAsString()).isEqualTo("taken");
    assertThat(second.getAsJsonObject("now").getAsJsonObject("session").get("owner").getAsString())
        .isEqualTo(ana.id());
  }

  @Test
  void sameCommandAgainGetsTheFirstResult() {
    Visitor visitor = workspace.visitor(channel);
    JsonObject seen = workspace.basis(ana, visitor.dialog());
    String id = workspace.newId();
    JsonObject first = accept(ana, id, visitor, seen);
    assertThat(accept(ana, id, visitor, seen)).isEqualTo(first);
  }

  @Test
  void sameIdWithAnotherBodyRefusesTheRequestAndAppliesNothingOfIt() {
    Visitor visitor = workspace.visitor(channel);
    JsonObject seen = workspace.basis(ana, visitor.dialog());
    String id = workspace.newId();
    accept(ana, id, visitor, seen);
    JsonObject fresh = send(workspace.newId(), visitor, "Good morning", false);
    JsonObject reused = send(id, visitor, "Something else", false);
    Api.Answer answer = workspace.commands(ana, fresh, reused);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("id_reused");
    assertThat(
            answer
                .json()
                .getAsJsonObject("error")
                .getAsJsonObject("details")
                .get("id")
                .getAsString())
        .isEqualTo(id);
    assertThat(workspace.get("/v1/visits/messages", visitor.token()).text())
        .doesNotContain("Good morning");
  }

  @Test
  void replyReachesTheCustomerAndAWhisperNever() {
    Visitor visitor = workspace.visitor(channel);
    workspace.does(ana, "dialog.accept", visitor.dialog());
    Api.Answer answer =
        workspace.commands(
            ana,
            send(workspace.newId(), visitor, "It is in stock", false),
            send(workspace.newId(), visitor, "he haggles", true));
    assertThat(answer.json().getAsJsonArray("results"))
        .extracting(result -> result.getAsJsonObject().get("outcome").getAsString())
        .containsExactly("applied", "applied");
    assertThat(workspace.get("/v1/visits/messages", visitor.token()).text())
        .contains("It is in stock")
        .doesNotContain("haggles");
  }

  private JsonObject send(String id, Visitor visitor, String text, boolean whisper) {
    return Workspace.args(
        "id", id,
        "type", "message.send",
        "dialog", visitor.dialog(),
        "basis", workspace.basis(ana, visitor.dialog()),
        "after", List.of(),
        "args", Workspace.args("text", text, "whisper", whisper, "quote", null, "files", List.of()),
        "madeAt", "2026-01-02T03:04:05.678Z");
  }

  private JsonObject accept(Person person, String id, Visitor visitor, JsonObject basis) {
    return workspace.command(
        person, id, "dialog.accept", visitor.dialog(), basis, new JsonObject());
  }

  private Api.Answer signIn(String email, String password, String device) {
    return workspace.post(
        "/v1/sign-in",
        null,
        Map.of(
            "email", email, "password", password, "device", Map.of("id", device, "name", "Desk")));
  }

  private Api.Events stream(String token, @Nullable String cursor) {
    return workspace.api().stream(
        "/v1/stream" + (cursor == null ? "" : "?cursor=" + cursor), token);
  }

  private String syncAll(
      Person person, @Nullable String from, int limit, List<JsonObject> changes) {
    String cursor = from;
    boolean more = true;
    while (more) {
      String path = "/v1/sync?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor);
      JsonObject page = workspace.get(path, person.token()).json();
      page.getAsJsonArray("changes").forEach(change -> changes.add(change.getAsJsonObject()));
      cursor = page.get("cursor").getAsString();
      more = page.get("more").getAsBoolean();
    }
    return cursor;
  }

  private static List<String> texts(JsonObject page) {
    List<String> texts = new ArrayList<>();
    for (JsonElement message : page.getAsJsonArray("messages")) {
      texts.add(message.getAsJsonObject().get("text").getAsString());
    }
    return texts;
  }

  private static String kind(JsonObject change) {
    return change.get("kind").getAsString();
  }

  private static String id(JsonObject change) {
    return change.get("id").getAsString();
  }
}
