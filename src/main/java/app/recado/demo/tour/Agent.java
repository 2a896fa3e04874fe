package app.recado.demo.tour;

import static app.recado.demo.tour.Stage.known;

import app.recado.protocol.DialogId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Bruno at his desk, and whom he has to do with that day. Selectors name nodes of the desk's real
 * views; {@code A >> B} is the B inside that A which shows the text.
 */
final class Agent {
  static final String ADDRESS = "bruno@casajatoba.example";

  private final Stage stage;
  private final RemoteColleague paula;
  private @Nullable DeskProcess desk;
  private @Nullable Guest joana;
  private @Nullable Guest miguel;

  /**
   * A customer of that day.
   *
   * @param site where the customer writes
   * @param dialog what became of it
   */
  record Guest(SiteVisitor site, DialogId dialog) {}

  Agent(Stage stage, RemoteColleague paula) {
    this.stage = stage;
    this.paula = paula;
  }

  Stage stage() {
    return stage;
  }

  RemoteColleague paula() {
    return paula;
  }

  DeskProcess desk() {
    return known(desk);
  }

  Guest joana() {
    return known(joana);
  }

  Guest miguel() {
    return known(miguel);
  }

  void meetJoana(Guest guest) {
    joana = guest;
  }

  void meetMiguel(Guest guest) {
    miguel = guest;
  }

  /** Opens the desk of a profile; whatever ran before must be over. */
  void openDesk(String profile) throws IOException {
    desk = stage.openDesk(profile);
  }

  /** Ends what was started. */
  void end() throws InterruptedException {
    if (desk != null) {
      desk.kill();
    }
  }

  void signIn(String address) {
    desk().click("#email");
    desk().type(address);
    desk().click("#password");
    desk().type(stage.password());
  }

  void tab(String name) {
    desk().click(".inbox-tab", name);
  }

  void open(String customer) {
    desk().click(".dialog-cell", customer);
    desk().sees(".conversation-header", customer);
  }

  void write(String text) {
    desk().click("#writing");
    desk().type(text);
    desk().press("ENTER");
    desk().sees(".bubble-row", text);
  }

  /** Opens the menu of the message with these words. */
  void menu(String words) {
    desk().menu(".bubble-row >> .bubble", words);
    desk().sees(".menu-card", "");
  }
}
