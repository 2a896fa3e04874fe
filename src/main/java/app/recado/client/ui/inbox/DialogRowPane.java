package app.recado.client.ui.inbox;

import app.recado.client.state.DialogItem;
import app.recado.client.state.ReplyDue;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Chips;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.controls.Counter;
import app.recado.client.ui.controls.HeardMark;
import app.recado.client.ui.controls.PriorityMark;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.DialogId;
import app.recado.protocol.Priority;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * One dialog in 68 pixels: avatar, name and time above, marks, one line of text and the unread
 * count below.
 */
final class DialogRowPane extends Region {
  static final double HEIGHT = 68;

  private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
  private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
  private static final PseudoClass OFFERED = PseudoClass.getPseudoClass("offered");
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final double AVATAR = 40;
  private static final double LEFT = 16;
  private static final double TEXT = 67;
  private static final double RIGHT = 16;
  private static final double UPPER = 20;
  private static final double LOWER = 44;
  private static final double MARK = 14;
  private static final double COUNTER = 19;

  private final Texts texts;
  private final Moments moments;
  private final InboxViewModel model;
  private final RowSnippet words;
  private final Avatar avatar = new Avatar(AVATAR);
  private final Label name = spoken("dialog-name");
  private final Chips tags = new Chips();
  private final PriorityMark priority = new PriorityMark(MARK);
  private final Label time = label("dialog-time");
  private final IconView mark = new IconView(Icon.PIN, MARK);
  private final IconView whispered = new IconView(Icon.EYE_OFF, MARK);
  private final Label prefix = label("dialog-draft");
  private final Label snippet = spoken("dialog-snippet");
  private final HeardMark heard = new HeardMark(MARK);
  private final IconView mentioned = new IconView(Icon.AT_SIGN, MARK);
  private final Counter unread = new Counter();
  private final StackPane tick = new StackPane(new IconView(Icon.CHECK, 20));
  private ReplyDue.Level level = ReplyDue.Level.CALM;
  private boolean chosen;
  private @Nullable DialogItem item;

  DialogRowPane(InboxViewModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    words = new RowSnippet(texts, model);
    getStyleClass().add("dialog-row");
    getChildren().setAll(avatar, name, time, snippet);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMouseTransparent(true);
    mentioned.getStyleClass().add("mention-mark");
    mentioned.setVisible(false);
    tick.getStyleClass().add("row-tick");
  }

  /** Whether this far from the left of a row a press is on its avatar, which selects it. */
  static boolean isOnAvatar(double x) {
    return x >= LEFT - 4 && x <= LEFT + AVATAR + 6;
  }

  /** Shows that it is selected. */
  void choose(boolean selected) {
    chosen = selected;
    tick.pseudoClassStateChanged(OFFERED, false);
    cover(selected);
  }

  /** Shows that a press where the mouse is would select it. */
  void offer(boolean offered) {
    if (!chosen && offered != tick.isVisible()) {
      tick.pseudoClassStateChanged(OFFERED, offered);
      cover(offered);
    }
  }

  /** The tick takes the avatar's place, badge and all. */
  private void cover(boolean ticked) {
    present(tick, ticked);
    avatar.setVisible(!ticked);
  }

  void show(DialogItem shown) {
    item = shown;
    avatar.show(shown.customer().name(), shown.customer().id().value(), shown.connectorKind());
    name.setText(VisitorName.of(shown.customer().name()));
    showMark(shown);
    tags.show(shown.dialog().tags());
    present(tags, !shown.dialog().tags().isEmpty());
    priority.show(shown.dialog().priority());
    present(priority, shown.dialog().priority() != Priority.NORMAL);
    String draft = draft(shown);
    present(prefix, draft != null);
    prefix.setText(draft == null ? "" : texts.get("row.draft"));
    snippet.setText(draft == null ? words.of(shown.dialog()) : draft);
    present(whispered, draft == null && RowSnippet.isWhisper(shown.dialog()));
    heard.show(shown.muted(), shown.followed());
    present(heard, shown.muted() || shown.followed());
    showMentioned(shown.id());
    unread.show(shown.unread());
    present(unread, shown.unread() > 0);
    pseudoClassStateChanged(UNREAD, shown.unread() > 0);
    tick();
    requestLayout();
  }

  /** What is begun there in one line; null without a draft. */
  private @Nullable String draft(DialogItem shown) {
    if (shown.draft() != null || shown.draftFiles() == 0) {
      return shown.draft();
    }
    return texts.count("row.draftFiles", shown.draftFiles());
  }

  /** Whether the mark that the agent is named there has changed. */
  boolean showMentioned(DialogId dialog) {
    boolean is = model.isMentioned(dialog);
    if (is == mentioned.isVisible()) {
      return false;
    }
    present(mentioned, is);
    requestLayout();
    return true;
  }

  /** Whether the time shown has changed. */
  boolean tick() {
    DialogItem shown = item;
    if (shown == null) {
      return false;
    }
    Waiting waiting = Waiting.of(shown, model.relayNow(), moments);
    pseudoClassStateChanged(LATE, waiting.level() == ReplyDue.Level.LATE);
    pseudoClassStateChanged(SOON, waiting.level() == ReplyDue.Level.SOON);
    boolean sameLevel = waiting.level() == level;
    level = waiting.level();
    if (sameLevel && waiting.text().equals(time.getText())) {
      return false;
    }
    time.setText(waiting.text());
    requestLayout();
    return true;
  }

