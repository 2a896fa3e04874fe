package app.recado;

import app.recado.client.api.OkHttpRelayApi;
import app.recado.client.api.RelayAddress;
import app.recado.client.cache.Durability;
import app.recado.client.platform.DeskLog;
import app.recado.client.platform.Desktop;
import app.recado.client.platform.Diagnostics;
import app.recado.client.platform.FileSaving;
import app.recado.client.platform.Keyring;
import app.recado.client.platform.KeyringKeyStore;
import app.recado.client.platform.MacKeyring;
import app.recado.client.platform.NoKeyring;
import app.recado.client.platform.PreferenceFile;
import app.recado.client.platform.ProfileFolder;
import app.recado.client.platform.SingleInstance;
import app.recado.client.platform.Sounds;
import app.recado.client.platform.Startup;
import app.recado.client.platform.WindowsKeyring;
import app.recado.client.platform.awt.AwtDesktop;
import app.recado.client.platform.awt.MacLinks;
import app.recado.client.platform.linux.LinuxDesktop;
import app.recado.client.platform.linux.SecretServiceKeyring;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskSetup;
import app.recado.client.sync.EngineThread;
import app.recado.client.sync.Entrance;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.emoji.EmojiText;
import app.recado.client.ui.emoji.EmojiWords;
import app.recado.client.ui.settings.Computer;
import app.recado.client.ui.settings.Preferences;
import app.recado.client.ui.shell.DeskWindow;
import app.recado.client.ui.shell.EntranceDoor;
import app.recado.client.ui.shell.Home;
import app.recado.client.ui.shell.Outside;
import app.recado.client.ui.shell.WindowIcons;
import app.recado.client.ui.spelling.HunspellChecker;
import app.recado.client.ui.spelling.SpellChecker;
import app.recado.client.ui.theme.Theme;
import app.recado.demo.Demo;
import java.io.File;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desk: {@code recado [--relay URL] [--profile NAME] [LINK] | recado --demo}. */
public final class DeskMain {
  private DeskMain() {}

