package app.recado.relay.canned;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SyncPage;
import app.recado.relay.RelayWorld;
import app.recado.relay.account.Caller;
import app.recado.relay.store.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has which canned response, and what comes of changing one. */
@ParameterizedClass
@EnumSource(Dialect.class)
class CannedTest {

  @Parameter Dialect dialect;
  @TempDir Path folder;
  private RelayWorld world;
  private Caller ana;
  private Caller bruno;
  private Caller sara;
  private ChannelRow shop;
  private ChannelRow depot;

  @BeforeEach
  void twoChannels() {
    world = new RelayWorld(dialect, folder);
    ana = world.agent("ana");
    bruno = world.agent("bruno");
    sara = world.person("sara", Role.SUPERVISOR);
    shop = world.channel("Shop", QueueMode.ALL, "ana");
    depot = world.channel("Depot", QueueMode.ALL, "bruno");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** A desk that reads pages of two, keeps the titles, and fails on going back. */
  private final class Reader {
    private final Caller caller;
    private final Map<String, String> titles = new TreeMap<>();
    private @Nullable String cursor;
    private long last;

    private Reader(Caller caller) {
      this.caller = caller;
    }

    private List<String> titles() {
      boolean more = true;
      while (more) {
        byte[] json = world.relay.changes().read(caller, cursor, 2).json();
        SyncPage page = SyncPage.fromJson(new String(json, StandardCharsets.UTF_8));
        for (Change change : page.changes()) {
          assertThat(change.seq()).isGreaterThanOrEqualTo(last);
          last = change.seq();
          if (change instanceof Change.Put(CannedRow row, long _)) {
            titles.put(row.rowId(), row.title());
          } else if (change instanceof Change.Gone gone) {
            titles.remove(gone.id());
          }
        }
        cursor = page.cursor();
        more = page.more();
      }
      assertThat(List.copyOf(titles.values())).isEqualTo(fresh(caller));
      return List.copyOf(titles.values());
    }
  }

  /** What a desk has that comes for the first time. */
  private List<String> fresh(Caller caller) {
    Map<String, String> titles = new TreeMap<>();
    rows(caller).forEach(row -> titles.put(row.rowId(), row.title()));
    return List.copyOf(titles.values());
  }

  private List<CannedRow> rows(Caller caller) {
    return world.relay.changes().page(caller, null, 1000).changes().stream()
        .filter(change -> change instanceof Change.Put(CannedRow row, long _))
        .map(change -> (CannedRow) ((Change.Put) change).row())
        .toList();
  }

  private Outcome save(Caller caller, String id, CannedScope scope, @Nullable ChannelId channel) {
    return world.apply(caller, null, draft(id, scope, channel, id, null));
  }

  private static Intent.SaveCanned draft(
      String id,
      CannedScope scope,
      @Nullable ChannelId channel,
      String title,
      @Nullable MessageId source) {
    return new Intent.SaveCanned(
        new CannedId(id), scope, channel, "", title, "", "Text", List.of(), source);
  }

  private void delete(Caller caller, String id) {
    world.apply(caller, null, new Intent.DeleteCanned(new CannedId(id)));
  }

  private void workIn(ChannelRow channel, String... agents) {
    world.settings(
        channel,
        settings -> {
          settings.agents = Stream.of(agents).map(name -> name + "@example.org").toList();
          return settings;
        });
  }

  @Test
  void eachIsToldWhatIsTheirsAndNothingElse() {
    Reader first = new Reader(ana);
    Reader second = new Reader(bruno);
    Reader third = new Reader(sara);
    save(ana, "hers", CannedScope.PERSONAL, null);
    save(ana, "shops", CannedScope.CHANNEL, shop.id());
    save(bruno, "depots", CannedScope.CHANNEL, depot.id());
    save(bruno, "all", CannedScope.EVERYBODY, null);
    assertThat(first.titles()).containsExactly("all", "hers", "shops");
    assertThat(second.titles()).containsExactly("all", "depots");
    assertThat(third.titles()).containsExactly("all", "depots", "shops");
  }

  @Test
  void whoEntersAChannelGetsItsResponsesAndLosesThemOnLeaving() {
    Reader reader = new Reader(bruno);
    for (int i = 0; i < 5; i++) {
      save(ana, "s" + i, CannedScope.CHANNEL, shop.id());
    }
    assertThat(reader.titles()).isEmpty();
    workIn(shop, "ana", "bruno");
    assertThat(reader.titles()).containsExactly("s0", "s1", "s2", "s3", "s4");
    workIn(shop, "ana");
    assertThat(reader.titles()).isEmpty();
    workIn(shop, "bruno");
    workIn(shop, "ana");
    assertThat(reader.titles()).isEmpty();
  }

  @Test
  void whatMovesIsKeptByWhoSeesItBeforeAndAfter() {
    Reader first = new Reader(ana);
    Reader second = new Reader(bruno);
    Reader third = new Reader(sara);
    workIn(depot, "ana", "bruno");
    save(ana, "text", CannedScope.CHANNEL, shop.id());
    assertThat(first.titles()).containsExactly("text");
    assertThat(second.titles()).isEmpty();
    save(ana, "text", CannedScope.CHANNEL, depot.id());
    assertThat(first.titles()).containsExactly("text");
    assertThat(second.titles()).containsExactly("text");
    assertThat(third.titles()).containsExactly("text");
    save(ana, "text", CannedScope.PERSONAL, null);
    assertThat(first.titles()).containsExactly("text");
    assertThat(second.titles()).isEmpty();
    assertThat(third.titles()).isEmpty();
    save(ana, "text", CannedScope.EVERYBODY, null);
    assertThat(second.titles()).containsExactly("text");
    save(bruno, "text", CannedScope.CHANNEL, depot.id());
    assertThat(first.titles()).containsExactly("text");
    assertThat(second.titles()).containsExactly("text");
  }

  @Test
  void whoWasAwayWhileItMovedAndHeLeftHasItNoMore() {
    workIn(shop, "ana", "bruno");
    Reader away = new Reader(bruno);
    save(ana, "text", CannedScope.CHANNEL, shop.id());
    save(ana, "other", CannedScope.CHANNEL, shop.id());
    assertThat(away.titles()).containsExactly("other", "text");
    save(ana, "text", CannedScope.PERSONAL, null);
    delete(ana, "other");
    workIn(shop, "ana");
    assertThat(away.titles()).isEmpty();
  }

  @Test
  void theLatestSaveWinsAlsoOverADeletion() {
    save(ana, "text", CannedScope.EVERYBODY, null);
    delete(bruno, "text");
    Reader reader = new Reader(sara);
    assertThat(reader.titles()).isEmpty();
    world.apply(ana, null, draft("text", CannedScope.EVERYBODY, null, "Again", null));
    assertThat(reader.titles()).containsExactly("Again");
    delete(bruno, "text");
    assertThat(said(world.apply(ana, null, new Intent.DeleteCanned(new CannedId("text")))))
        .isEqualTo("applied null");
    assertThat(reader.titles()).isEmpty();
  }

  @Test
  void theSameMessageSavedTwiceIsOneResponse() {
    MessageId message = new MessageId("m");
    world.apply(ana, null, draft("one", CannedScope.PERSONAL, null, "First", message));
    world.apply(ana, null, draft("two", CannedScope.PERSONAL, null, "Second", message));
    world.apply(bruno, null, draft("three", CannedScope.PERSONAL, null, "His", message));
    assertThat(fresh(ana)).containsExactly("Second");
    assertThat(fresh(bruno)).containsExactly("His");
  }

  @Test
  void whatIsAnothersPersonallyIsNotThere() {
    save(ana, "hers", CannedScope.PERSONAL, null);
    assertThat(said(save(bruno, "hers", CannedScope.PERSONAL, null)))
        .isEqualTo("rejected not_found");
    assertThat(said(save(bruno, "hers", CannedScope.EVERYBODY, null)))
        .isEqualTo("rejected not_found");
    assertThat(fresh(ana)).containsExactly("hers");
  }

  @Test
  void aChannelOneDoesNotWorkInIsForbidden() {
    assertThat(said(save(bruno, "text", CannedScope.CHANNEL, shop.id())))
        .isEqualTo("held forbidden");
    assertThat(fresh(sara)).isEmpty();
  }

  @Test
  void usesAreCountedAndToldSparingly() {
    save(ana, "text", CannedScope.EVERYBODY, null);
    for (int i = 0; i < 10; i++) {
      count("text", 1);
    }
    assertThat(rows(bruno).getFirst().uses()).isEqualTo(10);
    count("text", 90);
    count("text", 5);
    assertThat(rows(bruno).getFirst().uses()).isEqualTo(100);
    count("text", 5);
    assertThat(rows(bruno).getFirst().uses()).isEqualTo(110);
  }

  private void count(String id, int times) {
    Outcome outcome = world.apply(bruno, null, new Intent.CountCanned(new CannedId(id), times));
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.APPLIED);
  }

  private static String said(Outcome outcome) {
    String kind = outcome.outcome().name().toLowerCase(Locale.ROOT);
    return kind + " " + (outcome.reason() == null ? outcome.seq() : outcome.reason());
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(world.apply(ana, null, draft("a", CannedScope.CHANNEL, null, "A", null)).field())
        .isEqualTo("channel");
    assertThat(world.apply(ana, null, draft("a", CannedScope.PERSONAL, null, " ", null)).field())
        .isEqualTo("title");
    Intent spaced =
        new Intent.SaveCanned(
            new CannedId("a"), CannedScope.PERSONAL, null, "", "A", "a b", "T", List.of(), null);
    assertThat(world.apply(ana, null, spaced).field()).isEqualTo("shortcut");
    assertThat(fresh(ana)).isEmpty();
  }
}
