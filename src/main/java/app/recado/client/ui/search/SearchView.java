package app.recado.client.ui.search;

import app.recado.client.ui.controls.Kbd;
import app.recado.client.ui.controls.PickList;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The command palette over the whole window: what to do, and whom and what to find. The window
 * darkens behind it; a press there or Esc closes it.
 */
public final class SearchView extends StackPane {
  private static final double WIDTH = 620;
  private static final double LIST = 420;

  private final SearchViewModel model;
  private final Runnable close;
  private final Texts texts = Texts.of("search");
  private final TextField query = new TextField();
  private final PickList list = new PickList("search", LIST);
  private final List<HitRow> rows = new ArrayList<>();

  /**
   * @param close takes the search away
   */
  public SearchView(SearchViewModel model, Runnable close) {
    this.model = model;
    this.close =
        () -> {
          model.close();
          close.run();
        };
    getStyleClass().add("search-scrim");
    setId("search");
    VBox card = card();
    StackPane.setAlignment(card, Pos.TOP_CENTER);
    getChildren().setAll(card);
    setOnMousePressed(press -> {
      if (press.getTarget() == this) {
        this.close.run();
      }
      press.consume();
    });
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.hitsProperty().subscribe(this::show);
    model.selectedProperty().subscribe(at -> mark(at.intValue()));
  }

  /** What gets the focus first. */
  public Node first() {
    return query;
  }

  /** Goes without anything being chosen. */
  public void leave() {
    close.run();
  }

  private VBox card() {
    query.setId("search-query");
    query.setPromptText(texts.get("prompt"));
    query.setAccessibleText(texts.get("name"));
    list.sayIn(query);
    query.textProperty().bindBidirectional(model.queryProperty());
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox field = new HBox(new IconView(Icon.SEARCH, 18), query, new Kbd(texts.get("key.close")));
    field.getStyleClass().add("search-field");
    Label note = new Label();
    note.getStyleClass().addAll("small", "muted", "search-note");
    note.setWrapText(true);
    note.textProperty().bind(model.noteProperty());
    note.visibleProperty().bind(model.noteProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    Label keys = new Label();
    keys.getStyleClass().addAll("tiny", "muted");
    model
        .countProperty()
        .subscribe(count ->
            keys.setText(
                count.isEmpty()
                    ? texts.get("keys")
                    : texts.get("where", texts.get("keys"), count)));
    HBox foot = new HBox(keys);
    foot.getStyleClass().add("search-foot");
    PeekPane peek = new PeekPane();
    Separator above = new Separator();
    showWhilePreviewing(above, peek);
    model.peek().linesProperty().subscribe(peek::show);
    VBox card = new VBox(field, list, note, above, peek, new Separator(), foot);
    card.getStyleClass().addAll("popover", "search-card");
    card.setPrefWidth(WIDTH);
    card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.setAccessibleText(texts.get("name"));
    return card;
  }

  private void show(List<Hit> hits) {
    rows.clear();
    list.clear();
    String section = "";
    String[] quotes = quotes();
    for (int at = 0; at < hits.size(); at++) {
      Hit hit = hits.get(at);
      String own = section(hit);
      if (!own.equals(section)) {
        list.heading(texts.get(own), "search-heading");
        section = own;
      }
      boolean said = hit instanceof Hit.Found found && found.message() != null;
      int index = at;
      HitRow row =
          new HitRow(
              hit,
              said ? quotes[0] : "",
              said ? quotes[1] : "",
              () -> {
                model.select(index);
                choose();
              });
      rows.add(row);
      list.add(row);
    }
    list.setVisible(!hits.isEmpty());
    list.setManaged(!hits.isEmpty());
    mark(model.selectedProperty().get());
  }

  private static String section(Hit hit) {
    return switch (hit) {
      case Hit.Doing doing -> "section.actions";
      case Hit.Found found -> found.message() == null ? "section.dialogs" : "section.messages";
    };
  }

  /** The language's quotation marks. */
  private String[] quotes() {
    String[] parts = texts.get("quoted", "\u0000").split("\u0000", -1);
    return parts.length == 2 ? parts : new String[] {"", ""};
  }

  private void showWhilePreviewing(Node... nodes) {
    for (Node node : nodes) {
      node.visibleProperty().bind(model.previewingProperty());
      node.managedProperty().bind(model.previewingProperty());
    }
  }

  private void mark(int selected) {
    list.mark(selected >= 0 && selected < rows.size() ? rows.get(selected) : null);
  }

  private void choose() {
    Runnable chosen = model.chosen();
    if (chosen == null) {
      model.onceFound(this::choose);
    } else {
      close.run();
      chosen.run();
    }
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> model.step(1);
      case UP -> model.step(-1);
      case ENTER -> choose();
      case TAB -> model.togglePreview();
      case ESCAPE -> close.run();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
