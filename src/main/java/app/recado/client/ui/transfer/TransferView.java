package app.recado.client.ui.transfer;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.PickList;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The card in which a transfer's target, or the colleagues to invite, are chosen. */
public final class TransferView extends VBox {
  private static final double WIDTH = 400;
  private static final double LIST = 300;

  private final TransferViewModel model;
  private final Runnable close;
  private final Texts texts = Texts.of("transfer");
  private final TextField query = new TextField();
  private final PickList list = new PickList("target", LIST);
  private final TextField comment = new TextField();
  private final CheckBox stay;
  private final Button confirm;
  private final List<TargetRow> rows = new ArrayList<>();
  private final Subscription standings = new Subscription();

  /**
   * @param close takes the card away
   */
  public TransferView(TransferViewModel model, Runnable close) {
    this.model = model;
    this.close = close;
    getStyleClass().addAll("popover", "transfer-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get(model.invites() ? "title.invite" : "title.transfer"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    query.setId("transfer-query");
    query.setPromptText(texts.get(model.invites() ? "search.people" : "search"));
    query.setAccessibleText(query.getPromptText());
    list.sayIn(query);
    query.textProperty().bindBidirectional(model.queryProperty());
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox field = new HBox(new IconView(Icon.SEARCH, 16), query);
    field.getStyleClass().add("search-field");
    comment.setId("transfer-comment");
    comment.getStyleClass().add("transfer-comment");
    comment.textProperty().bindBidirectional(model.commentProperty());
    stay = new CheckBox(texts.get("stay"));
    stay.setId("transfer-stay");
    stay.getStyleClass().add("small");
    stay.selectedProperty().bindBidirectional(model.stayProperty());
    Button cancel = Buttons.secondary(texts.get("cancel"), null, close);
    confirm = Buttons.primary("", null, this::confirm);
    confirm.setId("transfer-confirm");
    HBox buttons = new HBox(cancel, confirm);
    buttons.getStyleClass().add("question-buttons");
    getChildren().setAll(title, field, list, new Separator());
    if (!model.invites()) {
      getChildren().addAll(comment, stay);
    }
    getChildren().add(buttons);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.sectionsProperty().subscribe(this::show);
    model.chosenProperty().subscribe(now -> mark());
    model.currentProperty().subscribe(now -> mark());
    sceneProperty()
        .subscribe(scene -> {
          standings.close();
          if (scene != null) {
            standings.to(model.people(), this::showStandings);
          }
        });
  }

  /** Who comes or goes meanwhile is seen where they are: no row moves under the hand. */
  private void showStandings() {
    model.lookAgain();
    rows.forEach(TargetRow::showStanding);
    mark();
  }

  /** What gets the focus first. */
  public Node first() {
    return query;
  }

  private void show(List<TransferViewModel.Section> sections) {
    rows.clear();
    list.clear();
    for (TransferViewModel.Section section : sections) {
      list.heading(section.heading(), "target-heading");
      for (Target target : section.targets()) {
        TargetRow row = new TargetRow(target, () -> model.choose(target));
        rows.add(row);
        list.add(row);
      }
      if (section.hidden() > 0) {
        Label more = new Label(texts.count("more", section.hidden()));
        more.getStyleClass().addAll("small", "muted", "target-heading");
        list.add(more);
      }
    }
    if (sections.isEmpty()) {
      Label none = new Label(texts.get("none"));
      none.getStyleClass().addAll("small", "muted", "target-heading");
      list.add(none);
    }
    mark();
  }

  private void mark() {
    Set<Target> chosen = model.chosenProperty().get();
    Target current = model.currentProperty().get();
    TargetRow marked = null;
    for (TargetRow row : rows) {
      row.choose(chosen.contains(row.target()));
      marked = row.target().equals(current) ? row : marked;
    }
    list.mark(marked);
    confirm.setDisable(!model.isReady());
    stay.setVisible(model.mayStay());
    stay.setManaged(stay.isVisible());
    confirm.setText(confirmText(chosen));
    String who = chosen.isEmpty() ? "" : chosen.iterator().next().shortName();
    comment.setPromptText(chosen.isEmpty() ? texts.get("comment") : texts.get("comment.for", who));
    comment.setAccessibleText(comment.getPromptText());
  }

  private String confirmText(Set<Target> chosen) {
    if (model.invites()) {
      return chosen.isEmpty()
          ? texts.get("confirm.invite")
          : texts.count("confirm.inviteMany", chosen.size());
    }
    return chosen.isEmpty()
        ? texts.get("confirm.transfer")
        : texts.get("confirm.transferTo", chosen.iterator().next().shortName());
  }

  private void confirm() {
    if (model.isReady()) {
      close.run();
      model.confirm();
    }
  }

  private void keyPressed(KeyEvent event) {
    boolean listed = query.isFocused() || isFocused();
    switch (event.getCode()) {
      case DOWN -> model.step(1);
      case UP -> model.step(-1);
      case ENTER -> {
        if (!listed && !comment.isFocused()) {
          return;
        }
        if (event.isShortcutDown()
            || comment.isFocused()
            || (!model.invites() && model.isReady())) {
          confirm();
        } else {
          model.chooseCurrent();
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
