package app.recado.client.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.SendState;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.FakeTimeline;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.SteppedTime;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.fxmisc.flowless.VirtualFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineViewTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();

  private final FakeDesk desk = Pictures.desk();
  private final FakeTimeline timeline = desk.timeline(MARINA.id());
  private final SteppedTime time = new SteppedTime();
  private ConversationViewModel model;
  private TimelineView view;
  private Stage stage;

  @BeforeEach
  void openWindow() {
    Fx.start();
    timeline.entries.clear();
    Fx.run(() -> {
      model =
          new ConversationViewModel(
              desk, new AskedPorts(), new Moments(ZoneId.of("America/Recife")));
      view =
          new TimelineView(
              model,
              new Register(List::of, List::of),
              time,
              at -> {},
              (person, at) -> {},
              (file, place) -> {});
      Scene scene = new Scene(view, 741, 600);
      new Theme(Appearance.LIGHT).dress(scene);
      stage = new Stage();
      stage.setScene(scene);
      stage.show();
    });
  }

  @AfterEach
  void closeWindow() {
    Fx.run(() -> stage.close());
  }

  @Test
  void opensAtTheEnd() {
    open(messages(1, 200));
    assertThat(lastVisible()).isEqualTo("dialog-marina-200");
  }

  @Test
  void opensAtTheFirstUnreadMessageWhenThatIsNotInView() {
    List<TimelineEntry> entries = messages(1, 100);
    entries.add(50, new TimelineEntry.Unread());
    open(entries);
    assertThat(firstVisible()).isEqualTo("unread");
  }

  @Test
  void nothingMovesWhenOlderRowsComeAbove() {
    timeline.hasOlder.set(true);
    open(messages(101, 200));
    Fx.run(() -> flow().scrollYBy(-900));
    settle();
    Map<String, Double> before = tops();
    change(() -> timeline.entries.addAll(0, messages(51, 100)));
    Map<String, Double> after = tops();
    assertThat(before).hasSizeGreaterThan(3);
    before.forEach((key, top) -> assertThat(after.get(key)).as(key).isNotNull().isEqualTo(top));
  }

  @Test
  void asksForOlderRowsOncePerPage() {
    timeline.hasOlder.set(true);
    open(messages(101, 150));
    Fx.run(() -> flow().show(0));
    settle();
    Fx.run(() -> flow().scrollYBy(30));
    settle();
    assertThat(timeline.calls).containsOnlyOnce("loadOlder");
    change(() -> timeline.entries.addAll(0, messages(91, 100)));
    Fx.run(() -> flow().show(0));
    settle();
    assertThat(timeline.calls.stream().filter("loadOlder"::equals)).hasSize(2);
  }

  @Test
  void asksForTheNextPageThoughItBeginsWithTheSameDay() {
    timeline.hasOlder.set(true);
    TimelineEntry.Day day = new TimelineEntry.Day(LocalDate.of(2026, 3, 2));
    List<TimelineEntry> entries = messages(101, 150);
    entries.addFirst(day);
    open(entries);
    Fx.run(() -> flow().show(0));
    settle();
    change(() -> timeline.entries.addAll(1, messages(51, 100)));
    Fx.run(() -> flow().show(0));
    settle();
    assertThat(timeline.calls.stream().filter("loadOlder"::equals)).hasSize(2);
  }

  @Test
  void followsTheEndWhileItIsInView() {
    open(messages(1, 50));
    change(() -> timeline.entries.add(message(51)));
    assertThat(lastVisible()).isEqualTo("dialog-marina-51");
    assertThat(pill().isVisible()).isFalse();
  }

  @Test
  void whatComesWhileReadingIsCountedAndMovesNothing() {
    open(messages(1, 200));
    Fx.run(() -> flow().scrollYBy(-2000));
    settle();
    Map<String, Double> before = tops();
    change(() -> timeline.entries.add(message(201)));
    change(() -> timeline.entries.addAll(List.of(message(202), message(203))));
    assertThat(tops()).isEqualTo(before);
    assertThat(pill().isVisible()).isTrue();
    assertThat(pill().getText()).isEqualTo("3 new");
    Fx.run(() -> pill().fire());
    settle();
    assertThat(lastVisible()).isEqualTo("dialog-marina-203");
    assertThat(pill().isVisible()).isFalse();
  }

  @Test
  void whatISendBringsMeToTheEnd() {
    open(messages(1, 200));
    Fx.run(() -> flow().scrollYBy(-2000));
    settle();
    change(() ->
        timeline.entries.add(
            Example.message(
                MARINA,
                201,
                "pronto",
                Example.NOW,
                Pictures.BRUNO,
                true,
                false,
                SendState.QUEUED)));
    assertThat(lastVisible()).isEqualTo("dialog-marina-201");
  }

  @Test
  void theStateOfAMessageChangesInPlace() {
    open(messages(1, 30));
    change(() -> timeline.entries.add(own(SendState.QUEUED)));
    Map<String, Double> before = tops();
    change(() -> timeline.entries.set(30, own(SendState.SENT)));
    assertThat(tops().keySet()).containsAll(before.keySet());
    assertThat(pill().isVisible()).isFalse();
  }

  @Test
  void jumpsToAMessageFarAwayAndShowsWhichItIs() {
    open(messages(1, 300));
    change(() -> view.jumpTo(new MessageId("dialog-marina-20")));
    assertThat(tops()).containsKey("dialog-marina-20");
    assertThat(flashing()).containsExactly("dialog-marina-20");
    Fx.run(() -> time.pass(Duration.ofSeconds(2)));
    assertThat(flashing()).isEmpty();
  }

  @Test
  void saysWhatIsOnScreen() {
    open(messages(1, 60));
    assertThat(desk.calls).contains("seen dialog-marina dialog-marina-60");
  }

  @Test
  void whatOnlyLiesInTheOutboxIsNotSaidToBeSeen() {
    List<TimelineEntry> entries = messages(1, 5);
    entries.add(own(SendState.QUEUED));
    open(entries);
    assertThat(desk.calls.stream().filter(call -> call.startsWith("seen")))
        .containsExactly("seen dialog-marina dialog-marina-5");
  }

  @Test
  void aWordWithoutEndStaysInsideTheColumn() {
    open(List.of(message(1, "x".repeat(3000)), message(2, "مرحبا 👩‍👩‍👧‍👦 olá")));
    Fx.run(() ->
        view.lookupAll(".bubble")
            .forEach(bubble ->
                assertThat(bubble.getLayoutBounds().getWidth()).isLessThanOrEqualTo(460)));
    assertThat(Fx.get(() -> flow().getWidth())).isLessThanOrEqualTo(741);
    assertThat(Fx.get(() -> flow().totalWidthEstimateProperty().getValue()))
        .isLessThanOrEqualTo(741.0);
  }

  private void open(List<TimelineEntry> entries) {
    Fx.run(() -> {
      timeline.entries.setAll(entries);
      model.open(MARINA.id());
    });
    settle();
  }

  private void change(Runnable change) {
    Fx.run(change);
    settle();
  }

  /** Lets two frames pass: one lays out, what it found is done in the next. */
  private void settle() {
    for (int frame = 0; frame < 3; frame++) {
      Fx.run(() -> {
        view.applyCss();
        view.layout();
      });
      Fx.frame();
    }
  }

  @SuppressWarnings("unchecked")
  private VirtualFlow<TimelineEntry, EntryCell> flow() {
    return (VirtualFlow<TimelineEntry, EntryCell>) view.lookup(".timeline-flow");
  }

  private Button pill() {
    return (Button) view.lookup(".new-pill");
  }

  /** Where each visible row begins, by its key. */
  private Map<String, Double> tops() {
    return Fx.get(() -> {
      Map<String, Double> tops = new HashMap<>();
      for (EntryCell cell : flow().visibleCells()) {
        Node node = cell.getNode();
        TimelineEntry entry = cell.entry();
        if (entry != null) {
          tops.put(entry.key(), node.localToScene(0, 0).getY());
        }
      }
      return tops;
    });
  }

  private List<String> flashing() {
    return Fx.get(() ->
        flow().visibleCells().stream()
            .filter(cell ->
                cell.getNode().getPseudoClassStates().stream()
                    .anyMatch(state -> state.getPseudoClassName().equals("flash")))
            .map(cell -> cell.entry() == null ? "" : cell.entry().key())
            .toList());
  }

  private String firstVisible() {
    return Fx.get(() -> timeline.entries.get(flow().getFirstVisibleIndex()).key());
  }

  private String lastVisible() {
    return Fx.get(() -> timeline.entries.get(flow().getLastVisibleIndex()).key());
  }

  private static TimelineEntry.Message own(SendState state) {
    return Example.message(MARINA, 900, "meu", Example.NOW, Pictures.BRUNO, true, false, state);
  }

  private static List<TimelineEntry> messages(int from, int to) {
    return new ArrayList<>(
        IntStream.rangeClosed(from, to)
            .mapToObj(TimelineViewTest::message)
            .map(TimelineEntry.class::cast)
            .toList());
  }

  private static TimelineEntry.Message message(int position) {
    return message(position, "Mensagem " + position + " mais".repeat(position % 23));
  }

  private static TimelineEntry.Message message(int position, String text) {
    return Example.message(MARINA, position, text, Example.NOW, null, false);
  }
}
