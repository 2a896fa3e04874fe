package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Role;
import app.recado.relay.http.Workspace.Channel;
import app.recado.relay.http.Workspace.Person;
import app.recado.relay.http.Workspace.Visitor;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What passes on the streams and is never stored. */
@ParameterizedClass
@EnumSource(Backend.class)
@Timeout(60)
final class SignalApiTest {
  private final Workspace workspace;
  private final Person ana;
  private final Person bia;
  private final Person stranger;
  private final Channel channel;
  private final Visitor visitor;

  SignalApiTest(Backend backend) {
    workspace = backend.workspace();
    ana = workspace.person(Role.AGENT);
    bia = workspace.person(Role.AGENT);
    stranger = workspace.person(Role.AGENT);
    channel = workspace.channel(ana, bia);
    visitor = workspace.visitor(channel);
    workspace.does(ana, "dialog.accept", visitor.dialog());
  }

  @Test
  void whoSeesTheDialogLearnsWhoLooksAndWrites() throws IOException {
    try (Api.Events events = stream(bia.token())) {
      events.next("changes");
      assertThat(signal(ana, "viewing").status()).isEqualTo(204);
      JsonObject viewing = events.next("viewing").json();
      assertThat(viewing.get("dialog").getAsString()).isEqualTo(visitor.dialog());
      assertThat(viewing.getAsJsonObject("author").get("id").getAsString()).isEqualTo(ana.id());
      assertThat(viewing.get("doing").getAsString()).isEqualTo("viewing");
      signal(ana, "whispering");
      assertThat(events.next("typing").json().get("doing").getAsString()).isEqualTo("whispering");
      signal(ana, "left");
      assertThat(events.next("viewing").json().get("doing").getAsString()).isEqualTo("left");
    }
  }

  @Test
  void allOfTheStaffLearnWhoComesAndGoes() throws IOException {
    try (Api.Events own = stream(ana.token());
        Api.Events events = stream(stranger.token())) {
      own.next("changes");
      events.next("changes");
      choose(ana, "pause");
      JsonObject paused = presence(events, ana, "pause");
      assertThat(paused.get("since").getAsString()).endsWith("Z");
      presence(own, ana, "pause");
      choose(ana, "online");
      JsonObject back = presence(events, ana, "online");
      assertThat(back.get("seq").getAsLong()).isGreaterThan(paused.get("seq").getAsLong());
    }
  }

  @Test
  void whoComesAndGoesIsNotStoredAndNoCustomersBusiness() throws IOException {
    try (Api.Events foreign = workspace.api().stream("/v1/visits/stream", visitor.token());
        Api.Events events = stream(bia.token())) {
      foreign.next("transcript");
      events.next("changes");
      choose(ana, "away");
      Api.Event event = events.next("presence");
      assertThat(event.id()).isNull();
      workspace.write(visitor.token(), workspace.newId(), "And?");
      assertThat(foreign.next().name()).isEqualTo("transcript");
    }
    try (Api.Events again = stream(bia.token())) {
      for (int i = 0; i < 2; i++) {
        Api.Event event = again.next();
        assertThat(event.name()).isNotEqualTo("presence");
      }
    }
  }

  /** Passes over what others tell of others. */
  private static JsonObject presence(Api.Events events, Person who, String availability) {
    while (true) {
      JsonObject event = events.next("presence").json();
      if (event.get("user").getAsString().equals(who.id())
          && event.get("availability").getAsString().equals(availability)) {
        return event;
      }
    }
  }

  private void choose(Person who, String availability) {
    JsonObject command = new JsonObject();
    command.addProperty("id", workspace.newId());
    command.addProperty("type", "user.setAvailability");
    command.add("args", Workspace.args("availability", availability));
    command.addProperty("madeAt", "2026-01-01T00:00:00.000Z");
    JsonObject result =
        workspace.commands(who, command).json().getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(result.get("outcome").getAsString()).isEqualTo("applied");
  }

  @Test
  void theCustomersWritingIsToldToTheStaff() throws IOException {
    try (Api.Events events = stream(ana.token())) {
      events.next("changes");
      assertThat(workspace.post("/v1/visits/typing", visitor.token(), "{}").status())
          .isEqualTo(204);
      JsonObject author = events.next("typing").json().getAsJsonObject("author");
      assertThat(author.get("kind").getAsString()).isEqualTo("customer");
      assertThat(author.get("id").getAsString()).isEqualTo(visitor.customer());
    }
  }

  @Test
  void theCustomerLearnsOfAnAnswerAndOfNothingElse() throws IOException {
    try (Api.Events events = workspace.api().stream("/v1/visits/stream", visitor.token())) {
      events.next("transcript");
      signal(ana, "viewing");
      signal(ana, "whispering");
      signal(bia, "typing"); // has not joined: nothing of hers can reach the customer
      signal(ana, "left");
      signal(ana, "typing");
      Api.Event event = events.next();
      while (event != null && event.name().equals("transcript")) {
        event = events.next();
      }
      assertThat(event).isNotNull();
      assertThat(event.name()).isEqualTo("typing");
      assertThat(event.data()).isEqualTo("{}");
      signal(ana, "whispering");
      workspace.write(visitor.token(), workspace.newId(), "Hello?");
      assertThat(events.next().name()).isEqualTo("transcript");
    }
  }

  @Test
  void nobodyElseLearnsAnything() throws IOException {
    assertThat(signal(stranger, "viewing").status()).isEqualTo(404);
    Visitor another = workspace.visitor(channel);
    try (Api.Events events = stream(stranger.token());
        Api.Events foreign = workspace.api().stream("/v1/visits/stream", another.token());
        Api.Events own = stream(ana.token())) {
      foreign.next("transcript");
      own.next("changes");
      signal(ana, "typing");
      signal(bia, "viewing");
      assertThat(own.next("viewing").json().getAsJsonObject("author").get("id").getAsString())
          .isEqualTo(bia.id());
      // What comes next on these streams is what is done now, not what passed before.
      Channel theirs = workspace.channel(stranger);
      workspace.visitor(theirs);
      Api.Event event = events.next();
      while (event.name().equals("comment")) {
        event = events.next();
      }
      assertThat(event.name()).isEqualTo("changes");
      workspace.write(another.token(), workspace.newId(), "And?");
      assertThat(foreign.next().name()).isEqualTo("transcript");
    }
  }

  @Test
  void whatIsNoSuchThingIsRefused() {
    assertThat(signal(ana, "dancing").status()).isEqualTo(422);
    assertThat(
            workspace
                .post(
                    "/v1/signals",
                    ana.token(),
                    Map.of("dialog", workspace.newId(), "doing", "typing"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aFloodIsSlowedDown() {
    int status = 204;
    for (int i = 0; i < 200 && status == 204; i++) {
      status = signal(bia, "viewing").status();
    }
    assertThat(status).isEqualTo(429);
  }

  private Api.Answer signal(Person who, String doing) {
    return workspace.post(
        "/v1/signals", who.token(), Map.of("dialog", visitor.dialog(), "doing", doing));
  }

  private Api.Events stream(String token) {
    return workspace.api().stream("/v1/stream", token);
  }
}
