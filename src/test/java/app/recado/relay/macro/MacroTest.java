package app.recado.relay.macro;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.CannedScope;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Outcome;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import app.recado.relay.RelayWorld;
import app.recado.relay.account.Caller;
import app.recado.relay.store.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has which macro, and what comes of changing one. */
@ParameterizedClass
@EnumSource(Dialect.class)
class MacroTest {

  @Parameter Dialect dialect;
  @TempDir Path folder;
  private RelayWorld world;
  private Caller ana;
  private Caller bruno;
  private Caller sara;
  private ChannelRow shop;

  @BeforeEach
  void twoChannels() {
    world = new RelayWorld(dialect, folder);
    ana = world.agent("ana");
    bruno = world.agent("bruno");
    sara = world.person("sara", Role.SUPERVISOR);
    shop = world.channel("Shop", QueueMode.ALL, "ana");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** A desk that reads pages of two, keeps the names, and fails on going back. */
  private final class Reader {
    private final Caller caller;
    private final Map<String, String> names = new TreeMap<>();
    private @Nullable String cursor;
    private long last;

    private Reader(Caller caller) {
      this.caller = caller;
    }

    private List<String> names() {
      boolean more = true;
      while (more) {
        byte[] json = world.relay.changes().read(caller, cursor, 2).json();
        SyncPage page = SyncPage.fromJson(new String(json, StandardCharsets.UTF_8));
        for (Change change : page.changes()) {
          assertThat(change.seq()).isGreaterThanOrEqualTo(last);
          last = change.seq();
          if (change instanceof Change.Put(MacroRow row, long _)) {
            names.put(row.rowId(), row.name());
          } else if (change instanceof Change.Gone gone) {
            names.remove(gone.id());
          }
        }
        cursor = page.cursor();
        more = page.more();
      }
      assertThat(List.copyOf(names.values())).isEqualTo(fresh(caller));
      return List.copyOf(names.values());
    }
  }

  /** What a desk has that comes for the first time. */
  private List<String> fresh(Caller caller) {
    return rows(caller).stream().map(MacroRow::name).sorted().toList();
  }

  private List<MacroRow> rows(Caller caller) {
    return world.relay.changes().page(caller, null, 1000).changes().stream()
        .filter(change -> change instanceof Change.Put(MacroRow row, long _))
        .map(change -> (MacroRow) ((Change.Put) change).row())
        .toList();
  }

  private String save(Caller caller, String id, CannedScope scope, @Nullable ChannelId channel) {
    return said(
        world.apply(
            caller,
            null,
            new Intent.SaveMacro(
                new MacroId(id), scope, channel, id, List.of(new MacroStep.Finish()))));
  }

  private String saveSteps(MacroStep... steps) {
    Outcome outcome =
        world.apply(
            ana,
            null,
            new Intent.SaveMacro(
                new MacroId("m"), CannedScope.PERSONAL, null, "M", List.of(steps)));
    return outcome.reason() == null ? "applied" : outcome.reason() + " " + outcome.field();
  }

  private String delete(Caller caller, String id) {
    return said(world.apply(caller, null, new Intent.DeleteMacro(new MacroId(id))));
  }

  private static String said(Outcome outcome) {
    String kind = outcome.outcome().name().toLowerCase(Locale.ROOT);
    return outcome.reason() == null ? kind : kind + " " + outcome.reason();
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
  void theStepsComeAsTheyWereKept() {
    List<MacroStep> steps =
        List.of(
            new MacroStep.Answer(),
            new MacroStep.Reply("Oi, {cliente.nome|tudo bem}! 🪑"),
            new MacroStep.Tag(List.of("orçamento"), List.of("novo")),
            new MacroStep.Transfer(bruno.user(), null, "é seu"),
            new MacroStep.Snooze(null, 90));
    world.apply(
        ana,
        null,
        new Intent.SaveMacro(
            new MacroId("m"), CannedScope.EVERYBODY, null, " Enviar orçamento ", steps));
    assertThat(rows(bruno).getFirst().steps()).isEqualTo(steps);
    assertThat(rows(bruno).getFirst().name()).isEqualTo("Enviar orçamento");
  }

  @Test
  void eachIsToldWhatIsTheirsAndNothingElse() {
    Reader first = new Reader(ana);
    Reader second = new Reader(bruno);
    Reader third = new Reader(sara);
    save(ana, "hers", CannedScope.PERSONAL, null);
    save(ana, "shops", CannedScope.CHANNEL, shop.id());
    save(bruno, "all", CannedScope.EVERYBODY, null);
    assertThat(first.names()).containsExactly("all", "hers", "shops");
    assertThat(second.names()).containsExactly("all");
    assertThat(third.names()).containsExactly("all", "shops");
  }

  @Test
  void whoEntersAChannelGetsItsMacrosAndLosesThemOnLeaving() {
    Reader reader = new Reader(bruno);
    for (int i = 0; i < 5; i++) {
      save(ana, "s" + i, CannedScope.CHANNEL, shop.id());
    }
    assertThat(reader.names()).isEmpty();
    workIn(shop, "ana", "bruno");
    assertThat(reader.names()).containsExactly("s0", "s1", "s2", "s3", "s4");
    workIn(shop, "ana");
    assertThat(reader.names()).isEmpty();
  }

  @Test
  void whatMovesIsLostByWhoMayNotSeeItAnyMore() {
    Reader first = new Reader(ana);
    Reader second = new Reader(bruno);
    save(ana, "text", CannedScope.EVERYBODY, null);
    assertThat(second.names()).containsExactly("text");
    save(ana, "text", CannedScope.CHANNEL, shop.id());
    assertThat(first.names()).containsExactly("text");
    assertThat(second.names()).isEmpty();
    assertThat(save(bruno, "text", CannedScope.EVERYBODY, null)).isEqualTo("rejected not_found");
    assertThat(delete(bruno, "text")).isEqualTo("rejected not_found");
  }

  @Test
  void theLatestSaveWinsAlsoOverADeletion() {
    save(ana, "text", CannedScope.EVERYBODY, null);
    delete(bruno, "text");
    Reader reader = new Reader(sara);
    assertThat(reader.names()).isEmpty();
    save(ana, "text", CannedScope.EVERYBODY, null);
    assertThat(reader.names()).containsExactly("text");
    assertThat(delete(bruno, "text")).isEqualTo("applied");
    assertThat(delete(ana, "text")).isEqualTo("applied");
    assertThat(reader.names()).isEmpty();
  }

  @Test
  void aChannelOneDoesNotWorkInIsForbidden() {
    assertThat(save(bruno, "text", CannedScope.CHANNEL, shop.id())).isEqualTo("held forbidden");
    assertThat(fresh(sara)).isEmpty();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(save(ana, "a", CannedScope.CHANNEL, null)).isEqualTo("rejected invalid");
    assertThat(saveSteps()).isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Reply(" "))).isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Whisper("x".repeat(10_001)))).isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Tag(List.of(), List.of()))).isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Tag(List.of("x".repeat(41)), List.of())))
        .isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Snooze(null, null))).isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Snooze(MacroStep.Morning.TOMORROW, 5)))
        .isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Snooze(null, 0))).isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Transfer(null, null, ""))).isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Transfer(bruno.user(), shop.id(), "")))
        .isEqualTo("invalid steps");
    assertThat(saveSteps(new MacroStep.Transfer(new UserId("nobody"), null, "")))
        .isEqualTo("not_found steps");
    MacroStep[] many =
        IntStream.range(0, 21).mapToObj(i -> new MacroStep.Pin()).toArray(MacroStep[]::new);
    assertThat(saveSteps(many)).isEqualTo("invalid steps");
    assertThat(fresh(ana)).isEmpty();
    assertThat(saveSteps(new MacroStep.Pin())).isEqualTo("applied");
  }
}
