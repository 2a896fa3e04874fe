package app.recado.relay.dialog;

import app.recado.protocol.CannedId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What has an upload before a message does. It waits there without end.
 *
 * @param key as the files know it
 */
public record Keeper(String key) {
  private static final String DRAFT = "draft:";
  private static final String CANNED = "canned:";

  /** A person's draft; any message of that person may take files from there. */
  static Keeper draft(UserId user, DialogId dialog, DraftKind kind) {
    return new Keeper(DRAFT + user + "/" + DraftRow.rowId(dialog, kind));
  }

  /** A canned response: whoever sees it reads its files, no message takes them. */
  public static Keeper canned(CannedId canned) {
    return new Keeper(CANNED + canned);
  }

  /** The canned response that such a key names; null for any other. */
  public static @Nullable CannedId canned(@Nullable String key) {
    return key != null && key.startsWith(CANNED)
        ? new CannedId(key.substring(CANNED.length()))
        : null;
  }

  public static boolean isDraft(String key) {
    return key.startsWith(DRAFT);
  }

  /** A message that waits for its time. */
  public static Keeper scheduled(MessageId message) {
    return new Keeper("scheduled:" + message);
  }
}
