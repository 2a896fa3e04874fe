package app.recado.client.platform.linux;

import app.recado.client.platform.Desktop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desktop over the session bus: org.freedesktop.Notifications and a StatusNotifierItem. Servers
 * that come, go or start anew are noticed.
 */
public final class LinuxDesktop implements Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(LinuxDesktop.class);
  private static final long BLINK_MILLIS = 800;
  private static final long LAST_WORDS_MILLIS = 1_000;

  private final String address;
  private final ScheduledExecutorService thread;

  private @Nullable DBusConnection bus;
  private @Nullable Bubbles bubbles;
  private @Nullable Tray tray;
  private Abilities abilities = Abilities.NONE;
  private TrayFace face = new TrayFace(0, false, "", List.of());
  private boolean lit = true;
  private @Nullable ScheduledFuture<?> blinking;

  /**
   * @param address of the session bus; empty where there is none
   * @param thread one thread; shut down by {@link #close}
   */
  public LinuxDesktop(String address, ScheduledExecutorService thread) {
    this.address = address;
    this.thread = thread;
  }

  /** Where the session bus is; nothing where there is no session. */
  public static Optional<String> sessionBus(Map<String, String> environment) {
    String said = environment.get("DBUS_SESSION_BUS_ADDRESS");
    if (said != null && !said.isBlank()) {
      return Optional.of(said);
    }
    String runtime = environment.get("XDG_RUNTIME_DIR");
    return runtime == null || !Files.exists(Path.of(runtime, "bus"))
        ? Optional.empty()
        : Optional.of("unix:path=" + runtime + "/bus");
  }

  @Override
  public void open(Listener listener) {
    execute(() -> connect(listener));
  }

  @Override
  public void show(Notice notice) {
    execute(() -> {
      if (bubbles != null && abilities.notifications()) {
        bubbles.show(notice);
      }
    });
  }

  @Override
  public void withdraw(String key) {
    execute(() -> {
      if (bubbles != null) {
        bubbles.withdraw(key);
      }
    });
  }

  @Override
  public void show(TrayFace now) {
    execute(() -> {
      face = now;
      lit = true;
      if (now.blinking() && blinking == null) {
        blinking =
            thread.scheduleWithFixedDelay(
                this::blink, BLINK_MILLIS, BLINK_MILLIS, TimeUnit.MILLISECONDS);
      } else if (!now.blinking() && blinking != null) {
        blinking.cancel(false);
        blinking = null;
      }
      draw();
    });
  }

  @Override
  public void close() {
    execute(() -> {
      if (bubbles != null) {
        bubbles.withdrawAll();
      }
      if (bus != null) {
        bus.disconnect();
      }
    });
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect(Listener listener) {
    if (address.isEmpty()) {
      listener.found(abilities);
      return;
    }
    try {
      DBusConnection made = DBusConnectionBuilder.forAddress(address).withShared(false).build();
      bus = made;
      bubbles = new Bubbles(made, this::execute, listener);
      tray = new Tray(made, listener);
      made.addSigHandler(
          DBus.NameOwnerChanged.class,
          signal -> {
            boolean bubblesMoved = signal.name.equals(Notifications.NAME);
            if (bubblesMoved && !signal.oldOwner.isEmpty()) {
              // what it showed went with it
              execute(() -> forgetBubbles());
            }
            // asking a server that has just gone would start it again
            if (signal.name.equals(StatusNotifierWatcher.NAME)
                || (bubblesMoved && !signal.newOwner.isEmpty())) {
              execute(() -> find(listener));
            }
          });
    } catch (DBusException | RuntimeException noBus) {
      // dbus-java throws unchecked exceptions for addresses it cannot read
      LOG.info("No session bus: {}", noBus.getMessage());
    }
    find(listener);
  }

  private void forgetBubbles() {
    if (bubbles != null) {
      bubbles.forget();
    }
  }

  /** Looks anew at who is there. */
  private void find(Listener listener) {
    Bubbles server = bubbles;
    Tray icons = tray;
    boolean notifications = server != null && server.ask();
    boolean buttons = server != null && notifications && server.haveButtons();
    abilities = new Abilities(notifications, buttons, icons != null && icons.register());
    draw();
    listener.found(abilities);
  }

  private void blink() {
    lit = !lit;
    draw();
  }

  private void draw() {
    if (tray == null || !abilities.tray()) {
      return;
    }
    try {
      tray.show(face, lit);
    } catch (DBusException | RuntimeException problem) {
      // Thrown on, it would end the blinking for good.
      LOG.info("The icon was not drawn: {}", problem.getMessage());
    }
  }

  private void execute(Runnable work) {
    try {
      thread.execute(() -> {
        try {
          work.run();
        } catch (RuntimeException failure) {
          LOG.warn("The desktop could not be told", failure);
        }
      });
    } catch (RejectedExecutionException closed) {
      LOG.debug("The desktop is closed");
    }
  }
}
