package app.recado.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DocumentsTest {
  private static final Path SITE = Path.of("src/site/markdown");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");
  private static final Pattern DECISION = Pattern.compile("\\d{4}-[a-z0-9-]+\\.md");

  @TestFactory
  List<DynamicTest> linksLeadSomewhere() {
    List<Path> documents = new ArrayList<>(SourceTree.files(SITE, ".md"));
    documents.add(Path.of("README.md"));
    documents.add(Path.of("CHANGELOG.md"));
    return documents.stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> checkLinks(file)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> fencesAreClosedAndThereIsOneTitle() {
    return SourceTree.files(SITE, ".md").stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> checkShape(file)))
        .toList();
  }

  @Test
  void decisionsAreNumberedOnceListedAndHaveTheirParts() {
    List<Path> decisions = SourceTree.files(SITE.resolve("decisions"), ".md");
    assertThat(decisions).isNotEmpty();
    String index = SourceTree.read(SITE.resolve("index.md"));
    for (int i = 0; i < decisions.size(); i++) {
      String name = decisions.get(i).getFileName().toString();
      assertThat(name).matches(DECISION).startsWith("%04d-".formatted(i + 1));
      assertThat(index).contains("(decisions/" + name + ")");
      assertThat(SourceTree.read(decisions.get(i)))
          .as(name)
          .contains("## Context", "## Options", "## Outcome", "Good, because", "Bad, because");
    }
  }

  private static void checkLinks(Path file) {
    Matcher link = LINK.matcher(withoutFences(SourceTree.read(file)));
    while (link.find()) {
      String target = link.group(1) != null ? link.group(1) : link.group(2);
      if (target.contains("://") || target.startsWith("#") || target.startsWith("mailto:")) {
        continue;
      }
      Path folder = file.toAbsolutePath().getParent();
      Path plain = folder.resolve(target.replaceFirst("#.*", ""));
      // resources are copied beside the pages when the site is made
      Path resource = Path.of("src/site/resources").resolve(target);
      assertThat(Files.exists(plain) || Files.exists(resource))
          .as("%s links to %s", file, target)
          .isTrue();
    }
  }

  private static void checkShape(Path file) {
    String text = SourceTree.read(file);
    assertThat(text.lines().filter(line -> line.startsWith("```")).count() % 2)
        .as("an open fence in %s", file)
        .isZero();
    assertThat(withoutFences(text).lines().filter(line -> line.startsWith("# ")).count())
        .as("titles of %s", file)
        .isEqualTo(1);
  }

  private static String withoutFences(String text) {
    return text.replaceAll("(?ms)^```.*?^```$", "");
  }
}
