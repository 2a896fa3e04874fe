package app.recado.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.Folders;
import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Progress;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.HeldItem;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskBatches;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Priority;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several steps on one dialog, from a whole desk to a whole relay. */
final class StepsTest {
  private static final String OLDER = "rascunho de antes";

  private static Path folder = Path.of("");
  private static Workspace workspace =
      new Workspace(Path.of(""), List.of(), List.of(), List.of(), List.of());

  private final VirtualTime time = new VirtualTime();
  private final Trace trace = new Trace(time);
  private final Witness witness = new Witness();
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<DeskHost> hosts = new ArrayList<>();
  private Path root;
  private RelayHost relay;
  private DeskHost ana;
  private DeskHost eva;
  private DialogId dialog;

  @BeforeAll
  static void buildWorkspace() throws Exception {
    folder = Files.createTempDirectory(Schedule.scratch(), "recado-workspace");
    workspace = Workspace.build(folder);
  }

  @AfterAll
  static void removeWorkspace() {
    Folders.delete(folder);
  }

  @BeforeEach
  void anaHasADialogAndADraftInIt() throws Exception {
    root = Files.createTempDirectory(Schedule.scratch(), "recado-steps");
    Disk disk = new Disk(root.resolve("relay"), random.split());
    disk.format(workspace.relayData());
    relay = new RelayHost(time, trace, random.split(), witness, disk, Engines::relay);
    relay.start();
    ana = host("ana");
    eva = host("eva");
    time.run(Duration.ofSeconds(5));
    CustomerHost customer =
        new CustomerHost(
            "customer",
            workspace.channelKeys().getFirst(),
            relay,
            calm(),
            time,
            trace,
            random.split(),
            witness);
    customer.write();
    time.run(Duration.ofSeconds(10));
    dialog = eva.items().getFirst().id();
    desk(eva).accept(dialog);
    time.run(Duration.ofSeconds(5));
    desk(eva).transferToUser(dialog, ana.user(), null, false);
    time.run(Duration.ofSeconds(5));
    desk(ana).saveDraft(dialog, DraftKind.REPLY, OLDER, null);
    time.run(Duration.ofSeconds(10));
    assertThat(item(ana).mine()).isTrue();
  }

  @AfterEach
  void close() {
    hosts.forEach(DeskHost::stop);
    relay.stop();
    Folders.delete(root);
  }

  private DeskHost host(String name) {
    Workspace.Seat seat =
        workspace.seats().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    witness.signedIn(seat.token(), seat.user());
    Disk disk = new Disk(root.resolve(name), random.split());
    disk.format();
    DeskHost host =
        new DeskHost(
            name,
            seat.user(),
            calm(),
            disk,
            relay,
            time,
            trace,
            random.split(),
            witness,
            (profile, api, files, machine, chance) ->
                Engines.desk(profile, api, files, machine, chance, seat.account()));
    hosts.add(host);
    host.start();
    desk(host).setUndoTime(Duration.ZERO);
    return host;
  }

  private Link calm() {
    Link link = new Link(random.split());
    link.weather(Weather.CALM);
    return link;
  }

  private static Desk desk(DeskHost host) {
    return Objects.requireNonNull(host.desk());
  }

  private DialogItem item(DeskHost host) {
    return host.items().stream().filter(one -> one.id().equals(dialog)).findFirst().orElseThrow();
  }

  private Batch run() {
    return desk(ana)
        .batches()
        .start(
            List.of(
                new DeskBatches.Run(
                    dialog,
                    List.of(
                        new Intent.SendMessage("Segue o orçamento", false, null, List.of()),
                        new Intent.SetPriority(Priority.HIGH),
                        new Intent.TagDialog(List.of("orçamento"), List.of()),
                        new Intent.SnoozeDialog(time.instant().plus(Duration.ofDays(1)))))));
  }

  private List<JsonObject> replies() {
    return relay.books().timelines().get(dialog.value()).stream()
        .filter(message -> message.get("text").getAsString().equals("Segue o orçamento"))
        .toList();
  }

