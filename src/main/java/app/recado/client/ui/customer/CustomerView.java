package app.recado.client.ui.customer;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.controls.EmptyState;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.theme.Icon;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The right column: who the customer is, how to reach them, and how this conversation stands. */
public final class CustomerView extends BorderPane implements AutoCloseable {
  private final Texts texts = Texts.of("customer");
  private final CustomerViewModel model;
  private final Moments moments;
  private final Subscription subscription = new Subscription();
  private final Avatar avatar = new Avatar(56);
  private final Label name = new EmojiLabel();
  private final Label place = new Label();
  private final Label title = new EmojiLabel();
  private final TagCard tags;
  private final FactCard contact;
  private final FactCard conversation;
  private final ScrollPane cards;
  private final EmptyState empty;
  private final Timeline ticking = new Timeline(new KeyFrame(Duration.seconds(15), tick -> tick()));

  /**
   * @param copy puts a text on the clipboard
   * @param chooseTags lets the agent choose the dialog's tags
   */
  public CustomerView(
      CustomerViewModel model, Moments moments, Consumer<String> copy, Runnable chooseTags) {
    this.model = model;
    this.moments = moments;
    getStyleClass().add("customer");
    contact = new FactCard(texts.get("contact"), texts, copy);
    conversation = new FactCard(texts.get("session"), texts, copy);
    empty = new EmptyState(Icon.CONTACT_ROUND, texts.get("empty"), texts.get("empty.text"));
    tags = new TagCard(texts, chooseTags);
    VBox column = new VBox(identity(), tags, contact, conversation);
    column.getStyleClass().add("customer-cards");
    cards = new ScrollPane(column);
    cards.setFitToWidth(true);
    cards.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    cards.setFocusTraversable(false);
    setAccessibleText(texts.get("spoken"));
    subscription.to(model.item(), this::show);
    ticking.setCycleCount(Animation.INDEFINITE);
    ticking.play();
  }

  @Override
  public void close() {
    ticking.stop();
    subscription.close();
  }

  private VBox identity() {
    name.getStyleClass().add("heading");
    name.setWrapText(true);
    title.getStyleClass().addAll("small", "muted");
    title.setWrapText(true);
    place.getStyleClass().addAll("tiny", "muted");
    place.setWrapText(true);
    VBox card = new VBox(avatar, name, title, place);
    card.getStyleClass().addAll("card", "identity");
    card.setAlignment(Pos.TOP_CENTER);
    return card;
  }

  private void show(@Nullable DialogItem item) {
    if (item == null) {
      setCenter(empty);
      return;
    }
    avatar.show(item.customer().name(), item.customer().id().value(), item.connectorKind());
    name.setText(VisitorName.of(item.customer().name()));
    String words = item.dialog().title();
    title.setText(words);
    title.setVisible(!words.isEmpty());
    title.setManaged(!words.isEmpty());
    place.setText(
        texts.get(
            "place",
            Connectors.name(item.connectorKind()),
            item.channel().name(),
            unbroken(Ordinal.conversation(item.dialog().session().number(), texts))));
    tags.show(item.dialog().tags());
    facts(item);
    if (getCenter() != cards) {
      setCenter(cards);
    }
  }

  private static String unbroken(String words) {
    return words.replace(' ', '\u00a0');
  }

  private void tick() {
    DialogItem item = model.item().get();
    if (item != null) {
      facts(item);
    }
  }

  private void facts(DialogItem item) {
    contact.show(Fact.contact(item, model.relayNow(), texts));
    conversation.show(
        Fact.conversation(
            item, model.relayNow(), model.ownerName(), model.participantNames(), moments, texts));
  }
}
