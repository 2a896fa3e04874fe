package app.recado.client.ui.notify;

import app.recado.client.state.NewChat;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.theme.Icon;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One new chat, announced. */
final class NewChatCard extends HBox {
  NewChatCard(NewChat chat, NewChatsViewModel model) {
    Texts texts = Texts.of("notify");
    getStyleClass().addAll("new-chat");
    Avatar avatar = new Avatar(40);
    avatar.show(
        chat.item().customer().name(),
        chat.item().customer().id().value(),
        chat.item().connectorKind());
    String headline =
        texts.get(
            chat.offeredToMe() ? "offered" : "new", VisitorName.of(chat.item().customer().name()));
    Label title = new EmojiLabel(headline);
    title.getStyleClass().add("strong");
    String connector = Connectors.name(chat.item().connectorKind());
    Label text =
        new EmojiLabel(
            chat.text().isEmpty() ? connector : texts.get("said", connector, chat.text()));
    text.getStyleClass().addAll("small", "muted");
    text.setWrapText(true);
    text.setMaxHeight(38);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(title, gap, Buttons.icon(Icon.X, texts.get("dismiss"), () -> model.dismiss(chat)));
    head.getStyleClass().add("new-chat-head");
    HBox buttons =
        new HBox(
            Buttons.primary(texts.get("answer"), null, () -> model.answer(chat)),
            Buttons.secondary(texts.get("open"), null, () -> model.open(chat)));
    buttons.getStyleClass().add("new-chat-buttons");
    VBox words = new VBox(head, text, buttons);
    words.getStyleClass().add("new-chat-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(avatar, words);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(headline + ". " + text.getText());
  }
}
