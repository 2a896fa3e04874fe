package app.recado.client.ui.notify;

import app.recado.client.state.NewChat;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The announcements of new chats: the latest few, each until somebody accepts the dialog or it is
 * dismissed. They never take the focus.
 */
public final class NewChatsView extends VBox implements AutoCloseable {
  /** How wide they are where nothing else decides it. */
  public static final double WIDTH = 336;

  private static final int MOST = 3;

  /** What a window must have to spare for each card. */
  private static final double CARD = 140;

  private static final double OTHERS = 440;

  private final Texts texts = Texts.of("notify");
  private final NewChatsViewModel model;
  private final Subscription subscription = new Subscription();
  private final Map<NewChat, NewChatCard> cards = new LinkedHashMap<>();
  private final Label more = new Label();
  private int most = 1;

  public NewChatsView(NewChatsViewModel model) {
    this.model = model;
    getStyleClass().add("new-chats");
    setAlignment(Pos.BOTTOM_CENTER);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(texts.get("spoken"));
    more.getStyleClass().addAll("pill");
    subscription.to(model.chats(), this::show);
  }

  /** Shows as many as a window of this height can bear. */
  public void fit(double height) {
    int bearable = Math.clamp((long) ((height - OTHERS) / CARD), 1, MOST);
    if (bearable != most) {
      most = bearable;
      show();
    }
  }

  /** Whether there is nothing to announce. */
  public boolean isEmpty() {
    return getChildren().isEmpty();
  }

  @Override
  public void close() {
    subscription.close();
  }

  private void show() {
    List<NewChat> chats = model.chats();
    cards.keySet().retainAll(chats);
    List<NewChat> shown = chats.subList(Math.max(0, chats.size() - most), chats.size());
    List<Node> nodes = new ArrayList<>();
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
