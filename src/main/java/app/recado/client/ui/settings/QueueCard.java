package app.recado.client.ui.settings;

import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Choice;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.Availability;
import app.recado.protocol.QueueMode;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who is asked, in which order: moved with the mouse, or with Alt and the arrows. */
final class QueueCard extends VBox {
  private static final int MOST_FOUND = 6;

  private final Texts texts;
  private final WorkspaceViewModel model;
  private final ChannelDraft draft;
  private final VBox rows = new VBox(2);
  private final Map<UserId, Label> loads = new HashMap<>();
  private final Set<UserId> unnamed = new HashSet<>();
  private final VBox found = new VBox(2);
  private final TextField adding = new TextField();

  /**
   * @param subscription ended when the form is left
   * @param number a line with a number
   * @param toggle something that is on or off
   */
  QueueCard(
      Cards cards,
      WorkspaceViewModel model,
      ChannelDraft draft,
      Subscription subscription,
      BiFunction<String, Field, Node> number,
      Function<Flag, ? extends Node> toggle) {
    this.texts = cards.texts();
    this.model = model;
    this.draft = draft;
    Choice<QueueMode> mode =
        new Choice<>(
            texts.get("queue.mode"),
            List.of(QueueMode.values()),
            each -> texts.get("queue." + each.name().toLowerCase(Locale.ROOT)),
            draft.mode()::set);
    subscription.to(draft.mode(), mode::select);
    rows.setId("queue-rows");
    adding.setId("queue-add");
    adding.setPromptText(texts.get("queue.add"));
    adding.setAccessibleText(adding.getPromptText());
    adding.textProperty().subscribe(this::find);
    adding.setOnAction(
        entered -> candidates(adding.getText()).stream().findFirst().ifPresent(this::add));
    subscription.to(draft.agents(), this::show);
    subscription.to(model.administration().everybody(), this::showLoads);
    getChildren()
        .setAll(
            cards.card(
                "queue",
                mode,
                rows,
                adding,
                found,
                cards.hint("queue.keys"),
                number.apply("queue.nextAfter", Field.NEXT_AFTER),
                number.apply("queue.cap", Field.CAP),
                toggle.apply(Flag.CHECK_AVAILABILITY),
                toggle.apply(Flag.RETURN_WHEN_AWAY)));
  }

  private void show() {
    loads.clear();
    unnamed.clear();
    rows.getChildren().setAll(draft.agents().stream().map(this::row).toList());
  }

  private void showLoads() {
    if (draft.agents().stream()
        .anyMatch(id -> unnamed.contains(id) && model.person(id).isPresent())) {
      show();
    }
    loads.forEach((id, load) -> load.setText(model.person(id).map(this::load).orElse("")));
  }

  private Node row(UserId id) {
    Optional<UserRow> person = model.person(id);
    String name = person.map(UserRow::name).orElse(texts.get("queue.unknown"));
    if (person.isEmpty()) {
      unnamed.add(id);
    }
    Avatar avatar = new Avatar(26);
    avatar.show(name, id.value(), null);
    Label label = new Label(name);
    label.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label load = new Label(person.map(this::load).orElse(""));
    load.getStyleClass().addAll("small", "muted");
    load.setMinWidth(USE_PREF_SIZE);
    loads.put(id, load);
    Button remove = Buttons.icon(Icon.X, texts.get("queue.remove", name), () -> remove(id));
    HBox row = new HBox(8, new IconView(Icon.GRIP_VERTICAL, 14), avatar, label, gap, load, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setId("queue-" + id);
    row.getStyleClass().add("queue-row");
    row.setFocusTraversable(true);
    row.setAccessibleText(name);
    row.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, id));
    row.setOnDragDetected(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(id.value());
      row.startDragAndDrop(TransferMode.MOVE).setContent(content);
      event.consume();
    });
    row.setOnDragOver(event -> {
      if (event.getDragboard().hasString()) {
        event.acceptTransferModes(TransferMode.MOVE);
      }
      event.consume();
    });
    row.setOnDragDropped(event -> {
      String dragged = event.getDragboard().getString();
      draft.agents().stream()
          .filter(agent -> agent.value().equals(dragged))
          .findFirst()
          .ifPresent(agent -> draft.move(agent, draft.agents().indexOf(id)));
      event.setDropCompleted(true);
      event.consume();
    });
    return row;
  }

  private void pressed(KeyEvent event, UserId id) {
    int at = draft.agents().indexOf(id);
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      draft.move(id, at - 1);
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      draft.move(id, at + 1);
    } else if (event.getCode() == KeyCode.DELETE) {
      remove(id);
      event.consume();
      return;
    } else {
      return;
    }
    event.consume();
    Node moved = rows.lookup("#queue-" + id);
    if (moved != null) {
      moved.requestFocus();
    }
  }

  /** The keyboard goes on to who takes the place. */
  private void remove(UserId id) {
    int at = draft.agents().indexOf(id);
    draft.agents().remove(id);
    List<Node> left = rows.getChildren();
    if (left.isEmpty()) {
      adding.requestFocus();
    } else {
      left.get(Math.min(at, left.size() - 1)).requestFocus();
    }
  }

  private String load(UserRow person) {
    return person.availability() == Availability.ONLINE
        ? texts.count("queue.open", person.open())
        : texts.get("availability." + person.availability().name().toLowerCase(Locale.ROOT));
  }

  private void find(String typed) {
    found.getChildren().clear();
    for (UserRow person : candidates(typed)) {
      Button button = Buttons.ghost(person.name(), Icon.PLUS, () -> add(person));
      found.getChildren().add(button);
    }
  }

  private void add(UserRow person) {
    draft.agents().add(person.id());
    adding.clear();
    adding.requestFocus();
  }

  private List<UserRow> candidates(String typed) {
    String wanted = plain(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return model.administration().everybody().stream()
        .filter(person -> person.active() && !draft.agents().contains(person.id()))
        .filter(person -> plain(person.name() + " " + person.email()).contains(wanted))
        .limit(MOST_FOUND)
        .toList();
  }

  static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
