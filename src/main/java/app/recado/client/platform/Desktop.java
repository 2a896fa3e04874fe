package app.recado.client.platform;

import java.util.List;

/**
 * What the computer's desktop shows of the desk outside of its window: notifications and an icon in
 * the tray. Every method returns at once and may be called on any thread; what a desktop cannot do
 * is left out without a word, and {@link Listener#found} says what it can.
 */
public interface Desktop extends AutoCloseable {
  /** Connects in the background. Once. */
  void open(Listener listener);

  /** Shows a notification, in the place of the one with the same key if that is still there. */
  void show(Notice notice);

  /** Takes a notification away; nothing if it is not there. */
  void withdraw(String key);

  /** Shows the icon so from now on. */
  void show(TrayFace face);

  /** Takes everything away. Returns when it is gone, or after a second. */
  @Override
  void close();

  /** Called on a thread of the desktop's own. */
  interface Listener {
    /** What the desktop can do; called once it is known, and when it changes. */
    void found(Abilities abilities);

    /**
     * A notification, or one of its buttons, was pressed.
     *
     * @param button {@link Notice#PRESSED} or a button's id
     */
    void pressed(String key, String button);

    /** The person put a notification away. */
    void putAway(String key);

    /** The icon was pressed. */
    void iconPressed();

    /** A line of the icon's menu was chosen. */
    void chosen(String line);
  }

  /**
   * What a desktop can do.
   *
   * @param buttons whether notifications have them
   */
  record Abilities(boolean notifications, boolean buttons, boolean tray) {
    public static final Abilities NONE = new Abilities(false, false, false);
  }

  /**
   * A notification.
   *
   * @param key what it is about; one at a time is shown for each
   * @param title one line of plain text
   * @param text plain text; may be empty
   * @param stays until it is withdrawn or put away; else the desktop decides
   */
  record Notice(String key, String title, String text, boolean stays, List<Button> buttons) {
    /** What {@link Listener#pressed} says of the notification itself. */
    public static final String PRESSED = "default";

    public Notice {
      buttons = List.copyOf(buttons);
    }

    /** A button under it. */
    public record Button(String id, String words) {}
  }

  /**
   * The icon in the tray.
   *
   * @param count drawn on it; 0 for none
   * @param blinking whether it draws attention by changing
   * @param words said when pointed at
   */
  record TrayFace(int count, boolean blinking, String words, List<Line> menu) {
    public TrayFace {
      menu = List.copyOf(menu);
    }

    /** A line of its menu. */
    public record Line(String id, String words, Mark mark) {}

    /** What stands before a line of the menu. */
    public enum Mark {
      NONE,
      OFF,
      ON
    }
  }
}
