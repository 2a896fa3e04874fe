package app.recado.relay.account;

import app.recado.protocol.AuditPage;
import app.recado.protocol.DeviceId;
import app.recado.protocol.Role;
import app.recado.protocol.SignIn;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People and their devices. Every refusal is an {@link app.recado.relay.refusal.Refusal}. */
public interface Accounts {
  /**
   * Signs a person in on a device; an earlier token of that device dies.
   *
   * @param address the peer's address, by which repeated failures are slowed besides by account
   */
  SignIn.Response signIn(SignIn.Request request, String address);

  /**
   * Whose token it is; 401 {@code device_revoked} for a revoked device's, 401 {@code no_session}
   * for any other. Whoever it is, is there: without a stream for two minutes from now.
   */
  Caller authenticate(String token);

  void signOut(Caller caller);

  List<Device> devices(Caller caller);

  /** Revokes one of the caller's own devices (an admin: anybody's); 404 if there is none. */
  void revoke(Caller caller, DeviceId device);

  /** Adds a person; 422 names the field that is invalid or already taken. */
  UserRow add(String email, String name, Role role, String password);

  /** As {@link #add}, by an administrator at a desk; 403 for anybody else. */
  UserRow invite(Caller caller, String email, String name, Role role, String password);

  /** A password that nobody can guess and a person can type. */
  String newPassword();

  /** Gives a person another password, by an administrator at a desk; 403 for anybody else. */
  void setPassword(Caller caller, UserId user, String password);

  /**
   * What was done by privilege, the newest first; 403 for all but administrators.
   *
   * @param before the id of the last row known; null from the newest on
   */
  AuditPage audit(Caller caller, @Nullable String before, int limit);

  List<UserRow> all();

  /** Disables a person and revokes the devices; 404 if nobody has that address. */
  UserRow disable(String email);

  /** A stream of this caller opened or closed; what presence and routing go by. */
  void connected(Caller caller);

  void disconnected(Caller caller);

  /**
   * @param current whether the request came from it
   * @param revokedAt null while it may be used
   */
  record Device(
      DeviceId id,
      String name,
      Instant signedInAt,
      Instant seenAt,
      boolean current,
      @Nullable Instant revokedAt) {}
}
