package app.recado.client.ui.notify;

import app.recado.client.state.NewChat;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The announcements at the lower right of the window: the latest few, each until somebody accepts
 * the dialog or it is dismissed. They never take the focus.
 */
public final class NewChatsView extends VBox implements AutoCloseable {
  private static final int MOST = 3;

  private final Texts texts = Texts.of("notify");
  private final NewChatsViewModel model;
  private final Subscription subscription = new Subscription();
  private final Map<NewChat, NewChatCard> cards = new LinkedHashMap<>();
  private final Label more = new Label();

  public NewChatsView(NewChatsViewModel model) {
    this.model = model;
    getStyleClass().add("new-chats");
    setAlignment(Pos.BOTTOM_RIGHT);
    setFillWidth(false);
    setPickOnBounds(false);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(texts.get("spoken"));
    more.getStyleClass().addAll("pill");
    subscription.to(model.chats(), this::show);
  }

  @Override
  public void close() {
    subscription.close();
  }

  private void show() {
    List<NewChat> chats = model.chats();
    cards.keySet().retainAll(chats);
    List<NewChat> shown = chats.subList(Math.max(0, chats.size() - MOST), chats.size());
    List<Node> nodes = new java.util.ArrayList<>();
    int hidden = chats.size() - shown.size();
    if (hidden > 0) {
      more.setText(texts.count("more", hidden));
      nodes.add(more);
    }
    for (NewChat chat : shown) {
      nodes.add(cards.computeIfAbsent(chat, fresh -> new NewChatCard(fresh, model)));
    }
    getChildren().setAll(nodes);
  }
}
