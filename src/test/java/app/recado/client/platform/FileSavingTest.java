package app.recado.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSavingTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void somethingIsThere() throws IOException {
    file = Files.writeString(folder.resolve("conversa.txt"), "antes");
  }

  @Test
  void replacesWhatWasThere() throws IOException {
    assertThat(save((out, watcher) -> out.write(bytes("depois")), false))
        .isEqualTo(FileSaving.Ending.WRITTEN);
    assertThat(file).hasContent("depois");
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void keepsWhatWasThereWhenStopped() throws IOException {
    assertThat(save((out, watcher) -> out.write(bytes("dep")), true))
        .isEqualTo(FileSaving.Ending.STOPPED);
    assertThat(file).hasContent("antes");
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void keepsWhatWasThereWhenItCannotBeMade() throws IOException {
    FileSaving.Content broken =
        (out, watcher) -> {
          out.write(bytes("dep"));
          throw new IOException("disk full");
        };
    assertThat(save(broken, false)).isEqualTo(FileSaving.Ending.FAILED);
    assertThat(file).hasContent("antes");
    assertThat(Files.list(folder)).containsExactly(file);
  }

  private FileSaving.Ending save(FileSaving.Content content, boolean stop) {
    return FileSaving.write(
        file,
        content,
        new FileSaving.Watcher() {
          @Override
          public void at(double part) {}

          @Override
          public boolean wantsToStop() {
            return stop;
          }
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
