package app.recado.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launchers, run by the system's own shell with JDKs that only echo how they were called. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  @TempDir Path folder;

  @BeforeEach
  void installs() throws IOException {
    for (String name : new String[] {"bin/recado", "bin/recado-relay", "lib/find-java.sh"}) {
      Path target = folder.resolve("dist").resolve(name);
      Files.createDirectories(target.getParent());
      Files.copy(Path.of("src/main/dist").resolve(name), target);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void takesTheJavaHomeThatIsNewEnough() throws Exception {
    Path jdk = fakeJdk("jdk", "25.0.3");
    Run run = run("recado-relay", jdk.toString(), "serve", "--port", "0");
    assertThat(run.status()).isEqualTo(7);
    assertThat(run.out())
        .contains(jdk.toString(), "--enable-native-access=ALL-UNNAMED")
        .endsWith("app.recado.RelayMain serve --port 0\n");
  }

  @Test
  void passesOverAJavaHomeThatIsTooOld() throws Exception {
    Path old = fakeJdk("old", "17.0.15");
    Path sdkman = fakeJdk("sdkman/candidates/java/25.0.3-tem", "25.0.3");
    Run run = run("recado", old.toString());
    assertThat(run.out()).doesNotContain(old.toString());
    // a real JDK 25 of the machine may stand before ours, and then finds no class to run
    assertThat(run.out() + run.err()).containsAnyOf(sdkman.toString(), "app.recado.DeskMain");
  }

  @Test
  void keepsQuotingAndFollowsSymbolicLinks() throws Exception {
    Path jdk = fakeJdk("a jdk", "26");
    Path link = Files.createSymbolicLink(folder.resolve("recado"), Path.of("dist/bin/recado"));
    Run run = run(link, jdk.toString(), "--profile", "two words");
    assertThat(run.status()).isEqualTo(7);
    assertThat(run.out()).endsWith("app.recado.DeskMain --profile two words\n");
  }

  @Test
  void theRelayGetsNothingOfTheDesk() throws Exception {
    Run run = run("recado-relay", fakeJdk("jdk", "25").toString());
    assertThat(run.out()).contains("lib/common/*", "lib/relay/*").doesNotContain("lib/desk");
  }

  @Test
  void textIsUtf8WhereTheSystemNamesNoLanguage() throws Exception {
    String jdk = fakeJdk("jdk", "25").toString();
    Files.writeString(
        folder.resolve("jdk/bin/java"), "#!/bin/sh\necho \"${LC_ALL:-} ${LANG:-}\"\n");
    assertThat(run("recado-relay", jdk, Map.of("LANG", "C")).out()).isEqualTo("C.UTF-8 C\n");
    assertThat(run("recado", jdk, Map.of()).out()).isEqualTo("C.UTF-8 \n");
    assertThat(run("recado", jdk, Map.of("LANG", "pt_BR.UTF-8")).out()).isEqualTo(" pt_BR.UTF-8\n");
  }

  @Test
  void theJvmFindsNothingInTheEnvironmentToTellOf() throws Exception {
    String jdk = fakeJdk("jdk", "25").toString();
    Files.writeString(
        folder.resolve("jdk/bin/java"),
        "#!/bin/sh\necho \"${JAVA_TOOL_OPTIONS-none} ${JDK_JAVA_OPTIONS-none} $1 $2 $3\"\n");
    Map<String, String> said =
        Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g", "JDK_JAVA_OPTIONS", "-Da=1 -Db=2");
    for (String program : new String[] {"recado", "recado-relay"}) {
      assertThat(run(program, jdk, said).out()).isEqualTo("none none -Da=1 -Db=2 -Xmx1g\n");
    }
  }

  private Run run(String program, String javaHome, Map<String, String> language) throws Exception {
    return run(folder.resolve("dist/bin").resolve(program), javaHome, language, List.of());
  }

  private Path fakeJdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(java, "#!/bin/sh\necho \"$0\" \"$@\"\nexit 7\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private Run run(String program, String javaHome, String... args) throws Exception {
    return run(folder.resolve("dist/bin").resolve(program), javaHome, args);
  }

  private Run run(Path script, String javaHome, String... args) throws Exception {
    return run(script, javaHome, Map.of("LANG", "en_US.UTF-8"), List.of(args));
  }

  private Run run(Path script, String javaHome, Map<String, String> language, List<String> args)
      throws Exception {
    var command = new ArrayList<String>();
    command.add(script.toString());
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().putAll(language);
    builder.environment().put("JAVA_HOME", javaHome);
    builder.environment().put("SDKMAN_DIR", folder.resolve("sdkman").toString());
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int status = process.waitFor();
    return new Run(status, Files.readString(out), Files.readString(err));
  }

  private record Run(int status, String out, String err) {}
}
