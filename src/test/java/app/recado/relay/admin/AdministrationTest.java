package app.recado.relay.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.protocol.DeviceId;
import app.recado.protocol.Json;
import app.recado.protocol.SignIn;
import app.recado.relay.Relay;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.account.Caller;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do, on a real relay's database; how they end as processes is tried apart. */
@Timeout(120)
final class AdministrationTest {
  private static final String PASSWORD = "correct horse";

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void init() {
    initAgain().json();
  }

  @Test
  void firstAdministratorIsMadeOnce() {
    initAgain().assertFailed("already");
    assertThat(Json.read(run("", "user", "list", "--json").out(), JsonArray.class)).hasSize(1);
  }

  @Test
  void personIsAddedListedAndDisabled() {
    JsonObject ana = addAgent("ana@example.org").json();
    assertThat(ana.get("role").getAsString()).isEqualTo("agent");
    assertThat(run("", "user", "list").out())
        .isEqualTo("admin@example.org (admin, admin)\nana@example.org (Agente Ção, agent)\n");
    run("", "user", "disable", "--email", "ana@example.org");
    assertThat(run("", "user", "list").out())
        .contains("ana@example.org (Agente Ção, agent, disabled)");
    run("", "channel", "add", "--name", "N", "--agents", "ana@example.org")
        .assertFailed("disabled");
  }

  @Test
  void channelIsAddedWithItsKeyAndQueue() {
    JsonObject ana = addAgent("ana@example.org").json();
    Ended added =
        run(
            "",
            "channel",
            "add",
            "--name",
            "Vendas",
            "--mode",
            "strictly",
            "--agents",
            "ana@example.org,admin@example.org",
            "--json");
    JsonObject queue = added.json().getAsJsonObject("queue");
    assertThat(queue.get("mode").getAsString()).isEqualTo("strictly");
    assertThat(queue.getAsJsonArray("agents").get(0)).isEqualTo(ana.get("id"));
    assertThat(added.json().get("key").getAsString()).isNotEmpty();
    JsonArray listed = Json.read(run("", "channel", "list", "--json").out(), JsonArray.class);
    assertThat(listed).containsExactly(added.json());
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() throws IOException {
    run("short", "user", "add", "--email", "b@c.org", "--name", "B", "--password-stdin")
        .assertFailed("password");
    run("", "user", "add", "--email", "b@c.org", "--name", "B", "--password-stdin")
        .assertFailed("password");
    run(PASSWORD, "user", "add", "--email", "nonsense", "--name", "B", "--password-stdin")
        .assertFailed("e-mail");
    run("", "user", "disable", "--email", "nobody@example.org").assertFailed("user");
    run("", "channel", "add", "--name", "N", "--agents", "nobody@example.org")
        .assertFailed("nobody");
    Path file = Files.writeString(folder.resolve("file"), "x");
    runIn(file, "", "user", "list").assertFailed("file");
    Path none = folder.resolve("none");
    runIn(none, "", "check").assertFailed("no relay's database");
    runIn(none, "", "user", "list").assertFailed("no relay's database");
    runIn(none, "", "channel", "list").assertFailed("no relay's database");
    assertThat(none).doesNotExist();
    run("", "check", "--database", "jdbc:postgresql://127.0.0.1:1/none").assertFailed("database");
  }

  @Test
  void environmentMirrorsTheOptions() {
    environment.put("RECADO_DATA", folder.resolve("other").toString());
    environment.put("RECADO_JSON", "true");
    environment.put("RECADO_ADMIN_EMAIL", "boss@example.org");
    environment.put("RECADO_ADMIN_PASSWORD_STDIN", "true");
    JsonObject admin = call(PASSWORD + "\nrest", "init").json();
    assertThat(admin.get("email").getAsString()).isEqualTo("boss@example.org");
  }

  @Test
  void databasePutBackFromABackupAsksDesksToBeginAgain() throws IOException {
    Path copy = folder.resolve("copy.db");
    String cursor;
    try (Relay relay = open(new RelayOptions(folder.resolve("data"), null), true)) {
      cursor = relay.changes().page(signIn(relay), null, 100).cursor();
      assertThat(
              run("", "backup", "--to", copy.toString(), "--json").json().get("file").getAsString())
          .isEqualTo(copy.toString());
      assertThat(relay.changes().page(signIn(relay), cursor, 100).more()).isFalse();
    }
    run("", "backup", "--to", copy.toString()).assertFailed("exists already");
    run("", "backup", "--to", folder.resolve("none/copy.db").toString())
        .assertFailed("there is no folder");
    Path restored = Files.createDirectory(folder.resolve("restored"));
    Files.copy(copy, restored.resolve("relay.db"));
    assertThat(runIn(restored, "", "check")).isEqualTo(new Ended(0, "sound\n", ""));
    try (Relay relay = open(new RelayOptions(restored, null), true)) {
      Caller caller = signIn(relay);
      assertThatThrownBy(() -> relay.changes().page(caller, cursor, 100))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(410));
    }
  }

  @Test
  void damageIsFound() throws IOException {
    assertThat(run("", "check")).isEqualTo(new Ended(0, "sound\n", ""));
    Path file = folder.resolve("data").resolve("relay.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x55);
    Files.write(file, bytes);
    Ended check = run("", "check");
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.err().lines()).hasSize(1);
  }

  private Ended initAgain() {
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
        "Agente Ção",
        "--password-stdin",
        "--json");
  }

  private Ended run(String input, String... arguments) {
    return runIn(folder.resolve("data"), input, arguments);
  }

  private Ended runIn(Path data, String input, String... arguments) {
    String[] line = Arrays.copyOf(arguments, arguments.length + 2);
    line[arguments.length] = "--data";
    line[arguments.length + 1] = data.toString();
    return call(input, line);
  }

  private Ended call(String input, String... line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Program program = new Program(console, environment, AdministrationTest::open, () -> () -> {});
    int status = program.run(line);
    return new Ended(status, text(out), text(err));
  }

  private static Relay open(RelayOptions options, boolean serving) {
    return RelayNode.open(
        options,
        InstantSource.system(),
        new SecureRandom(),
        Thread.ofPlatform().daemon().factory());
  }

  private static Caller signIn(Relay relay) {
    SignIn.Device device = new SignIn.Device(new DeviceId("desk"), "Desk");
    SignIn.Response signedIn =
        relay
            .accounts()
            .signIn(new SignIn.Request("admin@example.org", PASSWORD, device), "127.0.0.1");
    return relay.accounts().authenticate(signedIn.token());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
