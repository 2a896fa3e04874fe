package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Change;
import app.recado.protocol.Intent;
import app.recado.protocol.ReadingRow;
import app.recado.relay.account.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Marking unread, muting and following: each person's own. */
class AttentionTest extends ShopTest {

  @Test
  void whatIsMarkedUnreadIsUnreadFromThere() {
    long first = last();
    shop.customer("two");
    shop.customer("three");
    shop.must(shop.ana, new Intent.MarkRead(last()));
    shop.must(shop.ana, new Intent.MarkUnread(first + 1));
    assertThat(reading(shop.ana)).isEqualTo(new ReadingRow(shop.dialog, first, 2));
    shop.must(shop.ana, new Intent.MarkRead(last()));
    assertThat(reading(shop.ana).unread()).isZero();
  }

  @Test
  void withoutAPlaceItIsTheCustomersNewest() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.customer("two");
    long newest = last();
    shop.must(shop.ana, reply("mine do not count"));
    shop.must(shop.ana, new Intent.MarkRead(last()));
    shop.must(shop.ana, new Intent.MarkUnread(null));
    assertThat(reading(shop.ana)).isEqualTo(new ReadingRow(shop.dialog, newest - 1, 1));
  }

  @Test
  void whatIsUnreadAlreadyStaysAsItIs() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.customer("two");
    shop.customer("three");
    assertThat(shop.tries(shop.ana, new Intent.MarkUnread(null)).seq()).isNull();
    assertThat(reading(shop.ana).unread()).isEqualTo(3);
  }

  @Test
  void aPlaceBeforeTheFirstMessageIsRefusedAndOneBehindTheLastLeavesNothingUnread() {
    assertThat(said(shop.tries(shop.ana, new Intent.MarkUnread(0L))))
        .isEqualTo("rejected invalid position");
    shop.must(shop.ana, new Intent.MarkUnread(1_000L));
    assertThat(reading(shop.ana)).isEqualTo(new ReadingRow(shop.dialog, last(), 0));
  }

  @Test
  void muteAndFollowAreTheCallersAloneAndOutliveWhatIsRead() {
    shop.must(shop.ana, new Intent.MuteDialog());
    shop.must(shop.ana, new Intent.FollowDialog());
    shop.customer("two");
    assertThat(reading(shop.ana)).isEqualTo(new ReadingRow(shop.dialog, last() - 1, 1, true, true));
    shop.must(shop.ana, new Intent.MarkRead(last()));
    shop.must(shop.ana, new Intent.UnmuteDialog());
    assertThat(reading(shop.ana)).isEqualTo(new ReadingRow(shop.dialog, last(), 0, false, true));
    assertThat(readings(shop.bruno)).isEmpty();
    assertThat(readings(shop.sara)).isEmpty();
  }

  @Test
  void whatIsSoAlreadyChangesNothing() {
    assertThat(shop.tries(shop.ana, new Intent.UnfollowDialog()).seq()).isNull();
    assertThat(shop.tries(shop.ana, new Intent.FollowDialog()).seq()).isNotNull();
    assertThat(shop.tries(shop.ana, new Intent.FollowDialog()).seq()).isNull();
  }

  @Test
  void aFollowerHasUnreadOfWhatIsNotTheirs() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.sara, new Intent.FollowDialog());
    shop.customer("two");
    assertThat(reading(shop.sara).unread()).isEqualTo(1);
    assertThat(reading(shop.sara).followed()).isTrue();
  }

  @Test
  void withTheSightOfTheDialogTheRowGoesToo() {
    shop.must(shop.bruno, new Intent.FollowDialog());
    String cursor = shop.world.relay.changes().page(shop.bruno, null, 1_000).cursor();
    shop.must(shop.sara, new Intent.TransferDialog(null, shop.other.id(), null, false));
    List<Change> since = shop.world.relay.changes().page(shop.bruno, cursor, 1_000).changes();
    assertThat(since)
        .anySatisfy(change -> {
          assertThat(change).isInstanceOf(Change.Gone.class);
          assertThat(change.id()).isEqualTo(shop.dialog.value());
        });
    shop.customer("two");
    assertThat(readings(shop.bruno)).isEmpty();
  }

  @Test
  void whoDoesNotSeeTheDialogMayDoNothingOfIt() {
    for (Intent intent :
        List.of(new Intent.MarkUnread(null), new Intent.MuteDialog(), new Intent.FollowDialog())) {
      assertThat(said(shop.tries(shop.otto, intent))).isEqualTo("rejected not_found dialog");
    }
  }

  private long last() {
    return shop.world.timeline(shop.sara, shop.dialog).getLast().position();
  }

  private ReadingRow reading(Caller caller) {
    List<ReadingRow> rows = readings(caller);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private List<ReadingRow> readings(Caller caller) {
    return shop.world.relay.changes().page(caller, null, 1_000).changes().stream()
        .filter(change ->
            change instanceof Change.Put(ReadingRow row, long _)
                && row.dialog().equals(shop.dialog))
        .map(change -> (ReadingRow) ((Change.Put) change).row())
        .toList();
  }
}
