package app.recado.client.state;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.DialogId;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeskChangesTest {
  private static final DialogId KEPT = new DialogId("kept");
  private static final DialogId LOST = new DialogId("lost");

  /** Found by the simulation: told and lost in one turn, a dialog stayed in the list for ever. */
  @Test
  void whatIsGoneIsGoneEvenIfItWasToldInTheSameTurn() {
    DeskChanges changes = new DeskChanges();
    changes.item(KEPT, null, null);
    changes.item(LOST, null, null);

    changes.all(Set.of(KEPT));

    assertThat(changes.items).containsOnlyKeys(KEPT);
    assertThat(changes.latest).containsOnlyKeys(KEPT);
  }
}
