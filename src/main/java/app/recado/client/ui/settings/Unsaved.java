package app.recado.client.ui.settings;

import app.recado.client.ui.canned.Begun;
import app.recado.client.ui.canned.CannedEditorViewModel;
import app.recado.client.ui.macros.MacroEditorViewModel;
import app.recado.protocol.Role;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What is written in the settings and not saved: it stays when the section or the settings are
 * left, as long as the window is there. FX thread only.
 */
public final class Unsaved implements AutoCloseable {
  private final Begun<CannedEditorViewModel> canned =
      new Begun<>(CannedEditorViewModel::isTouched, CannedEditorViewModel::leave);
  private final Begun<MacroEditorViewModel> macro =
      new Begun<>(MacroEditorViewModel::isTouched, given -> {});
  private final StringProperty newChannel = new SimpleStringProperty("");
  private final StringProperty newName = new SimpleStringProperty("");
  private final StringProperty newEmail = new SimpleStringProperty("");
  private final ObjectProperty<Role> newRole = new SimpleObjectProperty<>(Role.AGENT);

  Begun<CannedEditorViewModel> canned() {
    return canned;
  }

  Begun<MacroEditorViewModel> macro() {
    return macro;
  }

  /** The name of a channel to be added. */
  StringProperty newChannel() {
    return newChannel;
  }

  /** The name of somebody to be added. */
  StringProperty newName() {
    return newName;
  }

  StringProperty newEmail() {
    return newEmail;
  }

  ObjectProperty<Role> newRole() {
    return newRole;
  }

  /** Goes on with what was written elsewhere, which knows no more of it. */
  public void resume(Unsaved before) {
    canned.resume(before.canned);
    macro.resume(before.macro);
    newChannel.set(before.newChannel.get());
    newName.set(before.newName.get());
    newEmail.set(before.newEmail.get());
    newRole.set(before.newRole.get());
  }

  @Override
  public void close() {
    canned.giveUp();
    macro.giveUp();
  }
}
