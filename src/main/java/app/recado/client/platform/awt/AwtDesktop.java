package app.recado.client.platform.awt;

import app.recado.client.platform.Badge;
import app.recado.client.platform.Desktop;
import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tray by AWT. Its notifications have no buttons and cannot be taken away: the last one shown
 * is what a press on the icon's balloon is about, unless it was withdrawn meanwhile. Blinking is
 * left to the number.
 */
public final class AwtDesktop implements Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(AwtDesktop.class);

  private @Nullable TrayIcon icon;
  private @Nullable Listener listener;
  private @Nullable String last;
  private @Nullable TrayFace shown;

  @Override
  public void open(Listener wanted) {
    if (GraphicsEnvironment.isHeadless()) {
      wanted.found(Abilities.NONE);
      return;
    }
    EventQueue.invokeLater(() -> {
      listener = wanted;
      wanted.found(addIcon(wanted) ? new Abilities(true, false, true) : Abilities.NONE);
    });
  }

  private boolean addIcon(Listener wanted) {
    if (!SystemTray.isSupported()) {
      return false;
    }
    TrayIcon made = new TrayIcon(picture(0), "Recado");
    made.setImageAutoSize(true);
    made.addActionListener(pressed -> {
      String about = last;
      last = null;
      if (about == null) {
        wanted.iconPressed();
      } else {
        wanted.pressed(about, Notice.PRESSED);
      }
    });
    try {
      SystemTray.getSystemTray().add(made);
    } catch (AWTException noTray) {
      LOG.info("No tray here: {}", noTray.getMessage());
      return false;
    }
    icon = made;
    draw();
    return true;
  }

  @Override
  public void show(Notice notice) {
    later(() -> {
      if (icon != null) {
        last = notice.key();
        icon.displayMessage(notice.title(), notice.text(), TrayIcon.MessageType.NONE);
      }
    });
  }

  @Override
  public void withdraw(String key) {
    later(() -> last = key.equals(last) ? null : last);
  }

  @Override
  public void show(TrayFace face) {
    later(() -> {
      shown = face;
      draw();
    });
  }

  private void draw() {
    TrayFace face = shown;
    Listener told = listener;
    if (icon != null && face != null && told != null) {
      icon.setImage(picture(face.count()));
      icon.setToolTip(face.words());
      icon.setPopupMenu(menu(face.menu(), told));
    }
  }

  static PopupMenu menu(List<TrayFace.Line> lines, Listener told) {
    PopupMenu menu = new PopupMenu();
    for (TrayFace.Line line : lines) {
      if (line.mark() == TrayFace.Mark.NONE) {
        MenuItem item = new MenuItem(line.words());
        item.addActionListener(pressed -> told.chosen(line.id()));
        menu.add(item);
      } else {
        CheckboxMenuItem item = new CheckboxMenuItem(line.words(), line.mark() == TrayFace.Mark.ON);
        item.addItemListener(pressed -> told.chosen(line.id()));
        menu.add(item);
      }
    }
    return menu;
  }

  private static Image picture(int count) {
    Dimension wanted = SystemTray.getSystemTray().getTrayIconSize();
    return picture(Math.max(wanted.width, 16), count);
  }

  static BufferedImage picture(int size, int count) {
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, size, size, Badge.pixels(size, count), 0, size);
    return picture;
  }

  private static void later(Runnable work) {
    if (!GraphicsEnvironment.isHeadless()) {
      EventQueue.invokeLater(work);
    }
  }

  @Override
  public void close() {
    later(() -> {
      if (icon != null) {
        SystemTray.getSystemTray().remove(icon);
        icon = null;
      }
    });
  }
}
