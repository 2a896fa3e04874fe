package app.recado.client.ui.settings;

import app.recado.client.sync.Administration;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Intent;
import app.recado.protocol.QueueMode;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Adds a channel; its queue and texts are set when it is there. */
final class NewChannelCard extends VBox {
  NewChannelCard(Cards cards, WorkspaceViewModel model) {
    Texts texts = cards.texts();
    TextField name = new TextField();
    name.setId("new-channel");
    name.textProperty().bindBidirectional(model.unsaved().newChannel());
    name.setPromptText(texts.get("channel.newName"));
    name.setAccessibleText(name.getPromptText());
    HBox.setHgrow(name, Priority.ALWAYS);
    Label problem = new Label();
    problem.getStyleClass().addAll("small", "danger-text");
    problem.setWrapText(true);
    problem.setId("new-channel-problem");
    BooleanProperty waiting = new SimpleBooleanProperty();
    Button add =
        Buttons.secondary(
            texts.get("channel.add"),
            Icon.PLUS,
            () -> {
              String obstacle = model.obstacle();
              if (obstacle != null) {
                problem.setText(texts.get("save." + obstacle));
                return;
              }
              waiting.set(true);
              model
                  .administration()
                  .apply(
                      new Intent.AddChannel(name.getText().strip(), QueueMode.EVENLY, List.of()),
                      answer -> {
                        waiting.set(false);
                        problem.setText(Answers.words(texts, answer));
                        if (answer instanceof Administration.Done) {
                          name.clear();
                        }
                      });
            });
    add.disableProperty()
        .bind(
            waiting.or(
                Bindings.createBooleanBinding(
                    () -> name.getText().isBlank(), name.textProperty())));
    name.setOnAction(enter -> add.fire());
    add.setId("add-channel");
    HBox row = new HBox(8, name, add);
    getChildren().setAll(cards.card("channel.new", row, problem));
  }
}
