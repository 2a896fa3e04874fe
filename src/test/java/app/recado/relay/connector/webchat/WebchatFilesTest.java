package app.recado.relay.connector.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WebchatFilesTest {
  private static final int LIMIT = 40 * 1024;

  private final WebchatFiles files = WebchatFiles.load();
  private final String script = new String(files.widget(), StandardCharsets.UTF_8);
  private final String page = new String(files.page(), StandardCharsets.UTF_8);

  @Test
  void scriptAndStyleTogetherAreSmallWhenCompressed() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(files.widget());
    }
    assertThat(compressed.size()).isBetween(1_000, LIMIT);
  }

  @Test
  void nothingTurnsTextIntoMarkupOrCode() {
    assertThat(script)
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
        .doesNotContain("new Function", "DOMParser", "createContextualFragment", "srcdoc");
  }

  @Test
  void thePageHasNoInlineScriptOrStyle() {
    assertThat(page).doesNotContain("<style").doesNotContainPattern("\\son\\w+=|\\sstyle=");
    assertThat(page).containsPattern("<script src=\"../widget.js\" data-page async></script>");
    assertThat(page.split("<script", -1)).hasSize(2);
  }

  @Test
  void everyTextIsThereInEveryLanguageAndIsUsed() {
    Set<String> english = keys("en");
    assertThat(english).hasSizeGreaterThan(20);
    assertThat(keys("pt-BR")).isEqualTo(english);
    assertThat(keys("es")).isEqualTo(english);
    assertThat(english)
        .allSatisfy(key ->
            assertThat(script)
                .containsPattern(
                    Pattern.quote('"' + key + '"')
                        + "(?!:)|"
                        + Pattern.quote('"' + key.replaceFirst("[^.]+$", "") + '"')
                        + " \\+"));
  }

  private Set<String> keys(String language) {
    String from = script.substring(script.indexOf("\"" + language + "\": {"));
    Matcher key =
        Pattern.compile("^    \"([a-z.]+)\": \"", Pattern.MULTILINE)
            .matcher(from.substring(0, from.indexOf("\n  }")));
    Set<String> keys = new TreeSet<>();
    while (key.find()) {
      keys.add(key.group(1));
    }
    return keys;
  }
}
