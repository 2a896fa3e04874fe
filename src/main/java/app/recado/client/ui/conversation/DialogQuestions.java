package app.recado.client.ui.conversation;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Question;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;

/** Does acts on the dialog, after asking where that is called for. */
final class DialogQuestions {
  private final ConversationViewModel model;
  private final Overlay overlay;
  private final Texts texts = Texts.of("conversation");

  DialogQuestions(ConversationViewModel model, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
  }

  void ask(DialogAct act) {
    DialogItem item = model.itemProperty().get();
    if (item == null || !model.actsProperty().get().contains(act)) {
      return;
    }
    switch (act) {
      case SPAM ->
          question(
              act,
              true,
              texts.get("ask.spam.title"),
              texts.get("ask.spam.text", VisitorName.of(item.customer().name())),
              texts.get("ask.spam.yes"));
      case TAKE_OVER ->
          question(
              act,
              false,
              texts.get("ask.takeOver.title", model.ownerName()),
              texts.get("ask.takeOver.text", model.ownerName()),
              texts.get("ask.takeOver.yes"));
      case ANSWER, TRANSFER, ACCEPT_AND_CLOSE, SKIP, INVITE, FINISH, JOIN, LEAVE, REOPEN ->
          model.act(act);
    }
  }

  private void question(DialogAct act, boolean loses, String title, String text, String yes) {
    new Question(overlay, title, text, texts.get("ask.cancel"), yes, loses, () -> model.act(act))
        .ask(overlay);
  }
}
