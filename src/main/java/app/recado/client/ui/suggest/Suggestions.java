package app.recado.client.ui.suggest;

import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.PickList;
import app.recado.protocol.Attachment;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Joins a text field to its suggestions: opens the card as a sign is typed and takes the keys that
 * mean it. The focus never leaves the field.
 */
public final class Suggestions {
  private final TextArea area;
  private final Node anchor;
  private final Overlay overlay;
  private final SuggestViewModel model;
  private final Consumer<List<Attachment>> attach;
  private final Runnable send;
  private final BooleanSupplier open;
  private final SuggestCard card;
  private final String name;

  /** The sign that a tool put there, to be taken away if nothing comes of it; -1 for none. */
  private int put = -1;

  private Subscription watch = Subscription.EMPTY;

  /**
   * @param anchor above which the card opens
   * @param attach puts copies of files into what is written
   * @param send sends what is written
   * @param open whether anything can be written now
   */
  public Suggestions(
      TextArea area,
      Node anchor,
      Overlay overlay,
      SuggestViewModel model,
      Consumer<List<Attachment>> attach,
      Runnable send,
      BooleanSupplier open) {
    this.area = area;
    this.anchor = anchor;
    this.overlay = overlay;
    this.model = model;
    this.attach = attach;
    this.send = send;
    this.open = open;
    name = area.getAccessibleText();
    card = new SuggestCard(model, suggestion -> choose(suggestion, false));
    area.textProperty().subscribe(now -> look());
    area.caretPositionProperty().subscribe(now -> look());
    area.focusedProperty().subscribe(now -> look());
    model.shownProperty().subscribe(this::show);
    model
        .markedProperty()
        .subscribe(now -> {
          card.mark();
          speak();
        });
  }

  /** Types the sign, so that its suggestions open; as its tool does. */
  public void begin(char sign) {
    if (!open.getAsBoolean()) {
      return;
    }
    area.requestFocus();
    int at = area.getSelection().getStart();
    String text = area.getText();
    boolean apart = at > 0 && !Character.isWhitespace(text.charAt(at - 1));
    boolean line = sign == '/' && at > 0 && text.charAt(at - 1) != '\n';
    area.replaceSelection((line ? "\n" : apart ? " " : "") + sign);
    put = area.getCaretPosition() - 1;
    look();
  }

  /** Takes the key if it means the card; to be asked before the field does anything with it. */
  public boolean keyPressed(KeyEvent event) {
    if (!model.isOpen()) {
      return false;
    }
    switch (event.getCode()) {
      case DOWN -> model.step(1);
      case UP -> model.step(-1);
      case ESCAPE -> giveUp();
      case ENTER, TAB -> {
        Suggestion current = model.current();
        if (current == null || event.isShiftDown() || event.isAltDown()) {
          return false;
        }
        choose(current, event.isShortcutDown());
      }
      default -> {
        return false;
      }
    }
    event.consume();
    return true;
  }

  private void giveUp() {
    SuggestViewModel.Shown now = model.shownProperty().get();
    model.dismiss();
    if (now != null && now.token().start() == put) {
      area.deleteText(now.token().start(), now.token().end());
    }
    put = -1;
  }

  private void look() {
    if (area.isFocused() && open.getAsBoolean()) {
      String text = area.getText();
      model.look(text == null ? "" : text, area.getCaretPosition());
    } else {
      model.look("", 0);
    }
  }

  private void choose(Suggestion suggestion, boolean andSend) {
    SuggestViewModel.Shown now = model.shownProperty().get();
    if (now == null || !suggestion.isReady()) {
      return;
    }
    Token token = now.token();
    put = -1;
    model.dismiss();
    suggestion
        .chosen()
        .into(
            new Suggestion.Field() {
              @Override
              public void replace(String text) {
                area.replaceText(token.start(), token.end(), text);
                area.requestFocus();
              }

              @Override
              public void attach(List<Attachment> files) {
                attach.accept(files);
              }

              @Override
              public void send() {
                send.run();
              }
            },
            andSend);
  }

  private void show(SuggestViewModel.@Nullable Shown now) {
    watch.unsubscribe();
    watch = Subscription.EMPTY;
    if (now == null) {
      overlay.hideBeside(card);
      PickList.say(area, name);
      return;
    }
    card.show(now);
    watch = now.source().watch(this::lookAgain);
    overlay.showBeside(anchor, card);
    speak();
  }

  private void lookAgain() {
    card.lookAgain();
    speak();
  }

  /** The keyboard is in the field, so the field says what is marked. */
  private void speak() {
    Suggestion current = model.current();
    if (model.isOpen() && current != null) {
      PickList.say(area, current.spoken());
    }
  }
}
