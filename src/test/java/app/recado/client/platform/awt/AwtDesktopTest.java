package app.recado.client.platform.awt;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.Badge;
import app.recado.client.platform.Desktop;
import app.recado.client.platform.Desktop.Abilities;
import app.recado.client.platform.Desktop.TrayFace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As far as it can be seen without a screen. */
class AwtDesktopTest {
  @Test
  void withoutAScreenItSaysSoAndStaysQuiet() {
    List<Abilities> found = new ArrayList<>();
    try (AwtDesktop desktop = new AwtDesktop()) {
      desktop.open(
          new Desktop.Listener() {
            @Override
            public void found(Abilities abilities) {
              found.add(abilities);
            }

            @Override
            public void pressed(String key, String button) {}

            @Override
            public void putAway(String key) {}

            @Override
            public void iconPressed() {}

            @Override
            public void chosen(String line) {}
          });
      desktop.show(new Desktop.Notice("a", "A", "", true, List.of()));
      desktop.show(new TrayFace(1, true, "", List.of()));
      desktop.withdraw("a");
    }
    assertThat(found).containsExactly(Abilities.NONE);
  }

  @Test
  void itsPictureIsTheBadge() {
    assertThat(AwtDesktop.picture(16, 3).getRGB(0, 0, 16, 16, null, 0, 16))
        .isEqualTo(Badge.pixels(16, 3));
  }
}
