package app.recado.client.ui.controls;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Short notes at the foot of the window, with one thing to do about them: usually undo. */
public final class Toasts extends VBox {
  private static final int MOST = 3;

  /** A name may be longer than the window is wide, and the button must stay in reach. */
  private static final double WIDEST = 560;

  private final Spoken spoken = new Spoken();

  public Toasts() {
    getStyleClass().add("toasts");
    setSpacing(8);
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    setFillWidth(false);
    getChildren().add(spoken);
  }

  /** A note that goes by itself. */
  public void show(String text, Duration stays) {
    show(text, null, () -> {}, stays);
  }

  /** A note about work that takes its time. */
  public interface Progress extends AutoCloseable {
    /**
     * @param part of the whole, from 0 to 1
     */
    void at(double part);

    /** Takes the note away. */
    @Override
    void close();
  }

  /**
   * A note that stays as long as the work, with a button that stops it.
   *
   * @param stop called at most once; the note stays until it is closed
   */
  public Progress progress(String text, String stopText, Runnable stop) {
    Label label = new Label(text);
    label.getStyleClass().add("small");
    ProgressBar bar = new ProgressBar(0);
    bar.setAccessibleText(text);
    Button button = Buttons.secondary(stopText, null, () -> {});
    button.setOnAction(pressed -> {
      button.setDisable(true);
      stop.run();
    });
    HBox toast = new HBox(label, bar, button);
    toast.getStyleClass().addAll("toast", "progress-toast");
    getChildren().add(toast);
    return new Progress() {
      @Override
      public void at(double part) {
        bar.setProgress(part);
      }

      @Override
      public void close() {
        getChildren().remove(toast);
      }
    };
  }

  /**
   * A note with a button; pressing it also takes the note away. A note without one that says the
   * same as the last only stays longer.
   *
   * @param stays how long it is shown; at least long enough to be read
   */
  public void show(String text, @Nullable String actionText, Runnable action, Duration stays) {
    spoken.say(text);
    if (actionText == null && getChildren().getLast() instanceof Note last && last.says(text)) {
      last.stay(stays);
      return;
    }
    Note toast = new Note(text, actionText, action);
    getChildren().add(toast);
    if (getChildren().size() > MOST + 1) {
      getChildren().remove(1);
    }
    toast.stay(stays);
  }

  private final class Note extends HBox {
    private final PauseTransition leaving = new PauseTransition();
    private final boolean only;

    Note(String text, @Nullable String actionText, Runnable action) {
      Label label = new Label(text);
      label.getStyleClass().add("small");
      label.setMaxWidth(WIDEST);
      getChildren().add(label);
      getStyleClass().add("toast");
      setAccessibleText(text);
      only = actionText == null;
      leaving.setOnFinished(over -> leave());
      if (actionText == null) {
        label.setMinHeight(26);
        // What only says something must not be in the way of what lies under it.
        setMouseTransparent(true);
      } else {
        Button button =
            Buttons.secondary(
                actionText,
                null,
                () -> {
                  leaving.stop();
                  leave();
                  action.run();
                });
        getChildren().add(button);
      }
    }

    boolean says(String text) {
      return only && text.equals(getAccessibleText());
    }

    void stay(Duration time) {
      leaving.setDuration(time);
      leaving.playFromStart();
    }

    private void leave() {
      Toasts.this.getChildren().remove(this);
    }
  }
}
