package app.recado.client.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
  @TempDir Path folder;

  @Test
  void aProfileIsItsOwnersOnly() throws Exception {
    Path profile =
        ProfileFolder.of("bruno", Map.of("XDG_DATA_HOME", folder.toString()), "Linux", folder);
    assertThat(profile).isEqualTo(folder.resolve("recado/profiles/bruno")).isDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile)))
        .isEqualTo("rwx------");
  }

  @Test
  void aProfileLiesWhereThePlatformKeepsData() throws Exception {
    assertThat(ProfileFolder.of("a", Map.of(), "Mac OS X", folder))
        .startsWith(folder.resolve("Library/Application Support/Recado"));
    assertThat(
            ProfileFolder.of(
                "a", Map.of("LOCALAPPDATA", folder.resolve("L").toString()), "Windows 11", folder))
        .startsWith(folder.resolve("L/Recado"));
  }

  @Test
  void aNameCannotLeadElsewhere() {
    assertThatThrownBy(() -> ProfileFolder.of("../x", Map.of(), "Linux", folder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenIsKeptForItsOwnerAndForgotten() throws Exception {
    FileKeyStore keys = new FileKeyStore(folder);
    assertThat(keys.token()).isNull();
    keys.keep("secret");
    assertThat(new FileKeyStore(folder).token()).isEqualTo("secret");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
        .isEqualTo("rw-------");
    keys.forget();
    assertThat(keys.token()).isNull();
  }

  @Test
  void aSecondDeskAsksTheFirstToComeForwardAndOpensNothing() throws Exception {
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    try (SingleInstance first =
        SingleInstance.take(folder, "", new Random(1), Thread.ofPlatform().daemon().factory())
            .orElseThrow()) {
      first.listen(asked::add);
      assertThat(
              SingleInstance.take(
                  folder, "recado://dialog/d1", new Random(2), Thread.ofPlatform().factory()))
          .isEmpty();
      assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("recado://dialog/d1");
    }
    try (SingleInstance next =
        SingleInstance.take(folder, "", new Random(3), Thread.ofPlatform().daemon().factory())
            .orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void twoAgentsOnOneComputerHaveADeskEach() throws Exception {
    Path bruno = ProfileFolder.of("bruno", Map.of(), "Linux", folder);
    Path paula = ProfileFolder.of("paula", Map.of(), "Linux", folder);
    new FileKeyStore(bruno).keep("of bruno");
    BlockingQueue<String> atBruno = new LinkedBlockingQueue<>();
    BlockingQueue<String> atPaula = new LinkedBlockingQueue<>();
    try (SingleInstance first =
            SingleInstance.take(bruno, "", new Random(1), Thread::new).orElseThrow();
        SingleInstance second =
            SingleInstance.take(paula, "", new Random(2), Thread::new).orElseThrow()) {
      first.listen(atBruno::add);
      second.listen(atPaula::add);
      assertThat(new FileKeyStore(paula).token()).isNull();
      assertThat(SingleInstance.take(paula, "recado://dialog/a", new Random(3), Thread::new))
          .isEmpty();
      assertThat(atPaula.poll(10, TimeUnit.SECONDS)).isEqualTo("recado://dialog/a");
      assertThat(atBruno).isEmpty();
    }
  }

  @Test
  void whoDoesNotKnowTheSecretIsNotHeard() throws Exception {
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    try (SingleInstance first =
        SingleInstance.take(folder, "", new Random(1), Thread.ofPlatform().daemon().factory())
            .orElseThrow()) {
      first.listen(asked::add);
      int port = Integer.parseInt(Files.readString(folder.resolve("door")).split(" ", -1)[0]);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write("guess x\n".getBytes(StandardCharsets.UTF_8));
      }
      SingleInstance.take(folder, "real", new Random(2), Thread.ofPlatform().factory());
      assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("real");
    }
  }
}
