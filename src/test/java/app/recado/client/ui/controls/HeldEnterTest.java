package app.recado.client.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import app.recado.client.ui.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One press of Enter does one thing, however long it is held. */
class HeldEnterTest {
  private final List<String> done = new ArrayList<>();
  private Overlay overlay;
  private TextField below;
  private Scene scene;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.start();
    Fx.run(() -> {
      overlay = new Overlay();
      below = new TextField();
      below.setOnAction(enter -> done.add("sent"));
      scene = Fx.scene(new StackPane(below, overlay), 600, 400, Appearance.LIGHT);
      stage = new Stage();
      stage.setScene(scene);
      stage.show();
      below.requestFocus();
    });
  }

  @AfterEach
  void close() {
    Fx.run(stage::hide);
  }

  @Test
  void aHeldEnterDoesNotAnswerTheQuestionThatItOpened() {
    Fx.run(() -> below.setOnAction(enter -> ask()));
    press();
    press();
    press();
    assertThat(Fx.get(overlay::isOpen)).isTrue();
    release();
    assertThat(done).isEmpty();
    press();
    release();
    assertThat(done).containsExactly("answered");
  }

  @Test
  void aHeldEnterThatTookACardAwaySendsNothingBelow() {
    TextField field = new TextField();
    field.setOnAction(enter -> overlay.hide());
    Fx.run(() -> overlay.showCentred(new StackPane(field), field));
    press();
    press();
    assertThat(Fx.get(overlay::isOpen)).isFalse();
    assertThat(done).isEmpty();
    release();
    press();
    assertThat(done).containsExactly("sent");
  }

  @Test
  void aHeldEnterRepeatsWhereNothingOpensOrCloses() {
    press();
    press();
    assertThat(done).containsExactly("sent", "sent");
  }

  private void ask() {
    new Question(overlay, "Finish?", "It ends.", "No", "Yes", false, () -> done.add("answered"))
        .ask(overlay);
    Fx.layOut(scene.getRoot());
  }

  private void press() {
    key(KeyEvent.KEY_PRESSED);
  }

  private void release() {
    key(KeyEvent.KEY_RELEASED);
  }

  private void key(EventType<KeyEvent> type) {
    Fx.run(() ->
        Event.fireEvent(
            scene.getFocusOwner(),
            new KeyEvent(type, "", "", KeyCode.ENTER, false, false, false, false)));
  }
}
