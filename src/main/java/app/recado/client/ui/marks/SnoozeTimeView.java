package app.recado.client.ui.marks;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card in which a day and a time are chosen. Says when that is, or why it cannot be. */
final class SnoozeTimeView extends VBox {
  private static final double WIDTH = 340;
  private static final Duration FARTHEST = Duration.ofDays(365);
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H:mm");

  private final Moments moments;
  private final Supplier<Instant> now;
  private final Texts texts = Texts.of("marks");
  private final DatePicker day = new DatePicker();
  private final TextField time = new TextField();
  private final Label says = new Label();
  private final Button save;

  SnoozeTimeView(
      Instant proposed,
      Moments moments,
      Supplier<Instant> now,
      Runnable close,
      Consumer<Instant> chosen) {
    this.moments = moments;
    this.now = now;
    getStyleClass().addAll("popover", "question");
    setId("snooze-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get("snooze.title"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    day.setId("snooze-day");
    day.setValue(moments.dateOf(proposed));
    day.getEditor().setAccessibleText(texts.get("snooze.day"));
    HBox.setHgrow(day, Priority.ALWAYS);
    day.setMaxWidth(Double.MAX_VALUE);
    time.setId("snooze-time");
    time.setText(moments.timeOfDay(proposed));
    time.setAccessibleText(texts.get("snooze.time"));
    time.setPrefColumnCount(5);
    says.getStyleClass().addAll("small", "muted");
    says.setWrapText(true);
    save =
        Buttons.primary(
            texts.get("snooze.save"),
            null,
            () -> {
              Instant until = until();
              if (until != null) {
                close.run();
                chosen.accept(until);
              }
            });
    save.setId("snooze-save");
    time.setOnAction(enter -> save.fire());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(gap, Buttons.secondary(texts.get("snooze.cancel"), null, close), save);
    buttons.getStyleClass().add("question-buttons");
    HBox fields = new HBox(day, time);
    fields.getStyleClass().add("snooze-fields");
    getChildren().setAll(title, fields, says, buttons);
    day.valueProperty().subscribe(chosenDay -> check());
    time.textProperty().subscribe(typed -> check());
  }

  /** What gets the focus first. */
  Node first() {
    return time;
  }

  private void check() {
    Instant until = until();
    save.setDisable(until == null);
    says.setText(
        until == null
            ? texts.get("snooze.notThen")
            : texts.get("snooze.until", moments.coming(until, now.get())));
  }

  /** Null for what is no time, over already or too far away. */
  private @Nullable Instant until() {
    LocalDate date = day.getValue();
    if (date == null) {
      return null;
    }
    try {
      Instant until =
          date.atTime(LocalTime.parse(time.getText().strip(), TYPED))
              .atZone(moments.zone())
              .toInstant();
      Instant today = now.get();
      return until.isAfter(today) && until.isBefore(today.plus(FARTHEST)) ? until : null;
    } catch (DateTimeException noTime) {
      return null;
    }
  }
}
