package app.recado.client.ui.conversation;

import static java.util.stream.Collectors.joining;

import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.files.FileBox;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A message of mine that waits for its time, and what can be done about it meanwhile. */
final class ScheduledBubble extends HBox {
  private static final double WIDEST = 460;
  private static final double MARK = 13;

  private final Texts texts;
  private final RowWords words;
  private final Label when = new Label();
  private final QuoteStrip quote = new QuoteStrip();
  private final Label text = new EmojiLabel();
  private final FileBox box;
  private final VBox bubble = new VBox();
  private final HBox head;
  private final HBox acts;
  private TimelineEntry.@Nullable Scheduled shown;

  ScheduledBubble(Texts texts, RowWords words, RowActions actions, DeskFiles files) {
    box = new FileBox(files, actions::view);
    this.texts = texts;
    this.words = words;
    getStyleClass().add("scheduled-row");
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(0);
    bubble.getStyleClass().add("bubble");
    bubble.pseudoClassStateChanged(PseudoClass.getPseudoClass("out"), true);
    bubble.pseudoClassStateChanged(PseudoClass.getPseudoClass("unsent"), true);
    bubble.setMaxWidth(WIDEST);
    when.setWrapText(true);
    head = new HBox(new IconView(Icon.CLOCK, MARK), when);
    head.getStyleClass().add("scheduled-when");
    text.setWrapText(true);
    Button edit = act("scheduled.edit", "scheduled-edit", actions::callBack);
    Button now = act("scheduled.now", "scheduled-now", actions::sendNow);
    Button discard = act("scheduled.discard", "scheduled-discard", actions::discard);
    acts = new HBox(edit, now, discard);
    acts.getStyleClass().add("bubble-leaving");
    getChildren().setAll(bubble);
  }

  private Button act(String key, String id, Consumer<TimelineEntry.Scheduled> action) {
    Button button =
        Buttons.link(
            texts.get(key),
            () -> {
              TimelineEntry.Scheduled message = shown;
              if (message != null) {
                action.accept(message);
              }
            });
    button.setId(id);
    return button;
  }

  void show(TimelineEntry.Scheduled message) {
    shown = message;
    String moment = words.moment(message.sendAt());
    when.setText(
        message.queued()
            ? texts.get("scheduled.queued", moment)
            : texts.get("scheduled.waits", moment));
    text.setText(message.text());
    bubble.getChildren().setAll(head);
    TimelineEntry.Quoted quoted = message.quoted();
    if (quoted != null) {
      quote.show(
          quoted.authorName(), quoted.deleted() ? texts.get("message.deleted") : quoted.text());
      bubble.getChildren().add(quote);
    }
    box.show(message.files());
    if (!message.files().isEmpty()) {
      bubble.getChildren().add(box);
    }
    if (!message.text().isBlank()) {
      bubble.getChildren().add(text);
    }
    bubble.getChildren().add(acts);
    List<String> said = new ArrayList<>(List.of(when.getText(), message.text()));
    message.files().forEach(file -> said.add(file.name()));
    setAccessibleText(said.stream().filter(part -> !part.isBlank()).collect(joining(". ")));
  }
}
