package app.recado.relay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.relay.Relay;
import app.recado.relay.RelayOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the program is called; what it does is tested with real processes. */
final class ProgramTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable RelayOptions opened;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dance",
        "user",
        "user add",
        "user add --email a@b --name A",
        "user add --email a@b --name A --password-stdin --role queen",
        "user add --email",
        "user add --email a@b --email c@d",
        "user list extra",
        "user list --port 1",
        "channel add --name N --mode sideways",
        "serve --port abc",
        "serve --port 70000",
        "serve --bind nowhere",
        "serve --database jdbc:mysql://x",
        "serve --nonsense",
        "export",
        "erase",
      })
  void wrongUsageIsTwoWithTheUsage(String line) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(text(err)).startsWith("recado-relay: ").contains("\nusage:\n");
    assertThat(text(out)).isEmpty();
    assertThat(opened).isNull();
  }

  @Test
  void helpIsNoFailure() {
    assertThat(run("help")).isZero();
    assertThat(run("-h")).isZero();
    out.reset();
    assertThat(run("--help")).isZero();
    assertThat(text(out)).startsWith("usage:").contains("serve", "user add", "channel list");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void helpOfACommandTellsOptionsAndVariables() {
    assertThat(run("user add --help")).isZero();
    assertThat(text(out)).contains("--password-stdin").contains("[RECADO_PASSWORD_STDIN]");
  }

  @Test
  void failureIsOneLine() {
    assertThat(run("user add --email a@b.c --name A --password-stdin --data x")).isEqualTo(1);
    assertThat(text(err)).isEqualTo("recado-relay: no such disk: it is on fire\n");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void optionsComeFromTheLineOrElseFromTheEnvironment() {
    environment.put("RECADO_DATA", "from-environment");
    environment.put("RECADO_DATABASE", "jdbc:postgresql://host/db");
    run("user list");
    assertThat(opened)
        .isEqualTo(new RelayOptions(Path.of("from-environment"), "jdbc:postgresql://host/db"));
    run("user list --data=from-line");
    assertThat(opened)
        .isEqualTo(new RelayOptions(Path.of("from-line"), "jdbc:postgresql://host/db"));
  }

  @Test
  void everyOptionOfEveryCommandHasItsOwnVariable() {
    for (Verb verb : program().verbs()) {
      assertThat(verb.options()).extracting(Option::variable).doesNotHaveDuplicates();
    }
  }

  @Test
  void passwordEndsWithTheLine() {
    byte[] input = "geheim çã\r\nmore".getBytes(StandardCharsets.UTF_8);
    Console console = new Console(new ByteArrayInputStream(input), print(out), print(err));
    assertThat(console.readPassword()).isEqualTo("geheim çã");
  }

  private int run(String line) {
    return program().run(line.isEmpty() ? new String[0] : line.split(" "));
  }

  private Program program() {
    Console console = new Console(new ByteArrayInputStream(new byte[0]), print(out), print(err));
    return new Program(console, environment, this::open, () -> () -> {});
  }

  private Relay open(RelayOptions options, boolean serving) {
    opened = options;
    throw new IllegalStateException("no such disk", new RuntimeException("it is\n on fire"));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
