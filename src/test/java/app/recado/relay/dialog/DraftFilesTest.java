package app.recado.relay.dialog;

import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Attachment;
import app.recado.protocol.Change;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.Intent;
import app.recado.relay.account.Caller;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Files that drafts have, and who may do what with them. */
class DraftFilesTest extends ShopTest {

  private static Caller laptop;

  @BeforeParameterizedClassInvocation
  static void anaHasALaptop() {
    laptop = shop.world.signIn("ana", "laptop");
  }

  @BeforeEach
  void anaHasAccepted() {
    shop.must(shop.ana, new Intent.AcceptDialog());
  }

  private static Intent draft(DraftKind kind, String text, long version, String... files) {
    return new Intent.SaveDraft(kind, text, List.of(files), null, version);
  }

  private static Intent draft(String text, long version, String... files) {
    return draft(DraftKind.REPLY, text, version, files);
  }

  private static Intent send(boolean whisper, String text, String... files) {
    return new Intent.SendMessage(text, whisper, null, List.of(files));
  }

  private static DraftRow shown(Caller caller, DraftKind kind) {
    String id = DraftRow.rowId(shop.dialog, kind);
    return shop.world.relay.changes().page(caller, null, 1_000).changes().stream()
        .filter(change -> change.id().equals(id))
        .map(change -> (DraftRow) ((Change.Put) change).row())
        .findFirst()
        .orElseThrow();
  }

  private static DraftRow shown(Caller caller) {
    return shown(caller, DraftKind.REPLY);
  }

  private static List<String> ids(List<Attachment> files) {
    return files.stream().map(file -> file.id().value()).toList();
  }

  private static void pass(Duration time) {
    shop.world.clock.advance(time);
    shop.world.relay.tick();
  }

  @Test
  void areOnTheOtherDeviceAndSentFromThere() {
    String file = shop.upload(shop.ana, "a");
    shop.must(shop.ana, draft("", 0, file));
    assertThat(shown(laptop).files()).containsExactly(file);
    assertThat(shown(laptop).attachments().getFirst().name()).isEqualTo("a.txt");
    pass(Duration.ofDays(30));
    assertThat(shop.fetched(laptop, file)).contains("a");

    shop.must(laptop, send(false, "Here", file));

    assertThat(shop.customerFetches(file)).contains("a");
    assertThat(shown(shop.ana).isEmpty()).isTrue();
    assertThat(shown(shop.ana).lost()).isNull();
  }

  @Test
  void areNobodyElses() {
    String file = shop.upload(shop.ana, "a");
    shop.must(shop.ana, draft("", 0, file));
    assertThat(shop.fetched(shop.bruno, file)).isEmpty();
    assertThat(shop.fetched(shop.sara, file)).isEmpty();
    assertThat(shop.customerFetches(file)).isEmpty();
    assertThat(said(shop.tries(shop.sara, send(true, "x", file))))
        .isEqualTo("rejected not_found files");
    assertThat(said(shop.tries(shop.sara, draft("x", 0, file))))
        .isEqualTo("rejected not_found files");
    assertThat(said(shop.tries(shop.ana, draft("x", 1, "nonsense"))))
        .isEqualTo("rejected not_found files");
    assertThat(shown(shop.ana).files()).containsExactly(file);
  }

  @Test
  void whatIsTakenOutIsFreeForAWeek() {
    String file = shop.upload(shop.ana, "a");
    shop.must(shop.ana, draft("", 0, file));
    pass(Duration.ofDays(30));
    shop.must(shop.ana, draft("", 1));
    pass(Duration.ofDays(6));
    assertThat(shop.fetched(shop.ana, file)).isPresent();
    pass(Duration.ofDays(2));
    assertThat(shop.fetched(shop.ana, file)).isEmpty();
  }

