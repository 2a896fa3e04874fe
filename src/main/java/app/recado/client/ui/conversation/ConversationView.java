package app.recado.client.ui.conversation;

import app.recado.client.state.Connection;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.EmptyState;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The middle column: one conversation, from its header to where one writes. Menus, questions and
 * cards open on its own layer, {@link #overlay}.
 */
public final class ConversationView extends StackPane {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final ConversationViewModel model;
  private final Later later;
  private final Texts texts = Texts.of("conversation");
  private final Overlay overlay = new Overlay();
  private final Supplier<? extends Node> writing;
  private @Nullable Column column;
  private Subscription ticking = Subscription.EMPTY;

  /**
   * @param writing makes where one writes; hides itself where there is nothing to write
   */
  public ConversationView(
      ConversationViewModel model, Supplier<? extends Node> writing, Later later) {
    this.model = model;
    this.writing = writing;
    this.later = later;
    getStyleClass().add("conversation");
    setMinWidth(0);
    EmptyState empty =
        new EmptyState(Icon.MESSAGES_SQUARE, texts.get("empty.title"), texts.get("empty.text"));
    empty.visibleProperty().bind(Bindings.isNull(model.dialogProperty()));
    getChildren().setAll(empty, overlay);
    model.dialogProperty().addListener(at -> overlay.hide());
    model
        .dialogProperty()
        .subscribe((@Nullable DialogId dialog) -> {
          if (dialog != null) {
            column();
          }
        });
    sceneProperty()
        .subscribe(scene -> {
          ticking.unsubscribe();
          if (scene != null) {
            tick();
          }
        });
  }

  /** The layer over the conversation, for cards of the areas beside it. */
  public Overlay overlay() {
    return overlay;
  }

  /** Below what a card that chooses people opens. */
  public Node anchor() {
    return column().header.anchor();
  }

  /** Does an act by key, with its question where there is one; nothing if it is not possible. */
  public void ask(DialogAct act) {
    if (model.dialogProperty().get() != null) {
      column().questions.ask(act);
    }
  }

  /** Shows a message of the open dialog with some around it. */
  public void jumpTo(DialogId dialog, MessageId message) {
    model.open(dialog);
    column().timeline.jumpTo(message);
  }

  /** Puts the focus on the messages, for going through them by key. */
  public void focusMessages() {
    column().timeline.requestFocus();
  }

  /** Opens the menu of the chosen message; of the newest in view if none is chosen. */
  public void openMenu() {
    if (column != null) {
      column.timeline.openMenu();
    }
  }

  /** To the newest message. */
  public void toEnd() {
    column().timeline.toEnd();
  }

  /** Composed for the first dialog: before, a start would pay for what nobody sees. */
  private Column column() {
    Column made = column;
    if (made == null) {
      made = new Column();
      column = made;
      getChildren().add(getChildren().size() - 1, made);
    }
    return made;
  }

  private void tick() {
    model.tick();
    ticking = later.after(TICK, this::tick);
  }

  private Node offlineLine() {
    Label words = new Label();
    words.setWrapText(true);
    words.setMinWidth(0);
    HBox line = new HBox(new IconView(Icon.WIFI_OFF, 16), words);
    line.getStyleClass().add("offline-line");
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(model.offlineProperty());
    line.managedProperty().bind(model.offlineProperty());
    model
        .desk()
        .connection()
        .subscribe((@Nullable Connection now) ->
            words.setText(
                now != null && now.status() == Connection.Status.SIGN_IN_NEEDED
                    ? texts.get("offline.signIn")
                    : texts.get("offline.line")));
    return line;
  }

  private Node undoBar() {
    Label words = new Label();
    words.getStyleClass().add("small");
    words.textProperty().bind(model.undoTextProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button undo = Buttons.secondary(texts.get("undo.button"), Icon.UNDO_2, model::undo);
    undo.setId("undo");
    HBox bar = new HBox(words, undo);
    bar.getStyleClass().add("undo-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    var shown = model.undoTextProperty().isNotEmpty();
    bar.visibleProperty().bind(shown);
    bar.managedProperty().bind(shown);
    return bar;
  }

  /** A dialog, from its header to where one writes. */
  private final class Column extends VBox {
    private final DialogQuestions questions = new DialogQuestions(model, overlay);
    private final HeaderView header = new HeaderView(model, questions, overlay);
    private final TimelineView timeline;

    Column() {
      MessageMenu menu = new MessageMenu(model, overlay);
      timeline = new TimelineView(model, later, (message, at) -> open(menu, message, at));
      VBox.setVgrow(timeline, Priority.ALWAYS);
      getChildren()
          .setAll(
              header,
              offlineLine(),
              timeline,
              undoBar(),
              writing.get(),
              new ActionBar(model, questions));
      setMinWidth(0);
      visibleProperty().bind(Bindings.isNotNull(model.dialogProperty()));
    }

    private void open(MessageMenu menu, TimelineEntry.Message message, Point2D at) {
      menu.open(message, timeline.selectedText(), at);
    }
  }
}
