package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.AgentShown;
import app.recado.protocol.Role;
import app.recado.relay.Settings;
import app.recado.relay.channel.Channels;
import app.recado.relay.http.Workspace.Channel;
import app.recado.relay.http.Workspace.Person;
import app.recado.relay.http.Workspace.Visitor;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two customers live through the same story, and behind the back of one of them the staff whisper,
 * rename, invite and pin. What the two are given over the wire is the same, byte for byte, but for
 * ids and times: so nothing of it can be inferred, not even that it happened.
 */
@ParameterizedClass
@EnumSource(Backend.class)
@Timeout(60)
final class WhisperWallTest {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

  private final Workspace workspace;
  private final Person ana;
  private final Person bia;
  private final Channel channel;

  WhisperWallTest(Backend backend) {
    workspace = backend.workspace();
    ana = workspace.person(Role.AGENT);
    bia = workspace.person(Role.AGENT);
    channel = workspace.channel(ana, bia);
  }

  @Test
  void whatTheStaffDoAmongThemselvesChangesNothingForTheCustomer() throws IOException {
    List<String> plain = new Story(false).tell();
    List<String> secretive = new Story(true).tell();

    assertThat(secretive).isEqualTo(plain);
  }

  @Test
  void whoTakesOverIsNotToldWhereTheCustomerSeesNobody() throws IOException {
    show(AgentShown.NOTHING);
    Visitor visitor = workspace.visitor(channel);
    workspace.does(ana, "dialog.accept", visitor.dialog());
    try (Api.Events events = workspace.api().stream("/v1/visits/stream", visitor.token())) {
      String before = events.next("transcript").data();
      workspace.does(bia, "dialog.takeOver", visitor.dialog());
      assertThat(workspace.get("/v1/visits/messages", visitor.token()).text()).isEqualTo(before);
      workspace.does(bia, "message.send", visitor.dialog(), "text", "Hello", "whisper", false);

      assertThat(events.next("transcript").json().getAsJsonArray("messages")).hasSize(2);
    }
  }

  @Test
  void whisperIsAsUnknownToItsCustomerAsAnIdThatNobodyMade() {
    Visitor visitor = workspace.visitor(channel);
    String whisper =
        workspace.does(ana, "message.send", visitor.dialog(), "text", "psst", "whisper", true);

    Api.Answer secret = read(visitor, whisper);

    assertThat(secret.status()).isEqualTo(404);
    assertThat(secret.text()).isEqualTo(read(visitor, workspace.newId()).text());
  }

  @Test
  void howBusyTheStaffAreIsToldOnThisMachineOnly() {
    HttpRequest throughAProxy =
        HttpRequest.newBuilder(URI.create(workspace.api().base() + "/metrics"))
            .header("X-Forwarded-For", "203.0.113.7")
            .build();
    Api.Answer answer = workspace.api().send(throughAProxy);
    workspace.description().check("GET", "/metrics", answer);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(workspace.get("/metrics", null).status()).isEqualTo(200);
  }

  private Api.Answer read(Visitor visitor, String message) {
    return workspace.post("/v1/visits/read", visitor.token(), Map.of("message", message));
  }

  private void show(AgentShown shown) {
    Channels channels = workspace.relay().channels();
    Settings settings = new Settings(channels.settings(channel.key()));
    settings.agentShown = shown;
    channels.update(channel.key(), settings.build());
  }

  /** One customer's story, and everything the relay said to that customer meanwhile. */
  private final class Story {
    private final boolean secretive;
    private final List<String> told = new ArrayList<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Visitor visitor;

    Story(boolean secretive) {
      this.secretive = secretive;
      this.visitor = workspace.visitor(channel);
    }

