package app.recado.client.ui.composer;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
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

/** Where a time is chosen: a day and a time of day. Enter takes it, Esc leaves. */
final class TimeCard extends VBox {
  private static final double WIDTH = 340;

  private final DatePicker day = new DatePicker();
  private final TextField time = new TextField();
  private final Button take;
  private final ZoneId zone;
  private final Instant now;

  /**
   * @param now what is not after it cannot be chosen
   * @param close takes the card away
   */
  TimeCard(Instant now, ZoneId zone, Runnable close, Consumer<Instant> chosen) {
    this.now = now;
    this.zone = zone;
    Texts texts = Texts.of("composer");
    getStyleClass().addAll("popover", "question");
    setId("time-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get("time.title"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    ZonedDateTime soon = now.atZone(zone).plusHours(1);
    day.setId("time-day");
    day.setValue(soon.toLocalDate());
    day.setEditable(false);
    day.setAccessibleText(texts.get("time.day"));
    HBox.setHgrow(day, Priority.ALWAYS);
    time.setId("time-of-day");
    time.setPrefColumnCount(5);
    time.setText("%02d:00".formatted(soon.getHour()));
    time.setAccessibleText(texts.get("time.clock"));
    Label hint = new Label(texts.get("time.hint", zone.getId()));
    hint.getStyleClass().addAll("small", "muted");
    hint.setWrapText(true);
    take =
        Buttons.primary(
            texts.get("time.take"),
            null,
            () -> {
              Instant at = at();
              if (at != null) {
                close.run();
                chosen.accept(at);
              }
            });
    take.setId("time-take");
    time.setOnAction(enter -> take.fire());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(gap, Buttons.secondary(texts.get("time.cancel"), null, close), take);
    buttons.getStyleClass().add("question-buttons");
    HBox fields = new HBox(8, day, time);
    getChildren().setAll(title, fields, hint, buttons);
    time.textProperty().subscribe(typed -> check());
    day.valueProperty().subscribe(picked -> check());
  }

  /** What gets the focus first. */
  Node first() {
    return time;
  }

  private void check() {
    take.setDisable(at() == null);
  }

  /** The time that is chosen; null while it is none, or past. */
  private @Nullable Instant at() {
    LocalDate date = day.getValue();
    if (date == null) {
      return null;
    }
    try {
      String typed = time.getText().strip();
      LocalTime clock = LocalTime.parse(typed.indexOf(':') == 1 ? "0" + typed : typed);
      Instant at = date.atTime(clock).atZone(zone).toInstant();
      return at.isAfter(now) ? at : null;
    } catch (DateTimeParseException notYet) {
      return null;
    }
  }
}