  @Test
  void theNewerWinsAndTheLosersFilesAreKeptUntilTheyAreTakenOrDropped() {
    String desks = shop.upload(shop.ana, "a");
    String laptops = shop.upload(laptop, "b");
    shop.must(shop.ana, draft("", 0, desks));
    shop.must(laptop, draft("from the laptop", 0, laptops));
    assertThat(shown(shop.ana).files()).containsExactly(laptops);
    assertThat(shown(shop.ana).lost()).isEmpty();
    assertThat(ids(shown(shop.ana).lostFiles())).containsExactly(desks);
    pass(Duration.ofDays(30));
    assertThat(shop.fetched(shop.ana, desks)).isPresent();

    shop.must(laptop, draft("", 2, desks));
    assertThat(shown(shop.ana).lost()).isNull();
    assertThat(shown(shop.ana).lostFiles()).isEmpty();
    shop.must(laptop, draft("from the laptop", 3, laptops));
    assertThat(shown(shop.ana).files()).containsExactly(laptops);
    pass(Duration.ofDays(8));
    assertThat(shop.fetched(shop.ana, desks)).as("dropped").isEmpty();
    assertThat(shop.fetched(shop.ana, laptops)).isPresent();
  }

  @Test
  void moreFilesUnderTheSameTextLoseNothing() {
    String one = shop.upload(shop.ana, "a");
    String two = shop.upload(laptop, "b");
    shop.must(shop.ana, draft("same", 0, one));
    shop.must(laptop, draft("same", 0, one, two));
    assertThat(shown(shop.ana).lost()).isNull();
    assertThat(shown(shop.ana).files()).containsExactly(one, two);
  }

  @Test
  void whatWasAddedElsewhereWhileItWasSentIsKeptAsLost() {
    String one = shop.upload(shop.ana, "a");
    String two = shop.upload(laptop, "b");
    shop.must(laptop, draft("Here", 0, one, two));
    shop.must(shop.ana, send(false, "Here", one));
    assertThat(shown(laptop).isEmpty()).isTrue();
    assertThat(shown(laptop).lost()).isEmpty();
    assertThat(ids(shown(laptop).lostFiles())).containsExactly(two);
    assertThat(shop.customerFetches(two)).isEmpty();
    pass(Duration.ofDays(30));
    assertThat(shop.fetched(laptop, two)).isPresent();
  }

  @Test
  void oneThatIsUsedElsewhereLeavesTheOtherDraft() {
    String file = shop.upload(shop.ana, "a");
    shop.must(shop.ana, draft("reply", 0, file));
    shop.must(shop.ana, draft(DraftKind.WHISPER, "between us", 0, file));
    assertThat(shown(shop.ana).files()).isEmpty();
    assertThat(shown(shop.ana).text()).isEqualTo("reply");
    shop.must(shop.ana, draft(DraftKind.REPLY, "reply", 2, file));
    assertThat(shown(shop.ana, DraftKind.WHISPER).files()).isEmpty();
    shop.must(shop.ana, send(true, "between us", file));
    assertThat(shown(shop.ana).files()).isEmpty();
    assertThat(shop.customerFetches(file)).isEmpty();
  }

  @Test
  void whatAMessageHasIsNoDraftsAnyMore() {
    String file = shop.upload(shop.ana, "a");
    shop.must(shop.ana, send(false, "Here", file));
    assertThat(said(shop.tries(shop.ana, draft("x", 0, file))))
        .isEqualTo("rejected not_found files");
    String[] many = new String[11];
    Arrays.setAll(many, i -> shop.world.ids.next());
    assertThat(said(shop.tries(shop.ana, draft("x", 0, many))))
        .isEqualTo("rejected too_many files");
  }

  @Test
  void anotherPersonsDraftInTheSameDialogKeepsItsOwn() {
    String anas = shop.upload(shop.ana, "a");
    String saras = shop.upload(shop.sara, "b");
    shop.must(shop.ana, draft("", 0, anas));
    shop.must(shop.sara, draft("", 0, saras));
    shop.must(shop.sara, draft("", 1));
    pass(Duration.ofDays(8));
    assertThat(shop.fetched(shop.ana, anas)).isPresent();
    assertThat(shop.fetched(shop.sara, saras)).isEmpty();
  }
}
