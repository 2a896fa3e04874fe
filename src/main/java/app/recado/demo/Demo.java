package app.recado.demo;

import app.recado.DeskMain;
import app.recado.NoScreenException;
import app.recado.client.platform.DeskLog;
import app.recado.client.platform.ProfileFolder;
import app.recado.demo.tour.Tour;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * {@code --demo}: the desk, signed in to a relay of its own with a sample workspace, and no
 * questions asked. Where there is no screen, the tour instead.
 */
public final class Demo {
  private final Path folder;
  private final Path tourFolder;
  private final PrintStream console;

  private Demo(Path folder, Path tourFolder, PrintStream console) {
    this.folder = folder;
    this.tourFolder = tourFolder;
    this.console = console;
  }

  /**
   * Runs until the window is closed or the tour is over.
   *
   * @return the exit status
   */
  public static int run(PrintStream console) throws IOException, InterruptedException {
    Path base =
        ProfileFolder.base(
            System.getenv(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
    Path folder = folder("recado.demo.folder", base.resolve("demo"));
    Files.createDirectories(folder);
    Path tourFolder = folder("recado.tour.folder", base.resolve("tour"));
    for (int number = 1; ; number++) {
      Path own = number == 1 ? folder : folder.resolveSibling(folder.getFileName() + "-" + number);
      try (FileChannel file =
              FileChannel.open(
                  own.resolveSibling(own.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = file.tryLock()) {
        if (lock != null) {
          Demo demo = new Demo(own, tourFolder, console);
          return hasScreen(System.getenv()) && demo.opened() ? 0 : demo.tour();
        }
      }
    }
  }

  private static Path folder(String property, Path otherwise) {
    String said = System.getProperty(property);
    return said == null ? otherwise : Path.of(said);
  }

  /** Whether there was a window, which has been closed now; false if none could be opened. */
  private boolean opened() throws IOException {
    console.println("Opening a sample workspace…");
    try (DemoRelay relay = relay()) {
      console.println("You are Bruno Lima of Casa Jatobá. Write to him as a customer:");
      console.println("  " + relay.chatPage());
      console.println("Everything is kept in " + folder + " until the next demonstration.");
      relay.wakeCustomers();
      DeskMain.open(
          ProfileFolder.make(folder.resolve("desk")),
          relay.address(),
          new DeskMain.Credentials(Shop.ME.email(), Shop.PASSWORD));
      return true;
    } catch (NoScreenException named) {
      // A display is named, but JavaFX cannot open it.
      return false;
    }
  }

  private int tour() throws IOException, InterruptedException {
    console.println("There is no screen here, so the desk plays the tour; see " + tourFolder);
    try (DemoRelay relay = relay()) {
      boolean worked =
          Tour.play(
              tourFolder,
              relay.port(),
              relay.channelKey("entregas"),
              Shop.SUPERVISOR.email(),
              Shop.PASSWORD,
              relay::pass,
              console);
      return worked ? 0 : 1;
    }
  }

  private DemoRelay relay() throws IOException {
    DemoRelay.clear(folder);
    DeskLog.into(ProfileFolder.make(folder));
    return DemoRelay.open(folder.resolve("relay"), InstantSource.system(), ZoneId.systemDefault());
  }

  private static boolean hasScreen(Map<String, String> environment) {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return !linux
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
