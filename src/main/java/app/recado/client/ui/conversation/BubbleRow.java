package app.recado.client.ui.conversation;

import app.recado.client.state.SendState;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.files.FileBox;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.MessageRow;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A message: the customer's on the left with a face, the staff's on the right, a whisper grey and
 * dashed. Made for being reused by another message.
 */
final class BubbleRow extends Region {
  private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");
  private static final PseudoClass WHISPER = PseudoClass.getPseudoClass("whisper");
  private static final PseudoClass UNSENT = PseudoClass.getPseudoClass("unsent");
  private static final PseudoClass READ = PseudoClass.getPseudoClass("read");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
  private static final double SIDE = 22;
  private static final double FACE = 28;
  private static final double FACE_GAP = 8;
  private static final double BELOW = 10;
  private static final double WIDEST_SHARE = 0.62;
  private static final double WIDEST = 720;
  private static final double MARK = 13;

  private final Texts texts;
  private final RowWords words;
  private final RowActions actions;
  private final Names names;
  private final Avatar face = new Avatar(FACE);
  private final VBox bubble = new VBox();
  private final Label author = new EmojiLabel();
  private final Label whisperLabel;
  private final QuoteStrip quote = new QuoteStrip();
  private final MessageText text;
  private final DeskFiles files;
  private final Label time = new Label();
  private final Label edited;
  private final Label stateText = new Label();
  private final IconView mark = new IconView(Icon.CHECK, MARK);
  private final HBox meta;
  private final Label failure = new Label();
  private final Button retry;
  private final HBox failed;
  private final Button arrow;
  private TimelineEntry.@Nullable Message shown;
  private final ObservableValue<Instant> seconds;
  private @Nullable FileBox fileBox;
  private @Nullable Countdown countdown;
  private boolean out;

