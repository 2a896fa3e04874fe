package app.recado.client.ui.conversation;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** How long a message still stays on this computer, and the way back while it does. */
final class Countdown extends HBox {
  private final RowWords words;
  private final ObservableValue<Instant> seconds;
  private final Label text = new Label();
  private Subscription running = Subscription.EMPTY;

  /**
   * @param seconds changes about once a second
   */
  Countdown(
      Texts texts,
      RowWords words,
      ObservableValue<Instant> seconds,
      Runnable undo,
      Runnable sendNow) {
    this.words = words;
    this.seconds = seconds;
    getStyleClass().add("bubble-leaving");
    text.setMinWidth(USE_PREF_SIZE);
    Button back = Buttons.link(texts.get("leaving.undo"), undo);
    back.setId("undo-send");
    Button now = Buttons.link(texts.get("leaving.sendNow"), sendNow);
    now.setId("send-now");
    getChildren().setAll(text, back, now);
  }

  /** Counts down to a moment; null to stop. */
  void to(@Nullable Instant leavesAt) {
    running.unsubscribe();
    running =
        leavesAt == null
            ? Subscription.EMPTY
            : seconds.subscribe(at -> text.setText(words.leaving(leavesAt)));
  }
}
