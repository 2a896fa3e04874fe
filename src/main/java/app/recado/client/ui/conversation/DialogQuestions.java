package app.recado.client.ui.conversation;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Question;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.protocol.DialogId;

/** Asks before something is done with the dialog that one would think about twice. */
final class DialogQuestions {
  private final ConversationViewModel model;
  private final Overlay overlay;
  private final Texts texts = Texts.of("conversation");

  DialogQuestions(ConversationViewModel model, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
  }

  void spam(Runnable then) {
    DialogItem item = model.itemProperty().get();
    if (item != null) {
      ask(
          true,
          texts.get("ask.spam.title"),
          texts.get("ask.spam.text", VisitorName.of(item.customer().name())),
          texts.get("ask.spam.yes"),
          () -> stillAllowed(item.id(), model.rulesProperty().get().spam() == null, then));
    }
  }

  void takeOver(Runnable then) {
    DialogItem item = model.itemProperty().get();
    if (item != null) {
      ask(
          false,
          texts.get("ask.takeOver.title", model.ownerName()),
          texts.get("ask.takeOver.text", model.ownerName()),
          texts.get("ask.takeOver.yes"),
          () -> stillAllowed(item.id(), model.rulesProperty().get().takeOver() == null, then));
    }
  }

  /** Says what becomes of the conversation that is open, and of the customer. */
  void moveToNew(Runnable then) {
    DialogItem item = model.itemProperty().get();
    if (item != null) {
      int number = item.dialog().session().number();
      String name = VisitorName.of(item.customer().name());
      ask(
          false,
          texts.get("ask.move.title"),
          texts.get("ask.move.text", number, number + 1, name),
          texts.get("ask.move.yes"),
          () -> stillAllowed(item.id(), model.rulesProperty().get().moveToNew() == null, then));
    }
  }

  /** Asks for the name that the staff give it. */
  void rename() {
    DialogItem item = model.itemProperty().get();
    if (item != null) {
      RenameCard card =
          new RenameCard(
              item.dialog().title(),
              overlay::hide,
              title ->
                  stillAllowed(
                      item.id(),
                      model.rulesProperty().get().rename() == null,
                      () -> model.rename(title)));
      overlay.showCentred(card, card.first());
    }
  }

  /** Asks as what a transcript is wanted. */
  void export() {
    ExportCard card = new ExportCard(overlay::hide, model::export);
    overlay.showCentred(card, card.first());
  }

  /** The answer may come late: to another dialog, or when somebody else was quicker. */
  private void stillAllowed(DialogId asked, boolean allowed, Runnable then) {
    if (allowed && asked.equals(model.dialogProperty().get())) {
      then.run();
    }
  }

  private void ask(boolean loses, String title, String text, String yes, Runnable then) {
    new Question(overlay, title, text, texts.get("ask.cancel"), yes, loses, then).ask(overlay);
  }
}
