package app.recado.client.ui.shell;

import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.notify.Front;
import app.recado.client.ui.settings.Preferences;
import app.recado.client.ui.signin.SignInView;
import app.recado.client.ui.signin.SignInViewModel;
import app.recado.client.ui.theme.Theme;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The desk's one window: signing in, then the desk, and back when the profile was wiped. Follows
 * the chosen language and colours at once. FX thread only.
 */
public final class DeskWindow implements AutoCloseable {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 600;

  private final Stage stage;
  private final Door door;
  private final Preferences preferences;
  private final Outside outside;
  private final ZoneId zone;
  private final String relay;
  private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
  private final Subscription subscription = new Subscription();
  private @Nullable Home home;
  private @Nullable Desk desk;
  private @Nullable Areas areas;
  private @Nullable SignInView signIn;
  private Overlay signInLayer = new Overlay();
  private Runnable end = () -> {};
  private String waitingLink = "";

  /**
   * @param relay what to offer as the relay's address; empty for the one used last
   */
  public DeskWindow(
      Stage stage,
      Door door,
      Preferences preferences,
      Theme theme,
      Outside outside,
      ZoneId zone,
      String relay) {
    this.stage = stage;
    this.door = door;
    this.preferences = preferences;
    this.outside = outside;
    this.zone = zone;
    this.relay = relay;
    subscription.to(preferences.appearance(), theme::choose);
    subscription.to(
        preferences.language(),
        language -> {
          Texts.speak(language);
          retell();
        });
    theme.dress(scene);
    // Reads the stylesheets, while the desk may still be on its way.
    scene.getRoot().applyCss();
  }

  /** Makes the window ready: the desk of whoever is signed in, else the way in. */
  public void open() {
    fill(this::showSignIn);
  }

  /** Makes the window ready, and signs this person in where nobody is. */
  public void openAs(String email, String password) {
    fill(() -> {
      showSignIn();
      door.signIn(
          relay,
          email,
          password,
          entry -> {
            if (entry instanceof Door.Entry.Opened in) {
              enter(in.desk());
            }
          });
    });
  }

  /** Shows the window. */
  public void appear() {
    stage.show();
  }

