package app.recado.client.ui.composer;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.ActionMenu;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.emoji.EmojiHabits;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.emoji.EmojiPicker;
import app.recado.client.ui.files.FileLook;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.spelling.SpellChecker;
import app.recado.client.ui.spelling.SpellingHabits;
import app.recado.client.ui.suggest.SuggestSource;
import app.recado.client.ui.suggest.SuggestViewModel;
import app.recado.client.ui.suggest.Suggestions;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.DialogId;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Where one writes: what the text refers to, the text, the tools and the send button. */
public final class ComposerView extends VBox {
  private static final PseudoClass WHISPER = PseudoClass.getPseudoClass("whisper");
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final double SHARE_OF_HEIGHT = 0.4;
  private static final double MARK = 16;

  private final ComposerViewModel model;
  private final EmojiHabits habits;
  private final Overlay overlay;
  private final Supplier<Register> register;
  private final Consumer<Action> refused;
  private final Runnable leave;
  private final Texts texts = Texts.of("composer");
  private final VBox box = new VBox();
  private final WritingArea area;
  private final Label whisperLabel;
  private final Label editLabel;
  private final Suggestions suggestions;
  private final List<Button> signs;
  private final Button emoji;
  private final Button whisper;
  private final Button attach;
  private final Button send;
  private final IconView sendMark = new IconView(Icon.SEND_HORIZONTAL, MARK);
  private final Node quote;
  private final Node edit;
  private final Node refusal;
  private final Node lost;
  private @Nullable DialogId focusWanted;

  /**
   * @param enterSends whether Enter sends and Shift+Enter breaks the line, or the other way round
   * @param habits which emoji the agent picks
   * @param overlay where what opens over the conversation is shown
   * @param sources what is suggested behind {@code @}, {@code /} and {@code #}
   * @param register has what the menu beside the send button offers
   * @param refused says why nothing came of sending
   * @param leave puts the focus back where it comes from when Esc is pressed with nothing to cancel
   */
  public ComposerView(
      ComposerViewModel model,
      ObservableBooleanValue enterSends,
      EmojiHabits habits,
      Overlay overlay,
      List<SuggestSource> sources,
      Supplier<Register> register,
      Consumer<Action> refused,
      Runnable leave) {
    this.register = register;
    this.refused = refused;
    this.model = model;
    this.habits = habits;
    this.overlay = overlay;
    this.leave = leave;
    getStyleClass().add("composer");
    setMinWidth(0);
    whisperLabel = new Label(texts.get("whisper.label"));
    whisperLabel.getStyleClass().add("composer-whisper");
    editLabel = new Label();
    area = new WritingArea(model, enterSends, this::sendByKey, this::escape);
    quote = quoteStrip();
    edit = editStrip();
    refusal = refusalLine();
    lost = lostNotice();
    emoji = Buttons.icon(Icon.SMILE, texts.get("tool.emoji"), this::pickEmoji);
    emoji.setId("emoji");
    whisper = Buttons.icon(Icon.EYE_OFF, texts.get("tool.whisper"), model::toggleWhisper);
    whisper.setId("whisper");
    send = Buttons.primary("", null, this::send);
    send.setGraphic(sendMark);
    send.setId("send");
    send.disableProperty().bind(model.sendableProperty().not());
    Button more = Buttons.primary("", null, this::openSendMenu);
    more.setGraphic(new IconView(Icon.CHEVRON_DOWN, MARK));
    more.setId("send-more");
    more.getStyleClass().add("send-more");
    send.getStyleClass().add("send-main");
    more.setAccessibleText(texts.get("send.more"));
    more.setTooltip(Buttons.tooltip(texts.get("send.more")));
    more.disableProperty().bind(send.disableProperty());
    Label draft = new Label();
    draft.getStyleClass().addAll("tiny", "subtle");
    draft.textProperty().bind(model.draftStateProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    attach = Buttons.icon(Icon.PAPERCLIP, Texts.of("files").get("attach"), this::chooseFiles);
    attach.setId("attach");
    FileDrop.into(box, model);
    suggestions =
        new Suggestions(
            area,
            box,
            overlay,
            new SuggestViewModel(sources),
            files -> model.files().attachCopies(files),
            this::sendByKey,
            () -> model.refusalProperty().get().isEmpty() && model.shownProperty().get());
    area.askFirst(suggestions::keyPressed);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::sendOnward);
    Button canned = sign('#', Icon.MESSAGE_SQUARE_QUOTE, "canned");
    Button commands = sign('/', Icon.SLASH, "commands");
    Button mention = sign('@', Icon.AT_SIGN, "mention");
    signs = List.of(mention, commands, canned);
    HBox tools =
        new HBox(
            attach, mention, commands, emoji, whisper, canned, gap, draft, new HBox(1, send, more));
    send.setMaxHeight(Double.MAX_VALUE);
    more.setMaxHeight(Double.MAX_VALUE);
    tools.getStyleClass().add("composer-tools");
    tools.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("composer-box");
    VBox writing =
        new VBox(
            edit,
            quote,
            whisperLabel,
            area,
            new OpenVariablesLine(model.variables(), area),
            new FileChips(model.files(), FileLook.over(overlay)));
    writing.getStyleClass().add("composer-writing");
    box.getChildren().setAll(writing, tools);
    getChildren().setAll(lost, refusal, box);
    visibleProperty().bind(model.shownProperty());
    managedProperty().bind(model.shownProperty());
    model.shownProperty().subscribe(shown -> takeFocus());
    box.setOnMouseClicked(clicked -> area.requestFocus());
    model.whisperProperty().subscribe(now -> dress());
    model.sendKindProperty().subscribe(now -> dress());
    model.editedProperty().subscribe(now -> dress());
    model.refusalProperty().subscribe(now -> dress());
    model.shownProperty().subscribe(now -> dress());
    model.itemProperty().subscribe(now -> area.prompt(prompt()));
  }

