package app.recado.relay.dialog;

import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import app.recado.protocol.Change;
import app.recado.protocol.FileId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.relay.account.Caller;
import app.recado.relay.file.Holder;
import app.recado.relay.file.Uploads;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of canned responses, and the copies of them that messages have. */
class CannedFilesTest extends ShopTest {

  @BeforeEach
  void anaHasAccepted() {
    shop.must(shop.ana, new Intent.AcceptDialog());
  }

  private static Outcome save(Caller caller, CannedId id, CannedScope scope, String... files) {
    return shop.world.apply(
        caller,
        null,
        new Intent.SaveCanned(
            id,
            scope,
            scope == CannedScope.CHANNEL ? shop.channel.id() : null,
            "",
            "Catalogue",
            "",
            "Here it is",
            List.of(files),
            null));
  }

  /** Ana's channel has a response with a file. */
  private static CannedId canned(String file) {
    CannedId id = new CannedId(shop.world.ids.next());
    assertThat(said(save(shop.ana, id, CannedScope.CHANNEL, file))).isEqualTo("applied");
    return id;
  }

  private static CannedRow shown(Caller caller, CannedId id) {
    return shop.world.relay.changes().page(caller, null, 1_000).changes().stream()
        .filter(change -> change.id().equals(id.value()))
        .map(change -> (CannedRow) ((Change.Put) change).row())
        .findFirst()
        .orElseThrow();
  }

  /** Announces a copy; how far it is then. */
  private static Uploads.Upload copy(Caller caller, String id, String source, long size) {
    return shop.world
        .relay
        .uploads()
        .begin(
            new Holder.Agent(caller),
            new Uploads.Announced(new FileId(id), "b.txt", "", size, null, new FileId(source)));
  }

  private static Outcome send(Caller caller, String file) {
    return shop.tries(caller, new Intent.SendMessage("Here", false, null, List.of(file)));
  }

  private static void pass(Duration time) {
    shop.world.clock.advance(time);
    shop.world.relay.tick();
  }

  @Test
  void whoSeesTheResponseReadsItsFilesAndSendsCopies() {
    String file = shop.upload(shop.ana, "prices");
    CannedId id = canned(file);
    assertThat(shown(shop.bruno, id).attachments().getFirst().name()).isEqualTo("a.txt");
    pass(Duration.ofDays(30));
    assertThat(shop.fetched(shop.bruno, file)).contains("prices");
    assertThat(shop.fetched(shop.sara, file)).contains("prices");
    assertThat(shop.fetched(shop.otto, file)).isEmpty();
    assertThat(shop.customerFetches(file)).isEmpty();

    String copied = shop.world.ids.next();
    assertThat(copy(shop.ana, copied, file, 6).isComplete()).isTrue();
    assertThat(copy(shop.ana, copied, file, 6).isComplete()).as("again").isTrue();
    assertThat(said(send(shop.ana, copied))).isEqualTo("applied");
    MessageRow sent = shop.world.timeline(shop.ana, shop.dialog).getLast();
    assertThat(sent.attachments().getFirst().name()).isEqualTo("b.txt");
    assertThat(shop.customerFetches(copied)).contains("prices");
    assertThat(shop.customerFetches(file)).isEmpty();
  }

  @Test
  void nobodyTakesTheFileItselfNorCopiesWhatCannotBeRead() {
    String file = shop.upload(shop.ana, "prices");
    canned(file);
    assertThat(said(send(shop.ana, file))).isEqualTo("rejected not_found files");
    String copied = shop.world.ids.next();
    assertThat(copy(shop.otto, copied, file, 6).offset()).isZero();
    assertThat(copy(shop.ana, shop.world.ids.next(), file, 7).offset()).isZero();
    assertThat(copy(shop.ana, shop.world.ids.next(), shop.world.ids.next(), 6).offset()).isZero();
    String drafted = shop.upload(shop.bruno, "secret");
    assertThat(copy(shop.ana, shop.world.ids.next(), drafted, 6).offset()).isZero();
    CannedId other = new CannedId(shop.world.ids.next());
    assertThat(said(save(shop.bruno, other, CannedScope.CHANNEL, file)))
        .isEqualTo("rejected not_found files");
  }

  @Test
  void eachOutlivesTheOther() {
    String file = shop.upload(shop.ana, "prices");
    CannedId id = canned(file);
    String first = shop.world.ids.next();
    String second = shop.world.ids.next();
    copy(shop.ana, first, file, 6);
    copy(shop.ana, second, file, 6);
    send(shop.ana, first);
    send(shop.ana, second);
    MessageId message = shop.world.timeline(shop.ana, shop.dialog).getLast().id();
    shop.must(shop.ana, new Intent.DeleteMessage(message));
    pass(Duration.ofDays(1));
    assertThat(shop.customerFetches(second)).isEmpty();
    assertThat(shop.customerFetches(first)).contains("prices");
    assertThat(shop.fetched(shop.bruno, file)).contains("prices");

    shop.world.apply(shop.ana, null, new Intent.DeleteCanned(id));
    assertThat(shop.fetched(shop.bruno, file)).as("with its response").isEmpty();
    assertThat(shop.fetched(shop.ana, file)).as("with its response").isEmpty();
    pass(Duration.ofDays(8));
    assertThat(shop.customerFetches(first)).contains("prices");
  }

  @Test
  void aColleaguesChangeKeepsTheFilesAndTakesThemOut() {
    String file = shop.upload(shop.ana, "prices");
    CannedId id = canned(file);
    String brunos = shop.upload(shop.bruno, "more");
    assertThat(said(save(shop.bruno, id, CannedScope.CHANNEL, file, brunos))).isEqualTo("applied");
    assertThat(shown(shop.ana, id).files()).containsExactly(file, brunos);
    assertThat(said(save(shop.ana, id, CannedScope.CHANNEL, brunos))).isEqualTo("applied");
    pass(Duration.ofDays(8));
    assertThat(shop.fetched(shop.ana, file)).isEmpty();
    assertThat(shop.fetched(shop.ana, brunos)).contains("more");
  }

  @Test
  void aSaveThatComesAfterTheDeletionStillHasTheFiles() {
    String file = shop.upload(shop.ana, "prices");
    CannedId id = canned(file);
    shop.world.apply(shop.ana, null, new Intent.DeleteCanned(id));
    pass(Duration.ofDays(6));
    assertThat(said(save(shop.bruno, id, CannedScope.CHANNEL, file))).isEqualTo("applied");
    pass(Duration.ofDays(8));
    assertThat(shop.fetched(shop.bruno, file)).contains("prices");
  }

  @Test
  void movedOutOfSightItsFilesAreToo() {
    String file = shop.upload(shop.ana, "prices");
    CannedId id = canned(file);
    assertThat(said(save(shop.ana, id, CannedScope.PERSONAL, file))).isEqualTo("applied");
    assertThat(shop.fetched(shop.bruno, file)).isEmpty();
    assertThat(shop.fetched(shop.ana, file)).contains("prices");
  }
}
