package app.recado.relay.store;

import static app.recado.relay.RelayWorld.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.protocol.Availability;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.RowKind;
import app.recado.protocol.SyncPage;
import app.recado.protocol.Visibility;
import app.recado.relay.RelayWorld;
import app.recado.relay.account.Caller;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.dialog.Changes;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader is told, in what order, and what it is never told. */
@ParameterizedClass
@EnumSource(Dialect.class)
class FeedTest {

  /** Keeps rows as a desk would, and notices what a desk must never see. */
  private final class Reader {
    private final Caller caller;
    private final Map<String, Change.Put> rows = new HashMap<>();
    private final int limit;
    private @Nullable String cursor;
    private long last;

    private Reader(Caller caller, int limit) {
      this.caller = caller;
      this.limit = limit;
    }

    /** All there is, each row once. */
    private List<Change> read() {
      List<Change> told = readAll();
      assertThat(told)
          .extracting(change -> change.kind() + " " + change.id())
          .doesNotHaveDuplicates();
      return told;
    }

    private List<Change> readAll() {
      List<Change> told = new ArrayList<>();
      boolean more = true;
      while (more) {
        Changes.Batch batch = world.relay.changes().read(caller, cursor, limit);
        SyncPage page = SyncPage.fromJson(new String(batch.json(), StandardCharsets.UTF_8));
        assertThat(page.changes()).hasSizeLessThanOrEqualTo(limit).hasSize(batch.count());
        for (Change change : page.changes()) {
          assertThat(change.seq()).isGreaterThanOrEqualTo(last);
          last = change.seq();
          keep(change);
        }
        told.addAll(page.changes());
        cursor = page.cursor();
        more = page.more();
      }
      return told;
    }

    private void keep(Change change) {
      String key = change.kind() + " " + change.id();
      switch (change) {
        case Change.Put put -> rows.put(key, put);
        case Change.Gone gone -> rows.remove(key);
      }
    }

    private Map<String, Object> content() {
      Map<String, Object> content = new HashMap<>();
      rows.forEach((key, put) -> content.put(key, put.row()));
      return content;
    }
  }

  @Parameter Dialect dialect;
  @TempDir Path folder;
  private RelayWorld world;
  private Caller ana;
  private Caller bruno;
  private ChannelRow shop;
  private ChannelRow depot;

