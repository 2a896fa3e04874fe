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
 * The search over the whole window. The window darkens behind it; a press there or Esc closes it.
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
    this.close = close;
    getStyleClass().add("search-scrim");
    setId("search");
    VBox card = card();
    StackPane.setAlignment(card, Pos.TOP_CENTER);
    getChildren().setAll(card);
    setOnMousePressed(press -> {
      if (press.getTarget() == this) {
        close.run();
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

  private VBox card() {
    query.setId("search-query");
    query.setPromptText(texts.get("prompt"));
    query.setAccessibleText(texts.get("name"));
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
    Label keys = new Label(texts.get("keys"));
    keys.getStyleClass().addAll("tiny", "muted");
    Label count = new Label();
    count.getStyleClass().addAll("tiny", "muted");
    count.textProperty().bind(model.countProperty());
    HBox foot = new HBox(keys, count);
    foot.getStyleClass().add("search-foot");
    VBox card = new VBox(field, list, note, new Separator(), foot);
    card.getStyleClass().addAll("popover", "search-card");
    card.setPrefWidth(WIDTH);
    card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.setAccessibleText(texts.get("name"));
    return card;
  }

  private void show(List<SearchViewModel.Hit> hits) {
    rows.clear();
    list.clear();
    boolean dialogs = false;
    boolean messages = false;
    for (int at = 0; at < hits.size(); at++) {
      SearchViewModel.Hit hit = hits.get(at);
      if (hit.message() == null && !dialogs) {
        list.heading(texts.get("section.dialogs"), "search-heading");
        dialogs = true;
      }
      if (hit.message() != null && !messages) {
        list.heading(texts.get("section.messages"), "search-heading");
        messages = true;
      }
      int index = at;
      String[] marks = hit.message() == null ? new String[] {"", ""} : quotes();
      HitRow row =
          new HitRow(
              hit,
              marks[0],
              marks[1],
              () -> {
                model.select(index);
                open();
              });
      rows.add(row);
      list.add(row);
    }
    list.setVisible(!hits.isEmpty());
    list.setManaged(!hits.isEmpty());
    mark(model.selectedProperty().get());
  }

  /** The language's quotation marks. */
  private String[] quotes() {
    String[] parts = texts.get("quoted", "\u0000").split("\u0000", -1);
    return parts.length == 2 ? parts : new String[] {"", ""};
  }

  private void mark(int selected) {
    for (int at = 0; at < rows.size(); at++) {
      rows.get(at).mark(at == selected);
    }
    if (selected >= 0 && selected < rows.size()) {
      list.reveal(rows.get(selected));
    }
  }

  private void open() {
    if (model.selectedProperty().get() >= 0) {
      close.run();
      model.open();
    }
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> model.step(1);
      case UP -> model.step(-1);
      case ENTER -> open();
      case ESCAPE -> close.run();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
