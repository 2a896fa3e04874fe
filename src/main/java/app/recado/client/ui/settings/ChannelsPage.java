package app.recado.client.ui.settings;

import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The channels, and one of them opened. */
final class ChannelsPage extends VBox {
  private final Cards cards;
  private final Texts texts;
  private final WorkspaceViewModel model;
  private final Subscription form = new Subscription();
  private final VBox list = new VBox();
  private boolean open;

  /**
   * @param subscription ended when the page is left
   */
  ChannelsPage(Cards cards, WorkspaceViewModel model, Subscription subscription) {
    super(16);
    this.cards = cards;
    this.texts = cards.texts();
    this.model = model;
    list.getStyleClass().add("settings-list");
    showList();
    subscription
        .to(model.desk().channels(), this::listed)
        .to(model.administration().settings(), this::listed)
        .and(form::close);
  }

  private void showList() {
    open = false;
    form.close();
    Label title = new Label(texts.get("section.channels"));
    title.getStyleClass().add("title");
    getChildren().setAll(title, list);
    if (model.administers()) {
      getChildren().add(new NewChannelCard(cards, model));
    }
    listed();
  }

  private void listed() {
    if (open) {
      return;
    }
    list.getChildren().clear();
    for (ChannelRow channel : model.desk().channels()) {
      list.getChildren().add(row(channel));
    }
    if (model.desk().channels().isEmpty()) {
      list.getChildren().add(cards.hint("channels.none"));
    }
  }

  private Button row(ChannelRow channel) {
    Label name = new EmojiLabel(channel.name());
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    Label about =
        new Label(
            texts.count("channel.connectors", channel.connectors().size())
                + " · "
                + texts.count("channel.agents", channel.queue().agents().size()));
    about.getStyleClass().addAll("small", "muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(12, new IconView(Icon.RADIO_TOWER, 16), new VBox(2, name, about), gap);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    if (model.isUnsaved(channel.id())) {
      row.getChildren().add(new Pill(texts.get("channel.unsaved"), Pill.Tone.WARNING));
    }
    row.getChildren().add(standing(texts, channel.active()));
    Button button = new Button();
    button.setGraphic(row);
    button.setId("channel-" + channel.id());
    button.getStyleClass().setAll("settings-row");
    button.setMaxWidth(Double.MAX_VALUE);
    row.prefWidthProperty().bind(button.widthProperty().subtract(28));
    button.setAccessibleText(channel.name());
    button.setOnAction(pressed -> open(channel.id()));
    return button;
  }

  static Pill standing(Texts texts, boolean on) {
    return new Pill(
            texts.get(on ? "channel.on" : "channel.off"), on ? Pill.Tone.ACCENT : Pill.Tone.NEUTRAL)
        .withDot();
  }

  private void open(ChannelId id) {
    Optional<ChannelDraft> draft = model.draft(id);
    Optional<ChannelRow> row = model.channel(id);
    if (draft.isPresent() && row.isPresent()) {
      open = true;
      form.close();
      getChildren()
          .setAll(new ChannelForm(cards, model, row.get(), draft.get(), form, this::showList));
    }
  }
}
