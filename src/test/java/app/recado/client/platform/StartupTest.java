package app.recado.client.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.protocol.DialogId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupTest {
  @TempDir Path home;

  @Test
  void aLinkLeadsToADialog() {
    assertThat(DeskLink.dialog("recado://dialog/0195-abc")).contains(new DialogId("0195-abc"));
    assertThat(DeskLink.dialog("RECADO://dialog/0195-abc/")).contains(new DialogId("0195-abc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recado:",
        "recado://",
        "recado://dialog",
        "recado://dialog/",
        "recado://dialog/a/b",
        "recado://dialog/../x",
        "recado://dialog/a?x=1",
        "recado://dialog/%61",
        "recado://dialog/a\nb",
        "recado://evil/a",
        "https://dialog/a"
      })
  void anythingElseIsRefused(String link) {
    assertThat(DeskLink.dialog(link)).isEmpty();
  }

  @Test
  void autostartIsAFileThatComesAndGoes() throws Exception {
    Startup startup = linux("/opt/my apps/$recado");
    assertThat(startup.startsWithComputer()).isFalse();
    startup.startWithComputer(true);
    assertThat(startup.startsWithComputer()).isTrue();
    assertThat(Files.readString(home.resolve(".config/autostart/recado.desktop")))
        .contains("Exec=\"/opt/my apps/\\\\$recado\"\n");
    startup.startWithComputer(false);
    assertThat(startup.startsWithComputer()).isFalse();
  }

  @Test
  void linksAreRegisteredBesideWhatOthersRegistered() throws Exception {
    Path list = home.resolve(".config/mimeapps.list");
    Files.createDirectories(list.getParent());
    Files.writeString(
        list, "[Added Associations]\na=b\n\n[Default Applications]\ntext/html=firefox.desktop\n");
    Startup startup = linux("/opt/recado");
    assertThat(startup.opensLinks()).isFalse();
    startup.openLinks(true);
    startup.openLinks(true);
    assertThat(startup.opensLinks()).isTrue();
    assertThat(Files.readAllLines(list))
        .containsExactly(
            "[Added Associations]",
            "a=b",
            "",
            "[Default Applications]",
            "x-scheme-handler/recado=recado.desktop",
            "text/html=firefox.desktop");
    assertThat(Files.readString(home.resolve(".local/share/applications/recado.desktop")))
        .contains("Exec=\"/opt/recado\" %u\n", "MimeType=x-scheme-handler/recado;");
    startup.openLinks(false);
    assertThat(startup.opensLinks()).isFalse();
    assertThat(Files.readString(list)).doesNotContain("recado").contains("firefox");
  }

  private Startup linux(String program) {
    return Startup.of(Optional.of(Path.of(program)), "default", "Linux", Map.of(), home)
        .orElseThrow();
  }

  @Test
  void onMacOsALaunchAgentStartsIt() throws Exception {
    Startup startup =
        Startup.of(
                Optional.of(Path.of("/Applications/R&D/Recado")),
                "default",
                "Mac OS X",
                Map.of(),
                home)
            .orElseThrow();
    startup.startWithComputer(true);
    assertThat(Files.readString(home.resolve("Library/LaunchAgents/app.recado.plist")))
        .contains("<string>/Applications/R&amp;D/Recado</string>");
    assertThat(startup.startsWithComputer()).isTrue();
    startup.startWithComputer(false);
    assertThat(startup.startsWithComputer()).isFalse();
  }

  @Test
  void onWindowsTheRegistryDoes() throws Exception {
    List<List<String>> asked = new ArrayList<>();
    Startup startup = new WindowsStartup(Path.of("C:\\Recado\\Recado.exe"), "default", asked::add);
    startup.startWithComputer(true);
    startup.openLinks(true);
    assertThat(asked)
        .contains(
            List.of(
                "reg",
                "add",
                "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run",
                "/v",
                "Recado",
                "/t",
                "REG_SZ",
                "/d",
                "\"\\\"C:\\Recado\\Recado.exe\\\"\"",
                "/f"))
        .anySatisfy(
            line -> assertThat(line).contains("\"\\\"C:\\Recado\\Recado.exe\\\" \\\"%1\\\"\""));
  }

  @Test
  void aScriptOfWindowsIsGivenNoLinks() {
    List<List<String>> asked = new ArrayList<>();
    Startup startup =
        new WindowsStartup(Path.of("C:\\Recado\\bin\\recado.cmd"), "default", asked::add);
    assertThat(startup.canSetLinks()).isFalse();
    assertThatThrownBy(() -> startup.openLinks(true)).isInstanceOf(IOException.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void anotherProfileIsNamedToWhateverStartsTheDesk() throws Exception {
    Startup linux =
        Startup.of(Optional.of(Path.of("/opt/recado")), "loja", "Linux", Map.of(), home)
            .orElseThrow();
    linux("/opt/recado").startWithComputer(true);
    linux.startWithComputer(true);
    linux.openLinks(true);
    assertThat(Files.readString(home.resolve(".config/autostart/recado-loja.desktop")))
        .contains("Exec=\"/opt/recado\" --profile loja\n", "Name=Recado (loja)\n");
    assertThat(Files.readString(home.resolve(".config/autostart/recado.desktop")))
        .contains("Exec=\"/opt/recado\"\n");
    assertThat(Files.readString(home.resolve(".local/share/applications/recado-loja.desktop")))
        .contains("Exec=\"/opt/recado\" --profile loja %u\n");
    assertThat(linux.opensLinks()).isTrue();
    assertThat(linux("/opt/recado").opensLinks()).isFalse();
    Startup.of(Optional.of(Path.of("/Recado")), "loja", "Mac OS X", Map.of(), home)
        .orElseThrow()
        .startWithComputer(true);
    assertThat(Files.readString(home.resolve("Library/LaunchAgents/app.recado.loja.plist")))
        .contains("<string>/Recado</string><string>--profile</string><string>loja</string>");
    List<List<String>> asked = new ArrayList<>();
    new WindowsStartup(Path.of("C:\\Recado.exe"), "loja", asked::add).openLinks(true);
    assertThat(asked.getLast()).contains("\"\\\"C:\\Recado.exe\\\" --profile loja \\\"%1\\\"\"");
  }

  @Test
  void theListOfProgramsIsExchangedWholeAlsoBehindALink() throws Exception {
    Path kept = Files.createDirectories(home.resolve("dotfiles")).resolve("mimeapps.list");
    Files.writeString(kept, "[Default Applications]\ntext/html=firefox.desktop\n");
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
    Object before = Files.getAttribute(kept, "unix:ino");
    Path list = Files.createDirectories(home.resolve(".config")).resolve("mimeapps.list");
    Files.createSymbolicLink(list, kept);
    linux("/opt/recado").openLinks(true);
    assertThat(list).isSymbolicLink();
    assertThat(Files.readString(kept)).contains("x-scheme-handler/recado", "firefox");
    assertThat(Files.getAttribute(kept, "unix:ino")).isNotEqualTo(before);
    assertThat(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.list(kept.getParent())).containsExactly(kept);
  }

  @Test
  void whoStartedTheDeskIsSaidByTheInstallerOrTheScript() {
    assertThat(Startup.launcher(Map.of("recado.launcher", "/a/recado")::get))
        .contains(Path.of("/a/recado"));
    assertThat(Startup.launcher(Map.of("jpackage.app-path", "/b", "recado.launcher", "/a")::get))
        .contains(Path.of("/b"));
    assertThat(Startup.launcher(name -> null)).isEmpty();
  }
}
