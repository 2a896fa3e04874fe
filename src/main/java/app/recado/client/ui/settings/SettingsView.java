package app.recado.client.ui.settings;

import app.recado.client.ui.action.Register;
import app.recado.client.ui.canned.CannedLibrary;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Choice;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.macros.MacroLibrary;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Availability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The settings: sections at the left, the chosen one beside. */
public final class SettingsView extends BorderPane implements AutoCloseable {
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

  private final Texts texts = Texts.of("settings");
  private final Cards cards = new Cards(texts);
  private final SettingsViewModel model;
  private final Register register;
  private final Subscription subscription = new Subscription();
  private final SectionList sections;
  private final VBox content = new VBox();
  private final Subscription role = new Subscription();
  private final WorkspaceViewModel workspace;

  /**
   * @param workspace what leaders set
   * @param register what the map of keys shows
   */
  public SettingsView(SettingsViewModel model, WorkspaceViewModel workspace, Register register) {
    this.model = model;
    this.workspace = workspace;
    this.register = register;
    getStyleClass().addAll("page", "settings");
    sections = new SectionList(texts, this::show);
    content.getStyleClass().add("settings-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    setLeft(sections);
    setCenter(scroll);
    sections.choose(Section.ACCOUNT);
    role.to(model.me(), me -> sections.showFor(me.role()));
  }

  /** Turns to the channels. */
  public void showChannels() {
    sections.choose(Section.CHANNELS);
  }

  /** Turns to the people. */
  public void showPeople() {
    sections.choose(Section.PEOPLE);
  }

  /** Turns to the canned responses. */
  public void showCanned() {
    sections.choose(Section.CANNED);
  }

  /** Turns to the macros. */
  public void showMacros() {
    sections.choose(Section.MACROS);
  }

  /** Turns to the map of keys. */
  public void showKeys() {
    sections.choose(Section.KEYS);
  }

  /** Turns to where another view of the same desk was. */
  public void resume(SettingsView before) {
    sections.choose(before.sections.chosen());
  }

  /** Puts the keyboard on the section that is shown. */
  public void focusSection() {
    sections.focusChosen();
  }

  @Override
  public void close() {
    role.close();
    subscription.close();
  }

  private void show(Section section) {
    subscription.close();
    content.pseudoClassStateChanged(WIDE, section.isOfWorkspace());
    Label title = new Label(texts.get(section.key()));
    title.getStyleClass().add("title");
    // A channel that is opened stands in the place of the page.
    content.getChildren().setAll(section == Section.CHANNELS ? List.of() : List.of(title));
    content
        .getChildren()
        .addAll(
            switch (section) {
              case ACCOUNT -> account();
              case NOTIFICATIONS ->
                  new NotificationsPage(cards, model.preferences(), subscription)
                      .cards(model.computer());
              case APPEARANCE -> appearance();
              case WRITING -> writing();
              case CANNED -> canned();
              case MACROS -> macros();
              case COMPUTER ->
                  new ComputerPage(cards, model.computer(), model::copyDiagnostics).cards();
              case KEYS -> keys();
              case CHANNELS -> List.of(new ChannelsPage(cards, workspace, subscription));
              case PEOPLE -> List.of(new PeoplePage(cards, workspace, subscription));
              case AUDIT -> List.of(new AuditPage(cards, workspace, model.moments()));
            });
  }

  private List<Node> account() {
    Label name = new Label();
    name.getStyleClass().add("heading");
    Label email = new Label();
    email.getStyleClass().addAll("small", "muted");
    Choice<Availability> availability =
        new Choice<>(
            texts.get("availability"),
            List.of(Availability.values()),
            each -> texts.get("availability." + each.name().toLowerCase(Locale.ROOT)),
            model::setAvailability);
    Choice<Integer> away =
        new Choice<>(
            texts.get("away"),
            Preferences.AWAY_MINUTES,
            minutes -> minutes == 0 ? texts.get("away.off") : texts.get("away.minutes", minutes),
            model.preferences().awayMinutes()::set);
    away.setId("away-after");
    subscription.to(model.preferences().awayMinutes(), away::select);
    subscription.to(
        model.me(),
        me -> {
          name.setText(me.name());
          email.setText(me.email());
          availability.select(me.availability());
        });
    return List.of(
        cards.card("account.me", name, email),
        cards.card("availability", availability, cards.hint("availability.text")),
        cards.card("away", away, cards.hint("away.text")),
        new SignOutCard(model, texts));
  }

  private List<Node> appearance() {
    Preferences preferences = model.preferences();
    Choice<Appearance> colours =
        new Choice<>(
            texts.get("colours"),
            List.of(Appearance.values()),
            each -> texts.get("colours." + each.name().toLowerCase(Locale.ROOT)),
            preferences.appearance()::set);
    Choice<Language> language =
        new Choice<>(
            texts.get("language"),
            List.of(Language.values()),
            Language::ownName,
            preferences.language()::set);
    subscription.to(preferences.appearance(), colours::select);
    subscription.to(preferences.language(), language::select);
    return List.of(cards.card("colours", colours), cards.card("language", language));
  }

  private List<Node> writing() {
    Choice<Boolean> enter =
        new Choice<>(
            texts.get("enter"),
            List.of(true, false),
            sends -> texts.get(sends ? "enter.sends" : "enter.breaks"),
            model.preferences().enterSends()::set);
    subscription.to(model.preferences().enterSends(), enter::select);
    Choice<Integer> undo =
        new Choice<>(
            texts.get("undo"),
            Preferences.UNDO_SECONDS,
            seconds -> seconds == 0 ? texts.get("undo.off") : texts.get("undo.seconds", seconds),
            model.preferences().undoSeconds()::set);
    subscription.to(model.preferences().undoSeconds(), undo::select);
    Choice<Boolean> spelling =
        new Choice<>(
            texts.get("spelling"),
            List.of(true, false),
            on -> texts.get(on ? "spelling.on" : "spelling.off"),
            model.preferences().spelling().onProperty()::set);
    subscription.to(model.preferences().spelling().onProperty(), spelling::select);
    return List.of(
        cards.card("enter", enter, cards.hint("enter.text")),
        cards.card("spelling", spelling, cards.hint("spelling.text")),
        cards.card("undo", undo, cards.hint("undo.text")));
  }

  private List<Node> canned() {
    CannedLibrary library =
        new CannedLibrary(model.desk(), model.deletion(), workspace.unsaved().canned());
    subscription.and(library::close);
    return List.of(library);
  }

  private List<Node> macros() {
    MacroLibrary library =
        new MacroLibrary(
            model.desk(), model.moments(), model.deletion(), workspace.unsaved().macro());
    subscription.and(library::close);
    return List.of(library);
  }

  private List<Node> keys() {
    List<Node> all = new ArrayList<>(KeyMap.cards(register, texts.locale()));
    all.addFirst(Cards.wrapped(texts.get("keys.text", register.get("palette").keyShown())));
    return all;
  }

  /** Signing out, with what it would lose. */
  private static final class SignOutCard extends VBox {
    SignOutCard(SettingsViewModel model, Texts texts) {
      getStyleClass().addAll("card", "settings-card");
      Label title = new Label(texts.get("signOut").toUpperCase(texts.locale()));
      title.getStyleClass().add("section-label");
      Label text = new Label(texts.get("signOut.text"));
      text.getStyleClass().addAll("small", "muted");
      text.setWrapText(true);
      HBox buttons = new HBox();
      buttons.setSpacing(8);
      Node ask =
          Buttons.danger(
              texts.get("signOut.button"),
              Icon.LOG_OUT,
              () -> {
                int unsent = model.unsent();
                text.setText(
                    unsent == 0
                        ? texts.get("signOut.sure")
                        : texts.count("signOut.unsent", unsent));
                Node no =
                    Buttons.secondary(texts.get("signOut.stay"), null, () -> stay(model, texts));
                buttons
                    .getChildren()
                    .setAll(
                        Buttons.danger(texts.get("signOut.yes"), Icon.LOG_OUT, model::signOut), no);
                no.requestFocus();
              });
      ask.setId("sign-out");
      buttons.getChildren().setAll(ask);
      getChildren().setAll(title, text, buttons);
    }

    private void stay(SettingsViewModel model, Texts texts) {
      getChildren().setAll(new SignOutCard(model, texts).getChildren());
      lookup("#sign-out").requestFocus();
    }
  }
}
