package app.recado.client.ui.settings;

import app.recado.client.state.Connection;
import app.recado.client.state.Tab;
import app.recado.client.sync.Desk;
import app.recado.client.ui.canned.Deletion;
import app.recado.client.ui.i18n.Moments;
import app.recado.protocol.Availability;
import app.recado.protocol.UserRow;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** What can be set, and for whom. FX thread only. */
public final class SettingsViewModel {
  private final Desk desk;
  private final Preferences preferences;
  private final Computer computer;
  private final Consumer<String> copying;
  private final Deletion deletion;
  private final Runnable signedOut;
  private final Moments moments;

  /**
   * @param copying puts a text on the clipboard
   * @param deletion how a canned response or a macro is deleted
   * @param signedOut what follows when the profile is wiped
   */
  public SettingsViewModel(
      Desk desk,
      Preferences preferences,
      Computer computer,
      Consumer<String> copying,
      Deletion deletion,
      Runnable signedOut,
      Moments moments) {
    this.moments = moments;
    this.desk = desk;
    this.preferences = preferences;
    this.computer = computer;
    this.copying = copying;
    this.deletion = deletion;
    this.signedOut = signedOut;
  }

  Moments moments() {
    return moments;
  }

  Deletion deletion() {
    return deletion;
  }

  Preferences preferences() {
    return preferences;
  }

  Computer computer() {
    return computer;
  }

  ObservableValue<UserRow> me() {
    return desk.me();
  }

  Desk desk() {
    return desk;
  }

  void setAvailability(Availability availability) {
    desk.setAvailability(availability);
  }

  /** What signing out would lose: things queued here that the relay does not have. */
  int unsent() {
    Connection connection = desk.connection().getValue();
    return connection.queued() + desk.needsAttention().size();
  }

  /** Numbers only: nothing that was written, and nobody's name. */
  void copyDiagnostics() {
    Connection connection = desk.connection().getValue();
    StringBuilder lines = new StringBuilder();
    lines.append("\nconnection: ").append(connection.status());
    lines.append(" since ").append(connection.since());
    lines.append(", ").append(connection.queued()).append(" queued, ");
    lines.append(desk.needsAttention().size()).append(" held\ndialogs:");
    for (Tab tab : Tab.values()) {
      lines.append(' ').append(tab).append(' ').append(desk.inbox().count(tab).get());
    }
    computer.diagnostics(text -> copying.accept(text + lines));
  }

  void signOut() {
    desk.signOut(signedOut);
  }
}
