package app.recado.client.ui.settings;

import app.recado.client.sync.Administration;
import app.recado.client.ui.i18n.Texts;

/** What became of a change, in words. */
final class Answers {
  private Answers() {}

  /** Empty when it went well. */
  static String words(Texts texts, Administration.Answer answer) {
    return switch (answer) {
      case Administration.Done _ -> "";
      case Administration.NoAnswer _ -> texts.get("save.noAnswer");
      case Administration.Refused(String reason, String field) ->
          switch (reason) {
            case "forbidden" -> texts.get("save.forbidden");
            case "last_admin" -> texts.get("save.lastAdmin");
            case "taken" -> texts.get("save.taken");
            case "not_found" -> texts.get("save.notFound");
            default -> {
              String key = "invalid." + field;
              yield texts.has(key) ? texts.get(key) : texts.get("save.refused");
            }
          };
    };
  }
}
