package app.recado.client.ui.conversation;

import app.recado.client.state.Connection;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.ActionMenu;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.EmptyState;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.files.FileLook;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The middle column: one conversation, from its header to where one writes. Menus, questions and
 * cards open on its own layer, {@link #overlay}.
 */
public final class ConversationView extends StackPane implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final ConversationViewModel model;
  private final Register register;
  private final Later later;
  private final Texts texts = Texts.of("conversation");
  private final Overlay overlay = new Overlay();
  private final Supplier<? extends Node> writing;
  private @Nullable Column column;
  private Subscription ticking = Subscription.EMPTY;
  private Subscription watching = Subscription.EMPTY;

  /**
   * @param register has this view's own {@link #actions} among others
   * @param writing makes where one writes; hides itself where there is nothing to write
   */
  public ConversationView(
      ConversationViewModel model,
      Register register,
      Supplier<? extends Node> writing,
      Later later) {
    this.model = model;
    this.register = register;
    this.writing = writing;
    this.later = later;
    getStyleClass().add("conversation");
    setMinWidth(0);
    EmptyState empty =
        new EmptyState(Icon.MESSAGES_SQUARE, texts.get("empty.title"), texts.get("empty.text"));
    empty.visibleProperty().bind(model.dialogProperty().map(open -> false).orElse(true));
    getChildren().setAll(empty, overlay);
    model
        .dialogProperty()
        .addListener(at -> {
          overlay.hide();
          if (column != null) {
            column.finding.close();
          }
        });
    model
        .dialogProperty()
        .subscribe((@Nullable DialogId dialog) -> {
          if (dialog != null) {
            column();
          }
        });
    // What ticks is kept by the toolkit, and the view of a closed window must not be.
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(shown -> {
          ticking.unsubscribe();
          if (shown) {
            tick();
          }
        });
  }

  /** Lets go of the desk, which goes on. */
  @Override
  public void close() {
    overlay.hide();
    watching.unsubscribe();
    ticking.unsubscribe();
  }

  /** The layer over the conversation, for cards of the areas beside it. */
  public Overlay overlay() {
    return overlay;
  }

  /** Below what a card that chooses people opens. */
  public Node anchor() {
    return column().header.anchor();
  }

  /**
   * What can be done with the open dialog and its messages.
   *
   * @param come brings the conversation to where it is seen
   */
  public List<Action> actions(Runnable come) {
    DialogQuestions questions = new DialogQuestions(model, overlay);
    List<Action> actions =
        new ArrayList<>(
            new DialogActions(model, questions, this::findWords, this::findDay, come).all());
    actions.addAll(new MarkActions(model, questions, new ChosenMessage(), come).all());
    actions.addAll(new AttentionActions(model, new ChosenMessage(), come).all());
    actions.addAll(new MessageActions(model, new ChosenMessage(), come).all());
    return actions;
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

  private void findWords() {
    column().find().words().requestFocus();
  }

  private void findDay() {
    column().find().day().requestFocus();
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
    watching =
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
    private final HeaderView header = new HeaderView(model, register, overlay);
    private final TimelineView timeline;
    private final FindViewModel finding;
    private @Nullable FindBar bar;

    Column() {
      timeline =
          new TimelineView(
              model,
              register,
              later,
              this::openMenu,
              (person, seen) -> openPeople(List.of(person), seen),
              FileLook.over(overlay));
      finding = new FindViewModel(model.desk(), later, found -> timeline.jumpTo(found, false));
      VBox.setVgrow(timeline, Priority.ALWAYS);
      getChildren()
          .setAll(
              header,
              offlineLine(),
              timeline,
              undoBar(),
              writing.get(),
              new ActionBar(model, register));
      setMinWidth(0);
      visibleProperty().bind(model.dialogProperty().map(open -> true).orElse(false));
    }

    /** Opens the bar below the header; made when somebody looks for something. */
    FindBar find() {
      FindBar made = bar;
      if (made == null) {
        made =
            new FindBar(
                finding,
                day -> timeline.jumpTo(day.atStartOfDay(model.moments().zone()).toInstant()),
                timeline::requestFocus);
        bar = made;
        getChildren().add(1, made);
      }
      DialogId dialog = model.dialogProperty().get();
      if (dialog != null) {
        finding.open(dialog);
      }
      return made;
    }

    private void openPeople(List<UserRow> people, Bounds seen) {
      MenuCard card = new PeopleMenu(model, overlay).of(people);
      overlay.showClearOf(seen, card, card.first());
    }

    private void openMenu(Bounds seen) {
      MenuCard card = ActionMenu.of(register, Surface.MESSAGE, overlay, texts.get("menu.name"));
      overlay.showClearOf(seen, card, card.first());
    }
  }

  /** The message that the timeline has chosen, once there is one. */
  private final class ChosenMessage implements MessageActions.Chosen {
    @Override
    public TimelineEntry.@Nullable Message message() {
      return column == null ? null : column.timeline.chosen();
    }

    @Override
    public String selection() {
      return column == null ? "" : column.timeline.selectedText();
    }

    @Override
    public void openPeople() {
      TimelineEntry.Message message = message();
      if (column != null && message != null) {
        column.openPeople(model.namedIn(message), column.timeline.chosenPlace());
      }
    }

    @Override
    public void openMenu() {
      if (column != null) {
        column.timeline.openMenu();
      }
    }
  }
}
