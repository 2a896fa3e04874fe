package app.recado.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFormatTest {
  private final SourceFormat format = new SourceFormat();

  @Test
  void everyFileIsFormatted() {
    List<Path> sources = SourceTree.files(Path.of("src"), ".java");
    assertThat(sources).isNotEmpty();
    assertThat(sources.parallelStream().filter(this::isOff).toList())
        .as("files that `mvn -Pformat` would rewrite")
        .isEmpty();
  }

  @Test
  void seesWhatIsOff() {
    assertThat(format.formatted(Path.of("A.java"), "class  A{ }")).isEqualTo("class A {}\n");
  }

  private boolean isOff(Path file) {
    String text = SourceTree.read(file);
    return !text.equals(format.formatted(file, text));
  }
}
