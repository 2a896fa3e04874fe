package app.recado.client.ui.canned;

import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.EmptyState;
import app.recado.client.ui.controls.SideNote;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.CannedRow;
import app.recado.protocol.ChannelRow;
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

/** All canned responses one may use: found, looked at, written, changed and deleted. */
public final class CannedLibrary extends VBox implements AutoCloseable {
  /** More rows than anybody looks through are not drawn, but said. */
  private static final int MOST = 300;

  private final Desk desk;
  private final Deletion deletion;
  private final Begun<CannedEditorViewModel> begun;
  private final Texts texts = Texts.of("canned");
  private final TextField query = new TextField();
  private final VBox list = new VBox();
  private final VBox edited = new VBox();
  private final HBox tools;
  private final Subscription subscription = new Subscription();

  /**
   * @param begun what is being written, which outlives this
   */
  public CannedLibrary(Desk desk, Deletion deletion, Begun<CannedEditorViewModel> begun) {
    this.begun = begun;
    this.desk = desk;
    this.deletion = deletion;
    getStyleClass().add("canned-library");
    query.setId("canned-query");
    query.setPromptText(texts.get("library.search"));
    query.setAccessibleText(query.getPromptText());
    query.textProperty().subscribe(now -> show());
    HBox field = new HBox(new IconView(Icon.SEARCH, 16), query);
    field.getStyleClass().add("search-field");
    field.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button create =
        Buttons.primary(
            texts.get("library.new"), Icon.PLUS, () -> edit(CannedEditorViewModel.create(desk)));
    create.setId("canned-new");
    tools = new HBox(field, create);
    tools.setSpacing(10);
    tools.setAlignment(Pos.CENTER_LEFT);
    list.getStyleClass().add("canned-list");
    edited.getStyleClass().add("card");
    CannedEditorViewModel before = begun.toGoOn();
    if (before == null) {
      browse();
    } else {
      edit(before);
    }
    subscription.to(desk.canned().all(), this::show);
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

  private void edit(CannedEditorViewModel model) {
    begun.begin(model);
    CannedEditor editor =
        new CannedEditor(model, null, desk.me().getValue(), deletion, this::browse);
    edited.getChildren().setAll(editor);
    getChildren().setAll(edited);
    editor.first().requestFocus();
  }

  private void show() {
    list.getChildren().clear();
    String heading = "";
    List<CannedRow> found = CannedFinder.find(desk.canned().all(), query.getText());
    for (CannedRow row : found.subList(0, Math.min(MOST, found.size()))) {
      String section = row.section().isEmpty() ? texts.get("library.noSection") : row.section();
      if (query.getText().isBlank() && !section.equals(heading)) {
        heading = section;
        Label label = new Label(heading);
        label.getStyleClass().addAll("section-label", "canned-heading");
        list.getChildren().add(label);
      }
      list.getChildren().add(row(row));
    }
    if (found.size() > MOST) {
      Label more = new Label(texts.count("library.more", found.size() - MOST));
      more.getStyleClass().addAll("small", "muted", "canned-heading");
      more.setId("canned-more");
      list.getChildren().add(more);
    }
    if (found.isEmpty()) {
      boolean any = !desk.canned().all().isEmpty();
      list.getChildren()
          .add(
              new EmptyState(
                  Icon.MESSAGE_SQUARE_QUOTE,
                  texts.get(any ? "library.nothing" : "library.empty"),
                  texts.get(any ? "library.nothing.text" : "library.empty.text")));
    }
  }

  private Node row(CannedRow row) {
    Label title = new EmojiLabel(row.title());
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    HBox head = new HBox();
    head.setSpacing(8);
    head.setAlignment(Pos.CENTER_LEFT);
    if (!row.shortcut().isEmpty()) {
      Label badge = new Label("#" + row.shortcut());
      badge.getStyleClass().add("suggest-badge");
      badge.setMinWidth(Region.USE_PREF_SIZE);
      head.getChildren().add(badge);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label whose = new SideNote(whose(row));
    head.getChildren().addAll(title, gap, whose);
    Label text = new EmojiLabel(row.text().replace('\n', ' '));
    text.getStyleClass().addAll("small", "muted");
    text.setMinWidth(0);
    VBox lines = new VBox(head, text);
    lines.setSpacing(2);
    lines.setMinWidth(0);
    Button button = new Button();
    button.setGraphic(lines);
    lines.prefWidthProperty().bind(button.widthProperty().subtract(28));
    button.getStyleClass().setAll("canned-row");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(row.title() + ", " + whose(row) + ". " + row.text());
    button.setOnAction(pressed -> edit(CannedEditorViewModel.change(desk, row)));
    return button;
  }

  private String whose(CannedRow row) {
    String uses = row.uses() == 0 ? "" : " · " + texts.count("library.uses", (int) row.uses());
    int files = row.files().size();
    String attached = files == 0 ? "" : " · " + texts.count("library.files", files);
    return switch (row.scope()) {
          case PERSONAL -> texts.get("mine");
          case EVERYBODY -> texts.get("everybody");
          case CHANNEL -> channel(row);
        }
        + attached
        + uses;
  }

  private String channel(CannedRow row) {
    return desk.channels().stream()
        .filter(channel -> channel.id().equals(row.channel()))
        .map(ChannelRow::name)
        .findFirst()
        .orElse("");
  }
}
