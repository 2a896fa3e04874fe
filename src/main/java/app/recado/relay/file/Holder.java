package app.recado.relay.file;

import app.recado.protocol.DialogId;
import app.recado.protocol.UserId;
import app.recado.relay.account.Caller;

/** Who sends or fetches a file. */
public sealed interface Holder {
  /** By which the holder's own uploads are found again. */
  String key();

  static String keyOf(UserId agent) {
    return "user:" + agent;
  }

  record Agent(Caller caller) implements Holder {
    @Override
    public String key() {
      return keyOf(caller.user());
    }
  }

  /** A customer, known by the dialog, which may not have begun yet. */
  record Customer(DialogId dialog) implements Holder {
    @Override
    public String key() {
      return "dialog:" + dialog;
    }
  }
}
