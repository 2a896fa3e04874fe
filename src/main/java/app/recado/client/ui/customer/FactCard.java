package app.recado.client.ui.customer;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A titled card of facts; takes no room without any. */
final class FactCard extends VBox {
  private final Label title = new Label();
  private final VBox rows = new VBox();
  private final Texts texts;
  private final Consumer<String> copy;
  private List<Fact> shown = List.of();

  FactCard(String title, Texts texts, Consumer<String> copy) {
    this.texts = texts;
    this.copy = copy;
    this.title.setText(title);
    this.title.getStyleClass().add("section-label");
    rows.getStyleClass().add("facts");
    getStyleClass().addAll("card", "fact-card");
    getChildren().setAll(this.title, rows);
    Shown.when(false, this);
  }

  void show(List<Fact> facts) {
    if (facts.equals(shown)) {
      return;
    }
    shown = facts;
    Shown.when(!facts.isEmpty(), this);
    rows.getChildren().setAll(facts.stream().map(this::row).toList());
  }

  private HBox row(Fact fact) {
    Label label = new Label(fact.label());
    label.getStyleClass().addAll("small", "muted", "fact-label");
    Label value = new Label(fact.value());
    value.getStyleClass().addAll("small", "fact-value");
    value.setMaxWidth(Double.MAX_VALUE);
    value.setTooltip(Buttons.tooltip(fact.value()));
    label.setLabelFor(value);
    StackPane place = new StackPane(value);
    StackPane.setAlignment(value, Pos.CENTER_LEFT);
    HBox.setHgrow(place, Priority.ALWAYS);
    String copied = fact.copied();
    if (copied != null) {
      Button button =
          Buttons.borderedIcon(
              Icon.COPY, texts.get("copy", fact.label()), () -> copy.accept(copied));
      button.getStyleClass().add("fact-copy");
      StackPane.setAlignment(button, Pos.CENTER_RIGHT);
      place.getChildren().add(button);
    }
    HBox row = new HBox(label, place);
    row.getStyleClass().add("fact");
    return row;
  }
}
