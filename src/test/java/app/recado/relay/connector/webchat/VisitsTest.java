package app.recado.relay.connector.webchat;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.whisper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.MessageRow;
import app.recado.protocol.QueueMode;
import app.recado.relay.RelayWorld;
import app.recado.relay.account.Caller;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The website's customers, and what never reaches them. */
@ParameterizedClass
@EnumSource(Dialect.class)
class VisitsTest {

  @Parameter Dialect dialect;
  @TempDir Path folder;
  private RelayWorld world;
  private Visits visits;
  private Caller ana;
  private ChannelRow channel;
  private Visits.Visitor visitor;

  @BeforeEach
  void open() {
    world = new RelayWorld(dialect, folder);
    visits = world.relay.visits();
    ana = world.agent("ana");
    channel = world.channel("Shop", QueueMode.ALL, "ana");
    visitor = world.visitor(channel);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aMessageDeliveredTwiceIsStoredOnce() {
    Visits.Posted first = visits.post(visitor, "m-1", "Hello");
    assertThat(visits.post(visitor, "m-1", "Hello")).isEqualTo(first);
    assertThat(first.message().id()).isEqualTo("m-1");
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> visits.post(visitor, "m-1", "Other"));
    assertThat(refusal.status()).isEqualTo(409);
    assertThat(visits.messages(visitor, null, 50).messages()).hasSize(1);
  }

  @Test
  void twoVisitorsMayUseTheSameIdAndMeetNothingOfEachOther() {
    Visits.Visitor other = world.visitor(channel);
    visits.post(visitor, "m-1", "mine");
    assertThat(visits.post(other, "m-1", "yours").message().text()).isEqualTo("yours");
    assertThat(visits.messages(other, null, 50).messages())
        .extracting(Visits.Message::text)
        .containsExactly("yours");
  }

  @Test
  void aVisitIsTakenUpWithItsToken() {
    Visits.Opened first = visits.open(channel.key(), "https://shop.example/a", null, null);
    Visits.Visitor visitor = visits.authenticate(first.token());
    visits.post(visitor, "m-1", "Hello");
    Visits.Opened again =
        visits.open(channel.key(), "https://shop.example/b", first.token(), "Júlia");
    assertThat(again.token()).isEqualTo(first.token());
    assertThat(again.transcript().messages()).hasSize(1);
    assertThat(visits.open(channel.key(), null, "unknown", null).token()).isNotEqualTo("unknown");
    assertThat(
            catchThrowableOfType(Refusal.class, () -> visits.open("nowhere", null, null, null))
                .status())
        .isEqualTo(404);
    assertThat(
            catchThrowableOfType(Refusal.class, () -> visits.authenticate("unknown"))
                .body()
                .error()
                .code())
        .isEqualTo("no_visit");
  }

  @Test
  void noByteOfAWhisperATitleOrASystemLineReachesTheCustomer() {
    DialogId dialog = world.write(visitor, "Hello");
    world.apply(ana, dialog, new Intent.AcceptDialog());
    String before = Json.write(visits.messages(visitor, null, 50));
    world.apply(ana, dialog, whisper("zebra-secret"));
    world.apply(ana, dialog, new Intent.RenameDialog("zebra-title"));
    assertThat(Json.write(visits.messages(visitor, null, 50))).isEqualTo(before);
    MessageRow secret =
        world.timeline(ana, dialog).stream().filter(MessageRow::whisper).findFirst().orElseThrow();
    world.apply(ana, dialog, new Intent.SendMessage("ok", true, secret.id(), List.of()));
    world.apply(ana, dialog, reply("Good morning"));
    Visits.Transcript after = visits.messages(visitor, null, 50);
    assertThat(Json.write(after)).doesNotContain("zebra");
    // positions count what the customer sees, so that a gap tells nothing either
    assertThat(after.messages()).extracting(Visits.Message::position).containsExactly(1L, 2L);
    assertThat(
            catchThrowableOfType(Refusal.class, () -> visits.read(visitor, secret.id().value()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void whatWasReadShowsAtTheAgents() {
    DialogId dialog = world.write(visitor, "Hello");
    world.apply(ana, dialog, new Intent.AcceptDialog());
    world.apply(ana, dialog, reply("one"));
    world.apply(ana, dialog, reply("two"));
    visits.delivered(visitor, 3);
    assertThat(deliveries(dialog)).containsExactly(Delivery.DELIVERED, Delivery.DELIVERED);
    Visits.Message one = visits.messages(visitor, null, 50).messages().get(1);
    visits.read(visitor, one.id());
    visits.delivered(visitor, 3);
    assertThat(deliveries(dialog)).containsExactly(Delivery.READ, Delivery.DELIVERED);
  }

  private List<Delivery> deliveries(DialogId dialog) {
    return world.timeline(ana, dialog).stream()
        .filter(message -> message.isPublic() && message.author().isAgent(ana.user()))
        .map(MessageRow::delivery)
        .toList();
  }

  @Test
  void olderMessagesComeInPages() {
    for (int i = 1; i <= 7; i++) {
      visits.post(visitor, "m-" + i, "text " + i);
    }
    Visits.Transcript newest = visits.messages(visitor, null, 3);
    assertThat(newest.more()).isTrue();
    assertThat(newest.messages())
        .extracting(Visits.Message::text)
        .containsExactly("text 5", "text 6", "text 7");
    Visits.Transcript older = visits.messages(visitor, 5L, 10);
    assertThat(older.more()).isFalse();
    assertThat(older.messages()).hasSize(4);
  }

  @Test
  void aListenerHearsOfItsOwnDialogOnly() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Visits.Visitor other = world.visitor(channel);
    try (AutoCloseable subscription = visits.onChange(visitor, calls::incrementAndGet)) {
      world.write(other, "not mine");
      assertThat(calls).hasValue(0);
      world.write(visitor, "mine");
      assertThat(calls.get()).isPositive();
    }
    int before = calls.get();
    world.write(visitor, "nobody listens");
    assertThat(calls).hasValue(before);
  }
}
