package app.recado.client.ui.composer;

import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;

/** What can be done where one writes. */
public final class ComposerActions {
  private final ComposerViewModel model;
  private final ObservableBooleanValue enterSends;
  private final Runnable write;
  private final Runnable come;
  private final Runnable chooseFiles;
  private final Runnable emoji;
  private final Consumer<Character> sign;
  private final Runnable quoteText;
  private final Texts texts = Texts.of("composer");

  /**
   * @param write puts the focus into the reply field
   * @param come brings the conversation to where it is seen
   * @param chooseFiles asks which files to attach
   * @param emoji lets an emoji be picked
   * @param sign types a sign, so that what is suggested behind it opens
   * @param quoteText makes what is selected, or the line, a quote
   */
  public ComposerActions(
      ComposerViewModel model,
      ObservableBooleanValue enterSends,
      Runnable write,
      Runnable come,
      Runnable chooseFiles,
      Runnable emoji,
      Consumer<Character> sign,
      Runnable quoteText) {
    this.sign = sign;
    this.quoteText = quoteText;
    this.come = come;
    this.chooseFiles = chooseFiles;
    this.model = model;
    this.enterSends = enterSends;
    this.write = write;
    this.emoji = emoji;
  }

  public List<Action> all() {
    return List.of(
        draft("write", Icon.PENCIL)
            .keys(Scope.READING, Shortcut.key(KeyCode.R))
            .when(this::canWrite)
            .does(write),
        draft("whisper", Icon.EYE_OFF)
            .keys(Scope.READING, Shortcut.key(KeyCode.W))
            .when(this::canWrite)
            .does(() -> {
              model.toggleWhisper();
              write.run();
            }),
        draft("attach", Icon.PAPERCLIP)
            .when(this::canAttach)
            .does(() -> {
              come.run();
              chooseFiles.run();
            }),
        draft("emoji", Icon.SMILE)
            .keys(Scope.WINDOW, Shortcut.command(KeyCode.E))
            .when(this::canInsert)
            .does(emoji),
        draft("mention", Icon.AT_SIGN)
            .keys(Scope.READING, Shortcut.sign(KeyCode.AT))
            .when(this::canInsert)
            .does(() -> sign.accept('@')),
        draft("commands", Icon.SLASH)
            .keys(Scope.READING, Shortcut.sign(KeyCode.SLASH))
            .when(this::canInsert)
            .does(() -> sign.accept('/')),
        draft("quote-text", Icon.QUOTE).when(this::canInsert).does(quoteText),
        draft("canned", Icon.MESSAGE_SQUARE_QUOTE)
            .keys(Scope.READING, Shortcut.sign(KeyCode.NUMBER_SIGN))
            .when(this::canInsert)
            .does(() -> sign.accept('#')),
        draft("send", Icon.SEND_HORIZONTAL)
            .keys(Scope.WRITING, () -> List.of(sendKey()))
            .when(this::canSend)
            .does(model::send));
  }

  private Action.Draft draft(String id, Icon icon) {
    return Action.named(id, texts, icon, Topic.WRITING).first(come);
  }

  private Shortcut sendKey() {
    return enterSends.get() ? Shortcut.key(KeyCode.ENTER) : Shortcut.shift(KeyCode.ENTER);
  }

  private Standing canWrite() {
    return model.shownProperty().get()
        ? Standing.ready()
        : Standing.absent(texts.get("refusal.notAccepted.short"));
  }

  private Standing canAttach() {
    if (model.attachable()) {
      return Standing.ready();
    }
    if (model.editedProperty().get() != null) {
      return Standing.absent(texts.get("refusal.editing"));
    }
    return canWrite().isReady() ? Standing.absent(model.refusalProperty().get()) : canWrite();
  }

  private Standing canInsert() {
    String refusal = model.refusalProperty().get();
    return refusal.isEmpty() ? canWrite() : Standing.absent(refusal);
  }

  private Standing canSend() {
    return model.sendableProperty().get()
        ? Standing.ready()
        : Standing.absent(model.whyNotSendable());
  }
}
