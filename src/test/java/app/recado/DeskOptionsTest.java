package app.recado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.client.platform.ProfileFolder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk takes from its command line and its environment. */
final class DeskOptionsTest {
  private static DeskOptions parse(String line, Map<String, String> environment) {
    return DeskOptions.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")), environment);
  }

  @Test
  void nothingSaidIsTheUsualProfileAndTheLastRelay() {
    assertThat(parse("", Map.of()))
        .isEqualTo(new DeskOptions(false, false, "", ProfileFolder.USUAL, ""));
  }

  @Test
  void theLineWinsOverTheEnvironment() {
    Map<String, String> environment =
        Map.of("RECADO_RELAY", "http://a", "RECADO_PROFILE", "work", "RECADO_DEMO", "True");
    assertThat(parse("", environment))
        .isEqualTo(new DeskOptions(false, true, "http://a", "work", ""));
    assertThat(parse("--relay=http://b --profile home", environment))
        .isEqualTo(new DeskOptions(false, true, "http://b", "home", ""));
  }

  @Test
  void demonstrationAndHelpAreAskedForAnywhere() {
    assertThat(parse("--profile x --demo", Map.of()).demo()).isTrue();
    assertThat(parse("-h", Map.of()).help()).isTrue();
    assertThat(parse("--relay http://a --help", Map.of()).help()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "--relay", "--relay --demo", "extra", "--nonsense=1"})
  void wrongUsageIsOneSentence(String line) {
    assertThatThrownBy(() -> parse(line, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .matches("[^\\n]+");
  }
}
