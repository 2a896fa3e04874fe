package app.recado.client.ui.bulk;

import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Progress;
import app.recado.client.state.DialogItem;
import app.recado.client.ui.action.Obstacles;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.DialogId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What became of each dialog, or of each step in it; Enter or a click opens it. */
final class BatchCard extends VBox implements AutoCloseable {
  private static final double WIDTH = 440;
  private static final double ROW = 40;
  private static final int MOST_ROWS = 9;

  private final BatchWords words;
  private final Texts texts;
  private final BulkPorts ports;
  private final ListView<Row> list = new ListView<>();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final Subscription subscription = new Subscription();

  /** A dialog and what became of it. */
  private record Row(DialogId dialog, String name, Icon icon, String style, String what) {}

  BatchCard(BulkViewModel.Act act, BatchWords words, Texts texts, BulkPorts ports) {
    this.words = words;
    this.texts = texts;
    this.ports = ports;
    getStyleClass().addAll("popover", "batch-card");
    setId("batch-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(act.name());
    Label title = new EmojiLabel(act.name());
    title.getStyleClass().add("heading");
    Label summary = new Label();
    summary.getStyleClass().addAll("small", "muted");
    summary.setWrapText(true);
    list.setItems(rows);
    list.setFixedCellSize(ROW);
    list.getStyleClass().addAll("dialog-list", "batch-list");
    list.setAccessibleText(texts.get("results"));
    list.setCellFactory(view -> new Cell());
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        open(list.getSelectionModel().getSelectedItem());
        key.consume();
      }
    });
    Button close = Buttons.secondary(texts.get("close"), null, () -> ports.overlay().hide());
    HBox foot = new HBox(close);
    foot.getStyleClass().add("question-buttons");
    getChildren().setAll(title, summary, list, foot);
    Map<DialogId, String> names = new HashMap<>();
    subscription.to(
        act.batch().steps(),
        () -> {
          summary.setText(words.summary(act));
          show(act, names);
        });
    double height = Math.min(MOST_ROWS, rows.size()) * ROW + 2;
    list.setPrefHeight(height);
    list.setMinHeight(height);
    list.getSelectionModel().selectFirst();
  }

  Node first() {
    return list;
  }

  /**
   * What asks for the agent comes first, but for the steps in one dialog, which keep their order.
   */
  private void show(BulkViewModel.Act act, Map<DialogId, String> names) {
    List<Row> urgent = new ArrayList<>();
    List<Row> others = new ArrayList<>();
    int number = 0;
    for (Batch.Step step : act.batch().steps()) {
      number++;
      boolean held = step.progress() == Progress.HELD || step.progress() == Progress.REFUSED;
      String name = name(act, step, number, names);
      (held && !act.isOfOneDialog() ? urgent : others)
          .add(new Row(step.dialog(), name, icon(step.progress()), style(step), words.step(step)));
    }
    for (BulkViewModel.Skipped one : act.skipped()) {
      DialogItem item = one.item();
      others.add(
          new Row(
              item.id(),
              VisitorName.of(item.customer().name()),
              Icon.SKIP_FORWARD,
              "muted",
              Obstacles.words(one.why())));
    }
    urgent.addAll(others);
    if (rows.size() == urgent.size()) {
      for (int at = 0; at < urgent.size(); at++) {
        if (!rows.get(at).equals(urgent.get(at))) {
          rows.set(at, urgent.get(at));
        }
      }
    } else {
      rows.setAll(urgent);
    }
  }

  /** The dialog; where more is done in one, also what, and of one alone only that. */
  private String name(
      BulkViewModel.Act act, Batch.Step step, int number, Map<DialogId, String> names) {
    if (act.isOfOneDialog()) {
      return texts.get("results.step", number, words.intent(step.intent()));
    }
    String dialog = names.computeIfAbsent(step.dialog(), id -> ports.nameOf(id));
    return act.isStepwise()
        ? texts.get("results.both", dialog, words.intent(step.intent()))
        : dialog;
  }

  private static Icon icon(Progress progress) {
    return switch (progress) {
      case WRITING, DELAYED, QUEUED -> Icon.CLOCK;
      case DONE, DECIDED -> Icon.CHECK;
      case HELD -> Icon.PAUSE;
      case REFUSED -> Icon.CIRCLE_ALERT;
      case TAKEN_BACK -> Icon.UNDO_2;
    };
  }

  private static String style(Batch.Step step) {
    return switch (step.progress()) {
      case HELD -> "warning";
      case REFUSED -> "danger";
      case DONE -> "accent";
      default -> "muted";
    };
  }

  private void open(@Nullable Row row) {
    if (row != null) {
      ports.overlay().hide();
      ports.show(row.dialog());
    }
  }

  @Override
  public void close() {
    subscription.close();
  }

  private final class Cell extends ListCell<Row> {
    private final IconView icon = new IconView(Icon.CHECK, 16);
    private final Label name = new Label();
    private final Label what = new Label();
    private final HBox line = new HBox(10, icon, name, what);

    Cell() {
      getStyleClass().add("batch-cell");
      setPrefWidth(0);
      line.setAlignment(Pos.CENTER_LEFT);
      name.setMinWidth(60);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      what.getStyleClass().addAll("small", "muted");
      what.setMinWidth(Label.USE_PREF_SIZE);
      setOnMouseClicked(click -> open(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      icon.show(row.icon());
      icon.getStyleClass().removeAll("warning", "danger", "accent", "muted");
      icon.getStyleClass().add(row.style());
      name.setText(row.name());
      what.setText(row.what());
      setGraphic(line);
      setAccessibleText(row.name() + ": " + row.what());
    }
  }
}
