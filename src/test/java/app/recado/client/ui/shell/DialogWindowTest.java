package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.PicturesOfMacros;
import app.recado.client.ui.theme.Appearance;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialogWindowTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();

  private final FakeDesk desk = Pictures.desk();
  private Shown shown;

  @BeforeEach
  void open() {
    Fx.start();
    Fx.run(() -> {
      shown = new Shown(desk, 1440, 900, Appearance.LIGHT);
      shown.select(Tab.MINE);
      shown.areas.show(MARINA.id());
      Fx.layOut(shown.areas.root());
    });
  }

  @AfterEach
  void close() {
    Fx.run(() -> shown.close());
  }

  @Test
  void keyGivesTheDialogAWindowWithItsOwnTimelineAndReplyField() {
    press(KeyCode.ENTER, true);
    Fx.frame();
    Stage window = window();
    assertThat(Fx.get(window::getTitle)).isEqualTo("Marina Rocha – Recado");
    TextArea area = (TextArea) Fx.get(() -> node("#writing"));
    Fx.run(() -> area.setText("Vai amanhã cedo"));
    Fx.run(() -> ((Button) node("#send")).fire());
    assertThat(desk.calls).anyMatch(call -> call.startsWith("send dialog-marina Vai amanhã cedo"));
    assertThat(Fx.get(() -> window.getScene().getRoot().lookupAll(".bubble-row").size()))
        .isGreaterThan(2);
  }

  @Test
  void mainWindowGoesOnToAnotherDialogWithoutIt() {
    press(KeyCode.ENTER, true);
    Fx.run(() -> shown.areas.show(Pictures.mine().get(1).id()));
    assertThat(Fx.get(() -> window().getTitle())).isEqualTo("Marina Rocha – Recado");
  }

  @Test
  void doubleClickInTheListDoesItToo() {
    Fx.run(() -> {
      Node row =
          shown.areas.root().lookupAll(".dialog-cell").stream()
              .filter(cell -> cell.getAccessibleText() != null)
              .filter(cell -> cell.getAccessibleText().contains("Marina"))
              .findFirst()
              .orElseThrow();
      row.fireEvent(click(row, 1));
      assertThat(windows()).isEmpty();
      row.fireEvent(click(row, 2));
    });
    assertThat(Fx.get(this::windows)).hasSize(1);
  }

  @Test
  void dialogHasOneWindowWhichRemembersItsPlace() {
    press(KeyCode.ENTER, true);
    Fx.run(() -> {
      window().setX(70);
      window().setY(50);
      window().setWidth(600);
      window().setHeight(500);
    });
    press(KeyCode.ENTER, true);
    assertThat(Fx.get(this::windows)).hasSize(1);
    Fx.run(() -> shown.areas.windows().close());
    assertThat(Fx.get(this::windows)).isEmpty();
    assertThat(shown.preferences.dialogWindowPlace()).isEqualTo("70 50 600 500 normal");
    press(KeyCode.ENTER, true);
    Fx.frame();
    assertThat(Fx.get(() -> window().getX())).isEqualTo(70);
    assertThat(Fx.get(() -> window().getWidth())).isEqualTo(600);
  }

  @Test
  void closedOneIsLetGoOfThoughTheDeskGoesOn() {
    press(KeyCode.ENTER, true);
    Fx.frame();
    WeakReference<Node> view = new WeakReference<>(Fx.get(() -> node("#timeline")));
    Fx.run(() -> shown.areas.windows().close());
    // No timeline is shared but here: a desk opens one for each view, and forgets it with that.
    Fx.run(() -> shown.areas.show(Pictures.mine().get(1).id()));
    desk.timelines.clear();
    assertThat(Fx.isLetGoOf(view)).isTrue();
  }

  @Test
  void offlineItQueuesAsTheMainOne() {
    press(KeyCode.ENTER, true);
    Fx.run(() -> desk.connection.set(new Connection(Connection.Status.OFFLINE, 0, desk.now, null)));
    Fx.frame();
    assertThat(Fx.get(() -> ((Button) node("#send")).getText())).isEqualTo("Queue");
    assertThat(Fx.get(() -> ((Button) node("#send")).isVisible())).isTrue();
  }

  @Test
  void aMacroRunInItTellsThereWhatBecameOfIt() {
    desk.macros.all.setAll(PicturesOfMacros.desk().macros.all);
    press(KeyCode.ENTER, true);
    Fx.frame();
    Fx.run(() -> node("#timeline").requestFocus());
    Fx.run(() ->
        node("#timeline")
            .fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.R, true, false, false, false)));
    Fx.frame();
    Fx.run(() -> ((TextInputControl) node("#macro-query")).setText("encerrar"));
    Fx.run(() ->
        node("#macro-query")
            .fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    Fx.frame();
    Fx.run(() -> ((Button) node("#macro-run")).fire());
    Fx.frame();
    assertThat(desk.calls).anyMatch(call -> call.startsWith("batch dialog-marina [SendMessage"));
    assertThat(Fx.get(() -> node("#batch-strip").getAccessibleText()))
        .isEqualTo("Encerrar com agradecimento: 2 waiting");
  }

  @Test
  void closingTheDeskClosesIt() {
    press(KeyCode.ENTER, true);
    assertThat(Fx.get(this::windows)).hasSize(1);
    Fx.run(() -> shown.areas.close());
    assertThat(Fx.get(this::windows)).isEmpty();
  }

  private void press(KeyCode code, boolean shift) {
    Fx.run(() ->
        shown
            .areas
            .root()
            .fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  private static MouseEvent click(Node node, int count) {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        count,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        new PickResult(node, 5, 5));
  }

  private List<Stage> windows() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(stage -> stage.getScene().getRoot().getStyleClass().contains("dialog-window"))
        .toList();
  }

  private Stage window() {
    return windows().getFirst();
  }

  /** FX thread. */
  private Node node(String selector) {
    return window().getScene().getRoot().lookup(selector);
  }
}