  private void draftIsUntouched() {
    assertThat(desk(ana).draft(dialog, DraftKind.REPLY))
        .isEqualTo(new Draft(dialog, DraftKind.REPLY, OLDER, null, null));
  }

  @Test
  void allAreDoneInOrderAndTheDraftStaysAsItIs() {
    Batch batch = run();
    time.run(Duration.ofSeconds(30));
    assertThat(batch.count(Progress.DONE)).isEqualTo(4);
    assertThat(replies()).hasSize(1);
    assertThat(item(ana).dialog().tags()).containsExactly("orçamento");
    assertThat(item(ana).dialog().priority()).isEqualTo(Priority.HIGH);
    assertThat(item(ana).asleep()).isTrue();
    draftIsUntouched();
  }

  @Test
  void queuedOfflineAllAreHeldWhenSomebodyElseTookTheDialogAndNothingIsLost() {
    Batch batch = takenMeanwhile();
    assertThat(batch.steps()).extracting(Batch.Step::progress).containsOnly(Progress.HELD);
    assertThat(batch.steps())
        .extracting(Batch.Step::reason)
        .containsExactly(
            HeldReason.TAKEN,
            HeldReason.DEPENDS_ON_HELD,
            HeldReason.DEPENDS_ON_HELD,
            HeldReason.TAKEN);
    assertThat(replies()).isEmpty();
    assertThat(item(ana).dialog().tags()).isEmpty();
    assertThat(item(ana).dialog().priority()).isEqualTo(Priority.NORMAL);
    assertThat(desk(ana).needsAttention()).hasSize(1);
    HeldItem card = desk(ana).needsAttention().getFirst();
    assertThat(card.texts()).containsExactly("Segue o orçamento");
    assertThat(card.chain()).hasSize(4);
    draftIsUntouched();
  }

  @Test
  void takenOverAgainTheyAreAllDoneInTheirOrder() {
    Batch batch = takenMeanwhile();
    HeldItem card = desk(ana).needsAttention().getFirst();
    desk(ana).resolve(card, HeldItem.Choice.TAKE_OVER_AND_SEND);
    time.run(Duration.ofMinutes(1));
    assertThat(batch.count(Progress.DECIDED)).isEqualTo(4);
    assertThat(desk(ana).needsAttention()).isEmpty();
    assertThat(replies()).hasSize(1);
    assertThat(item(ana).mine()).isTrue();
    assertThat(item(ana).dialog().tags()).containsExactly("orçamento");
    assertThat(item(ana).asleep()).isTrue();
    draftIsUntouched();
  }

  @Test
  void whatIsChosenForThemStillDependsStepByStep() {
    takenMeanwhile();
    HeldItem card = desk(ana).needsAttention().getFirst();
    ana.link().up(false);
    time.run(Duration.ofSeconds(5));
    desk(ana).resolve(card, HeldItem.Choice.TAKE_OVER_AND_SEND);
    desk(eva).finish(dialog);
    time.run(Duration.ofMinutes(1));
    ana.link().up(true);
    time.run(Duration.ofMinutes(2));
    assertThat(desk(ana).needsAttention()).hasSize(1);
    assertThat(replies()).isEmpty();
    assertThat(item(eva).dialog().tags()).isEmpty();
    assertThat(item(eva).dialog().priority()).isEqualTo(Priority.NORMAL);
    assertThat(desk(ana).needsAttention().getFirst().texts()).containsExactly("Segue o orçamento");
  }

  /** Ana runs it without a line, and Eva takes the dialog before the line is back. */
  private Batch takenMeanwhile() {
    ana.link().up(false);
    time.run(Duration.ofSeconds(5));
    Batch batch = run();
    time.run(Duration.ofSeconds(5));
    assertThat(batch.count(Progress.QUEUED)).isEqualTo(4);
    desk(eva).takeOver(dialog);
    time.run(Duration.ofMinutes(1));
    ana.link().up(true);
    time.run(Duration.ofMinutes(2));
    return batch;
  }
}