    List<String> tell() throws IOException {
      try (Api.Events events = workspace.api().stream("/v1/visits/stream", visitor.token())) {
        hear(events);
        behindTheBack();
        workspace.does(ana, "dialog.accept", visitor.dialog());
        hear(events);
        behindTheBack();
        String reply = say(ana, "It is in stock", null);
        hear(events);
        behindTheBack();
        hear(workspace.write(visitor.token(), workspace.newId(), "And in white?"));
        hear(events);
        behindTheBack();
        workspace.does(
            ana, "message.edit", visitor.dialog(), "message", reply, "text", "It is in stock, oak");
        hear(events);
        say(ana, "As I said", reply);
        hear(events);
        hear(read(visitor, reply));
        behindTheBack();
        workspace.does(ana, "message.delete", visitor.dialog(), "message", reply);
        hear(events);
        behindTheBack();
        workspace.does(ana, "dialog.finish", visitor.dialog());
        hear(events);
        behindTheBack();
        pages();
        String visit = visitor.token();
        hear(
            workspace.post("/v1/visits", null, Map.of("channel", channel.key(), "visitor", visit)));
        hear(workspace.write(visit, workspace.newId(), "One more thing"));
        hear(events);
      }
      return told;
    }

    /** All messages again, two at a time, from the newest back. */
    private void pages() {
      String before = "";
      for (boolean more = true; more; ) {
        Api.Answer page = workspace.get("/v1/visits/messages?limit=2" + before, visitor.token());
        hear(page);
        JsonArray messages = page.json().getAsJsonArray("messages");
        before = "&before=" + messages.get(0).getAsJsonObject().get("position").getAsLong();
        more = page.json().get("more").getAsBoolean();
      }
    }

    private String say(Person agent, String text, @Nullable String quote) {
      return workspace.does(
          agent, "message.send", visitor.dialog(), "text", text, "whisper", false, "quote", quote);
    }

    private void behindTheBack() {
      if (!secretive) {
        return;
      }
      String dialog = visitor.dialog();
      String secret = workspace.does(bia, "message.send", dialog, "text", "zebra", "whisper", true);
      workspace.does(
          bia, "message.send", dialog, "text", "zebra too", "whisper", true, "quote", secret);
      workspace.does(bia, "dialog.tag", dialog, "add", List.of("zebra"));
      workspace.does(bia, "dialog.priority", dialog, "priority", "urgent");
      JsonObject session = workspace.dialog(ana, dialog).getAsJsonObject("session");
      boolean owned = !session.get("owner").isJsonNull() && !isEnded(session);
      workspace.does(bia, "dialog.markRead", dialog, "position", 1);
      workspace.does(bia, "draft.save", dialog, "kind", "whisper", "text", "zeb", "version", 0);
      if (owned) {
        workspace.does(bia, "dialog.join", dialog);
        workspace.does(bia, "message.edit", dialog, "message", secret, "text", "zebras");
        workspace.does(bia, "message.delete", dialog, "message", secret);
        workspace.does(ana, "dialog.rename", dialog, "title", "The zebra");
        workspace.does(ana, "dialog.pin", dialog);
        workspace.does(ana, "dialog.unpin", dialog);
        workspace.does(ana, "dialog.invite", dialog, "users", List.of(bia.id()));
        workspace.does(bia, "dialog.leave", dialog);
      }
    }

    private static boolean isEnded(JsonObject session) {
      String status = session.get("status").getAsString();
      return status.startsWith("closed") || status.equals("spam");
    }

    private void hear(Api.Events events) {
      Api.Event event = events.next("transcript");
      told.add(masked(event.name() + " " + event.id() + " " + event.data()));
    }

    private void hear(Api.Answer answer) {
      List<String> headers = new ArrayList<>();
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!name.equalsIgnoreCase("date") && !name.equalsIgnoreCase("content-length")) {
              headers.add(name + values);
            }
          });
      told.add(masked(answer.status() + " " + headers + " " + answer.text()));
    }

    /** Ids by the order in which they were met, so that only the same ones read the same. */
    private String masked(String text) {
      String named =
          ID.matcher(text.replace(visitor.token(), "TOKEN"))
              .replaceAll(
                  (MatchResult id) -> ids.computeIfAbsent(id.group(), fresh -> "id" + ids.size()));
      return TIME.matcher(named).replaceAll("TIME");
    }
  }
}
