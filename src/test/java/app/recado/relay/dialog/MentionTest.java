package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.whisper;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Change;
import app.recado.protocol.Intent;
import app.recado.protocol.MentionRow;
import app.recado.relay.account.Caller;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears that a message names them. */
class MentionTest extends ShopTest {

  @BeforeEach
  void anaHasIt() {
    shop.must(shop.ana, new Intent.AcceptDialog());
  }

  @Test
  void whoIsNamedAndSeesTheDialogHearsOfIt() {
    shop.must(shop.ana, whisper("Veja, @bruno, e você @otto"));
    assertThat(mentions(shop.bruno)).hasSize(1);
    assertThat(mentions(shop.bruno).getFirst().by()).isEqualTo(shop.ana.user());
    assertThat(mentions(shop.otto)).isEmpty();
    assertThat(mentions(shop.ana)).isEmpty();
  }

  @Test
  void theCustomerGetsTheNameAndNothingElse() {
    shop.must(shop.ana, reply("O @Bruno cuida disso"));
    assertThat(mentions(shop.bruno)).hasSize(1);
    String page = shop.world.relay.visits().messages(shop.visitor, null, 50).toString();
    assertThat(page).contains("O @Bruno cuida disso").doesNotContain(shop.bruno.user().value());
  }

  @Test
  void aPartOfANameOrOfAnAddressIsNone() {
    shop.must(shop.ana, whisper("@brunozinho e ana@bruno e bruno"));
    assertThat(mentions(shop.bruno)).isEmpty();
  }

  @Test
  void anEditNamesWhoWasNotNamedBeforeAndNobodyTwice() {
    shop.must(shop.ana, whisper("@bruno"));
    var message = mentions(shop.bruno).getFirst().message();
    shop.must(shop.ana, new Intent.EditMessage(message, "@bruno e @sara"));
    assertThat(mentions(shop.bruno)).hasSize(1);
    assertThat(mentions(shop.sara)).hasSize(1);
  }

  @Test
  void whatWasLookedAtIsReadAndOnlyForOneself() {
    shop.must(shop.ana, whisper("@bruno e @sara"));
    var message = mentions(shop.bruno).getFirst().message();
    shop.world.apply(shop.bruno, null, new Intent.ReadMentions(List.of(message)));
    assertThat(mentions(shop.bruno).getFirst().read()).isTrue();
    assertThat(mentions(shop.sara).getFirst().read()).isFalse();
  }

  @Test
  void whoNoLongerSeesTheDialogHasNoMentionInIt() {
    shop.must(shop.ana, whisper("@bruno"));
    shop.must(shop.sara, new Intent.TransferDialog(null, shop.other.id(), null, false));
    assertThat(mentions(shop.bruno)).isEmpty();
  }

  private List<MentionRow> mentions(Caller caller) {
    return shop.world.relay.changes().page(caller, null, 1000).changes().stream()
        .filter(change ->
            change instanceof Change.Put(MentionRow row, long _)
                && row.dialog().equals(shop.dialog))
        .map(change -> (MentionRow) ((Change.Put) change).row())
        .toList();
  }
}
