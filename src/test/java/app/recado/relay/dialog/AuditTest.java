package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Intent;
import app.recado.protocol.Priority;
import app.recado.relay.account.Caller;
import app.recado.relay.store.Dialect;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to a dialog that another owns is written down, once; one's own is not. */
final class AuditTest {
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(Dialect.SQLITE);
    shop.must(shop.ana, new Intent.AcceptDialog());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  static Stream<Intent> acts() {
    return Stream.of(
        new Intent.SkipDialog(),
        new Intent.TakeOverDialog(),
        new Intent.FinishDialog(),
        new Intent.MarkSpam(),
        new Intent.PinDialog(),
        new Intent.RenameDialog("The oak table"));
  }

  @ParameterizedTest
  @MethodSource("acts")
  void leaderActsOnAnothersDialogOnTheRecord(Intent act) {
    shop.must(shop.sara, act);

    assertThat(audited(shop.sara)).hasSize(1);
    assertThat(audited(shop.ana)).isEmpty();
  }

  @Test
  void transferAndInvitationOfAnothersDialogAreOnTheRecord() {
    shop.must(shop.sara, new Intent.InviteUsers(List.of(shop.otto.user())));
    shop.must(shop.sara, transfer(shop.bruno));

    assertThat(audited(shop.sara)).containsExactly("dialog_invited", "dialog_transferred");
  }

  @Test
  void puttingAnothersDialogToSleepIsOnTheRecord() {
    Instant until = shop.world.clock.instant().plusSeconds(60);
    shop.must(shop.sara, new Intent.SnoozeDialog(until));
    shop.must(shop.ana, new Intent.SnoozeDialog(null));
    shop.must(shop.sara, new Intent.SetPriority(Priority.HIGH));

    assertThat(audited(shop.sara)).containsExactly("dialog_snoozed");
    assertThat(audited(shop.ana)).isEmpty();
  }

  @Test
  void whoOwnsOrJoinedActsByRight() {
    shop.must(shop.ana, new Intent.PinDialog());
    shop.must(shop.bruno, new Intent.JoinDialog());
    shop.must(shop.bruno, new Intent.RenameDialog("The oak table"));
    shop.must(shop.bruno, new Intent.InviteUsers(List.of(shop.otto.user())));
    shop.must(shop.ana, new Intent.FinishDialog());

    assertThat(audited(shop.ana)).isEmpty();
    assertThat(audited(shop.bruno)).isEmpty();
  }

  private List<String> audited(Caller actor) {
    return shop.world.database.read(tx ->
        tx.list(
            "SELECT action FROM audit WHERE actor = ? ORDER BY id",
            row -> row.text(1),
            actor.user()));
  }
}