  @BeforeEach
  void twoChannels() {
    world = new RelayWorld(dialect, folder);
    ana = world.agent("ana");
    bruno = world.agent("bruno");
    shop = world.channel("Shop", QueueMode.ALL, "ana");
    depot = world.channel("Depot", QueueMode.ALL, "bruno");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aRowChangedTwiceIsToldOnceAsItIsNow() {
    Reader reader = new Reader(ana, 100);
    DialogId dialog = world.write(world.visitor(shop), "one");
    reader.read();
    world.apply(ana, dialog, new Intent.AcceptDialog());
    world.apply(ana, dialog, new Intent.RenameDialog("first"));
    world.apply(ana, dialog, new Intent.RenameDialog("second"));
    List<Change> told = reader.read();
    assertThat(told).filteredOn(change -> change.kind() == RowKind.DIALOG).hasSize(1);
    assertThat(reader.read()).isEmpty();
  }

  @Test
  void aDialogOfAnotherChannelIsNeverTold() {
    Reader reader = new Reader(ana, 100);
    world.write(world.visitor(depot), "not for ana");
    assertThat(reader.read()).extracting(Change::kind).containsOnly(RowKind.USER, RowKind.CHANNEL);
  }

  @Test
  void aTransferOpensEverythingUnderItsNumberAndShutsItForTheOthers() {
    Visits.Visitor visitor = world.visitor(shop);
    DialogId dialog = world.write(visitor, "one");
    for (int i = 0; i < 60; i++) {
      world.write(visitor, "more " + i);
    }
    Reader anas = new Reader(ana, 7);
    Reader brunos = new Reader(bruno, 7);
    anas.read();
    brunos.read();
    world.apply(ana, dialog, new Intent.AcceptDialog());
    anas.read();
    assertThat(brunos.read()).noneMatch(change -> change.kind() == RowKind.MESSAGE);

    world.apply(ana, dialog, new Intent.TransferDialog(null, depot.id(), null, false));

    List<Change> opened = brunos.read();
    assertThat(opened).filteredOn(change -> change.kind() == RowKind.MESSAGE).hasSize(50);
    assertThat(opened).extracting(Change::kind).contains(RowKind.CUSTOMER, RowKind.DIALOG);
    assertThat(opened)
        .filteredOn(change -> change.kind() != RowKind.USER)
        .extracting(Change::seq)
        .containsOnly(opened.getLast().seq());
    anas.read();
    assertThat(anas.rows.values())
        .extracting(Change.Put::kind)
        .containsOnly(RowKind.USER, RowKind.CHANNEL);
  }

  @Test
  void joiningAQueueOpensItsDialogsAndLeavingShutsThem() {
    Visits.Visitor visitor = world.visitor(depot);
    world.write(visitor, "one");
    world.write(world.visitor(depot), "two");
    Reader reader = new Reader(ana, 2);
    reader.read();
    assertThat(dialogs(reader)).isEmpty();
    agents(depot, "bruno", "ana");
    assertThat(reader.read())
        .filteredOn(change -> change.kind() != RowKind.CHANNEL)
        .extracting(Change::seq)
        .containsOnly(reader.last);
    assertThat(dialogs(reader)).hasSize(2);
    assertThat(reader.content()).isEqualTo(snapshot(ana));
    agents(depot, "bruno");
    reader.read();
    assertThat(dialogs(reader)).isEmpty();
    assertThat(reader.content()).isEqualTo(snapshot(ana));
  }

  private void agents(ChannelRow channel, String... names) {
    world.settings(
        channel,
        settings -> {
          settings.agents = List.of(names).stream().map(n -> n + "@example.org").toList();
          return settings;
        });
  }

  private List<Change.Put> dialogs(Reader reader) {
    return reader.rows.values().stream().filter(put -> put.kind() == RowKind.DIALOG).toList();
  }

  private Map<String, Object> snapshot(Caller caller) {
    Reader fresh = new Reader(caller, 1_000);
    fresh.read();
    return fresh.content();
  }

  @Test
  void anInvitationOpensADialogToAStranger() {
    DialogId dialog = world.write(world.visitor(shop), "one");
    Reader reader = new Reader(bruno, 100);
    reader.read();
    world.apply(ana, dialog, new Intent.AcceptDialog());
    world.apply(ana, dialog, new Intent.InviteUsers(List.of(bruno.user())));
    reader.read();
    assertThat(dialogs(reader)).hasSize(1);
    assertThat(reader.content()).isEqualTo(snapshot(bruno));
    world.apply(bruno, dialog, new Intent.LeaveDialog());
    reader.read();
    assertThat(dialogs(reader)).isEmpty();
  }

  @Test
  void whatChangesBehindAGrantIsToldWhereItChanged() {
    Visits.Visitor visitor = world.visitor(shop);
    DialogId dialog = world.write(visitor, "one");
    world.apply(ana, dialog, new Intent.AcceptDialog());
    Reader reader = new Reader(bruno, 2);
    reader.read();
    world.apply(ana, dialog, new Intent.InviteUsers(List.of(bruno.user())));
    world.write(visitor, "two");
    world.apply(ana, dialog, new Intent.RenameDialog("renamed"));
    world.apply(bruno, dialog, reply("three"));
    reader.read();
    assertThat(reader.content()).isEqualTo(snapshot(bruno));
    world.apply(ana, dialog, new Intent.RenameDialog("again"));
    assertThat(reader.read())
        .extracting(Change::kind)
        .containsOnly(RowKind.DIALOG, RowKind.MESSAGE);
  }

  @Test
  void whatOpenedADialogAndIsOverBeforeOneLooksStillOpensIt() {
    Caller sara = world.person("sara", Role.SUPERVISOR);
    ChannelRow yard = world.channel("Yard", QueueMode.EVENLY, "ana");
    ChannelRow pond = world.channel("Pond", QueueMode.EVENLY, "ana");
    DialogId dialog = world.write(world.visitor(depot), "one");
    Reader reader = new Reader(ana, 100);
    Reader meanwhile = new Reader(sara, 100);
    reader.read();
    meanwhile.read();
    List<Runnable> acts =
        List.of(
            () -> available(Availability.PAUSE),
            () ->
                world.apply(sara, dialog, new Intent.TransferDialog(null, yard.id(), null, false)),
            () -> available(Availability.ONLINE),
            () ->
                world.apply(sara, dialog, new Intent.TransferDialog(null, pond.id(), null, false)));
    for (Runnable act : acts) {
      act.run();
      meanwhile.read(); // as others hear of each at once
    }
    reader.read();
    assertThat(dialogs(reader)).hasSize(1);
    assertThat(reader.content()).isEqualTo(snapshot(ana));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100})
  void whatChangedOfOlderMessagesIsToldThoughTheDialogOpensAnew(int limit) {
    ChannelRow yard = world.channel("Yard", QueueMode.ALL, "ana", "bruno");
    ChannelRow pond = world.channel("Pond", QueueMode.ALL, "ana", "bruno");
    Visits.Visitor visitor = world.visitor(yard);
    DialogId dialog = world.write(visitor, "one");
    world.apply(ana, dialog, new Intent.AcceptDialog());
    MessageId two = new MessageId(world.apply(ana, dialog, reply("two")).id().value());
    Reader reader = new Reader(bruno, limit);
    reader.read();
    world.apply(ana, dialog, new Intent.EditMessage(two, "two, edited"));
    for (int i = 0; i < 60; i++) {
      world.write(visitor, "more " + i);
    }
    world.apply(ana, dialog, new Intent.TransferDialog(null, pond.id(), null, false));
    reader.read();
    MessageRow told = (MessageRow) Objects.requireNonNull(reader.rows.get("MESSAGE " + two)).row();
    assertThat(told.text()).isEqualTo("two, edited");
  }

