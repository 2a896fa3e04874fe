package app.recado.installer;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.linux.NeedsPrograms;
import app.recado.client.platform.linux.PrivateSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes what {@code installer/package.sh} made and uses it as a person would. */
@Tag("installer")
@NeedsPrograms({"Xvfb", "dbus-daemon", "dpkg-deb"})
class InstalledDeskTest {
  private static final int GREEN = 0x0B6E4F;

  @TempDir Path folder;

  @Test
  void deskOfTheArchiveOpensItsWindowWithTheRehearsedClasses() throws Exception {
    run("tar", "-xzf", made(".tar.gz").toString(), "-C", folder.toString());
    Path classes = folder.resolve("classes.log");
    Path home = Files.createDirectories(folder.resolve("home"));
    Path picture = folder.resolve("picture.png");
    try (PrivateSession session = new PrivateSession(folder)) {
      String screen = session.screen();
      Process desk =
          session.start(
              screen,
              List.of(
                  "env",
                  "HOME=" + home,
                  "XDG_DATA_HOME=" + home,
                  "XDG_CONFIG_HOME=" + home,
                  "JAVA_TOOL_OPTIONS=-Duser.home=%s -Djava.io.tmpdir=%s -Xlog:class+load:file=%s"
                      .formatted(home, home, classes),
                  folder.resolve("recado/bin/recado").toString(),
                  "--demo"));
      PrivateSession.await(() -> !desk.isAlive() || showsTheDesk(session, screen, picture));
      assertThat(desk.isAlive()).isTrue();
      desk.destroy();
      assertThat(desk.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(home.resolve("recado/demo/desk")).exists();
    assertThat(Files.readString(classes)).contains("app.recado.DeskMain source: shared objects");
  }

  @Test
  void debianPackageOpensLinks() throws Exception {
    Path files = Files.createDirectories(folder.resolve("files"));
    run("dpkg-deb", "-x", made(".deb").toString(), files.toString());
    String entry = Files.readString(only(files.resolve("opt/recado/lib"), ".desktop"));
    assertThat(entry)
        .contains("MimeType=x-scheme-handler/recado;", "Exec=/opt/recado/bin/recado %u");
    assertThat(files.resolve("opt/recado/lib/app/recado.aot")).isNotEmptyFile();
    assertThat(files.resolve("opt/recado/lib/app/NOTICE")).isRegularFile();
    assertThat(run("dpkg-deb", "-f", made(".deb").toString(), "Depends")).contains("libgtk-3-0");
  }

  /** The window is there with its lists when the screen has many colours and the desk's green. */
  private static boolean showsTheDesk(PrivateSession session, String screen, Path picture) {
    try {
      Process camera =
          session.start(
              screen,
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  Path.of("target", "test-classes").toString(),
                  Photograph.class.getName(),
                  picture.toString()));
      camera.waitFor(20, TimeUnit.SECONDS);
      BufferedImage seen = ImageIO.read(picture.toFile());
      int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
      return IntStream.of(pixels).filter(pixel -> (pixel & 0xFFFFFF) == GREEN).count() > 200
          && IntStream.of(pixels).distinct().count() > 500;
    } catch (IOException | InterruptedException notYet) {
      return false;
    }
  }

  private static Path made(String ending) throws IOException {
    return only(Path.of("target", "installer"), ending);
  }

  private static Path only(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
