package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.sync.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntranceDoorTest {
  @Test
  void whatIsNoAddressIsRefusedWithoutAnybodyBeingAsked() {
    EntranceDoor door =
        new EntranceDoor(
            () -> {
              throw new AssertionError("nobody is to be asked");
            },
            Optional::empty,
            typed -> Optional.empty());
    List<Door.Entry> answers = new ArrayList<>();
    door.signIn("loja com br", "ana@loja.example", "secret", answers::add);
    assertThat(answers).containsExactly(new Door.Entry.Refused(Door.Refusal.NO_ADDRESS, null));
  }
}
