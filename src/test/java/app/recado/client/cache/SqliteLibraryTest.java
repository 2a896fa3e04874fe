package app.recado.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {
  @TempDir private Path folder;

  @Test
  void whatIsThereAsAWholeIsLeftAlone() throws IOException {
    Path library = SqliteLibrary.unpacked(folder);
    byte[] other = new byte[(int) Files.size(library)];
    Files.write(library, other);

    assertThat(SqliteLibrary.unpacked(folder)).isEqualTo(library).hasBinaryContent(other);
  }

  @Test
  void halfALibraryIsUnpackedAgain() throws IOException {
    Path library = SqliteLibrary.unpacked(folder);
    byte[] whole = Files.readAllBytes(library);
    Files.write(library, new byte[whole.length / 2]);

    assertThat(SqliteLibrary.unpacked(folder)).hasBinaryContent(whole);
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }
}
