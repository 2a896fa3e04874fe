package app.recado.client.ui.settings;

import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.UserRow;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The people of the workspace, with a search, and one of them beside. */
final class PeoplePage extends HBox {
  private static final double LIST = 420;
  private static final double LEAST = 230;
  private static final double LEAST_BESIDE = 340;
  private static final double ROW = 52;

  private final Cards cards;
  private final Texts texts;
  private final WorkspaceViewModel model;
  private final TextField query = new TextField();
  private final ObservableList<UserRow> shown = FXCollections.observableArrayList();
  private final ListView<UserRow> list = new ListView<>(shown);
  private final VBox beside = new VBox(16);
  private final InviteCard invite;
  private @Nullable PersonCard card;

  /**
   * @param subscription ended when the page is left
   */
  PeoplePage(Cards cards, WorkspaceViewModel model, Subscription subscription) {
    super(16);
    this.cards = cards;
    this.texts = cards.texts();
    this.model = model;
    query.setId("people-query");
    query.setPromptText(texts.get("people.search"));
    query.setAccessibleText(query.getPromptText());
    query.textProperty().subscribe(this::list);
    list.setId("people-list");
    list.getStyleClass().add("people-list");
    list.setFixedCellSize(ROW);
    list.setPrefHeight(ROW * 11);
    Label none = new Label(texts.get("people.none"));
    none.getStyleClass().addAll("small", "muted");
    list.setPlaceholder(none);
    query.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.DOWN && !shown.isEmpty()) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
              list.getSelectionModel().selectFirst();
            }
            key.consume();
          }
        });
    list.setCellFactory(view -> new PersonCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(person -> {
          if (person != null && (card == null || !person.id().equals(card.id()))) {
            showPerson(person);
          }
        });
    VBox left = new VBox(12, query, list);
    left.setPrefWidth(LIST);
    left.setMinWidth(LEAST);
    beside.setMinWidth(LEAST_BESIDE);
    HBox.setHgrow(beside, Priority.ALWAYS);
    getChildren().setAll(left, beside);
    invite = new InviteCard(cards, model);
    beside.getChildren().setAll(invite);
    subscription.to(
        model.administration().everybody(),
        () -> {
          list();
          PersonCard open = card;
          if (open != null) {
            model.person(open.id()).ifPresent(open::show);
          }
        });
  }

  private void list() {
    String wanted = QueueCard.plain(query.getText());
    List<UserRow> found =
        model.administration().everybody().stream()
            .filter(
                person -> QueueCard.plain(person.name() + " " + person.email()).contains(wanted))
            .toList();
    if (!found.equals(shown)) {
      shown.setAll(found);
      PersonCard open = card;
      if (open != null) {
        found.stream()
            .filter(person -> person.id().equals(open.id()))
            .findFirst()
            .ifPresent(list.getSelectionModel()::select);
      }
    }
  }

  private void showPerson(UserRow person) {
    PersonCard shownCard = new PersonCard(cards, model, person);
    card = shownCard;
    beside.getChildren().setAll(shownCard, invite);
  }

  private final class PersonCell extends ListCell<UserRow> {
    private final Avatar avatar = new Avatar(32);
    private final Label name = new Label();
    private final Label email = new Label();
    private final Pill role = new Pill();
    private final Label availability = new Label();
    private final HBox row;

    PersonCell() {
      email.getStyleClass().addAll("tiny", "muted");
      availability.getStyleClass().addAll("tiny", "muted");
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      VBox right = new VBox(2, role, availability);
      right.setAlignment(Pos.CENTER_RIGHT);
      VBox words = new VBox(1, name, email);
      words.setAlignment(Pos.CENTER_LEFT);
      row = new HBox(10, avatar, words, gap, right);
      row.setAlignment(Pos.CENTER_LEFT);
      // As wide as the list, however long the name is.
      setPrefWidth(0);
      words.setMinWidth(0);
      right.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable UserRow person, boolean empty) {
      super.updateItem(person, empty);
      if (empty || person == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      avatar.show(person.name(), person.id().value(), null);
      name.setText(person.name());
      email.setText(person.email());
      role.show(
          texts.get("role." + person.role().name().toLowerCase(Locale.ROOT)),
          person.active() ? Pill.Tone.NEUTRAL : Pill.Tone.DANGER);
      availability.setText(
          person.active()
              ? texts.get("availability." + person.availability().name().toLowerCase(Locale.ROOT))
              : texts.get("people.disabled"));
      setAccessibleText(person.name() + ", " + role.getText() + ", " + availability.getText());
      setGraphic(row);
    }
  }
}
