package app.recado.client.ui.conversation;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.ActionButtons;
import app.recado.client.ui.action.ActionMenu;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Chips;
import app.recado.client.ui.controls.HeardMark;
import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.controls.PriorityMark;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.controls.WordsByRoom;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
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
  private static final Map<CompanyWords.Tone, PseudoClass> TONES =
      new EnumMap<>(
          Map.of(
              CompanyWords.Tone.COLLISION, PseudoClass.getPseudoClass("collision"),
              CompanyWords.Tone.CUSTOMER, PseudoClass.getPseudoClass("customer"),
              CompanyWords.Tone.BYSTANDERS, PseudoClass.getPseudoClass("bystanders")));

  private final Register register;
  private final Overlay overlay;
  private final Texts texts = Texts.of("conversation");
  private final Avatar face = new Avatar(FACE);

  /** Least room for who it is and how it stands, before the buttons lose their words. */
  private static final double TITLES = 240;

  /** As much room for names below the title is worth more than the buttons' words. */
  private static final double NAMES = 200;

  private final Label title = new EmojiLabel();
  private final PriorityMark priority = new PriorityMark(16);
  private final HeardMark heard = new HeardMark(16);
  private final Chips tags = new Chips();
  private final Pill pill = new Pill();
  private final Facts subtitle = new Facts(texts.get("header.separator"));
  private final Label company = new EmojiLabel();
  private final HBox below = new HBox();
  private final Map<Action, Button> buttons = new LinkedHashMap<>();
  private final Button more;
  private final WordsByRoom words;

  HeaderView(ConversationViewModel model, Register register, Overlay overlay) {
    this.register = register;
    this.overlay = overlay;
    getStyleClass().add("conversation-header");
    setMinWidth(0);
    setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("heading");
    title.setMinWidth(0);
    company.getStyleClass().addAll("tiny", "company");
    company.setMinWidth(0);
    below.getChildren().setAll(pill, company, subtitle);
    below.getStyleClass().add("header-status");
    below.setAlignment(Pos.CENTER_LEFT);
    below.setMinWidth(0);
    HBox.setHgrow(tags, Priority.ALWAYS);
    tags.setPrefWidth(0);
    HBox above = new HBox(title, priority, heard, tags);
    above.getStyleClass().add("header-title");
    above.setAlignment(Pos.CENTER_LEFT);
    above.setMinWidth(0);
    VBox titles = new VBox(above, below);
    titles.getStyleClass().add("header-words");
    titles.setAlignment(Pos.CENTER_LEFT);
    titles.setMinWidth(0);
    HBox.setHgrow(titles, Priority.ALWAYS);
    for (Action action : register.on(Surface.TOP_BAR)) {
      buttons.put(action, ActionButtons.secondary(action));
    }
    more = Buttons.borderedIcon(Icon.ELLIPSIS_VERTICAL, texts.get("act.more"), this::openMore);
    more.setId("more");
    words = new WordsByRoom(buttons.values().toArray(Button[]::new));
    getChildren().setAll(face, titles);
    getChildren().addAll(buttons.values());
    getChildren().add(more);
    title.textProperty().bind(model.titleProperty());
    model.factsProperty().subscribe(subtitle::show);
    model.companyProperty().subscribe(this::showCompany);
    model.itemProperty().subscribe(this::showFace);
    model.pillProperty().subscribe(this::showPill);
    model.rulesProperty().subscribe(this::showActions);
  }

  @Override
  protected void layoutChildren() {
    double gap = getSpacing();
    double others =
        face.prefWidth(-1) + titles() + (more.isManaged() ? more.prefWidth(-1) + gap : 0);
    Insets edge = getInsets();
    words.fit(getWidth() - edge.getLeft() - edge.getRight() - others - 2 * gap, gap);
    super.layoutChildren();
  }

  /** The names in full beside a long word on how it stands, whoever else is there. */
  private double titles() {
    double names = Math.min(NAMES, subtitle.names());
    return Math.max(TITLES, Math.ceil(pill.prefWidth(-1)) + below.getSpacing() + names);
  }

  /** Below what the transfer and invite cards open. */
  Node anchor() {
    return more;
  }

  private void showFace(@Nullable DialogItem item) {
    if (item != null) {
      face.show(item.customer().name(), item.customer().id().value(), item.connectorKind());
      priority.show(item.dialog().priority());
      heard.show(item.muted(), item.followed());
      tags.show(item.dialog().tags());
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
            case LATE -> Pill.Tone.DANGER;
            case ENDED -> Pill.Tone.NEUTRAL;
          });
    }
  }

  /** Takes the place of what is known anyway, so that nothing moves. */
  private void showCompany(CompanyWords.Line line) {
    boolean any = !line.text().isEmpty();
    company.setText(line.text());
    Shown.when(any, company);
    Shown.when(!any, subtitle);
    for (CompanyWords.Tone tone : CompanyWords.Tone.values()) {
      company.pseudoClassStateChanged(TONES.get(tone), tone == line.tone());
    }
  }

  /** Until somebody answers, what can be done stands where one would write. */
  private void showActions(DialogRules rules) {
    buttons.forEach((action, button) ->
        ActionButtons.show(button, !rules.isUnanswered() && action.standing().isReady()));
    boolean any = !ActionMenu.isEmpty(register, Surface.MORE);
    more.setVisible(any);
    more.setManaged(any);
  }

  private void openMore() {
    MenuCard card = ActionMenu.of(register, Surface.MORE, overlay, texts.get("act.more"));
    if (!card.isEmpty()) {
      overlay.showBelow(more, card, card.first());
    }
  }
}
