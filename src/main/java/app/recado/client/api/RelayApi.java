package app.recado.client.api;

import app.recado.protocol.AuditPage;
import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessagePage;
import app.recado.protocol.Outcome;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Role;
import app.recado.protocol.SignIn;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relay's calls. Each returns at once; exactly one of the callback's methods is called later,
 * on the executor the implementation was made with (the sync engine's own thread), unless the call
 * was cancelled first.
 */
public interface RelayApi {
  /** The relay's address, without a slash at its end. */
  String address();

  Call signIn(SignIn.Request request, Callback<SignIn.Response> callback);

  Call signOut(String token, Callback<@Nullable Void> callback);

  Call sync(String token, @Nullable String cursor, int limit, Callback<SyncPage> callback);

  Call commands(String token, List<Command> commands, Callback<List<Outcome>> callback);

  /**
   * One dialog as it is now, and its customer; a 404 is also the answer for one that may not be
   * seen.
   */
  Call dialog(String token, DialogId dialog, Callback<List<Change.Put>> callback);

  Call messages(
      String token,
      DialogId dialog,
      @Nullable Long before,
      int limit,
      Callback<MessagePage> callback);

  Call search(
      String token,
      String query,
      @Nullable String before,
      int limit,
      Callback<MessagePage> callback);

  /** Tells who is there what one does in a dialog at this moment. */
  Call signal(String token, DialogId dialog, Signal.Doing doing, Callback<@Nullable Void> callback);

  /**
   * Adds a person.
   *
   * @param password null to let the relay make one, which is the answer then; else it is empty
   */
  Call invite(
      String token,
      String email,
      String name,
      Role role,
      @Nullable String password,
      Callback<String> callback);

  /** Gives a person another password; as {@link #invite}. */
  Call setPassword(String token, UserId user, @Nullable String password, Callback<String> callback);

  /** What was done by privilege, the newest first. */
  Call audit(String token, @Nullable String before, int limit, Callback<AuditPage> callback);

  /**
   * Opens the event stream from a cursor; the listener's last call is {@link
   * StreamListener#closed}.
   */
  Call stream(String token, String cursor, StreamListener listener);

  /** A call under way. */
  interface Call {
    /** Gives the call up; no callback comes any more. What it asked for may still be done. */
    void cancel();
  }

  /** How a call ended. */
  interface Callback<T extends @Nullable Object> {
    void succeeded(T value);

    void failed(ApiException problem);
  }

  /** What an event stream brings. */
  interface StreamListener {
    void opened();

    void changes(SyncPage page);

    /** What somebody else does at this moment. */
    void signal(Signal signal);

    /** Somebody came or went. */
    void presence(PresenceEvent event);

    /** Something came, if only a heartbeat. */
    void alive();

    void closed(ApiException problem);
  }
}
