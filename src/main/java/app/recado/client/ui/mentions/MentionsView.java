package app.recado.client.ui.mentions;

import app.recado.client.state.Mention;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.EmptyState;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who named the agent where, newest first; each leads to its message. */
public final class MentionsView extends BorderPane implements AutoCloseable {
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final double AVATAR = 32;

  private final Desk desk;
  private final Moments moments;
  private final BiConsumer<DialogId, MessageId> opening;
  private final Texts texts = Texts.of("mentions");
  private final Subscription subscription = new Subscription();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final Button readAll;
  private final EmptyState empty;

  /**
   * @param opening shows a message in its dialog
   */
  public MentionsView(Desk desk, Moments moments, BiConsumer<DialogId, MessageId> opening) {
    this.desk = desk;
    this.moments = moments;
    this.opening = opening;
    getStyleClass().addAll("page", "mentions");
    setAccessibleText(texts.get("title"));
    empty = new EmptyState(Icon.AT_SIGN, texts.get("empty"), texts.get("empty.text"));
    rows.getStyleClass().addAll("page-content", "mention-rows");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    Label title = new Label(texts.get("title"));
    title.getStyleClass().add("title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    readAll = Buttons.secondary(texts.get("readAll"), Icon.CHECK_CHECK, this::readAll);
    readAll.setId("mentions-read-all");
    HBox header = new HBox(title, gap, readAll);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("page-header");
    setTop(header);
    subscription.to(desk.mentions().all(), this::show);
  }

  @Override
  public void close() {
    subscription.close();
  }

  private void show() {
    List<Mention> all = desk.mentions().all();
    rows.getChildren().setAll(all.stream().map(this::row).toList());
    readAll.setDisable(all.stream().allMatch(mention -> mention.row().read()));
    setCenter(all.isEmpty() ? empty : scroll);
  }

  private Node row(Mention mention) {
    boolean unread = !mention.row().read();
    Avatar avatar = new Avatar(AVATAR);
    avatar.show(mention.by(), mention.row().by().value(), null);
    String said = texts.get("row", mention.by());
    Label who = new EmojiLabel(said);
    if (unread) {
      who.getStyleClass().add("strong");
    }
    Label where = new EmojiLabel(mention.dialogTitle());
    where.getStyleClass().addAll("small", "muted");
    VBox lines = new VBox(who, where);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    Label time = new Label(moments.ago(mention.row().at(), desk.relayNow()));
    time.getStyleClass().addAll("tiny", "subtle");
    HBox line = new HBox(avatar, lines, time);
    line.setSpacing(10);
    line.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button();
    row.setGraphic(line);
    line.prefWidthProperty().bind(row.widthProperty().subtract(28));
    row.getStyleClass().setAll("canned-row", "mention-row");
    row.pseudoClassStateChanged(UNREAD, unread);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(
        (unread ? texts.get("unread") + " " : "") + said + ". " + mention.dialogTitle());
    row.setOnAction(pressed -> {
      desk.mentions().read(List.of(mention.row().message()));
      opening.accept(mention.row().dialog(), mention.row().message());
    });
    return row;
  }

  private void readAll() {
    desk.mentions()
        .read(desk.mentions().all().stream().map(mention -> mention.row().message()).toList());
  }
}
