package app.recado.client.ui.shell;

import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Question;
import app.recado.client.ui.i18n.Texts;

/** Says what is still queued before the program ends. */
final class QuitQuestion {
  private QuitQuestion() {}

  /**
   * @param ending only if it is to end all the same
   */
  static void ask(Overlay layer, int queued, Runnable ending) {
    Texts texts = Texts.of("shell");
    new Question(
            layer,
            texts.count("quit.queued", queued),
            texts.get("quit.text"),
            texts.get("quit.stay"),
            texts.get("quit.yes"),
            false,
            ending)
        .ask(layer);
  }
}
