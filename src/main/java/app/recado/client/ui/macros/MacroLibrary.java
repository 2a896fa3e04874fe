package app.recado.client.ui.macros;

import app.recado.client.sync.Desk;
import app.recado.client.ui.canned.Begun;
import app.recado.client.ui.canned.Deletion;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.EmptyState;
import app.recado.client.ui.controls.SideNote;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.MacroRow;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All macros one may use: found, looked at, written, changed and deleted. */
public final class MacroLibrary extends VBox implements AutoCloseable {
  /** More rows than anybody looks through are not drawn, but said. */
  private static final int MOST = 300;

  private final Desk desk;
  private final Moments moments;
  private final Deletion deletion;
  private final Begun<MacroEditorViewModel> begun;
  private final Texts texts = Texts.of("macros");
  private final StepWords words;
  private final TextField query = new TextField();
  private final VBox list = new VBox();
  private final VBox edited = new VBox();
  private final HBox tools;
  private final Subscription subscription = new Subscription();

  /**
   * @param begun what is being written, which outlives this
   */
  public MacroLibrary(
      Desk desk, Moments moments, Deletion deletion, Begun<MacroEditorViewModel> begun) {
    this.begun = begun;
    this.deletion = deletion;
    this.desk = desk;
    this.moments = moments;
    words = new StepWords(desk);
    getStyleClass().add("canned-library");
    query.setId("macros-query");
    query.setPromptText(texts.get("picker.search"));
    query.setAccessibleText(query.getPromptText());
    query.textProperty().subscribe(now -> show());
    HBox field = new HBox(new IconView(Icon.SEARCH, 16), query);
    field.getStyleClass().add("search-field");
    field.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button create =
        Buttons.primary(
            texts.get("library.new"), Icon.PLUS, () -> edit(MacroEditorViewModel.create(desk)));
    create.setId("macro-new");
    tools = new HBox(field, create);
    tools.setSpacing(10);
    tools.setAlignment(Pos.CENTER_LEFT);
    list.getStyleClass().add("canned-list");
    edited.getStyleClass().add("card");
    MacroEditorViewModel before = begun.toGoOn();
    if (before == null) {
      browse();
    } else {
      edit(before);
    }
    subscription.to(desk.macros().all(), this::show);
  }

  @Override
  public void close() {
    subscription.close();
  }

  private void browse() {
    begun.end();
    getChildren().setAll(tools, list);
    show();
    query.requestFocus();
  }

  private void edit(MacroEditorViewModel model) {
    begun.begin(model);
    MacroEditor editor = new MacroEditor(model, moments, deletion, this::browse);
    edited.getChildren().setAll(editor);
    getChildren().setAll(edited);
    editor.first().requestFocus();
  }

  private void show() {
    list.getChildren().clear();
    List<MacroRow> found = MacroChoice.find(desk, List.of(), query.getText(), texts.locale());
    found.stream().limit(MOST).forEach(row -> list.getChildren().add(row(row)));
    if (found.size() > MOST) {
      Label more = new Label(texts.count("library.more", found.size() - MOST));
      more.getStyleClass().addAll("small", "muted", "canned-heading");
      more.setId("macros-more");
      list.getChildren().add(more);
    }
    if (found.isEmpty()) {
      boolean any = !desk.macros().all().isEmpty();
      list.getChildren()
          .add(
              new EmptyState(
                  Icon.LIST_CHECKS,
                  texts.get(any ? "library.nothing" : "library.empty"),
                  texts.get(any ? "library.nothing.text" : "library.empty.text")));
    }
  }

  private Node row(MacroRow row) {
    Label name = new EmojiLabel(row.name());
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label whose = new SideNote(whose(row));
    HBox head = new HBox(name, gap, whose);
    head.setSpacing(8);
    head.setAlignment(Pos.CENTER_LEFT);
    Label steps = new EmojiLabel(words.all(row.steps()));
    steps.getStyleClass().addAll("small", "muted");
    steps.setMinWidth(0);
    VBox lines = new VBox(head, steps);
    lines.setSpacing(2);
    lines.setMinWidth(0);
    Button button = new Button();
    button.setGraphic(lines);
    lines.prefWidthProperty().bind(button.widthProperty().subtract(28));
    button.getStyleClass().setAll("canned-row");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(row.name() + ", " + whose(row) + ". " + steps.getText());
    button.setOnAction(pressed -> edit(MacroEditorViewModel.change(desk, row)));
    return button;
  }

  private String whose(MacroRow row) {
    return switch (row.scope()) {
      case PERSONAL -> texts.get("mine");
      case EVERYBODY -> texts.get("everybody");
      case CHANNEL ->
          desk.channels().stream()
              .filter(channel -> channel.id().equals(row.channel()))
              .map(ChannelRow::name)
              .findFirst()
              .orElse("");
    };
  }
}