  private void fill(Runnable whenNobody) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setTitle(Texts.of("shell").get("window"));
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    putBack();
    stage.setScene(scene);
    door.resume(resumed -> {
      if (resumed == null) {
        whenNobody.run();
      } else {
        enter(resumed);
      }
    });
    // What can be done before the window appears need not be done when its rows are there.
    scene.getRoot().applyCss();
  }

  /** Puts the window where it was, if that is still on a screen. */
  private void putBack() {
    WindowPlace.of(preferences.windowPlace())
        .filter(was ->
            was.isWithinReach(Screen.getScreens().stream().map(Screen::getVisualBounds).toList()))
        .ifPresent(was -> {
          stage.setX(was.bounds().getMinX());
          stage.setY(was.bounds().getMinY());
          stage.setWidth(was.bounds().getWidth());
          stage.setHeight(was.bounds().getHeight());
          stage.setMaximized(was.maximized());
        });
    subscription.to(
        stage.focusedProperty(),
        focused -> {
          remember();
          if (home != null && !focused) {
            home.lookedAway();
          }
        });
  }

  /** Of a maximized window the place it goes back to is kept. */
  private void remember() {
    if (!stage.isShowing() || stage.isIconified()) {
      return;
    }
    Rectangle2D bounds =
        stage.isMaximized()
            ? WindowPlace.of(preferences.windowPlace())
                .map(WindowPlace::bounds)
                .orElse(new Rectangle2D(0, 0, WIDTH, HEIGHT))
            : new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    preferences.keepWindowPlace(new WindowPlace(bounds, stage.isMaximized()).words());
  }

  /**
   * Gives the window its place on the computer's desktop. From now on closing it is not the end if
   * there is a tray, and the end says what is still queued.
   *
   * @param ending ends the program
   */
  public void settle(Home found, Runnable ending) {
    home = found;
    end = ending;
    found.settle(new InFront());
    Desk open = desk;
    if (open != null) {
      found.enter(open);
    }
    stage.setOnCloseRequest(asked -> {
      asked.consume();
      remember();
      if (found.staysInTray()) {
        stage.hide();
        found.windowHidden();
      } else {
        quit();
      }
    });
  }

  /** Gives the window its icon, in several sizes. */
  public void wear(List<Image> icons) {
    stage.getIcons().setAll(icons);
  }

  /** Ends the program; asks first if something waits to be sent. */
  public void quit() {
    Desk open = desk;
    Areas shown = areas;
    int queued = open == null ? 0 : open.connection().getValue().queued();
    if (queued == 0) {
      end.run();
    } else if (shown != null) {
      comeForward();
      shown.askToQuit(queued, end);
    } else {
      // Signing in again, with work of before.
      comeForward();
      QuitQuestion.ask(signInLayer, queued, end);
    }
  }

  private void enter(Desk opened) {
    desk = opened;
    showDesk(null);
    if (areas != null && !waitingLink.isEmpty()) {
      areas.follow(waitingLink);
      waitingLink = "";
    }
    if (home != null) {
      home.enter(opened);
    }
  }

  /** Nobody is signed in any more: the profile was wiped. */
  public void wiped() {
    if (desk != null) {
      desk = null;
      if (home != null) {
        home.leave();
      }
      showSignIn();
    }
  }

  /** Brings the window to the front. */
  public void comeForward() {
    stage.show();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /**
   * Comes to the front and goes where a link leads, as soon as somebody is signed in.
   *
   * @param link empty for none
   */
  public void follow(String link) {
    comeForward();
    Areas shown = areas;
    if (link.isEmpty()) {
      return;
    }
    if (shown == null) {
      waitingLink = link;
    } else {
      shown.follow(link);
    }
  }

  @Override
  public void close() {
    remember();
    subscription.close();
    if (home != null) {
      home.close();
    }
    leaveAreas();
    leaveSignIn();
    Desk open = desk;
    if (open != null) {
      open.close();
      desk = null;
    }
  }

  private void showDesk(@Nullable Areas before) {
    Desk open = desk;
    if (open == null) {
      return;
    }
    Areas fresh =
        new Areas(open, new Moments(zone), preferences, outside, this::wiped, this::signInAgain);
    if (before != null) {
      fresh.resume(before);
    }
    leaveAreas();
    leaveSignIn();
    areas = fresh;
    show(fresh.root());
    fresh.listenTo(scene);
    fresh.focusAgain();
  }

  /** The token has died; what is queued stays. */
  void signInAgain() {
    showSignIn();
  }

  private void showSignIn() {
    leaveAreas();
    leaveSignIn();
    SignInView view =
        new SignInView(new SignInViewModel(door, Later.byPulse(), relay, this::enter));
    signIn = view;
    signInLayer = new Overlay();
    show(new StackPane(view, signInLayer));
    view.focusFirst();
  }

  /** Says everything again in the language chosen now. */
  private void retell() {
    Areas before = areas;
    if (before != null) {
      showDesk(before);
    } else if (signIn != null) {
      showSignIn();
    }
  }

  private void show(Parent root) {
    scene.setRoot(root);
  }

  private void leaveAreas() {
    Areas old = areas;
    if (old != null) {
      areas = null;
      old.close();
    }
  }

  private void leaveSignIn() {
    SignInView old = signIn;
    if (old != null) {
      signIn = null;
      old.close();
    }
  }

  /** The window as notifications see it. */
  private final class InFront implements Front {
    @Override
    public boolean isWatched() {
      Areas shown = areas;
      return isMainWatched() || (shown != null && shown.windows().areWatched());
    }

    private boolean isMainWatched() {
      return stage.isShowing() && stage.isFocused() && !stage.isIconified();
    }

    @Override
    public boolean shows(DialogId dialog) {
      Areas shown = areas;
      return shown != null
          && (shown.windows().isWatched(dialog) || (isMainWatched() && shown.shows(dialog)));
    }

    @Override
    public void comeForward() {
      DeskWindow.this.comeForward();
    }

    @Override
    public void trayLost() {
      if (!stage.isShowing()) {
        DeskWindow.this.comeForward();
      }
    }

    @Override
    public void open(DialogId dialog) {
      DeskWindow.this.comeForward();
      Areas shown = areas;
      if (shown != null) {
        shown.show(dialog);
      }
    }

    @Override
    public void open(DialogId dialog, MessageId message) {
      DeskWindow.this.comeForward();
      Areas shown = areas;
      if (shown != null) {
        shown.showMessage(dialog, message);
      }
    }

    @Override
    public void quit() {
      DeskWindow.this.quit();
    }
  }
}
