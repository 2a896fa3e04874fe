package app.recado.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NullMarkedTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");

  @Test
  void everyPackageIsNullMarked() {
    List<Path> folders =
        Stream.of(MAIN, TEST)
            .flatMap(root -> SourceTree.files(root, ".java").stream().map(root::relativize))
            .map(Path::getParent)
            .distinct()
            .toList();
    assertThat(folders).isNotEmpty();
    assertThat(folders.stream().filter(folder -> !isNullMarked(folder)).toList())
        .as("packages without a @NullMarked package-info")
        .isEmpty();
  }

  /** A test package that mirrors one of the main tree shares its package-info. */
  private static boolean isNullMarked(Path folder) {
    return Stream.of(MAIN, TEST)
        .map(root -> root.resolve(folder).resolve("package-info.java"))
        .anyMatch(info -> Files.exists(info) && SourceTree.read(info).contains("\n@NullMarked\n"));
  }
}
