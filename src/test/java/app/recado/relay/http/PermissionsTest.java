package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Intent;
import app.recado.protocol.Role;
import app.recado.relay.http.Workspace.Person;
import app.recado.relay.http.Workspace.Visitor;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may do what is a file, {@code permissions.csv}: what it says is tried, and a route or a
 * command that it lacks fails here.
 */
@ParameterizedClass
@EnumSource(Backend.class)
final class PermissionsTest {
  private static final List<String> CALLERS =
      List.of("nobody", "visitor", "stranger", "agent", "joined", "owner", "supervisor", "admin");

  private static final List<Row> ROWS = read();

  private final Workspace workspace;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Workspace.Channel channel;
  private final Person other;

  /** A line of the file: what, in which state of the dialog, and what comes of it by caller. */
  private record Row(String what, String state, Map<String, String> expected) {}

  PermissionsTest(Backend backend) {
    workspace = backend.workspace();
    people.put("stranger", workspace.person(Role.AGENT));
    people.put("agent", workspace.person(Role.AGENT));
    people.put("joined", workspace.person(Role.AGENT));
    people.put("owner", workspace.person(Role.AGENT));
    people.put("supervisor", workspace.person(Role.SUPERVISOR));
    people.put("admin", workspace.person(Role.ADMIN));
    other = workspace.person(Role.AGENT);
    workspace.channel(person("stranger"));
    channel = workspace.channel(person("agent"), person("joined"), person("owner"), other);
  }

  @Test
  void fileNamesEveryRouteAndEveryCommand() {
    Set<String> expected = new LinkedHashSet<>();
    workspace.server().routes().forEach(route -> expected.add(route.toString()));
    expected.addAll(Intent.types().keySet());
    Set<String> named = new LinkedHashSet<>();
    ROWS.forEach(row -> named.add(row.what()));
    assertThat(named).containsExactlyInAnyOrderElementsOf(expected);
  }

  @TestFactory
  Stream<DynamicTest> routes() {
    return ROWS.stream()
        .filter(row -> row.what().contains(" "))
        .map(row -> DynamicTest.dynamicTest(row.what(), () -> tryRoute(row)));
  }

  @TestFactory
  Stream<DynamicTest> commands() {
    return ROWS.stream()
        .filter(row -> !row.what().contains(" "))
        .map(row -> DynamicTest.dynamicTest(row.what() + " " + row.state(), () -> tryCommand(row)));
  }

  /** Only whether the caller is let in counts: the ids are nobody's, the bodies empty. */
  private void tryRoute(Row row) {
    String method = row.what().substring(0, row.what().indexOf(' '));
    String path = row.what().substring(row.what().indexOf(' ') + 1);
    Visitor visitor = workspace.visitor(channel);
    Map<String, String> found = new LinkedHashMap<>();
    for (String caller : CALLERS) {
      String token =
          switch (caller) {
            case "nobody" -> null;
            case "visitor" -> visitor.token();
            default -> {
              Person person = person(caller);
              // a token of its own, since signing out ends it
              yield workspace.signIn(person.email(), workspace.newId());
            }
          };
      String target =
          path.replace("{id}", row.state().equals("seen") ? visitor.dialog() : "nobody")
              .replace("{channelKey}", channel.key());
      int status =
          path.endsWith("/stream")
              ? streamStatus(target, token)
              : workspace
                  .call(method, target, token, method.equals("POST") ? body(path).toString() : null)
                  .status();
      found.put(
          caller,
          switch (status) {
            case 401 -> "401";
            case 403 -> "403";
            case 404 -> row.state().equals("seen") ? "404" : "yes";
            default -> "yes";
          });
    }
    assertThat(found).isEqualTo(row.expected());
  }

  /** Whole where only a whole one gets as far as to whether the caller may. */
  private JsonObject body(String path) {
    return path.equals("/v1/people")
        ? Workspace.args(
            "email", workspace.newId() + "@example.org", "name", "Rita", "role", "agent")
        : new JsonObject();
  }

