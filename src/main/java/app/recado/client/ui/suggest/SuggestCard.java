package app.recado.client.ui.suggest;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Kbd;
import app.recado.client.ui.controls.PickList;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card with the suggestions. The keyboard stays in the reply field, whose query it repeats. */
final class SuggestCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double WIDTH = 560;
  private static final double TALLEST = 330;

  private final SuggestViewModel model;
  private final Consumer<Suggestion> choose;
  private final Texts texts = Texts.of("suggest");
  private final Label query = new Label();
  private final HBox filters = new HBox();
  private final PickList list = new PickList("suggest", TALLEST);
  private final Label nothing = new Label();
  private final Label keys = new Label();
  private final List<SuggestRow> rows = new ArrayList<>();

  SuggestCard(SuggestViewModel model, Consumer<Suggestion> choose) {
    this.model = model;
    this.choose = choose;
    setId("suggest");
    getStyleClass().addAll("popover", "suggest-card");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setPrefWidth(WIDTH);
    setMinWidth(0);
    query.getStyleClass().add("suggest-query");
    query.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox field = new HBox(new IconView(Icon.SEARCH, 16), query, new Kbd(texts.get("close")));
    field.getStyleClass().add("search-field");
    field.setAlignment(Pos.CENTER_LEFT);
    filters.getStyleClass().add("suggest-filters");
    filters.setAlignment(Pos.CENTER_LEFT);
    nothing.getStyleClass().addAll("small", "muted", "suggest-nothing");
    nothing.setWrapText(true);
    keys.getStyleClass().addAll("tiny", "muted", "suggest-keys");
    keys.setMaxWidth(Double.MAX_VALUE);
    getChildren().setAll(field, filters, nothing, list, keys);
  }

  void show(SuggestViewModel.Shown now) {
    SuggestSource source = now.source();
    setAccessibleText(source.name());
    query.setText(now.token().query().isEmpty() ? source.name() : now.token().query());
    showFilters(now);
    rows.clear();
    list.clear();
    String heading = "";
    for (Suggestion suggestion : now.found()) {
      if (!suggestion.heading().equals(heading)) {
        heading = suggestion.heading();
        list.heading(heading, "suggest-heading");
      }
      SuggestRow row = new SuggestRow(suggestion);
      // On the press, before the list takes the keyboard from the field.
      row.setOnMousePressed(press -> {
        choose.accept(suggestion);
        press.consume();
      });
      rows.add(row);
      list.add(row);
    }
    Shown.when(!rows.isEmpty(), list);
    nothing.setText(source.nothing());
    Shown.when(rows.isEmpty(), nothing);
    keys.setText(source.keys());
    mark();
  }

  private void showFilters(SuggestViewModel.Shown now) {
    filters.getChildren().clear();
    List<String> names = now.source().filters();
    for (int i = 0; i < names.size(); i++) {
      int chosen = i;
      Button chip = new Button(names.get(i));
      chip.getStyleClass().setAll("suggest-filter");
      chip.setFocusTraversable(false);
      chip.pseudoClassStateChanged(CHOSEN, i == now.filter());
      chip.setOnAction(pressed -> model.filter(chosen));
      filters.getChildren().add(chip);
    }
    SuggestSource.Extra extra = now.source().extra();
    if (extra != null) {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Button link =
          Buttons.link(
              extra.words(),
              () -> {
                model.dismiss();
                extra.action().run();
              });
      link.setId("suggest-extra");
      link.setFocusTraversable(false);
      filters.getChildren().addAll(gap, link);
    }
    Shown.when(!filters.getChildren().isEmpty(), filters);
  }

  /** What stands beside the rows may have changed; the rows stay where they are. */
  void lookAgain() {
    rows.forEach(SuggestRow::lookAgain);
  }

  void mark() {
    int at = model.markedProperty().get();
    list.mark(at >= 0 && at < rows.size() ? rows.get(at) : null);
  }
}
