package app.recado.client.ui.views;

import app.recado.client.state.DialogQuery;
import app.recado.client.state.SavedView;
import app.recado.client.sync.Folding;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Counter;
import app.recado.client.ui.controls.PickList;
import app.recado.client.ui.controls.PickRow;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The views there are, to be found by name: the agent's own first. Enter shows one, Esc closes. */
final class ViewsCard extends VBox {
  private static final double WIDTH = 320;
  private static final double LIST = 360;

  private final ViewsViewModel model;
  private final Runnable close;
  private final Texts texts = Texts.of("views");
  private final TextField search = new TextField();
  private final PickList list = new PickList("view", LIST);
  private final List<Row> rows = new ArrayList<>();
  private final Map<DialogQuery, Integer> counts = new HashMap<>();
  private int current;

  private record Row(PickRow line, Runnable choose) {}

  /**
   * @param close takes the card away
   * @param filter opens what a view is put together in
   */
  ViewsCard(ViewsViewModel model, Runnable close, Runnable filter) {
    this.model = model;
    this.close = close;
    getStyleClass().addAll("popover", "views-card");
    setId("views-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get("title"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    search.setId("view-query");
    search.setPromptText(texts.get("search"));
    search.setAccessibleText(search.getPromptText());
    list.sayIn(search);
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox field = new HBox(new IconView(Icon.SEARCH, 16), search);
    field.getStyleClass().add("search-field");
    Button compose = Buttons.secondary(texts.get("compose"), Icon.PLUS, filter);
    compose.setId("view-compose");
    HBox foot = new HBox(compose);
    foot.getStyleClass().add("question-buttons");
    getChildren().setAll(title, field, list, foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    search.textProperty().subscribe(this::show);
  }

  /** What gets the focus first. */
  Node first() {
    return search;
  }

  private void show(String typed) {
    List<String> words = Folding.words(typed);
    rows.clear();
    list.clear();
    for (SavedView view : model.all()) {
      if (Folding.matchesAll(view.name(), words)) {
        add(view.name(), Icon.STAR, count(view.query()), () -> model.show(view));
      }
    }
    for (StandardView view : StandardView.values()) {
      String name = view.words(texts);
      if (Folding.matchesAll(name, words)) {
        add(name, Icon.LIST_FILTER, count(view.query()), () -> model.show(view));
      }
    }
    if (rows.isEmpty()) {
      Label none = new Label(texts.get("none"));
      none.getStyleClass().addAll("small", "muted", "view-none");
      list.add(none);
    }
    mark(0);
  }

  /** Counted once for as long as the card is open. */
  private int count(DialogQuery query) {
    return counts.computeIfAbsent(query, model::count);
  }

  private void add(String name, Icon icon, int count, Runnable choose) {
    Label word = new EmojiLabel(name);
    word.getStyleClass().add("small");
    word.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Counter counter = new Counter("neutral");
    counter.show(count);
    PickRow line = new PickRow(new IconView(icon, 16), word, gap, counter);
    line.getStyleClass().add("view-row");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setAccessibleText(texts.count("spoken", count, name));
    Row row =
        new Row(
            line,
            () -> {
              close.run();
              choose.run();
            });
    line.setOnMouseClicked(clicked -> row.choose().run());
    rows.add(row);
    list.add(line);
  }

  private void mark(int at) {
    current = at;
    list.mark(at < rows.size() ? rows.get(at).line() : null);
  }

  private void keyPressed(KeyEvent event) {
    if (rows.isEmpty() || !search.isFocused()) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> mark((current + 1) % rows.size());
      case UP -> mark(Math.floorMod(current - 1, rows.size()));
      case ENTER -> rows.get(current).choose().run();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