  private int streamStatus(String target, @Nullable String token) {
    try (Api.Events events = workspace.api().stream(target, token == null ? "none" : token)) {
      assertThat(events.next()).isNotNull();
      return 200;
    } catch (Api.RefusedException refused) {
      return refused.status();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void tryCommand(Row row) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String caller : CALLERS) {
      if (row.expected().get(caller).equals("-")) {
        found.put(caller, "-");
        continue;
      }
      found.put(caller, attempt(row, caller));
    }
    assertThat(found).isEqualTo(row.expected());
  }

  private String attempt(Row row, String name) {
    Person caller = person(name);
    Visitor visitor = workspace.visitor(channel);
    String dialog = visitor.dialog();
    Person owner = person("owner");
    if (row.state().equals("owned")) {
      workspace.does(owner, "dialog.accept", dialog);
      workspace.does(person("joined"), "dialog.join", dialog);
    }
    JsonObject args = arguments(row, caller, dialog);
    Person seer = name.equals("stranger") ? person("admin") : caller;
    boolean aboutDialog =
        !row.state().equals("-")
            && !row.what().startsWith("canned.")
            && !row.what().startsWith("macro.");
    JsonObject outcome =
        workspace.command(
            caller,
            workspace.newId(),
            row.what(),
            aboutDialog ? dialog : null,
            aboutDialog ? workspace.basis(seer, dialog) : null,
            args);
    String kind = outcome.get("outcome").getAsString();
    return kind.equals("applied") ? "yes" : kind + " " + outcome.get("reason").getAsString();
  }

  private JsonObject arguments(Row row, Person caller, String dialog) {
    return switch (row.what()) {
      case "message.send" -> sending(row.state().equals("whisper"));
      case "message.edit", "message.delete" -> {
        // One's own message if one can write any; else the owner's.
        JsonObject args = Workspace.args("message", ownOrOwners(caller, dialog));
        if (row.what().equals("message.edit")) {
          args.addProperty("text", "Better said");
        }
        yield args;
      }
      case "message.schedule" -> Workspace.args("text", "Hi", "quote", null, "sendAt", soon());
      case "message.reschedule" ->
          Workspace.args("message", scheduledByOwner(dialog), "sendAt", soon());
      case "message.unschedule" -> Workspace.args("message", scheduledByOwner(dialog));
      case "dialog.transfer" -> Workspace.args("user", other.id(), "stay", false);
      case "dialog.invite" -> {
        JsonArray users = new JsonArray();
        users.add(other.id());
        yield Workspace.args("users", users);
      }
      case "dialog.rename" -> Workspace.args("title", "Oak table");
      case "dialog.moveToNew" ->
          Workspace.args("message", workspace.basis(person("admin"), dialog).get("lastMessage"));
      case "dialog.tag" -> Workspace.args("add", List.of("VIP"), "remove", List.of());
      case "dialog.snooze" -> Workspace.args("until", workspace.tomorrow());
      case "dialog.priority" -> Workspace.args("priority", "high");
      case "dialog.markRead", "dialog.markUnread" -> Workspace.args("position", 1);
      case "draft.save" ->
          Workspace.args(
              "kind", "reply", "text", "Hel", "files", List.of(), "quote", null, "version", 0);
      case "mention.read" -> Workspace.args("messages", List.of(workspace.newId()));
      case "canned.save", "canned.delete", "canned.count" -> canned(row);
      case "macro.save", "macro.delete" -> macro(row);
      case "user.setAvailability" -> Workspace.args("availability", "online");
      case "device.setIdle" -> Workspace.args("idle", true);
      case "user.save" -> Workspace.args("user", workspace.person(Role.AGENT).id(), "name", "Rita");
      case "user.disable", "user.enable" ->
          Workspace.args("user", workspace.person(Role.AGENT).id());
      case "channel.add" -> Workspace.args("name", "Oak", "mode", "all");
      case "channel.save" ->
          Workspace.args("channel", channel.id(), "set", Workspace.args("askRating", true));
      case "channel.setQueue" -> Workspace.args("channel", channel.id(), "nextAfterSeconds", 120);
      default -> new JsonObject();
    };
  }

