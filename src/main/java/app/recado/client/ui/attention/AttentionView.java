package app.recado.client.ui.attention;

import app.recado.client.state.HeldItem;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.EmptyState;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.CommandId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * "Needs attention": one row for everything held, each with the same card as in its conversation,
 * so that it can be decided here, also where the conversation itself can no longer be opened.
 */
public final class AttentionView extends BorderPane implements AutoCloseable {
  private final Texts texts = Texts.of("attention");
  private final AttentionViewModel model;
  private final Moments moments;
  private final Function<HeldItem, ? extends Node> cards;
  private final Subscription subscription = new Subscription();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final EmptyState empty;
  private Map<CommandId, Row> shown = new HashMap<>();

  private record Row(HeldItem item, Node node) {}

  /**
   * @param cards makes the card that tells what happened and offers the choices
   */
  public AttentionView(
      AttentionViewModel model, Moments moments, Function<HeldItem, ? extends Node> cards) {
    this.model = model;
    this.moments = moments;
    this.cards = cards;
    getStyleClass().addAll("page", "attention");
    setAccessibleText(texts.get("title"));
    empty = new EmptyState(Icon.CIRCLE_CHECK, texts.get("empty"), texts.get("empty.text"));
    rows.getStyleClass().addAll("page-content", "attention-rows");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    setTop(header());
    subscription.to(model.items(), this::show);
  }

  @Override
  public void close() {
    subscription.close();
  }

  private VBox header() {
    Label title = new Label(texts.get("title"));
    title.getStyleClass().add("title");
    Label text = new Label(texts.get("text"));
    text.getStyleClass().addAll("small", "muted");
    text.setWrapText(true);
    VBox header = new VBox(title, text);
    header.getStyleClass().add("page-header");
    return header;
  }

  private void show() {
    List<HeldItem> items = model.items();
    Map<CommandId, Row> now = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (HeldItem item : items) {
      Row before = shown.get(item.id());
      Row row = before != null && before.item().equals(item) ? before : new Row(item, row(item));
      now.put(item.id(), row);
      nodes.add(row.node());
    }
    shown = now;
    rows.getChildren().setAll(nodes);
    setCenter(items.isEmpty() ? empty : scroll);
  }

  private Node row(HeldItem item) {
    Label title = new EmojiLabel(item.dialogTitle());
    title.getStyleClass().add("strong");
    Label time = new Label(moments.ago(item.madeAt(), model.relayNow()));
    time.getStyleClass().addAll("tiny", "subtle");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, time, gap);
    if (item.isAboutDialog()) {
      head.getChildren()
          .add(Buttons.ghost(texts.get("open"), Icon.MESSAGE_CIRCLE, () -> model.open(item)));
    }
    head.setAlignment(Pos.CENTER_LEFT);
    head.setSpacing(10);
    VBox row = new VBox(head);
    row.getStyleClass().add("attention-row");
    item.texts().forEach(words -> row.getChildren().add(written(words)));
    row.getChildren().add(cards.apply(item));
    row.setAccessibleText(item.dialogTitle());
    return row;
  }

  private static Label written(String words) {
    Label label = new EmojiLabel(words);
    label.getStyleClass().addAll("small", "attention-text");
    label.setWrapText(true);
    return label;
  }
}
