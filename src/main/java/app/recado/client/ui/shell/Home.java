package app.recado.client.ui.shell;

import app.recado.client.platform.Desktop;
import app.recado.client.platform.Sounds;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.notify.Announcer;
import app.recado.client.ui.notify.Front;
import app.recado.client.ui.notify.TrayIcon;
import app.recado.client.ui.notify.Wishes;
import app.recado.client.ui.settings.Computer;
import app.recado.client.ui.settings.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The desk on the computer's desktop: notifications and the icon in the tray, for as long as
 * somebody is signed in. FX thread only.
 */
public final class Home implements AutoCloseable {
  private static final String STAYS = "stays";

  private final Desktop desktop;
  private final Sounds sounds;
  private final Preferences preferences;
  private final Wishes wishes;
  private final Computer computer;
  private final Executor fx;
  private final Later later;
  private @Nullable Front front;
  private @Nullable Announcer announcer;
  private @Nullable TrayIcon icon;
  private boolean staysSaid;

  /**
   * @param computer told what the desktop can do
   * @param fx brings what the desktop says to the FX thread
   */
  public Home(
      Desktop desktop,
      Sounds sounds,
      Preferences preferences,
      Computer computer,
      Executor fx,
      Later later) {
    this.desktop = desktop;
    this.sounds = sounds;
    this.preferences = preferences;
    this.computer = computer;
    this.fx = fx;
    this.later = later;
    wishes =
        new Wishes(
            preferences.notifications(),
            preferences.notificationWords(),
            preferences.doNotDisturb(),
            preferences.chatSound(),
            preferences.messageSound(),
            preferences.mentionSound(),
            preferences.blinkingIcon());
  }

  /** Connects the desktop with a window. Once. */
  void settle(Front window) {
    front = window;
    desktop.open(new Heard());
  }

  /** Somebody is signed in. */
  void enter(Desk desk) {
    leave();
    Front window = front;
    if (window != null) {
      announcer = new Announcer(desk, desktop, sounds, wishes, window);
      icon = new TrayIcon(desk, desktop, wishes, window, later);
    }
  }

  /** Nobody is signed in any more. */
  void leave() {
    if (announcer != null) {
      announcer.close();
      announcer = null;
    }
    if (icon != null) {
      icon.close();
      icon = null;
    }
  }

  /** The window lost the focus, or is gone into the tray. */
  void lookedAway() {
    if (announcer != null) {
      announcer.lookedAway();
    }
  }

  /** Whether the desk goes on in the tray when its window is closed. */
  boolean staysInTray() {
    Optional<Desktop.Abilities> found = computer.desktop().get();
    return preferences.keepInTray().get()
        && icon != null
        && found.isPresent()
        && found.get().tray();
  }

  /** Says, the first time, where the window has gone. */
  void windowHidden() {
    if (!staysSaid && !preferences.doNotDisturb().get()) {
      staysSaid = true;
      Texts texts = Texts.of("shell");
      desktop.show(
          new Desktop.Notice(
              STAYS, texts.get("tray.stays"), texts.get("tray.stays.text"), false, List.of()));
    }
  }

  @Override
  public void close() {
    leave();
    desktop.close();
  }

  /** What the desktop says, brought to the FX thread. */
  private final class Heard implements Desktop.Listener {
    @Override
    public void found(Desktop.Abilities abilities) {
      fx.execute(() -> {
        boolean lostTray =
            computer.desktop().get().filter(Desktop.Abilities::tray).isPresent()
                && !abilities.tray();
        computer.desktop().set(Optional.of(abilities));
        if (lostTray && front != null) {
          // a window that went into the tray must not be lost with it
          front.trayLost();
        }
      });
    }

    @Override
    public void pressed(String key, String button) {
      fx.execute(() -> {
        if (announcer != null && !key.equals(STAYS)) {
          announcer.pressed(key, button);
        } else if (front != null) {
          front.comeForward();
        }
      });
    }

    @Override
    public void putAway(String key) {
      fx.execute(() -> {
        if (announcer != null) {
          announcer.putAway(key);
        }
      });
    }

    @Override
    public void iconPressed() {
      fx.execute(() -> {
        if (front != null) {
          front.comeForward();
        }
      });
    }

    @Override
    public void chosen(String line) {
      fx.execute(() -> {
        if (front != null) {
          TrayIcon.chosen(line, wishes, front);
        }
      });
    }
  }
}