  /** Of the channel, the owner's own ("another"), or a new one for everybody ("-"). */
  private JsonObject canned(Row row) {
    String scope =
        switch (row.state()) {
          case "channel" -> "channel";
          case "another" -> "personal";
          default -> "everybody";
        };
    String id = workspace.newId();
    JsonObject args =
        Workspace.args(
            "canned",
            id,
            "scope",
            scope,
            "channel",
            scope.equals("channel") ? channel.id() : null,
            "section",
            "",
            "title",
            "Hours",
            "shortcut",
            "hours",
            "text",
            "We open at nine",
            "files",
            List.of(),
            "source",
            null);
    if (!row.state().equals("-") && !(row.what().endsWith("save") && scope.equals("channel"))) {
      workspace.command(person("owner"), workspace.newId(), "canned.save", null, null, args);
    }
    return switch (row.what()) {
      case "canned.delete" -> Workspace.args("canned", id);
      case "canned.count" -> Workspace.args("canned", id, "times", 2);
      default -> args;
    };
  }

  /** As {@link #canned}. */
  private JsonObject macro(Row row) {
    String scope =
        switch (row.state()) {
          case "channel" -> "channel";
          case "another" -> "personal";
          default -> "everybody";
        };
    String id = workspace.newId();
    JsonObject args =
        Workspace.args(
            "macro",
            id,
            "scope",
            scope,
            "channel",
            scope.equals("channel") ? channel.id() : null,
            "name",
            "Close",
            "steps",
            List.of(Workspace.args("act", "finish")));
    if (!row.state().equals("-") && !(row.what().endsWith("save") && scope.equals("channel"))) {
      workspace.command(person("owner"), workspace.newId(), "macro.save", null, null, args);
    }
    return row.what().equals("macro.delete") ? Workspace.args("macro", id) : args;
  }

  private static String soon() {
    return InstantSource.system()
        .instant()
        .plus(Duration.ofHours(1))
        .truncatedTo(ChronoUnit.SECONDS)
        .plusMillis(1)
        .toString();
  }

  private String scheduledByOwner(String dialog) {
    String id = workspace.newId();
    workspace.command(
        person("owner"),
        id,
        "message.schedule",
        dialog,
        workspace.basis(person("owner"), dialog),
        Workspace.args("text", "Hi", "quote", null, "sendAt", soon()));
    return id;
  }

  private static JsonObject sending(boolean whisper) {
    return Workspace.args("text", "Hi", "whisper", whisper, "quote", null, "files", List.of());
  }

  private String ownOrOwners(Person caller, String dialog) {
    Person writer = caller.equals(person("joined")) ? caller : person("owner");
    String id = workspace.newId();
    JsonObject outcome =
        workspace.command(
            writer, id, "message.send", dialog, workspace.basis(writer, dialog), sending(false));
    assertThat(outcome.get("outcome").getAsString()).isEqualTo("applied");
    return id;
  }

  private Person person(String name) {
    return people.get(name);
  }

  private static List<Row> read() {
    try (InputStream in = PermissionsTest.class.getResourceAsStream("permissions.csv")) {
      List<Row> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.isBlank() || line.startsWith("#") || line.startsWith("what")) {
          continue;
        }
        String[] cells = Stream.of(line.split(",")).map(String::strip).toArray(String[]::new);
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 0; i < CALLERS.size(); i++) {
          expected.put(CALLERS.get(i), cells[i + 2]);
        }
        rows.add(new Row(cells[0], cells[1], expected));
      }
      return rows;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
