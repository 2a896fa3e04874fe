package app.recado.relay.dialog;

import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserId;

/**
 * What has an upload before a message does. It waits there without end.
 *
 * @param key as the files know it
 */
public record Keeper(String key) {
  private static final String DRAFT = "draft:";

  /** A person's draft; any message of that person may take files from there. */
  static Keeper draft(UserId user, DialogId dialog, DraftKind kind) {
    return new Keeper(DRAFT + user + "/" + DraftRow.rowId(dialog, kind));
  }

  public static boolean isDraft(String key) {
    return key.startsWith(DRAFT);
  }

  /** A message that waits for its time. */
  public static Keeper scheduled(MessageId message) {
    return new Keeper("scheduled:" + message);
  }
}
