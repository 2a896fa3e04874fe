package app.recado.client.ui.settings;

import app.recado.client.state.Connection;
import app.recado.client.sync.Desk;
import app.recado.protocol.Availability;
import app.recado.protocol.UserRow;
import javafx.beans.value.ObservableValue;

/** What can be set, and for whom. FX thread only. */
public final class SettingsViewModel {
  private final Desk desk;
  private final Preferences preferences;
  private final Computer computer;
  private final Runnable signedOut;

  /**
   * @param signedOut what follows when the profile is wiped
   */
  public SettingsViewModel(
      Desk desk, Preferences preferences, Computer computer, Runnable signedOut) {
    this.desk = desk;
    this.preferences = preferences;
    this.computer = computer;
    this.signedOut = signedOut;
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

  void setAvailability(Availability availability) {
    desk.setAvailability(availability);
  }

  /** What signing out would lose: things queued here that the relay does not have. */
  int unsent() {
    Connection connection = desk.connection().getValue();
    return connection.queued() + desk.needsAttention().size();
  }

  void signOut() {
    desk.signOut(signedOut);
  }
}
