package app.recado.demo;

import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.SignIn;
import app.recado.protocol.UserId;
import app.recado.relay.Relay;
import app.recado.relay.account.Caller;
import app.recado.relay.refusal.Refusal;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody of the shop who works without a window: sees everything, then acts on it. */
final class Colleague {
  private final Relay relay;
  private final Caller caller;
  private final Ids ids;
  private final InstantSource clock;

  private Colleague(Relay relay, Caller caller, Ids ids, InstantSource clock) {
    this.relay = relay;
    this.caller = caller;
    this.ids = ids;
    this.clock = clock;
  }

  static Colleague signIn(Relay relay, Shop.Person person, Ids ids, InstantSource clock) {
    SignIn.Device device = new SignIn.Device(new DeviceId(ids.next()), "Casa Jatobá");
    SignIn.Response response =
        relay
            .accounts()
            .signIn(new SignIn.Request(person.email(), Shop.PASSWORD, device), "127.0.0.1");
    return new Colleague(relay, relay.accounts().authenticate(response.token()), ids, clock);
  }

  UserId user() {
    return caller.user();
  }

  /** Is at the desk from now on. */
  void comeOnline() {
    relay.accounts().connected(caller);
  }

  DialogRow look(DialogId dialog) {
    return (DialogRow) relay.history().dialog(caller, dialog).row();
  }

  boolean sees(DialogId dialog) {
    try {
      look(dialog);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  void read(DialogId dialog) {
    does(dialog, new Intent.MarkRead(look(dialog).lastPosition()));
  }

  void reply(DialogId dialog, String text) {
    does(dialog, new Intent.SendMessage(text, false, null, List.of()));
  }

  void whisper(DialogId dialog, String text) {
    does(dialog, new Intent.SendMessage(text, true, null, List.of()));
  }

  /**
   * Acts on a dialog as it is now.
   *
   * @throws IllegalStateException if the relay does not apply it
   */
  void does(DialogId dialog, Intent intent) {
    does(dialog, Basis.of(look(dialog)), intent);
  }

  /**
   * Does what is about no dialog.
   *
   * @throws IllegalStateException if the relay does not apply it
   */
  void does(Intent intent) {
    does(null, null, intent);
  }

  private void does(@Nullable DialogId dialog, @Nullable Basis basis, Intent intent) {
    Command command =
        Command.of(new CommandId(ids.next()), dialog, basis, List.of(), intent, clock.instant());
    Outcome outcome = relay.commands().apply(caller, List.of(command)).getFirst();
    if (outcome.outcome() != OutcomeKind.APPLIED) {
      throw new IllegalStateException(intent + " became " + outcome);
    }
  }
}
