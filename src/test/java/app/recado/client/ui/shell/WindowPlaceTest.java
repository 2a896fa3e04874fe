package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTest {
  private static final List<Rectangle2D> SCREENS =
      List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1280, 1024));

  @Test
  void itComesBackAsItWas() {
    WindowPlace place = new WindowPlace(new Rectangle2D(-10, 20, 1200, 800), true);
    assertThat(WindowPlace.of(place.words())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2 3", "1 2 3 4 5 6", "a b c d normal", "1 2 -3 4 normal"})
  void nonsenseIsNoPlace(String words) {
    assertThat(WindowPlace.of(words)).isEmpty();
  }

  @Test
  void aWindowOnAScreenThatIsGoneIsOutOfReach() {
    assertThat(at(2000, 100).isWithinReach(SCREENS)).isTrue();
    assertThat(at(2000, 100).isWithinReach(SCREENS.subList(0, 1))).isFalse();
    assertThat(at(-1150, 100).isWithinReach(SCREENS)).isFalse();
    assertThat(at(-1000, 100).isWithinReach(SCREENS)).isTrue();
    assertThat(at(100, -50).isWithinReach(SCREENS)).isFalse();
  }

  private static WindowPlace at(int x, int y) {
    return new WindowPlace(new Rectangle2D(x, y, 1200, 800), false);
  }
}