  public static void main(String[] arguments) {
    try {
      DeskOptions options = DeskOptions.parse(List.of(arguments), System.getenv());
      if (options.help()) {
        System.out.println(DeskOptions.USAGE);
        System.exit(0);
      }
      if (options.demo()) {
        System.exit(Demo.run(System.out));
      }
      open(
          profileFolder(options.profile()),
          options.profile(),
          options.relay(),
          null,
          options.link());
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
   * @throws NoScreenException if no window can be opened
   */
  public static void open(Path folder, String relay, @Nullable Credentials credentials)
      throws IOException {
    open(folder, ProfileFolder.USUAL, relay, credentials, "");
  }

  private static void open(
      Path folder, String profile, String relay, @Nullable Credentials credentials, String link)
      throws IOException {
    DeskLog.silenceConsole();
    useTheSystemsProxy();
    Optional<SingleInstance> place =
        SingleInstance.take(folder, link, new SecureRandom(), daemons("recado-door"));
    if (place.isPresent()) {
      CountDownLatch curtain = new CountDownLatch(1);
      FutureTask<Backstage> backstage =
          new FutureTask<>(() -> new Backstage(folder, curtain, credentials == null));
      daemons("recado-start").newThread(backstage).start();
      ExecutorService files = Executors.newSingleThreadExecutor(daemons("recado-files"));
      WindowMain.parts =
          new Parts(
              folder, profile, relay, credentials, link, place.get(), curtain, files, backstage);
      if (isMac()) {
        MacLinks.listen();
      }
      launch();
    }
  }

  private static void launch() throws NoScreenException {
    try {
      Application.launch(WindowMain.class);
    } catch (UnsupportedOperationException toolkit) {
      // What the window's own code throws comes wrapped.
      throw new NoScreenException(toolkit);
    }
  }

  /** Read when the first request is made; whoever says it otherwise on the command line has it. */
  private static void useTheSystemsProxy() {
    if (System.getProperty("java.net.useSystemProxies") == null) {
      System.setProperty("java.net.useSystemProxies", "true");
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

  private static boolean isMac() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
  }

  private static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().name(name).daemon().factory();
  }

  /** What the window is made of before JavaFX runs. */
  private record Parts(
      Path folder,
      String profile,
      String relay,
      @Nullable Credentials credentials,
      String link,
      SingleInstance place,
      CountDownLatch curtain,
      ExecutorService files,
      Future<Backstage> backstage) {}

  /**
   * Threads, the way in and the desk of whoever is signed in: made while JavaFX starts, which takes
   * as long, so that the first frame has rows to show.
   */
  private static final class Backstage {
    /** Then the window appears without rows. */
    private static final long PATIENCE_SECONDS = 1;

    final EngineThread engine;
    final Entrance entrance;
    final KeyringKeyStore keys;
    Optional<Desk> resumed;
    private final Path folder;
    private final ExecutorService reader;
    private final ExecutorService io;
    private final CountDownLatch curtain;
    private final CountDownLatch firstRows = new CountDownLatch(1);
    private Runnable whenWiped = this::forget;

    /**
     * @param curtain open from when the FX thread takes work
     * @param keyring whether the token may go into the person's own keyring
     */
    Backstage(Path folder, CountDownLatch curtain, boolean keyring) {
      DeskLog.into(folder);
      this.folder = folder;
      this.curtain = curtain;
      reader = Executors.newSingleThreadExecutor(daemons("recado-reader"));
      io = Executors.newCachedThreadPool(daemons("recado-io"));
      engine = new EngineThread(daemons("recado-engine"));
      keys =
          new KeyringKeyStore(
              folder,
              () ->
                  keyring
                      ? keyring(folder, System.getProperty("os.name").toLowerCase(Locale.ROOT))
                      : new NoKeyring(),
              Executors.newSingleThreadExecutor(daemons("recado-keys")));
      entrance =
          new Entrance(
              folder,
              InstantSource.system(),
              new SecureRandom(),
              this::world,
              keys,
              computerName(),
              () -> whenWiped.run());
      resumed = entrance.resume();
      EmojiText.prepare();
    }

    private static Keyring keyring(Path folder, String system) {
      String profile = folder.toAbsolutePath().toString();
      if (system.contains("win")) {
        return new WindowsKeyring(folder);
      }
      return system.contains("mac")
          ? new MacKeyring(profile)
          : new SecretServiceKeyring(LinuxDesktop.sessionBus(System.getenv()).orElse(""), profile);
    }

    /** A profile wiped before its window opened leaves nobody signed in. */
    private void forget() {
      resumed = Optional.empty();
    }

    /** FX thread. */
    void whenWiped(Runnable action) {
      whenWiped = action;
    }

    /** Waits until what a resumed desk has to show first awaits its turn on the FX thread. */
    void awaitFirstRows() throws InterruptedException {
      if (resumed.isPresent()) {
        firstRows.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }

    void close() {
      engine.close();
    }

    private DeskSetup world(URI relay) {
      OkHttpRelayApi api = new OkHttpRelayApi(relay, engine);
      return new DeskSetup(
          folder,
          api,
          api.files(io),
          engine,
          InstantSource.system(),
          System::nanoTime,
          new SecureRandom(),
          this::show,
          this::drawn,
          reader,
          io,
          ZoneId.systemDefault(),
          Durability.FULL);
    }

    private void show(Runnable action) {
      try {
        curtain.await();
        Platform.runLater(action);
        firstRows.countDown();
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }

    /** In the third frame from now: the second begins when the first is laid out and painted. */
    private void drawn(Runnable action) {
      show(() ->
          new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
              frames++;
              if (frames == 3) {
                stop();
                action.run();
              }
            }
          }.start());
    }

    private static String computerName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (IOException nameless) {
        return System.getProperty("os.name");
      }
    }
  }

  /** JavaFX's life cycle around one window. */
  public static final class WindowMain extends Application implements Outside {
    private static @Nullable Parts parts;

    private final SpellChecker spellChecker =
        new HunspellChecker(
            Executors.newSingleThreadExecutor(daemons("recado-spelling")), Platform::runLater);
    private @Nullable Theme theme;
    private @Nullable Computer computer;
    private @Nullable DeskWindow window;

    @Override
    public void init() {
      Objects.requireNonNull(parts).curtain().countDown();
    }

    @Override
    public void start(Stage stage) throws Exception {
      Parts given = Objects.requireNonNull(parts);
      Future<Backstage> behind = given.backstage();
      Preferences preferences =
          new Preferences(
              new PreferenceFile(given.folder().resolve("preferences.properties"), given.files()),
              Locale.getDefault());
      computer =
          new Computer(
              Startup.of(
                  Startup.launcher(System::getProperty),
                  given.profile(),
                  System.getProperty("os.name"),
                  System.getenv(),
                  Path.of(System.getProperty("user.home"))),
              () -> behind.resultNow().keys.place(),
              new Diagnostics(given.folder(), System::getProperty)::text,
              given.files(),
              Platform::runLater);
      Theme dressed = new Theme(preferences.appearance().get());
      theme = dressed;
      DeskWindow opened =
          new DeskWindow(
              stage,
              new EntranceDoor(
                  () -> behind.resultNow().entrance,
                  () -> behind.resultNow().resumed,
                  RelayAddress::of),
              preferences,
              dressed,
              this,
              ZoneId.systemDefault(),
              given.relay());
      window = opened;
      Backstage backstage = behind.get();
      backstage.whenWiped(opened::wiped);
      given.place().listen(link -> Platform.runLater(() -> opened.follow(link)));
      if (isMac()) {
        MacLinks.follow(link -> Platform.runLater(() -> opened.follow(link)));
      }
      Credentials credentials = given.credentials();
      if (credentials == null) {
        opened.open();
      } else {
        opened.openAs(credentials.email(), credentials.password());
      }
      backstage.awaitFirstRows();
      Platform.runLater(opened::appear);
      backstage.drawn(() -> settle(opened, preferences));
      if (!given.link().isEmpty()) {
        backstage.drawn(() -> opened.follow(given.link()));
      }
    }

    /** What the first frames do not need. */
    private void settle(DeskWindow opened, Preferences preferences) {
      Platform.setImplicitExit(false);
      Desktop desktop = desktop(System.getProperty("os.name").toLowerCase(Locale.ROOT));
      // Who is told to end by the system leaves nothing behind that cannot be pressed any more.
      Runtime.getRuntime().addShutdownHook(daemons("recado-farewell").newThread(desktop::close));
      Home home =
          new Home(
              desktop,
              Sounds.onSpeakers(Executors.newSingleThreadExecutor(daemons("recado-sounds"))),
              preferences,
              computer(),
              Platform::runLater,
              Later.byPulse());
      opened.settle(home, Platform::exit);
      Objects.requireNonNull(parts)
          .files()
          .execute(() -> {
            List<Image> icons = WindowIcons.drawn();
            Platform.runLater(() -> opened.wear(icons));
            EmojiWords.prepare(preferences.language().get().locale());
          });
    }

    private static Desktop desktop(String system) {
      if (system.contains("win") || system.contains("mac")) {
        return new AwtDesktop();
      }
      return new LinuxDesktop(
          LinuxDesktop.sessionBus(System.getenv()).orElse(""),
          Executors.newSingleThreadScheduledExecutor(daemons("recado-desktop")));
    }

    @Override
    public void stop() throws Exception {
      DeskWindow open = window;
      if (open != null) {
        open.close();
      }
      Parts given = Objects.requireNonNull(parts);
      given.backstage().get().close();
      given.files().close();
      given.place().close();
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

    @Override
    public Computer computer() {
      return Objects.requireNonNull(computer);
    }

    @Override
    public void save(
        String name,
        FileSaving.Content content,
        Supplier<FileSaving.Watcher> chosen,
        Consumer<FileSaving.Ending> done) {
      FileChooser chooser = new FileChooser();
      chooser.setInitialFileName(name);
      File target = chooser.showSaveDialog(null);
      if (target != null) {
        FileSaving.Watcher watcher = chosen.get();
        // Pages may take long; what the other files are about does not wait for them.
        daemons("recado-saving")
            .newThread(() -> {
              FileSaving.Ending ending = FileSaving.write(target.toPath(), content, watcher);
              Platform.runLater(() -> done.accept(ending));
            })
            .start();
      }
    }

    @Override
    public void dress(Scene scene) {
      Objects.requireNonNull(theme).dress(scene);
    }

    @Override
    public void undress(Scene scene) {
      Objects.requireNonNull(theme).release(scene);
    }

    @Override
    public SpellChecker spellChecker() {
      return spellChecker;
    }

    @Override
    public void quit() {
      DeskWindow open = window;
      if (open != null) {
        open.quit();
      }
    }

    @Override
    public boolean hasMenuBar() {
      return System.getProperty("os.name").startsWith("Mac");
    }
  }
}
