package app.recado.client.ui.settings;

import app.recado.client.state.Connection;
import app.recado.client.sync.Administration;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Choice;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.controls.FormArea;
import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiEcho;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.AgentShown;
import app.recado.protocol.ChannelRow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything that can be set on one channel. */
final class ChannelForm extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double NARROW = 780;
  private static final double LEAST_NAME = 60;
  private static final double NUMBER = 84;
  private static final double HOURS = 220;

  private final Cards cards;
  private final Texts texts;
  private final WorkspaceViewModel model;
  private final ChannelRow row;
  private final ChannelDraft draft;
  private final Subscription subscription;
  private final Map<Field, TextInputControl> inputs = new EnumMap<>(Field.class);
  private final Label problem = new Label();
  private final Label saved = new Label();
  private final Button save;
  private final Button discard;
  private final Button bringBack;
  private boolean saving;

  /**
   * @param subscription ended when the form is left
   * @param back goes to the list; what was typed stays
   */
  ChannelForm(
      Cards cards,
      WorkspaceViewModel model,
      ChannelRow row,
      ChannelDraft draft,
      Subscription subscription,
      Runnable back) {
    super(16);
    this.cards = cards;
    this.texts = cards.texts();
    this.model = model;
    this.row = row;
    this.draft = draft;
    this.subscription = subscription;
    setId("channel-form");
    problem.getStyleClass().addAll("small", "danger-text");
    problem.setId("channel-problem");
    problem.setWrapText(true);
    problem.textProperty().subscribe(why -> Shown.when(!why.isEmpty(), problem));
    saved.getStyleClass().addAll("small", "accent-text");
    save = Buttons.primary(texts.get("channel.save"), null, this::save);
    save.setId("save-channel");
    discard = Buttons.secondary(texts.get("channel.discard"), Icon.UNDO_2, draft::discard);
    discard.setId("discard-channel");
    bringBack = Buttons.secondary(texts.get("channel.bringBack"), Icon.HISTORY, draft::bringBack);
    bringBack.setId("bring-back-channel");
    getChildren().setAll(header(back), problem, grid());
    subscription
        .to(draft.changed(), changed -> look())
        .to(draft.discarded(), given -> offerBack(given != null))
        .to(model.desk().connection(), (Connection now) -> look());
    for (Field field : Field.values()) {
      subscription.to(draft.text(field), typed -> look());
    }
    subscription.to(draft.flag(Flag.ALWAYS_OPEN), on -> look());
  }

  private Node header(Runnable back) {
    Button channels = Buttons.link(texts.get("section.channels") + " ›", back);
    channels.setId("channels-back");
    Label name = new EmojiLabel();
    name.getStyleClass().add("title");
    name.setMinWidth(LEAST_NAME);
    name.setId("channel-title");
    subscription.to(draft.text(Field.NAME), name::setText);
    Pill standing = ChannelsPage.standing(texts, row.active());
    Pill unsaved = new Pill(texts.get("channel.unsaved"), Pill.Tone.WARNING);
    unsaved.visibleProperty().bind(draft.changed());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button preview =
        Buttons.secondary(
            texts.get("channel.preview"), Icon.EXTERNAL_LINK, () -> model.preview(row));
    preview.setId("preview-channel");
    HBox line =
        new HBox(
            8, channels, name, standing, unsaved, saved, gap, preview, discard, bringBack, save);
    line.setAlignment(Pos.CENTER_LEFT);
    preview.setTooltip(Buttons.tooltip(preview.getText()));
    discard.setTooltip(Buttons.tooltip(discard.getText()));
    bringBack.setTooltip(Buttons.tooltip(bringBack.getText()));
    line.widthProperty()
        .subscribe(width -> {
          ContentDisplay shown =
              width.doubleValue() < NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
          preview.setContentDisplay(shown);
          discard.setContentDisplay(shown);
          bringBack.setContentDisplay(shown);
        });
    return line;
  }

  private GridPane grid() {
    GridPane grid = new GridPane(16, 16);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    List<Node> left = List.of(connectors(), hours(), conversation());
    List<Node> right =
        List.of(
            new QueueCard(cards, model, draft, subscription, this::number, this::toggle), texts());
    grid.add(new VBox(16, left.toArray(Node[]::new)), 0, 0);
    grid.add(new VBox(16, right.toArray(Node[]::new)), 1, 0);
    return grid;
  }

  private Node connectors() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(line("channel.name", text(Field.NAME, new TextField())));
    nodes.add(toggle(Flag.ACTIVE));
    for (ChannelRow.Connector connector : row.connectors()) {
      Label name = new Label(connector.name());
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Label on = new Label(texts.get(connector.on() ? "channel.on" : "channel.off"));
      on.getStyleClass().addAll("small", connector.on() ? "accent-text" : "muted");
      HBox line = new HBox(10, new IconView(Connectors.icon(connector.kind()), 16), name, gap, on);
      line.setAlignment(Pos.CENTER_LEFT);
      nodes.add(line);
    }
    TextField snippet = new TextField(model.snippet(row));
    snippet.setEditable(false);
    snippet.setId("channel-snippet");
    snippet.setAccessibleText(texts.get("channel.embed"));
    HBox.setHgrow(snippet, Priority.ALWAYS);
    Button copy =
        Buttons.borderedIcon(
            Icon.COPY, texts.get("channel.copy"), () -> model.copy(model.snippet(row)));
    copy.setId("copy-snippet");
    nodes.add(cards.hint("channel.embed"));
    nodes.add(new HBox(8, snippet, copy));
    return cards.card("channel.connectors", nodes.toArray(Node[]::new));
  }

  private Node hours() {
    List<Node> nodes = new ArrayList<>();
    Label there = new Label();
    there.getStyleClass().addAll("small", "muted");
    there.setId("channel-there");
    TextInputControl zone = text(Field.ZONE, new TextField());
    subscription.to(draft.text(Field.ZONE), id -> there.setText(timeThere(id)));
    nodes.add(line("channel.zone", zone));
    nodes.add(there);
    CheckBox always = toggle(Flag.ALWAYS_OPEN);
    nodes.add(always);
    VBox days = new VBox(6);
    days.visibleProperty().bind(always.selectedProperty().not());
    days.managedProperty().bind(days.visibleProperty());
    for (DayOfWeek day : DayOfWeek.values()) {
      TextInputControl openings = text(Field.valueOf(day.name()), new TextField());
      openings.setPrefWidth(HOURS);
      openings.setPromptText(texts.get("channel.closed"));
      String name = day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
      String shown = name.substring(0, 1).toUpperCase(texts.locale()) + name.substring(1);
      openings.setAccessibleText(shown);
      days.getChildren().add(line(new Label(shown), openings));
    }
    days.getChildren().add(cards.hint("channel.hoursText"));
    nodes.add(days);
    return cards.card("channel.hours", nodes.toArray(Node[]::new));
  }

  private String timeThere(String id) {
    try {
      Moments there = new Moments(ZoneId.of(id.strip()));
      return texts.get("channel.there", there.timeOfDay(model.desk().relayNow()));
    } catch (DateTimeException unknown) {
      return texts.get("invalid.zone");
    }
  }

  private Node texts() {
    return cards.card(
        "channel.texts",
        area("channel.welcome", Field.WELCOME),
        area("channel.offHours", Field.OFF_HOURS),
        area("channel.noAnswer", Field.NO_ANSWER),
        number("channel.noAnswerAfter", Field.NO_ANSWER_AFTER),
        area("channel.close", Field.CLOSE),
        toggle(Flag.ASK_RATING),
        number("channel.ratingWait", Field.RATING_WAIT));
  }

  private Node conversation() {
    Choice<AgentShown> shown =
        new Choice<>(
            texts.get("channel.agentShown"),
            List.of(AgentShown.values()),
            each -> texts.get("channel.shown." + each.name().toLowerCase(Locale.ROOT)),
            draft.shown()::set);
    shown.setDisable(!model.administers());
    subscription.to(draft.shown(), shown::select);
    Label asked = new Label(texts.get("channel.agentShown"));
    asked.getStyleClass().addAll("small", "muted");
    return cards.card(
        "channel.conversation",
        asked,
        shown,
        number("channel.firstTarget", Field.FIRST_TARGET),
        number("channel.nextTarget", Field.NEXT_TARGET),
        number("channel.autoClose", Field.AUTO_CLOSE));
  }

  private Node area(String key, Field field) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().addAll("small", "muted");
    TextArea area = new FormArea("", 2);
    area.setPromptText(texts.get("channel.noText"));
    text(field, area);
    area.setAccessibleText(label.getText());
    label.setLabelFor(area);
    return new VBox(4, label, area, new EmojiEcho(area));
  }

  private Node number(String key, Field field) {
    TextInputControl input = text(field, new TextField());
    input.setPrefWidth(NUMBER);
    input.setMinWidth(NUMBER);
    return line(key, input);
  }

  private HBox line(String key, TextInputControl input) {
    Label label = new Label(texts.get(key));
    input.setAccessibleText(label.getText());
    return line(label, input);
  }

  private static HBox line(Label label, TextInputControl input) {
    label.getStyleClass().addAll("small", "muted");
    label.setWrapText(true);
    label.setLabelFor(input);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, label, gap, input);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private <T extends TextInputControl> T text(Field field, T input) {
    input.setId("channel-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    input.getStyleClass().add("settings-input");
    input.textProperty().bindBidirectional(draft.text(field));
    subscription.and(() -> input.textProperty().unbindBidirectional(draft.text(field)));
    input.setDisable(!field.isOfQueue() && !model.administers());
    inputs.put(field, input);
    return input;
  }

  private CheckBox toggle(Flag flag) {
    CheckBox box = cards.toggle("flag." + flag.name().toLowerCase(Locale.ROOT));
    box.selectedProperty().bindBidirectional(draft.flag(flag));
    subscription.and(() -> box.selectedProperty().unbindBidirectional(draft.flag(flag)));
    box.setDisable(!flag.isOfQueue() && !model.administers());
    return box;
  }

  private void look() {
    Set<Field> wrong = draft.problems();
    inputs.forEach((field, input) -> input.pseudoClassStateChanged(WRONG, wrong.contains(field)));
    String obstacle = model.obstacle();
    boolean changed = draft.changed().get();
    if (changed) {
      saved.setText("");
    }
    discard.setDisable(!changed || saving);
    save.setDisable(!changed || saving || !wrong.isEmpty() || obstacle != null);
    if (!saving) {
      problem.setText(
          !wrong.isEmpty()
              ? texts.get("invalid." + wrong.iterator().next().wire())
              : changed && obstacle != null ? texts.get("save." + obstacle) : "");
    }
  }

  /** In the place of discarding, which there is nothing for then. */
  private void offerBack(boolean is) {
    boolean pressed = discard.isFocused();
    Shown.when(is, bringBack);
    Shown.when(!is, discard);
    if (is && pressed) {
      bringBack.requestFocus();
    }
  }

  private void save() {
    saving = true;
    look();
    model.save(
        draft,
        answer -> {
          saving = false;
          look();
          if (answer instanceof Administration.Done) {
            saved.setText(texts.get("channel.saved"));
          } else {
            problem.setText(Answers.words(texts, answer));
            mark(answer);
          }
        });
  }

  private void mark(Administration.Answer answer) {
    if (answer instanceof Administration.Refused(String _, String about) && about != null) {
      inputs.forEach((field, input) -> {
        if (field.wire().equals(about)) {
          input.pseudoClassStateChanged(WRONG, true);
        }
      });
    }
  }
}
