package app.recado.client.ui.composer;

import app.recado.client.ui.canned.Template;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Names the variables that are still to be filled in, and leads to the first of them. */
final class OpenVariablesLine extends HBox {
  OpenVariablesLine(OpenVariables variables, TextArea area) {
    Texts texts = Texts.of("composer");
    setId("variables");
    getStyleClass().add("composer-variables");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.getStyleClass().add("small");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button jump =
        Buttons.link(
            texts.get("variables.jump"),
            () -> {
              area.requestFocus();
              variables.property().get().stream()
                  .findFirst()
                  .ifPresent(open -> area.selectRange(open.at(), open.at() + open.text().length()));
            });
    jump.setId("variables-jump");
    getChildren().setAll(new IconView(Icon.TRIANGLE_ALERT, 14), words, jump);
    variables
        .property()
        .subscribe(open -> {
          setVisible(!open.isEmpty());
          setManaged(!open.isEmpty());
          words.setText(open.isEmpty() ? "" : texts.get("variables.text", names(open)));
        });
  }

  static String names(List<Template.Open> open) {
    return open.stream().map(Template.Open::text).distinct().collect(Collectors.joining(", "));
  }
}
