package app.recado.client.ui.notify;

import app.recado.client.platform.Desktop;
import app.recado.client.platform.Desktop.TrayFace;
import app.recado.client.platform.Desktop.TrayFace.Mark;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * The icon in the tray: how many wait for an answer or wrote without being read, the muted apart,
 * and a small menu. Drawn anew a few times a second at most. FX thread only.
 */
public final class TrayIcon implements AutoCloseable {
  private static final Duration SOON = Duration.ofMillis(250);
  private static final String OPEN = "open";
  private static final String QUIET = "quiet";
  private static final String QUIT = "quit";

  private final Desk desk;
  private final Desktop desktop;
  private final Wishes wishes;
  private final Front front;
  private final Later later;
  private final Subscription subscription = new Subscription();
  private boolean waiting;
  private boolean closed;

  public TrayIcon(Desk desk, Desktop desktop, Wishes wishes, Front front, Later later) {
    this.desk = desk;
    this.desktop = desktop;
    this.wishes = wishes;
    this.front = front;
    this.later = later;
    subscription
        .to(desk.inbox().list(Tab.UNANSWERED), this::changed)
        .to(desk.inbox().list(Tab.MINE), this::changed)
        .to(desk.inbox().list(Tab.TEAM), this::changed)
        .to(wishes.quiet(), quiet -> changed())
        .to(wishes.blinking(), blinking -> changed());
  }

  /** A line of the menu was chosen, whether or not somebody is signed in. */
  public static void chosen(String line, Wishes wishes, Front front) {
    switch (line) {
      case OPEN -> front.comeForward();
      case QUIET -> wishes.quiet().set(!wishes.quiet().get());
      case QUIT -> front.quit();
      default -> throw new IllegalArgumentException("no such line: " + line);
    }
  }

  @Override
  public void close() {
    closed = true;
    subscription.close();
    desktop.show(new TrayFace(0, false, "Recado", menu(Texts.of("notify"))));
  }

  private void changed() {
    if (!waiting) {
      waiting = true;
      later.after(SOON, this::draw);
    }
  }

  private void draw() {
    waiting = false;
    if (closed) {
      return;
    }
    int unanswered = count(Tab.UNANSWERED, item -> !item.muted());
    int count = unanswered + count(Tab.MINE, TrayIcon::isNew) + count(Tab.TEAM, TrayIcon::isNew);
    Texts texts = Texts.of("notify");
    desktop.show(
        new TrayFace(
            count,
            wishes.blinking().get() && !wishes.quiet().get() && unanswered > 0,
            count == 0 ? texts.get("tray.nothing") : texts.count("tray.waiting", count),
            menu(texts)));
  }

  private int count(Tab tab, Predicate<DialogItem> wanted) {
    return (int) desk.inbox().list(tab).stream().filter(wanted).count();
  }

  private static boolean isNew(DialogItem item) {
    return item.unread() > 0 && item.isHeard();
  }

  private List<TrayFace.Line> menu(Texts texts) {
    return List.of(
        new TrayFace.Line(OPEN, texts.get("tray.open"), Mark.NONE),
        new TrayFace.Line(
            QUIET, texts.get("tray.quiet"), wishes.quiet().get() ? Mark.ON : Mark.OFF),
        new TrayFace.Line(QUIT, texts.get("tray.quit"), Mark.NONE));
  }
}
