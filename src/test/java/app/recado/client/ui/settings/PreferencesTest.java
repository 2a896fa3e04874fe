package app.recado.client.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.PreferenceFile;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.theme.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("profile").resolve("preferences.properties");
  }

  @Test
  void withoutAChoiceTheSystemDecides() {
    Preferences preferences = open();

    assertThat(preferences.appearance().get()).isEqualTo(Appearance.SYSTEM);
    assertThat(preferences.language().get()).isEqualTo(Language.PORTUGUESE);
    assertThat(preferences.enterSends().get()).isTrue();
  }

  @Test
  void whatIsChosenIsThereTheNextTime() {
    Preferences preferences = open();
    preferences.appearance().set(Appearance.DARK);
    preferences.language().set(Language.SPANISH);
    preferences.enterSends().set(false);

    Preferences again = open();

    assertThat(again.appearance().get()).isEqualTo(Appearance.DARK);
    assertThat(again.language().get()).isEqualTo(Language.SPANISH);
    assertThat(again.enterSends().get()).isFalse();
  }

  @Test
  void aFileThatMakesNoSenseIsNoObstacle() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "appearance=plaid\nlanguage=\\u00zz\n");

    assertThat(open().appearance().get()).isEqualTo(Appearance.SYSTEM);
  }

  private Preferences open() {
    return new Preferences(new PreferenceFile(file, Runnable::run), Locale.forLanguageTag("pt-PT"));
  }
}
