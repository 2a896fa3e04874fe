package app.recado.client.platform.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacLinksTest {
  @Test
  void whatComesBeforeAnybodyFollowsWaits() {
    List<String> followed = new ArrayList<>();
    MacLinks.came("recado://dialog/a");
    MacLinks.follow(followed::add);
    MacLinks.came("recado://dialog/b");
    assertThat(followed).containsExactly("recado://dialog/a", "recado://dialog/b");
  }
}
