package app.recado;

import app.recado.client.api.OkHttpRelayApi;
import app.recado.client.cache.Durability;
import app.recado.client.platform.DeskLog;
import app.recado.client.platform.FileKeyStore;
import app.recado.client.platform.PreferenceFile;
import app.recado.client.platform.ProfileFolder;
import app.recado.client.platform.SingleInstance;
import app.recado.client.sync.DeskSetup;
import app.recado.client.sync.EngineThread;
import app.recado.client.sync.Entrance;
import app.recado.client.ui.settings.Preferences;
import app.recado.client.ui.shell.DeskWindow;
import app.recado.client.ui.shell.EntranceDoor;
import app.recado.client.ui.shell.Outside;
import app.recado.client.ui.theme.Theme;
import app.recado.demo.Demo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desk: {@code recado [--relay URL] [--profile NAME] | recado --demo}. */
public final class DeskMain {
  private DeskMain() {}

  public static void main(String[] arguments) {
    try {
      if (List.of(arguments).equals(List.of("--demo"))) {
        System.exit(Demo.run(System.out));
      }
      DeskOptions options = DeskOptions.parse(List.of(arguments), System.getenv());
      open(profileFolder(options.profile()), options.relay(), null);
      System.exit(0);
    } catch (IllegalArgumentException wrongUsage) {
      System.err.println("recado: " + wrongUsage.getMessage() + "; " + DeskOptions.USAGE);
      System.exit(2);
    } catch (InterruptedException told) {
      System.exit(1);
    } catch (IOException problem) {
      System.err.println("recado: " + problem.getMessage());
      System.exit(1);
    }
  }

  /**
   * Opens the desk on a folder and returns when its window was closed; at once if another desk has
   * the folder, which comes to the front. Once per process.
   *
   * @param relay the address to offer; empty for the one used last
   * @param credentials what to sign in with where nobody is; null asks
   */
  public static void open(Path folder, String relay, @Nullable Credentials credentials)
      throws IOException {
    DeskLog.into(folder);
    Optional<SingleInstance> place =
        SingleInstance.take(folder, "", new SecureRandom(), daemons("recado-door"));
    if (place.isPresent()) {
      WindowMain.parts = new Parts(folder, relay, credentials, place.get());
      Application.launch(WindowMain.class);
    }
  }

  /** Whom to sign in without asking. */
  public record Credentials(String email, String password) {}

  private static Path profileFolder(String profile) throws IOException {
    return ProfileFolder.of(
        profile,
        System.getenv(),
        System.getProperty("os.name"),
        Path.of(System.getProperty("user.home")));
  }

  private static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().name(name).daemon().factory();
  }

  /** What the window is made of before JavaFX runs. */
  private record Parts(
      Path folder, String relay, @Nullable Credentials credentials, SingleInstance place) {}

  /** JavaFX's life cycle around one window. */
  public static final class WindowMain extends Application implements Outside {
    private static @Nullable Parts parts;

    private final EngineThread engine = new EngineThread(daemons("recado-engine"));
    private final ExecutorService reader =
        Executors.newSingleThreadExecutor(daemons("recado-reader"));
    private final ExecutorService files =
        Executors.newSingleThreadExecutor(daemons("recado-files"));
    private @Nullable DeskWindow window;

    @Override
    public void start(Stage stage) {
      Parts given = Objects.requireNonNull(parts);
      Preferences preferences = preferences(given.folder());
      DeskWindow opened =
          new DeskWindow(
              stage,
              new EntranceDoor(entrance(given.folder())),
              preferences,
              new Theme(preferences.appearance().get()),
              this,
              ZoneId.systemDefault(),
              given.relay());
      window = opened;
      given.place().listen(link -> Platform.runLater(opened::comeForward));
      Credentials credentials = given.credentials();
      if (credentials == null) {
        opened.open();
      } else {
        opened.openAs(credentials.email(), credentials.password());
      }
    }

    @Override
    public void stop() {
      DeskWindow open = window;
      if (open != null) {
        open.close();
      }
      engine.close();
      files.close();
      Objects.requireNonNull(parts).place().close();
    }

    @Override
    public void browse(URI page) {
      getHostServices().showDocument(page.toString());
    }

    @Override
    public void copy(String text) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }

    private Preferences preferences(Path folder) {
      return new Preferences(
          new PreferenceFile(folder.resolve("preferences.properties"), files), Locale.getDefault());
    }

    private Entrance entrance(Path folder) {
      return new Entrance(
          folder,
          InstantSource.system(),
          new SecureRandom(),
          relay -> world(folder, relay),
          new FileKeyStore(folder),
          computerName(),
          this::wiped);
    }

    private void wiped() {
      DeskWindow open = window;
      if (open != null) {
        open.wiped();
      }
    }

    private DeskSetup world(Path folder, URI relay) {
      return new DeskSetup(
          folder,
          new OkHttpRelayApi(relay, engine),
          engine,
          InstantSource.system(),
          System::nanoTime,
          new SecureRandom(),
          Platform::runLater,
          reader,
          ZoneId.systemDefault(),
          Durability.FULL);
    }

    private static String computerName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (IOException nameless) {
        return System.getProperty("os.name");
      }
    }
  }
}
