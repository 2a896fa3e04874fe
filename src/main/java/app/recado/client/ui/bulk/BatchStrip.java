package app.recado.client.ui.bulk;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the last act on several dialogs or of several steps, below the list; goes by
 * itself when all is done and stays while something asks for the agent.
 */
public final class BatchStrip extends VBox implements AutoCloseable {
  /** How long a good end is shown. */
  static final Duration STAYS = Duration.ofSeconds(6);

  private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

  private final BulkViewModel model;
  private final BulkPorts ports;
  private final Later later;
  private final Texts texts = Texts.of("bulk");
  private final BatchWords words = new BatchWords(texts);
  private final Label name = new Label();
  private final Label summary = new Label();
  private final Button undo;
  private final Subscription subscription = new Subscription();
  private Subscription steps = new Subscription();
  private javafx.util.Subscription going = javafx.util.Subscription.EMPTY;

  public BatchStrip(BulkViewModel model, BulkPorts ports, Later later) {
    this.model = model;
    this.ports = ports;
    this.later = later;
    getStyleClass().add("batch-strip");
    setId("batch-strip");
    setAccessibleRole(AccessibleRole.TEXT);
    name.getStyleClass().add("batch-name");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    summary.getStyleClass().addAll("small", "muted");
    summary.setWrapText(true);
    undo = Buttons.link(texts.get("undo"), model::undo);
    undo.setId("batch-undo");
    Button details = Buttons.link(texts.get("details"), this::openDetails);
    details.setId("batch-details");
    Button close = Buttons.icon(Icon.X, texts.get("close"), model::forget);
    close.setId("batch-close");
    HBox head = new HBox(name, undo, details, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("batch-head");
    getChildren().setAll(head, summary);
    subscription.to(model.last(), this::show);
  }

  private void show(BulkViewModel.@Nullable Act act) {
    steps.close();
    steps = new Subscription();
    Shown.when(act != null, this);
    if (act != null) {
      name.setText(act.name());
      steps.to(act.batch().steps(), () -> follow(act));
    }
  }

  private void follow(BulkViewModel.Act act) {
    summary.setText(words.summary(act));
    setAccessibleText(act.name() + ": " + summary.getText());
    Shown.when(act.batch().isUndoable(), undo);
    pseudoClassStateChanged(ATTENTION, act.needsAttention());
    going.unsubscribe();
    if (act.isOver()) {
      going =
          later.after(
              STAYS,
              () -> {
                if (model.last().get() == act) {
                  model.forget();
                }
              });
    }
  }

  private void openDetails() {
    BulkViewModel.Act act = model.last().get();
    if (act != null) {
      Overlay overlay = ports.overlay();
      BatchCard card = new BatchCard(act, words, texts, ports);
      overlay.showCentred(card, card.first());
      overlay.onClosed(card::close);
    }
  }

  @Override
  public void close() {
    going.unsubscribe();
    steps.close();
    subscription.close();
  }
}
