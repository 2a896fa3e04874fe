package app.recado.relay.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.recado.relay.http.Api;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The relay's program as people and scripts call it, in processes of its own. */
@Timeout(600)
final class RelayProcessTest {
  private static final String PASSWORD = "correct horse";

  @TempDir private Path folder;

  @Test
  void workspaceIsMadeServedAdministeredWhileItRunsAndStopped() throws IOException {
    JsonObject admin = init().json();
    assertThat(admin.get("role").getAsString()).isEqualTo("admin");
    Ended second = init();
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.err().lines()).hasSize(1);

    JsonObject ana = addAgent("ana@example.org").json();
    JsonObject channel =
        run(
                "",
                "channel",
                "add",
                "--name",
                "Vendas",
                "--mode",
                "all",
                "--agents",
                "ana@example.org",
                "--json")
            .json();
    assertThat(channel.get("key").getAsString()).isNotEmpty();

    try (RelayProcess relay = serve();
        Api api = new Api(address(relay))) {
      assertThat(api.get("/healthz", null).status()).isEqualTo(200);
      String token = signIn(api, "ana@example.org");
      JsonObject opened =
          api.post("/v1/visits", null, Map.of("channel", channel.get("key").getAsString())).json();
      String visitor = opened.get("token").getAsString();
      Map<String, String> hello = Map.of("id", "one", "text", "Bom dia!");
      assertThat(api.post("/v1/visits/messages", visitor, hello).status()).isEqualTo(201);

      try (Api.Events events = api.stream("/v1/stream", token)) {
        while (!events.next("changes").data().contains("Bom dia!")) {
          // the pages before it
        }
        JsonObject bia = addAgent("bia@example.org").json();
        while (!events.next("changes").data().contains(bia.get("id").getAsString())) {
          // what came before
        }
      }
      signIn(api, "bia@example.org");

      Ended disabled = run("", "user", "disable", "--email", "ana@example.org", "--json");
      assertThat(disabled.json().get("id")).isEqualTo(ana.get("id"));
      assertThat(api.get("/v1/sync", token).code()).isEqualTo("device_revoked");

      run("", "serve", "--port", "0").assertFailed("serves");

      Ended stopped = relay.stop();
      assertThat(stopped).isEqualTo(new Ended(0, "", ""));
    }
  }

  @Test
  void folderThatServingMakesIsItsOwnersAlone() throws IOException {
    Path data = folder.resolve("data");
    assumeThat(data.getFileSystem().supportedFileAttributeViews()).contains("posix");
    try (RelayProcess relay = serve()) {
      relay.line();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void whatCannotBeServedIsOneLineAndNothingElse() throws IOException {
    Ended usage = RelayProcess.run("", "serve", "--port", "x");
    assertThat(usage.status()).isEqualTo(2);
    assertThat(usage.err()).startsWith("recado-relay: --port").contains("\nusage:\n");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      run("", "serve", "--port", Integer.toString(taken.getLocalPort()))
          .assertFailed("cannot listen");
    }
    run("", "serve", "--port", "0", "--database", "jdbc:postgresql://127.0.0.1:1/none")
        .assertFailed("database");
  }

  private Ended init() {
    return run(
        PASSWORD + "\n",
        "init",
        "--admin-email",
        "admin@example.org",
        "--admin-password-stdin",
        "--json");
  }

  private Ended addAgent(String email) {
    return run(
        PASSWORD,
        "user",
        "add",
        "--email",
        email,
        "--name",
        "Agent",
        "--role",
        "agent",
        "--password-stdin",
        "--json");
  }

  private RelayProcess serve() {
    return RelayProcess.start(
        Map.of(), "serve", "--port", "0", "--data", folder.resolve("data").toString());
  }

  private static String address(RelayProcess relay) {
    String line = relay.line();
    assertThat(line).matches("listening on http://127\\.0\\.0\\.1:\\d+");
    return line.substring("listening on ".length());
  }

  private static String signIn(Api api, String email) {
    Map<String, Object> body =
        Map.of("email", email, "password", PASSWORD, "device", Map.of("id", "d", "name", "Desk"));
    return api.post("/v1/sign-in", null, body).json().get("token").getAsString();
  }

  private Ended run(String input, String... arguments) {
    String[] line = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    line[arguments.length] = "--data";
    line[arguments.length + 1] = folder.resolve("data").toString();
    return RelayProcess.run(input, line);
  }
}
