package app.recado.client.ui.conversation;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.controls.WordsByRoom;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who it is, how the session stands, and what can be done with the dialog. */
final class HeaderView extends HBox {
  private static final double FACE = 40;

  private final ConversationViewModel model;
  private final DialogQuestions questions;
  private final Overlay overlay;
  private final Texts texts = Texts.of("conversation");
  private final Avatar face = new Avatar(FACE);

  /** Least room for who it is and how it stands, before the buttons lose their words. */
  private static final double TITLES = 240;

  private final Label title = new Label();
  private final Pill pill = new Pill();
  private final Label subtitle = new Label();
  private final Button invite;
  private final Button transfer;
  private final Button finish;
  private final Button more;
  private final WordsByRoom words;

  HeaderView(ConversationViewModel model, DialogQuestions questions, Overlay overlay) {
    this.model = model;
    this.questions = questions;
    this.overlay = overlay;
    getStyleClass().add("conversation-header");
    setMinWidth(0);
    setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("heading");
    title.setMinWidth(0);
    subtitle.getStyleClass().addAll("tiny", "muted");
    subtitle.setMinWidth(0);
    HBox below = new HBox(pill, subtitle);
    below.getStyleClass().add("header-status");
    below.setAlignment(Pos.CENTER_LEFT);
    VBox titles = new VBox(title, below);
    titles.getStyleClass().add("header-words");
    titles.setAlignment(Pos.CENTER_LEFT);
    titles.setMinWidth(0);
    HBox.setHgrow(titles, Priority.ALWAYS);
    invite = button("act.invite", Icon.USER_PLUS, DialogAct.INVITE);
    transfer = button("act.transfer", Icon.ARROW_RIGHT_LEFT, DialogAct.TRANSFER);
    finish = button("act.finish", Icon.CHECK, DialogAct.FINISH);
    more = Buttons.borderedIcon(Icon.ELLIPSIS_VERTICAL, texts.get("act.more"), this::openMore);
    more.setId("more");
    words = new WordsByRoom(invite, transfer, finish);
    getChildren().setAll(face, titles, invite, transfer, finish, more);
    title.textProperty().bind(model.titleProperty());
    subtitle.textProperty().bind(model.subtitleProperty());
    model.itemProperty().subscribe(this::showFace);
    model.pillProperty().subscribe(this::showPill);
    model.actsProperty().subscribe(this::showActs);
  }

  @Override
  protected void layoutChildren() {
    double gap = getSpacing();
    double others = face.prefWidth(-1) + TITLES + (more.isManaged() ? more.prefWidth(-1) + gap : 0);
    Insets edge = getInsets();
    words.fit(getWidth() - edge.getLeft() - edge.getRight() - others - 2 * gap, gap);
    super.layoutChildren();
  }

  /** Below what the transfer and invite cards open. */
  Node anchor() {
    return more;
  }

  private Button button(String key, Icon icon, DialogAct act) {
    Button button = Buttons.secondary(texts.get(key), icon, () -> questions.ask(act));
    button.setId("act-" + act);
    return button;
  }

  private void showFace(@Nullable DialogItem item) {
    if (item != null) {
      face.show(item.customer().name(), item.customer().id().value(), item.connectorKind());
    }
  }

  private void showPill(StatusWords.@Nullable Pill now) {
    pill.setVisible(now != null);
    if (now != null) {
      pill.show(
          now.text(),
          switch (now.tone()) {
            case CALM -> Pill.Tone.ACCENT;
            case WAITING -> Pill.Tone.WARNING;
            case ENDED -> Pill.Tone.NEUTRAL;
          });
    }
  }

  private void showActs(Set<DialogAct> acts) {
    boolean answered = !acts.contains(DialogAct.ANSWER);
    show(invite, acts.contains(DialogAct.INVITE));
    show(transfer, answered && acts.contains(DialogAct.TRANSFER));
    show(finish, acts.contains(DialogAct.FINISH));
    show(more, moreActs(acts));
  }

  private static boolean moreActs(Set<DialogAct> acts) {
    return acts.contains(DialogAct.TAKE_OVER)
        || acts.contains(DialogAct.JOIN)
        || acts.contains(DialogAct.LEAVE)
        || acts.contains(DialogAct.SKIP)
        || acts.contains(DialogAct.SPAM);
  }

  private static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  private void openMore() {
    Set<DialogAct> acts = model.actsProperty().get();
    MenuCard card = new MenuCard(overlay, texts.get("act.more"));
    add(card, acts, DialogAct.TAKE_OVER, Icon.HAND, "act.takeOver", "Shift+A", "key.takeOver");
    add(card, acts, DialogAct.JOIN, Icon.LOG_IN, "act.join", null, null);
    add(card, acts, DialogAct.LEAVE, Icon.LOG_OUT, "act.leave", null, null);
    add(card, acts, DialogAct.SKIP, Icon.SKIP_FORWARD, "act.giveBack", null, null);
    add(card, acts, DialogAct.SPAM, Icon.SHIELD_X, "act.spam", null, null);
    if (!card.isEmpty()) {
      overlay.showBelow(more, card, card.first());
    }
  }

  private void add(
      MenuCard card,
      Set<DialogAct> acts,
      DialogAct act,
      Icon icon,
      String textKey,
      @Nullable String key,
      @Nullable String keyShown) {
    if (acts.contains(act)) {
      card.add(
          new MenuCard.Entry(
              icon,
              texts.get(textKey),
              key,
              keyShown == null ? "" : texts.get(keyShown),
              null,
              act == DialogAct.SPAM,
              () -> questions.ask(act)));
    }
  }
}
