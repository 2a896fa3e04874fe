package app.recado.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The desk's texts: complete in three languages, none missing, none left over. */
class TextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources/app/recado/client/ui");
  private static final Path SOURCES = Path.of("src/main/java/app/recado");
  private static final List<String> TRANSLATIONS = List.of("texts_pt_BR", "texts_es");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z][\\w.-]*)\"");
  private static final Pattern AREA = Pattern.compile("Texts\\.of\\(\\s*\"([\\w.]+)\"");
  private static final Pattern USE =
      Pattern.compile("[tT]exts\\s*\\.(get|count)\\(\\s*\"([\\w.-]+)\"\\s*[,)]");

  @TestFactory
  List<DynamicTest> everyLanguageHasTheSameTexts() {
    return areas().stream()
        .flatMap(area ->
            TRANSLATIONS.stream()
                .map(translation ->
                    DynamicTest.dynamicTest(
                        area + " " + translation, () -> compare(area, translation))))
        .toList();
  }

  @Test
  void noTextIsMissing() {
    Map<String, Set<String>> missing = new TreeMap<>();
    for (Path file : SourceTree.files(SOURCES, ".java")) {
      String source = SourceTree.read(file);
      Set<String> known = new HashSet<>();
      AREA.matcher(source).results().forEach(area -> known.addAll(keys(area.group(1))));
      if (known.isEmpty()) {
        known.addAll(keys(String.valueOf(file.getParent().getFileName())));
      }
      Matcher use = USE.matcher(source);
      while (use.find()) {
        List<String> needed =
            use.group(1).equals("count")
                ? List.of(use.group(2) + ".one", use.group(2) + ".other")
                : List.of(use.group(2));
        if (!known.containsAll(needed)) {
          missing.computeIfAbsent(file.toString(), any -> new TreeSet<>()).addAll(needed);
        }
      }
    }
    assertThat(missing).as("keys used but not in the file's areas").isEmpty();
  }

  @Test
  void noTextIsLeftOver() {
    Set<String> literals =
        SourceTree.files(SOURCES, ".java").stream()
            .flatMap(file -> LITERAL.matcher(SourceTree.read(file)).results())
            .map(literal -> literal.group(1))
            .collect(Collectors.toSet());
    Map<String, Set<String>> unused = new TreeMap<>();
    for (String area : areas()) {
      for (String key : keys(area)) {
        if (!isNamed(key, literals)) {
          unused.computeIfAbsent(area, any -> new TreeSet<>()).add(key);
        }
      }
    }
    assertThat(unused).as("keys that nothing in the code names").isEmpty();
  }

  /** Named as a whole, or by its beginning, to which the code adds the rest. */
  private static boolean isNamed(String key, Set<String> literals) {
    for (int end = key.length(); end > 0; end = key.lastIndexOf('.', end - 1)) {
      if (literals.contains(key.substring(0, end))
          || literals.contains(key.substring(0, end) + ".")) {
        return true;
      }
    }
    return false;
  }

  private static void compare(String area, String translation) {
    Map<String, String> base = texts(area, "texts");
    Map<String, String> translated = texts(area, translation);
    assertThat(translated.keySet()).isEqualTo(base.keySet());
    base.forEach((key, text) -> {
      String other = translated.get(key);
      assertThat(other).as(key).isNotBlank();
      assertThat(placeholders(other)).as("placeholders of %s", key).isEqualTo(placeholders(text));
      assertThat(new MessageFormat(other).format(new Object[9])).as(key).isNotBlank();
    });
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> areas() {
    return SourceTree.files(RESOURCES, "texts.properties").stream()
        .map(file -> RESOURCES.relativize(file.getParent()).toString().replace('/', '.'))
        .toList();
  }

  private static Set<String> keys(String area) {
    return Files.exists(file(area, "texts")) ? texts(area, "texts").keySet() : Set.of();
  }

  private static Map<String, String> texts(String area, String bundle) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file(area, bundle))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError("no texts for " + area, e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  private static Path file(String area, String bundle) {
    return RESOURCES.resolve(area.replace('.', '/')).resolve(bundle + ".properties");
  }
}
