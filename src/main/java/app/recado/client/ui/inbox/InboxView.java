package app.recado.client.ui.inbox;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.EmptyState;
import app.recado.client.ui.controls.Kbd;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.DialogId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The Contact Center: header, tabs, search box and the list of dialogs. */
public final class InboxView extends VBox implements AutoCloseable {
  private final Texts texts = Texts.of("inbox");
  private final InboxViewModel model;
  private final Register register;
  private final Subscription subscription = new Subscription();
  private final ListView<DialogItem> list = new ListView<>();
  private final List<DialogCell> cells = new ArrayList<>();
  private final SnoozedGroup snoozed;
  private final Absence absence;
  private final EmptyState empty = new EmptyState(Icon.INBOX, "", "");
  private final ListChangeListener<DialogItem> moved = change -> listChanged();
  private final Timeline ticking = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tick()));

  /**
   * @param search opens the search
   * @param register has what the connection's menu offers; looked at when it opens
   * @param slots what other areas bring
   */
  public InboxView(
      InboxViewModel model,
      Moments moments,
      Action search,
      Register register,
      Later later,
      Slots slots) {
    this.model = model;
    this.register = register;
    getStyleClass().add("inbox");
    setUpList(moments);
    absence = model.absence(later, texts);
    snoozed = new SnoozedGroup(model, texts, moments, subscription, this::ownWindow);
    AwayCard away = new AwayCard(model, absence, moments, texts, subscription);
    VBox.setMargin(away, new Insets(0, 12, 8, 12));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .setAll(
            header(slots.views()),
            new StackPane(
                new VBox(new TabBar(model, subscription), searchBox(search)), slots.bar()),
            slots.view(),
            away,
            list,
            snoozed,
            slots.foot());
    subscription.toEach(model.shown(), this::showList);
    subscription.to(model.open(), opened -> showOpen());
    subscription.to(model.connection(), this::wordEmpty);
    subscription.to(model.people(), () -> cells.forEach(DialogCell::showAgain));
    subscription.to(model.mentions(), () -> cells.forEach(DialogCell::showMentioned));
    subscription.to(
        model.selection().dialogs(),
        selected -> {
          cells.forEach(DialogCell::showSelected);
          snoozed.showSelected();
        });
    subscription.to(model.list(Tab.SNOOZED), model::listChanged);
    subscription.to(model.snoozedShown(), shown -> model.listChanged());
    ticking.setCycleCount(Animation.INDEFINITE);
    ticking.play();
  }

  /**
   * The places for what other areas bring.
   *
   * @param bar lies over tabs and search while dialogs are selected
   * @param views opens the views, in the header
   * @param view says which view is shown, above its list
   * @param foot below the lists
   */
  public record Slots(Region bar, Region views, Region view, Region foot) {}

  /** Puts the keyboard into the list. */
  public void focusList() {
    list.requestFocus();
  }

  @Override
  public void close() {
    ticking.stop();
    absence.close();
    list.getItems().removeListener(moved);
    subscription.close();
  }

  private void tick() {
    model.tick();
    cells.forEach(DialogCell::tick);
    snoozed.tick();
  }

  private HBox header(Region views) {
    Label title = new Label(texts.get("title"));
    title.getStyleClass().add("title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(title, gap, views, new ConnectionButton(model, register, subscription));
    header.getStyleClass().add("inbox-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private HBox searchBox(Action search) {
    Label words = new Label(texts.get("search"));
    words.getStyleClass().addAll("small", "muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox face = new HBox(new IconView(Icon.SEARCH, 16), words, gap, new Kbd(search.keyShown()));
    face.getStyleClass().add("search-field");
    face.setMouseTransparent(true);
    Button box = new Button(texts.get("search"), face);
    box.getStyleClass().setAll("search-box");
    box.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    box.setAccessibleText(texts.get("search.spoken", search.keyShown()));
    box.setMaxWidth(Double.MAX_VALUE);
    face.prefWidthProperty().bind(box.widthProperty());
    box.setOnAction(pressed -> search.run());
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox place = new HBox(box);
    place.getStyleClass().add("inbox-search");
    return place;
  }

  private void setUpList(Moments moments) {
    list.getStyleClass().add("dialog-list");
    list.setFixedCellSize(DialogRowPane.HEIGHT);
    list.setPlaceholder(empty);
    list.setCellFactory(view -> {
      DialogCell cell =
          new DialogCell(
              new DialogRowPane(model, texts, moments), model, model::open, this::ownWindow);
      cells.add(cell);
      return cell;
    });
    // Rows move under the agent's hands: only keys and clicks open a dialog, never the list's own
    // selection, which merely follows.
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
  }

  private void ownWindow() {
    register.get("own-window").run();
  }

  private void move(KeyEvent key) {
    // The list would take these for its own selection.
    if (key.isShortcutDown() && key.getCode() == KeyCode.A) {
      model.selectAll();
      key.consume();
      return;
    }
    if (key.getCode() == KeyCode.ESCAPE && !model.selection().isEmpty()) {
      model.selection().clear();
      key.consume();
      return;
    }
    if (key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    int page = Math.max(1, (int) (list.getHeight() / DialogRowPane.HEIGHT) - 1);
    int rows =
        switch (key.getCode()) {
          case UP -> -1;
          case DOWN -> 1;
          case PAGE_UP -> -page;
          case PAGE_DOWN -> page;
          case HOME -> -list.getItems().size();
          case END -> list.getItems().size();
          default -> 0;
        };
    if (rows != 0 && key.isShiftDown()) {
      DialogId end = model.selectBy(rows);
      for (int row = 0; end != null && row < list.getItems().size(); row++) {
        if (list.getItems().get(row).id().equals(end)) {
          scrollTo(row);
        }
      }
      key.consume();
    } else if (rows != 0) {
      model.move(rows);
      key.consume();
    }
  }

  private void showList(ObservableList<DialogItem> items) {
    list.getItems().removeListener(moved);
    list.setItems(items);
    items.addListener(moved);
    list.setAccessibleText(
        texts.get(
            "list.spoken",
            model.query().get() == null
                ? texts.get(key("tab", model.tab().get()))
                : texts.get("list.view")));
    wordEmpty(model.connection().getValue());
    showOpen();
  }

  private void wordEmpty(Connection connection) {
    Double progress = connection.progress();
    if (connection.status() == Connection.Status.CONNECTING || (progress != null && progress < 1)) {
      empty.show(Icon.REFRESH_CW, texts.get("empty.fetching"), texts.get("empty.fetching.text"));
      return;
    }
    if (model.query().get() != null) {
      empty.show(Icon.LIST_FILTER, texts.get("empty.view"), texts.get("empty.text.view"));
      return;
    }
    Tab tab = model.tab().get();
    empty.show(
        tab == Tab.UNANSWERED ? Icon.CIRCLE_CHECK : Icon.INBOX,
        texts.get(key("empty", tab)),
        texts.get(key("empty.text", tab)));
  }

  private void listChanged() {
    model.listChanged();
    showOpen();
  }

  private void showOpen() {
    int at = model.openIndex();
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().clearAndSelect(at);
      scrollTo(at);
    }
    cells.forEach(DialogCell::showOpen);
  }

  /** Scrolls only where the row is out of sight, and no further than needed. */
  private void scrollTo(int row) {
    boolean visible =
        cells.stream()
            .anyMatch(cell -> cell.getIndex() == row && cell.isVisible() && isInside(cell));
    if (!visible) {
      list.scrollTo(row);
    }
  }

  private boolean isInside(DialogCell cell) {
    double y =
        cell.getBoundsInParent().getMinY()
            + (cell.getParent() == null ? 0 : cell.getParent().getLayoutY());
    return cell.getParent() != null && y >= 0 && y + DialogRowPane.HEIGHT <= list.getHeight();
  }

  private static String key(String prefix, Tab tab) {
    return prefix + "." + tab.name().toLowerCase(Locale.ROOT);
  }
}