  /**
   * Marks misspelled words from now on.
   *
   * @param language in which one writes
   */
  public void spell(
      SpellChecker checker, SpellingHabits spelling, Supplier<Language> language, Later later) {
    area.mark(new SpellMarks(area, checker, spelling, language, later));
  }

  /** Puts the focus where one writes, as soon as one may write in this dialog. */
  public void write() {
    focusWanted = openDialog();
    takeFocus();
  }

  /** Asks for a time at which what stands here is to be sent. */
  public void chooseTime(ZoneId zone) {
    DialogId to = model.dialog();
    TimeCard card = new TimeCard(model.now(), zone, overlay::hide, at -> model.schedule(to, at));
    overlay.showAbove(box, card, card.first());
  }

  /** Opens a choice above where one writes. */
  public void choose(MenuCard card) {
    overlay.showAbove(box, card, card.first());
  }

  /** Ctrl Enter; in what is suggested it has a meaning of its own. */
  private void sendOnward(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !event.isShiftDown()) {
      run("send-next");
      event.consume();
    }
  }

  /** A key that is held on a field that it has emptied asks for nothing. */
  private void sendByKey() {
    if (model.hasAny()) {
      run("send");
    }
  }

  private void run(String id) {
    Action action = register.get().get(id);
    if (!action.run()) {
      refused.accept(action);
    }
  }

  private void openSendMenu() {
    MenuCard card = ActionMenu.of(register.get(), Surface.SEND, overlay, texts.get("send.more"));
    choose(card);
  }

  /** Types a sign, so that what is suggested behind it opens. */
  public void begin(char sign) {
    suggestions.begin(sign);
  }

  /** Makes the lines that are selected, or the one at the caret, a quote. */
  public void quoteText() {
    area.requestFocus();
    area.quoteLines();
  }

  private Button sign(char sign, Icon icon, String name) {
    Button tool = Buttons.icon(icon, texts.get("tool." + name), () -> begin(sign));
    tool.setId(name);
    return tool;
  }

  /** Lets an emoji be picked, which goes where the caret stands. */
  public void pickEmoji() {
    if (!emoji.isDisabled()) {
      EmojiPicker picker =
          new EmojiPicker(
              habits,
              chosen -> area.insertText(area.getCaretPosition(), chosen),
              () -> {
                overlay.hide();
                area.requestFocus();
              });
      overlay.showAbove(box, picker, picker.first());
    }
  }

  private void takeFocus() {
    boolean ready = model.shownProperty().get() && !area.isDisable();
    if (ready && focusWanted != null && focusWanted.equals(openDialog())) {
      focusWanted = null;
      area.requestFocus();
    }
  }

  private @Nullable DialogId openDialog() {
    DialogItem item = model.itemProperty().get();
    return item == null ? null : item.id();
  }

  private void send() {
    model.send();
    area.requestFocus();
  }

  /** Asks which files to attach. */
  public void chooseFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.of("files").get("attach.title"));
    // Another dialog may be opened while the system asks, by a notification say.
    Consumer<List<Path>> taker = model.files().taker();
    List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
    if (chosen != null) {
      taker.accept(chosen.stream().map(File::toPath).toList());
    }
    area.requestFocus();
  }

  private void escape() {
    if (model.editedProperty().get() != null) {
      model.cancelEdit();
    } else if (model.quoteProperty().get() != null) {
      model.dropQuote();
    } else {
      leave.run();
    }
  }

  private void dress() {
    boolean shut = !model.refusalProperty().get().isEmpty();
    var editing = model.editedProperty().get();
    boolean grey = editing == null ? model.whisperProperty().get() : editing.row().whisper();
    box.pseudoClassStateChanged(WHISPER, grey);
    Shown.when(grey, whisperLabel);
    Shown.when(editing != null, edit);
    whisper.pseudoClassStateChanged(ON, model.whisperProperty().get());
    whisper.setAccessibleText(
        texts.get(model.whisperProperty().get() ? "tool.whisper.off" : "tool.whisper"));
    whisper.setDisable(editing != null);
    area.setDisable(shut);
    attach.setDisable(!model.attachable());
    emoji.setDisable(shut);
    signs.forEach(tool -> tool.setDisable(shut));
    takeFocus();
    area.prompt(prompt());
    SendKind kind = model.sendKindProperty().get();
    String words =
        switch (kind) {
          case SEND -> texts.get("send.send");
          case QUEUE -> texts.get("send.queue");
          case WHISPER, QUEUE_WHISPER -> texts.get("send.whisper");
          case REOPEN -> texts.get("send.reopen");
          case SAVE -> texts.get("send.save");
        };
    send.setText(words);
    send.setAccessibleText(words);
    sendMark.show(
        switch (kind) {
          case SEND, WHISPER, REOPEN -> Icon.SEND_HORIZONTAL;
          case QUEUE, QUEUE_WHISPER -> Icon.CLOCK;
          case SAVE -> Icon.CHECK;
        });
  }

  private String prompt() {
    var item = model.itemProperty().get();
    if (item == null || !model.refusalProperty().get().isEmpty()) {
      return "";
    }
    if (model.whisperProperty().get()) {
      return texts.get("prompt.whisper");
    }
    String name = VisitorName.of(item.customer().name()).strip();
    int space = name.indexOf(' ');
    return texts.get("prompt.reply", space < 0 ? name : name.substring(0, space));
  }

  private Node quoteStrip() {
    Label author = new EmojiLabel();
    author.getStyleClass().add("quote-author");
    Label words = new EmojiLabel();
    words.getStyleClass().add("quote-text");
    words.setMinWidth(0);
    VBox strip = new VBox(author, words);
    strip.getStyleClass().add("quote-strip");
    strip.setMinWidth(0);
    HBox.setHgrow(strip, Priority.ALWAYS);
    Button drop = Buttons.icon(Icon.X, texts.get("quote.remove"), model::dropQuote);
    drop.setId("quote-remove");
    HBox line = new HBox(strip, drop);
    line.getStyleClass().add("composer-quote");
    line.setAlignment(Pos.CENTER_LEFT);
    model
        .quoteProperty()
        .subscribe((@Nullable Quote now) -> {
          Shown.when(now != null, line);
          if (now != null) {
            author.setText(now.author());
            Shown.when(!now.author().isEmpty(), author);
            words.setText(now.text().lines().findFirst().orElse(""));
          }
        });
    return line;
  }

  private Node editStrip() {
    editLabel.setText(texts.get("edit.label"));
    editLabel.getStyleClass().add("composer-edit");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line =
        new HBox(
            new IconView(Icon.PENCIL, 14),
            editLabel,
            gap,
            Buttons.link(texts.get("edit.cancel"), model::cancelEdit));
    line.getStyleClass().add("composer-editing");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node refusalLine() {
    Label words = new Label();
    words.setWrapText(true);
    words.getStyleClass().addAll("small", "muted");
    words.textProperty().bind(model.refusalProperty());
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button reopen =
        Buttons.secondary(
            texts.get("reopen"),
            Icon.REPLY,
            () -> {
              model.reopen();
              area.requestFocus();
            });
    reopen.setId("reopen");
    reopen.visibleProperty().bind(model.reopenableProperty());
    reopen.managedProperty().bind(model.reopenableProperty());
    HBox line = new HBox(new IconView(Icon.LOCK, 14), words, reopen);
    line.getStyleClass().add("composer-refusal");
    line.setAlignment(Pos.CENTER_LEFT);
    var shut = model.refusalProperty().isNotEmpty();
    line.visibleProperty().bind(shut);
    line.managedProperty().bind(shut);
    return line;
  }

  private Node lostNotice() {
    Label words = new Label();
    words.setWrapText(true);
    words.getStyleClass().add("small");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button take = Buttons.secondary(texts.get("lost.take"), null, () -> model.resolveLost(true));
    take.setId("lost-take");
    Button drop = Buttons.secondary(texts.get("lost.drop"), null, () -> model.resolveLost(false));
    drop.setId("lost-drop");
    HBox line = new HBox(words, take, drop);
    line.getStyleClass().add("composer-lost");
    line.setAlignment(Pos.CENTER_LEFT);
    model
        .lostProperty()
        .subscribe(now -> {
          Shown.when(!now.isEmpty(), line);
          words.setText(texts.get("lost.text", now));
        });
    return line;
  }

  @Override
  protected void layoutChildren() {
    if (getParent() instanceof Region room) {
      area.setMaxLines(Math.max(2, (int) (room.getHeight() * SHARE_OF_HEIGHT / WritingArea.LINE)));
    }
    super.layoutChildren();
  }
}