  /** The whole row in words. */
  String spoken() {
    DialogItem shown = item;
    if (shown == null) {
      return "";
    }
    StringBuilder words = new StringBuilder(chosen ? texts.get("row.selected") + ", " : "");
    words.append(name.getText());
    words.append(", ").append(Connectors.name(shown.connectorKind()));
    words.append(", ").append(shown.channel().name());
    words.append(", ").append(time.getText());
    switch (level) {
      case CALM -> {}
      case SOON -> words.append(", ").append(texts.get("row.soon"));
      case LATE -> words.append(", ").append(texts.get("row.late"));
    }
    if (shown.unread() > 0) {
      words.append(", ").append(texts.count("row.unread", shown.unread()));
    }
    if (mentioned.isVisible()) {
      words.append(", ").append(texts.get("row.mentioned"));
    }
    if (shown.held() > 0) {
      words.append(", ").append(texts.get("row.held"));
    }
    if (shown.queued() > 0) {
      words.append(", ").append(texts.count("row.queued", shown.queued()));
    }
    if (shown.dialog().session().pinned()) {
      words.append(", ").append(texts.get("row.pinned"));
    }
    if (shown.dialog().priority() != Priority.NORMAL) {
      words.append(", ").append(PriorityMark.words(shown.dialog().priority()));
    }
    if (shown.asleep()) {
      words.append(", ").append(texts.get("row.snoozed"));
    }
    if (shown.muted() || shown.followed()) {
      words.append(", ").append(heard.words(shown.muted()));
    }
    if (!shown.dialog().tags().isEmpty()) {
      words.append(", ").append(texts.get("row.tags", String.join(", ", shown.dialog().tags())));
    }
    return words
        .append(". ")
        .append(whispered.isVisible() ? texts.get("row.whisper") : prefix.getText())
        .append(' ')
        .append(snippet.getText())
        .toString();
  }

  private void showMark(DialogItem shown) {
    Icon icon =
        shown.held() > 0
            ? Icon.PAUSE
            : shown.queued() > 0 || shown.claimed()
                ? Icon.CLOCK
                : shown.asleep()
                    ? Icon.ALARM_CLOCK
                    : shown.dialog().session().pinned() ? Icon.PIN : null;
    present(mark, icon != null);
    if (icon != null) {
      mark.show(icon);
    }
    mark.pseudoClassStateChanged(PseudoClass.getPseudoClass("held"), shown.held() > 0);
  }

  /** Most rows have none of these: what is not there needs no style and no skin. */
  private void present(Node node, boolean shown) {
    node.setVisible(shown);
    if (!shown) {
      getChildren().remove(node);
    } else if (node.getParent() == null) {
      getChildren().add(node);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double right = getWidth() - RIGHT;
    avatar.resizeRelocate(LEFT, (HEIGHT - AVATAR) / 2 - 4, AVATAR, AVATAR);
    tick.resizeRelocate(LEFT, (HEIGHT - AVATAR) / 2 - 4, AVATAR, AVATAR);
    double timeWidth = Math.ceil(time.prefWidth(-1));
    centre(time, right - timeWidth, UPPER, timeWidth);
    double upper = right - timeWidth - 8;
    if (priority.isVisible()) {
      upper -= MARK;
      priority.resizeRelocate(upper, UPPER - MARK / 2, MARK, MARK);
      upper -= 4;
    }
    double room = Math.max(0, upper - TEXT);
    double nameWidth = Math.min(room, Math.ceil(name.prefWidth(-1)));
    centre(name, TEXT, UPPER, nameWidth);
    if (tags.isVisible()) {
      double width = Math.max(0, room - nameWidth - 8);
      tags.setOpacity(width < tags.least() ? 0 : 1);
      centre(tags, TEXT + nameWidth + 8, UPPER, width);
    }
    double x = TEXT;
    if (mark.isVisible()) {
      mark.resizeRelocate(x, LOWER - MARK / 2, MARK, MARK);
      x += MARK + 4;
    }
    if (whispered.isVisible()) {
      whispered.resizeRelocate(x, LOWER - MARK / 2, MARK, MARK);
      x += MARK + 4;
    }
    if (prefix.isVisible()) {
      double width = Math.ceil(prefix.prefWidth(-1));
      centre(prefix, x, LOWER, width);
      x += width + 4;
    }
    double end = right;
    if (unread.isVisible()) {
      double width = Math.max(COUNTER, Math.ceil(unread.prefWidth(-1)));
      centre(unread, right - width, LOWER - 1, width);
      end -= width + 8;
    }
    if (mentioned.isVisible()) {
      end = Math.min(end, right) - MARK;
      mentioned.resizeRelocate(end, LOWER - 1 - MARK / 2, MARK, MARK);
      end -= 8;
    }
    if (heard.isVisible()) {
      end = Math.min(end, right) - MARK;
      heard.resizeRelocate(end, LOWER - 1 - MARK / 2, MARK, MARK);
      end -= 8;
    }
    centre(snippet, x, LOWER, Math.max(0, Math.min(end, right - 38) - x));
  }

  private static void centre(Region node, double x, double y, double width) {
    double height = node.prefHeight(width);
    node.resizeRelocate(x, Math.round(y - height / 2), width, height);
  }

  /** What people wrote may hold emoji. */
  private static Label spoken(String style) {
    return dressed(new EmojiLabel(), style);
  }

  private static Label label(String style) {
    return dressed(new Label(), style);
  }

  private static Label dressed(Label label, String style) {
    label.getStyleClass().setAll("label", style);
    return label;
  }
}
