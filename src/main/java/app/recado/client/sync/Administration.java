package app.recado.client.sync;

import app.recado.protocol.AuditPage;
import app.recado.protocol.Intent;
import app.recado.protocol.Role;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The workspace itself, for those who lead. Nothing here is queued: a setting that took effect
 * hours later would overrule whoever set it meanwhile, and a password is not kept on this computer.
 * FX thread; each answer comes once, on it.
 */
public interface Administration {

  /** The relay's address, where pages embed a channel from. */
  String address();

  /** All people by name, me and the disabled among them. */
  ObservableList<UserRow> everybody();

  /** The settings of the channels, in no order; empty for who does not lead. */
  ObservableList<SettingsRow> settings();

  /**
   * Asks the relay for a change now. Asked for once more after {@link NoAnswer}, it is done at most
   * once all the same.
   */
  void apply(Intent intent, Consumer<Answer> answer);

  /**
   * Adds a person.
   *
   * @param password null to let the relay make one
   */
  void invite(
      String email, String name, Role role, @Nullable String password, Consumer<Answer> answer);

  /**
   * Gives a person another password.
   *
   * @param password null to let the relay make one
   */
  void setPassword(UserId user, @Nullable String password, Consumer<Answer> answer);

  /**
   * Reads what was done by privilege.
   *
   * @param before the id of the last row known; null from the newest on
   * @param answer null if it cannot be had
   */
  void audit(@Nullable String before, Consumer<@Nullable AuditPage> answer);

  /** What came of it. */
  sealed interface Answer {}

  /**
   * @param password one that the relay made and nobody is told again; null for none
   */
  record Done(@Nullable String password) implements Answer {}

  /**
   * @param reason the relay's code
   * @param field what it is about; null for the whole
   */
  record Refused(String reason, @Nullable String field) implements Answer {}

  /** Nobody knows whether it was done. */
  record NoAnswer() implements Answer {}
}