  BubbleRow(
      Texts texts,
      RowWords words,
      RowActions actions,
      Ports ports,
      Names names,
      DeskFiles files,
      ObservableValue<Instant> seconds) {
    this.names = names;
    this.files = files;
    this.seconds = seconds;
    this.texts = texts;
    this.words = words;
    this.actions = actions;
    getStyleClass().add("bubble-row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    bubble.getStyleClass().add("bubble");
    author.getStyleClass().add("bubble-author");
    whisperLabel = new Label(texts.get("message.whisper"));
    whisperLabel.getStyleClass().add("bubble-whisper");
    edited = new Label(texts.get("message.edited"));
    text =
        new MessageText(
            ports::browse, (person, x) -> actions.person(person, seenFrom(x)), actions::selecting);
    time.setMinWidth(USE_PREF_SIZE);
    meta = new HBox(edited, time, mark, stateText);
    meta.getStyleClass().add("bubble-meta");
    failure.getStyleClass().add("danger-text");
    failure.setWrapText(true);
    retry = Buttons.link(texts.get("message.sendAgain"), () -> withMessage(actions::retry));
    failed = new HBox(failure, retry);
    failed.getStyleClass().add("bubble-failed");
    arrow =
        Buttons.icon(
            Icon.CHEVRON_DOWN, texts.get("menu.open"), () -> withMessage(this::openMenuBelowArrow));
    arrow.getStyleClass().add("bubble-arrow");
    arrow.setFocusTraversable(false);
    arrow.visibleProperty().bind(hoverProperty().or(focusWithinProperty()).or(focusedProperty()));
    arrow.setManaged(false);
    getChildren().setAll(face, bubble, arrow);
    quote.setOnMouseClicked(clicked -> withMessage(this::jumpToQuoted));
    setOnContextMenuRequested(asked -> {
      TimelineEntry.Message message = shown;
      if (message != null && !asked.isKeyboardTrigger()) {
        actions.menu(message, seenFrom(asked.getSceneX()));
        asked.consume();
      }
    });
  }

  void show(TimelineEntry.Message message) {
    shown = message;
    MessageRow row = message.row();
    boolean customer = row.author().kind() == AuthorKind.CUSTOMER;
    boolean deleted = row.deletedAt() != null;
    out = !customer;
    face.setVisible(customer);
    if (customer) {
      face.show(message.authorName(), String.valueOf(row.author().id()), null);
    }
    bubble.pseudoClassStateChanged(OUT, out);
    bubble.pseudoClassStateChanged(WHISPER, row.whisper());
    bubble.pseudoClassStateChanged(DELETED, deleted);
    author.setText(
        message.authorName().isEmpty() ? texts.get("message.automatic") : message.authorName());
    // what a customer writes names nobody
    boolean mayName = row.author().kind() == AuthorKind.AGENT && !deleted;
    text.show(
        deleted ? texts.get("message.deleted") : row.text(),
        mayName ? names.in(row.text()) : List.of());
    if (message.quoted() != null) {
      quote.show(message.quoted().authorName(), quotedText(message.quoted()));
    }
    time.setText(words.time(row.createdAt()));
    showState(message);
    bubble.getChildren().clear();
    add(out && !message.own(), author);
    add(row.whisper(), whisperLabel);
    add(message.quoted() != null && !deleted, quote);
    if (!row.attachments().isEmpty()) {
      bubble.getChildren().add(box(row));
    }
    add(row.attachments().isEmpty() || deleted || !row.text().isEmpty(), text);
    add(isFailed(message), failed);
    add(true, meta);
    count(message.leavesAt());
    edited.setVisible(row.editedAt() != null && !deleted);
    edited.setManaged(edited.isVisible());
    setAccessibleText(words.spoken(message));
    requestLayout();
  }

  /** Almost no row ever counts. */
  private void count(@Nullable Instant leavesAt) {
    Countdown made = countdown;
    if (made == null) {
      if (leavesAt == null) {
        return;
      }
      made =
          new Countdown(
              texts,
              words,
              seconds,
              () -> withMessage(actions::takeBack),
              () -> withMessage(actions::sendNow));
      countdown = made;
    }
    made.to(leavesAt);
    add(leavesAt != null, made);
  }

  /** Most messages have no files, so most rows never make one. */
  private FileBox box(MessageRow row) {
    FileBox box = fileBox == null ? new FileBox(files, actions::view) : fileBox;
    fileBox = box;
    box.show(row.attachments());
    return box;
  }

  void clear() {
    shown = null;
    count(null);
    text.clearSelection();
  }

  TimelineEntry.@Nullable Message message() {
    return shown;
  }

  /** What a menu that is asked for by key leaves free, from where it opens. */
  Bounds menuPlace() {
    double x = out ? bubble.getLayoutX() + 24 : bubble.getLayoutX() + bubble.getWidth() - 24;
    return seenFrom(localToScene(x, 0).getX());
  }

  /** The height of what is said, at a place across the scene. */
  private Bounds seenFrom(double sceneX) {
    Bounds all = bubble.localToScene(bubble.getBoundsInLocal());
    return new BoundingBox(sceneX, all.getMinY(), 0, all.getHeight());
  }

  private void showState(TimelineEntry.Message message) {
    SendState state = message.state();
    Icon icon = state == null ? null : RowWords.icon(state);
    mark.setVisible(icon != null);
    mark.setManaged(icon != null);
    if (icon != null) {
      mark.show(icon);
    }
    String said = state == null ? "" : words.stateShown(state);
    stateText.setText(said);
    stateText.setManaged(!said.isEmpty());
    meta.pseudoClassStateChanged(READ, state == SendState.READ);
    meta.pseudoClassStateChanged(FAILED, isFailed(message));
    bubble.pseudoClassStateChanged(
        UNSENT,
        state == SendState.DELAYED || state == SendState.QUEUED || state == SendState.SENDING);
    if (isFailed(message)) {
      failure.setText(words.failure(message));
      boolean again = state == SendState.FAILED || state == SendState.UNKNOWN;
      retry.setVisible(again);
      retry.setManaged(again);
    }
  }

  private static boolean isFailed(TimelineEntry.Message message) {
    return message.state() == SendState.FAILED
        || message.state() == SendState.UNKNOWN
        || message.state() == SendState.REJECTED;
  }

  private String quotedText(TimelineEntry.Quoted quoted) {
    return quoted.deleted() ? texts.get("message.deleted") : quoted.text();
  }

  private void jumpToQuoted(TimelineEntry.Message message) {
    if (message.quoted() != null) {
      actions.jumpTo(message.quoted().id());
    }
  }

  private void openMenuBelowArrow(TimelineEntry.Message message) {
    actions.menu(message, seenFrom(arrow.localToScene(0, 0).getX()));
  }

  private void withMessage(java.util.function.Consumer<TimelineEntry.Message> action) {
    TimelineEntry.Message message = shown;
    if (message != null) {
      action.accept(message);
    }
  }

  private void add(boolean wanted, Node part) {
    if (wanted) {
      bubble.getChildren().add(part);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return SIDE * 2 + FACE + FACE_GAP + bubble.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(bubble.prefHeight(bubbleWidth(width))) + BELOW;
  }

  @Override
  protected void layoutChildren() {
    double width = bubbleWidth(getWidth());
    double height = getHeight() - BELOW;
    double x = out ? getWidth() - SIDE - width : SIDE + FACE + FACE_GAP;
    bubble.resizeRelocate(x, 0, width, height);
    face.resizeRelocate(SIDE, height - FACE, FACE, FACE);
    double side = arrow.prefWidth(-1);
    arrow.resizeRelocate(out ? x - side - 6 : x + width + 6, 4, side, arrow.prefHeight(-1));
  }

  private double bubbleWidth(double width) {
    double room = width <= 0 ? WIDEST : width;
    double most = Math.min(WIDEST, Math.floor(room * WIDEST_SHARE));
    return Math.min(Math.ceil(bubble.prefWidth(-1)), most);
  }
}
