package app.recado.client.ui.canned;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.FormArea;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.files.FileChip;
import app.recado.client.ui.files.FileWords;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Attachment;
import app.recado.protocol.UserRow;
import java.io.File;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Where a canned response is written: what it says, how it is found, and who has it. */
public final class CannedEditor extends VBox {
  private static final double WIDTH = 520;

  private final CannedEditorViewModel model;
  private final @Nullable DialogItem item;
  private final UserRow me;
  private final Deletion deletion;
  private final Runnable close;
  private final Texts texts = Texts.of("canned");
  private final FileWords words = new FileWords();
  private final TextField title = new TextField();
  private final TextArea text = new FormArea("", 5);
  private final Label preview = new EmojiLabel();
  private final Label problem = new Label();
  private final VBox personal = new VBox();
  private final Button save;
  private boolean tried;

  /**
   * @param item the dialog whose customer the preview names; null for none
   * @param deletion how one that is there is deleted
   * @param close takes the editor away; what is written is saved then or given up
   */
  public CannedEditor(
      CannedEditorViewModel model,
      @Nullable DialogItem item,
      UserRow me,
      Deletion deletion,
      Runnable close) {
    this.model = model;
    this.deletion = deletion;
    this.item = item;
    this.me = me;
    this.close = close;
    model.retell();
    getStyleClass().add("canned-editor");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label heading = new Label(texts.get(model.isChange() ? "editor.change" : "editor.create"));
    heading.getStyleClass().add("heading");
    setAccessibleText(heading.getText());
    title.setId("canned-title");
    title.textProperty().bindBidirectional(model.titleProperty());
    TextField shortcut = new TextField();
    shortcut.setId("canned-shortcut");
    shortcut.setPromptText(texts.get("editor.shortcut.prompt"));
    shortcut.textProperty().bindBidirectional(model.shortcutProperty());
    ComboBox<String> section = new ComboBox<>(FXCollections.observableList(model.sections()));
    section.setId("canned-section");
    section.setEditable(true);
    section.setMaxWidth(Double.MAX_VALUE);
    section.getEditor().textProperty().bindBidirectional(model.sectionProperty());
    text.setId("canned-text");
    text.textProperty().bindBidirectional(model.textProperty());
    preview.setWrapText(true);
    preview.getStyleClass().addAll("small", "canned-preview");
    problem.setId("canned-problem");
    problem.setWrapText(true);
    problem.getStyleClass().addAll("small", "canned-problem");
    personal.getStyleClass().add("canned-personal");
    save = Buttons.primary(texts.get("editor.save"), Icon.CHECK, this::save);
    save.setId("canned-save");
    HBox pair = new HBox(field("editor.shortcut", shortcut), field("editor.section", section));
    pair.setSpacing(10);
    pair.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
    getChildren()
        .setAll(
            heading,
            field("editor.title", title),
            pair,
            field("editor.whose", whose()),
            textField(),
            attachments(),
            personal,
            field("editor.preview", preview),
            problem,
            buttons());
    model.textProperty().subscribe(now -> refresh());
    model.titleProperty().subscribe(now -> refresh());
    model.shortcutProperty().subscribe(now -> refresh());
    model.sectionProperty().subscribe(now -> refresh());
  }

  /** What gets the focus first. */
  public Node first() {
    return title;
  }