  private void available(Availability now) {
    world.apply(ana, null, new Intent.SetAvailability(now));
  }

  @Test
  void leadingAndNoMoreTellsSettingsOnceEach() {
    Caller sara = world.person("sara", Role.ADMIN);
    DialogId shopDialog = world.write(world.visitor(shop), "one");
    Reader reader = new Reader(ana, 2);
    reader.read();
    for (Role role : List.of(Role.SUPERVISOR, Role.AGENT)) {
      world.apply(sara, shopDialog, new Intent.SaveUser(ana.user(), null, role, null, null));
      assertThat(reader.read()).anyMatch(change -> change.kind() == RowKind.SETTINGS);
      assertThat(reader.content()).isEqualTo(snapshot(ana));
    }
  }

  @Test
  void acceptingDoesNotTellTheWholeDialogAgain() {
    Visits.Visitor visitor = world.visitor(shop);
    DialogId dialog = world.write(visitor, "one");
    for (int i = 0; i < 20; i++) {
      world.write(visitor, "more " + i);
    }
    Reader reader = new Reader(ana, 100);
    reader.read();
    world.apply(ana, dialog, new Intent.AcceptDialog());
    assertThat(reader.read()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aDialogThatSleptComesBackWhole() {
    Visits.Visitor visitor = world.visitor(shop);
    DialogId dialog = world.write(visitor, "one");
    world.apply(ana, dialog, new Intent.FinishDialog());
    world.clock.advance(Duration.ofDays(40));
    Reader reader = new Reader(ana, 100);
    reader.read();
    assertThat(dialogs(reader)).isEmpty();
    world.write(visitor, "back again");
    reader.readAll(); // the message that woke it comes by itself, too
    assertThat(reader.content()).isEqualTo(snapshot(ana));
    assertThat(reader.rows.keySet()).anyMatch(key -> key.startsWith("CUSTOMER"));
  }

  @Test
  void aFollowerIsToldExactlyWhatPagesTell() {
    Changes.Follower follower =
        world.relay.changes().follow(ana, world.relay.changes().page(ana, null, 1_000).cursor());
    assertThat(follower.next(100)).isNull();
    String before = follower.cursor();
    DialogId dialog = world.write(world.visitor(shop), "one");
    world.write(world.visitor(depot), "not for ana");
    world.apply(ana, dialog, new Intent.AcceptDialog());
    world.apply(ana, dialog, reply("two"));
    Changes.Batch told = Objects.requireNonNull(follower.next(100));
    SyncPage page = world.relay.changes().page(ana, before, 100);
    assertThat(JsonParser.parseString(new String(told.json(), StandardCharsets.UTF_8)))
        .isEqualTo(JsonParser.parseString(page.toJson()));
    assertThat(follower.next(100)).isNull();
    world.write(world.visitor(depot), "still not for ana");
    assertThat(follower.next(100)).isNull();
    assertThat(follower.cursor()).isNotEqualTo(told.cursor());
  }

  @Test
  void aCursorOfAnotherEpochOrFromTheFutureIsTooOld() {
    String cursor = world.relay.changes().page(ana, null, 1_000).cursor();
    Cursor mine = Cursor.of(cursor);
    Cursor foreign = Cursor.at("0123456789abcdef", mine.seq());
    Cursor future = Cursor.at(mine.epoch(), mine.seq() + 1);
    for (Cursor wrong : List.of(foreign, future)) {
      assertThatThrownBy(() -> world.relay.changes().read(ana, wrong.text(), 10))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(410));
      assertThatThrownBy(() -> world.relay.changes().follow(ana, wrong.text()))
          .isInstanceOf(Refusal.class);
    }
    assertThatThrownBy(() -> world.relay.changes().read(ana, "nonsense", 10))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void afterAnyHistoryReadersOfAllKindsHaveWhatASnapshotShows(long seed) {
    Random random = new Random(seed);
    Caller boss = world.person("boss", Role.ADMIN);
    Caller sara = world.person("sara", Role.SUPERVISOR);
    ChannelRow yard = world.channel("Yard", QueueMode.EVENLY, "ana", "bruno");
    ChannelRow pond = world.channel("Pond", QueueMode.STRICTLY, "bruno", "ana");
    List<ChannelRow> channels = List.of(shop, depot, yard, pond);
    List<Caller> people = List.of(ana, bruno, sara);
    List<Reader> readers = new ArrayList<>();
    for (Caller caller : people) {
      readers.add(new Reader(caller, 3));
      readers.add(new Reader(caller, 50));
    }
    List<Visits.Visitor> visitors = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      visitors.add(world.visitor(i % 2 == 0 ? shop : depot));
    }
    for (int step = 0; step < 250; step++) {
      Visits.Visitor visitor = visitors.get(random.nextInt(visitors.size()));
      DialogId dialog = new DialogId(visitor.dialog());
      Caller caller = people.get(random.nextInt(people.size()));
      switch (random.nextInt(13)) {
        case 0, 1, 2 -> world.write(visitor, "message " + step);
        case 3 -> world.apply(caller, dialog, new Intent.AcceptDialog());
        case 4 -> world.apply(caller, dialog, reply("answer " + step));
        case 5 ->
            world.apply(
                sara,
                dialog,
                new Intent.TransferDialog(
                    null, channels.get(random.nextInt(channels.size())).id(), null, false));
        case 6 -> world.apply(sara, dialog, new Intent.InviteUsers(List.of(caller.user())));
        case 7 -> world.apply(caller, dialog, new Intent.LeaveDialog());
        case 8 ->
            agents(
                shop, random.nextBoolean() ? new String[] {"ana"} : new String[] {"ana", "bruno"});
        case 9 ->
            world.apply(
                boss,
                dialog,
                new Intent.SaveUser(
                    bruno.user(),
                    null,
                    random.nextInt(3) == 0 ? Role.SUPERVISOR : Role.AGENT,
                    random.nextBoolean() ? Visibility.OWN : Visibility.CHANNELS,
                    null));
        case 10 ->
            world.apply(
                random.nextBoolean() ? ana : bruno,
                null,
                new Intent.SetAvailability(
                    random.nextBoolean() ? Availability.ONLINE : Availability.PAUSE));
        default -> readers.get(random.nextInt(readers.size())).read();
      }
    }
    for (Reader reader : readers) {
      reader.read();
      assertThat(reader.content()).isEqualTo(snapshot(reader.caller));
    }
  }
}
