package app.recado.client.ui.conversation;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.converter.LocalDateStringConverter;

/** Below the header: finding a word or a day in everything that was ever said in the dialog. */
final class FindBar extends HBox {
  private final FindViewModel model;
  private final Runnable leave;
  private final Texts texts = Texts.of("conversation");
  private final TextField query = new TextField();
  private final DatePicker day = new DatePicker();

  /**
   * @param toDay shows where a day begins
   * @param leave takes the keyboard when the bar closes
   */
  FindBar(FindViewModel model, Consumer<LocalDate> toDay, Runnable leave) {
    this.model = model;
    this.leave = leave;
    getStyleClass().add("find-bar");
    setId("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(texts.get("find.name"));
    query.setId("find-query");
    query.setPromptText(texts.get("find.prompt"));
    query.setAccessibleText(texts.get("find.prompt"));
    query.textProperty().bindBidirectional(model.queryProperty());
    query.setMinWidth(60);
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox field = new HBox(new IconView(Icon.SEARCH, 16), query);
    field.getStyleClass().add("search-field");
    field.setMinWidth(0);
    HBox.setHgrow(field, Priority.ALWAYS);
    Label count = new Label();
    count.setId("find-count");
    count.getStyleClass().addAll("tiny", "muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.textProperty().bind(model.countProperty());
    Button up = Buttons.icon(Icon.ARROW_UP, texts.get("find.up"), () -> model.step(-1));
    up.setId("find-up");
    Button down = Buttons.icon(Icon.ARROW_DOWN, texts.get("find.down"), () -> model.step(1));
    down.setId("find-down");
    day.setId("find-day");
    day.setPromptText(texts.get("find.day"));
    day.setAccessibleText(texts.get("find.day"));
    day.setPrefWidth(150);
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
    day.setConverter(new LocalDateStringConverter(format, format));
    day.setOnAction(chosen -> {
      LocalDate wanted = day.getValue();
      if (wanted != null) {
        toDay.accept(wanted);
      }
    });
    Button close = Buttons.icon(Icon.X, texts.get("find.close"), this::close);
    close.setId("find-close");
    getChildren().setAll(field, count, up, down, day, close);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(model.openProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Where one types a word. */
  Node words() {
    return query;
  }

  /** Where one chooses a day. */
  Node day() {
    return day;
  }

  private void close() {
    model.close();
    day.setValue(null);
    leave.run();
  }

  private void keyPressed(KeyEvent event) {
    boolean typing = query.isFocused();
    switch (event.getCode()) {
      case ESCAPE -> {
        if (day.isShowing()) {
          return;
        }
        close();
      }
      case ENTER -> {
        if (!typing) {
          return;
        }
        model.step(event.isShiftDown() ? 1 : -1);
      }
      case UP, DOWN -> {
        if (!typing) {
          return;
        }
        model.step(event.getCode() == KeyCode.UP ? -1 : 1);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
