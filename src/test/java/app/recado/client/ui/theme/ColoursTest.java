package app.recado.client.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColoursTest {
  private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*([^;]+);");
  private static final double AA = 4.5;

  @Test
  void lightAndDarkNameTheSameColours() throws IOException {
    assertThat(colours("dark").keySet()).isEqualTo(colours("light").keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "fg-default, bg-default",
    "fg-muted, bg-default",
    "fg-subtle, bg-default",
    "fg-muted, bg-subtle",
    "fg-subtle, bg-subtle",
    "fg-default, bg-overlay",
    "fg-muted, bg-overlay",
    "fg-muted, neutral",
    "fg-default, selected",
    "fg-muted, selected",
    "fg-subtle, selected",
    "fg-emphasis, accent-emphasis",
    "fg-emphasis, accent-hover",
    "accent-fg, bg-default",
    "accent-fg, accent-subtle",
    "warning-fg, warning-subtle",
    "warning-fg, bg-default",
    "danger-fg, bg-default",
    "danger-fg, danger-subtle",
    "danger-fg, selected",
    "on-avatar, danger-emphasis",
    "fg-default, bubble-in",
    "fg-default, bubble-out",
    "fg-muted, bubble-in",
    "fg-muted, bubble-out",
    "fg-muted, whisper"
  })
  void textIsReadableOnItsBackground(String text, String background) throws IOException {
    for (String appearance : new String[] {"light", "dark"}) {
      Map<String, String> colours = colours(appearance);
      assertThat(contrast(colours.get("-color-" + text), colours.get("-color-" + background)))
          .as("%s on %s, %s", text, background, appearance)
          .isGreaterThanOrEqualTo(AA);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"})
  void initialsAreReadable(String tint) throws IOException {
    for (String appearance : new String[] {"light", "dark"}) {
      Map<String, String> colours = colours(appearance);
      assertThat(contrast(colours.get("-color-on-avatar"), colours.get("-color-avatar-" + tint)))
          .as("avatar %s, %s", tint, appearance)
          .isGreaterThanOrEqualTo(AA);
    }
  }

  @ParameterizedTest
  @EnumSource(Icon.class)
  void everyIconIsThere(Icon icon) {
    assertThat(icon.path()).as(icon.name()).startsWith("M");
  }

  private static Map<String, String> colours(String appearance) throws IOException {
    try (InputStream css = Theme.class.getResourceAsStream(appearance + ".css")) {
      Matcher matcher = TOKEN.matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, String> colours = new TreeMap<>();
      while (matcher.find()) {
        colours.put(matcher.group(1), matcher.group(2));
      }
      return colours;
    }
  }

  /** By WCAG 2.2. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