  private Node field(String key, Node control) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().addAll("small", "medium");
    label.setLabelFor(control);
    control.setAccessibleText(label.getText());
    VBox field = new VBox(label, control);
    field.setSpacing(4);
    return field;
  }

  private Node textField() {
    MenuButton variables = new VariableMenu(text);
    variables.setId("canned-variables");
    Label label = new Label(texts.get("editor.text"));
    label.getStyleClass().addAll("small", "medium");
    label.setLabelFor(text);
    text.setAccessibleText(label.getText());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(label, gap, variables);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox field = new VBox(head, text);
    field.setSpacing(4);
    return field;
  }

  private Node attachments() {
    Label label = new Label(texts.get("editor.files"));
    label.getStyleClass().addAll("small", "medium");
    Button attach =
        Buttons.secondary(Texts.of("files").get("attach"), Icon.PAPERCLIP, this::chooseFiles);
    attach.setId("canned-attach");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(label, gap, attach);
    head.setAlignment(Pos.CENTER_LEFT);
    FlowPane chips = new FlowPane();
    chips.setId("canned-files");
    chips.getStyleClass().add("file-chips");
    Label fileProblem = new Label();
    fileProblem.getStyleClass().add("file-problem");
    fileProblem.setWrapText(true);
    model
        .fileProblemProperty()
        .subscribe(why -> {
          fileProblem.setText(why);
          Shown.when(!why.isEmpty(), fileProblem);
        });
    Runnable draw =
        () -> {
          chips.getChildren().setAll(model.files().stream().map(this::fileChip).toList());
          Shown.when(!model.files().isEmpty(), chips);
        };
    model.files().addListener((ListChangeListener<Attachment>) change -> draw.run());
    draw.run();
    return new VBox(head, chips, fileProblem);
  }

  private Node fileChip(Attachment file) {
    return new FileChip(file, words, null, () -> model.detach(file));
  }

  private void chooseFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.of("files").get("attach.title"));
    List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
    if (chosen != null) {
      model.attach(chosen.stream().map(File::toPath).toList());
    }
  }

  private void cancel() {
    model.leave();
    close.run();
  }

  private Node whose() {
    ComboBox<Whose> whose = new ComboBox<>(FXCollections.observableList(model.choices()));
    whose.setId("canned-whose");
    whose.setMaxWidth(Double.MAX_VALUE);
    whose.setConverter(Whose.converter());
    whose.valueProperty().bindBidirectional(model.whoseProperty());
    return whose;
  }

  private Node buttons() {
    HBox buttons = new HBox();
    buttons.getStyleClass().add("question-buttons");
    if (model.isChange() && !model.isFromMessage()) {
      DeleteButton delete =
          new DeleteButton(
              "canned-delete",
              deletion::isFinal,
              () -> {
                model.delete();
                close.run();
                deletion.done(
                    texts.get("deleted", model.savedName()),
                    texts.get("deleted.undo"),
                    texts.get("deleted.late"),
                    model::restore);
              });
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      buttons.getChildren().addAll(delete, gap);
    }
    Button cancel = Buttons.secondary(texts.get("editor.cancel"), null, this::cancel);
    cancel.setId("canned-cancel");
    buttons.getChildren().addAll(cancel, save);
    return buttons;
  }

  private void refresh() {
    Map<Variable, String> values = Values.of(item, me);
    preview.setText(Template.fill(model.textProperty().get(), values));
    String why = model.problem();
    problem.setText(why);
    boolean told = !why.isEmpty() && (tried || !model.textProperty().get().isBlank());
    problem.setVisible(told);
    problem.setManaged(told);
    save.setDisable(!why.isEmpty());
    showPersonal();
  }

  private void showPersonal() {
    List<PersonalData.Found> found =
        model.isFromMessage() ? PersonalData.in(model.textProperty().get(), item) : List.of();
    personal.setVisible(!found.isEmpty());
    personal.setManaged(!found.isEmpty());
    personal.getChildren().clear();
    if (found.isEmpty()) {
      return;
    }
    Label words = new Label(texts.get("personal"));
    words.setWrapText(true);
    words.getStyleClass().add("small");
    FlowPane each = new FlowPane(6, 6);
    for (PersonalData.Found one : found) {
      each.getChildren().add(chip(one));
    }
    Button all = Buttons.secondary(texts.get("personal.all"), null, () -> leaveOut(found));
    all.setId("personal-all");
    each.getChildren().add(all);
    personal.getChildren().setAll(words, each);
  }

  private Button chip(PersonalData.Found one) {
    String key = one.variable() == null ? "personal.remove" : "personal.replace";
    Button chip = Buttons.secondary(texts.get(key, one.text()), null, () -> leaveOut(List.of(one)));
    chip.getStyleClass().add("personal-chip");
    return chip;
  }

  private void leaveOut(List<PersonalData.Found> gone) {
    text.setText(PersonalData.without(text.getText(), gone));
    text.requestFocus();
  }

  private void save() {
    tried = true;
    if (model.problem().isEmpty()) {
      model.save();
      close.run();
    } else {
      refresh();
    }
  }
}
