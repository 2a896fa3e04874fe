package app.recado.client.ui.shell;

import app.recado.client.platform.DeskLink;
import app.recado.client.state.DialogItem;
import app.recado.client.state.SavedView;
import app.recado.client.state.Selection;
import app.recado.client.state.SentBefore;
import app.recado.client.sync.Desk;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Offer;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.attention.AttentionView;
import app.recado.client.ui.attention.AttentionViewModel;
import app.recado.client.ui.bulk.BatchStrip;
import app.recado.client.ui.bulk.BulkViewModel;
import app.recado.client.ui.bulk.SelectionActions;
import app.recado.client.ui.bulk.SelectionBar;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.controls.Toasts;
import app.recado.client.ui.conversation.HeldCards;
import app.recado.client.ui.customer.CustomerView;
import app.recado.client.ui.customer.CustomerViewModel;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.inbox.InboxActions;
import app.recado.client.ui.inbox.InboxView;
import app.recado.client.ui.inbox.InboxViewModel;
import app.recado.client.ui.macros.MacroActions;
import app.recado.client.ui.macros.MacroRunner;
import app.recado.client.ui.mentions.MentionsView;
import app.recado.client.ui.notify.NewChatsView;
import app.recado.client.ui.notify.NewChatsViewModel;
import app.recado.client.ui.search.SearchView;
import app.recado.client.ui.search.SearchViewModel;
import app.recado.client.ui.settings.Preferences;
import app.recado.client.ui.settings.SettingsView;
import app.recado.client.ui.settings.SettingsViewModel;
import app.recado.client.ui.settings.Unsaved;
import app.recado.client.ui.settings.WorkspaceViewModel;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.transfer.TransferOffers;
import app.recado.client.ui.views.ViewActions;
import app.recado.client.ui.views.ViewBar;
import app.recado.client.ui.views.ViewCards;
import app.recado.client.ui.views.ViewsViewModel;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The areas of one signed-in desk, composed: the only place that knows them all. Built anew when
 * the language changes; closing it leaves the desk open.
 */
public final class Areas implements AutoCloseable {
  private static final Duration NOTE = Duration.seconds(3);
  private static final Duration UNDO = Duration.seconds(8);

  private final Desk desk;
  private final Moments moments;
  private final Preferences preferences;
  private final Outside outside;
  private final Later later = Later.byPulse();
  private final Subscription subscription = new Subscription();
  private final Toasts toasts = new Toasts();
  private final DialogWindows windows;

  private final ShellViewModel place;
  private final InboxViewModel inbox;
  private final CustomerViewModel customer;
  private final DialogRoom room;
  private final InboxView inboxView;
  private final BulkViewModel bulk;
  private final BulkWays bulkWays;
  private final ViewsViewModel views;
  private final ViewActions viewActions;
  private final MacroRunner macros;
  private final ShellView shell;
  private final Runnable signedOut;
  private final ShellActions actions;
  private final Unsaved unsaved = new Unsaved();
  private final WorkspaceViewModel workspace;
  private final Register register = new Register(this::allActions, this::offers);
  private @Nullable SettingsView settings;
  private @Nullable SearchView search;

  /**
   * @param signedOut what follows when the profile was wiped
   * @param signInAgain asks for the password when the token has died
   */
  public Areas(
      Desk desk,
      Moments moments,
      Preferences preferences,
      Outside outside,
      Runnable signedOut,
      Runnable signInAgain) {
    this.desk = desk;
    this.moments = moments;
    this.preferences = preferences;
    this.outside = outside;
    this.signedOut = signedOut;
    place = new ShellViewModel(desk);
    place.panelWanted().bindBidirectional(preferences.customerPanel());
    inbox = new InboxViewModel(desk, signInAgain);
    customer = new CustomerViewModel(desk);
    windows = new DialogWindows(desk, moments, preferences, outside, later);
    room =
        new DialogRoom(desk, moments, preferences, outside, later, register, toasts, windows::open);
    workspace = new WorkspaceViewModel(desk, this::copy, outside::browse, unsaved);
    actions = new ShellActions(place, this);
    bulk = new BulkViewModel(desk, inbox.selection());
    SelectionBar bar = new SelectionBar(bulk, register, room.view().overlay(), room::sayWhyNot);
    bulkWays = new BulkWays(desk, moments, room.view().overlay(), bar, this::show);
    macros =
        new MacroRunner(
            desk, moments, new MacroWays(room.view().overlay(), bulk, this::openMacros));
    BatchStrip strip = new BatchStrip(bulk, bulkWays, later);
    subscription.and(bar::close).and(strip::close);
    views = new ViewsViewModel(desk, inbox.query());
    Button choose =
        Buttons.icon(
            Icon.LIST_FILTER, Texts.of("views").get("title"), () -> register.get("views").run());
    choose.setId("views");
    viewActions =
        new ViewActions(
            views,
            new ViewCards(views, room.view().overlay(), choose, this::offerUndo),
            () -> place.go(Place.CONTACT_CENTER));
    ViewBar viewBar = new ViewBar(views, inbox.shown(), register);
    subscription.and(viewBar::close).and(views::close);
    inboxView =
        new InboxView(
            inbox,
            moments,
            actions.palette(),
            register,
            later,
            new InboxView.Slots(bar, choose, viewBar, strip));
    room.whenLeft(inboxView::focusList);
    CustomerView customerView =
        new CustomerView(customer, moments, this::copy, () -> register.get("tags").run());
    NewChatsView newChats = new NewChatsView(new NewChatsViewModel(desk, this::show));
    shell =
        new ShellView(
            place,
            actions,
            register,
            new Columns(inboxView, room.view(), customerView, place),
            this::mentions,
            this::attention,
            this::settings,
            newChats,
            toasts);
    if (outside.hasMenuBar()) {
      shell.add(new NativeMenus(register));
    }
    subscription.to(
        preferences.undoSeconds(),
        chosen -> desk.setUndoTime(java.time.Duration.ofSeconds(chosen)));
    subscription.to(
        preferences.awayMinutes(),
        chosen -> desk.presence().awayAfter(java.time.Duration.ofMinutes(chosen)));
    ReturnNote back = new ReturnNote(desk, words -> toasts.show(words, NOTE));
    subscription.to(desk.presence().idle(), back::idle);
    subscription.and(
        desk.schedule().sentBefore().subscribe((was, is) -> saySentBefore(is))::unsubscribe);
    subscription.to(inbox.open(), this::opened).and(newChats::close).and(customerView::close);
  }

  /** What the window shows. */
  public Parent root() {
    return shell;
  }

  /** Takes the keys of a window until closed. */
  public void listenTo(Scene scene) {
    ShellKeys keys = new ShellKeys(register, this::isCovered, this::isHere, room::sayWhyNot);
    keys.install(scene);
    subscription.and(() -> keys.remove(scene));
    InputWatch.on(scene, desk.presence()::touched, subscription);
  }

  /** What something is to be done with at once. */
  Selection selection() {
    return inbox.selection();
  }

  /** What can be done here. */
  Register register() {
    return register;
  }

  private List<Action> allActions() {
    Runnable come = () -> place.go(Place.CONTACT_CENTER);
    List<Action> all = room.actions(come, inbox::next);
    all.addAll(new InboxActions(inbox, inboxView, come).all());
    all.addAll(viewActions.all());
    all.addAll(new SelectionActions(bulk, bulkWays, this::isInbox).all());
    MacroActions macroActions = new MacroActions(macros);
    all.add(macroActions.onOpen(room.conversation().itemProperty()::get, come));
    all.add(
        macroActions.onSelected(
            () -> List.copyOf(inbox.selection().dialogs().get()), this::isInbox));
    all.addAll(actions.all());
    return all;
  }

  /** A key must not act on a conversation that nobody sees. */
  private boolean isHere(Action action) {
    return switch (action.topic()) {
      case CONVERSATION, MESSAGE, WRITING -> isInbox();
      case LIST, DESK -> true;
    };
  }

  private boolean isInbox() {
    return place.place().get() == Place.CONTACT_CENTER;
  }

  private List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    DialogItem item = room.conversation().itemProperty().get();
    if (item != null) {
      offers.addAll(
          new TransferOffers(desk)
              .of(item, register.get("transfer").standing(), room.conversation()::transfer));
      offers.addAll(macros.offers(item, () -> place.go(Place.CONTACT_CENTER)));
    }
    offers.addAll(viewActions.offers());
    return offers;
  }

  private void offerUndo(SavedView deleted) {
    Texts texts = Texts.of("views");
    toasts.show(
        texts.get("deleted", deleted.name()),
        texts.get("deleted.undo"),
        () -> views.restore(deleted),
        UNDO);
  }

  private void saySentBefore(@Nullable SentBefore message) {
    DialogItem item = message == null ? null : desk.inbox().item(message.dialog()).getValue();
    if (item != null) {
      String to = VisitorName.of(item.customer().name());
      toasts.show(Texts.of("shell").get("sentBefore", to), NOTE);
    }
  }

  /** Shows a dialog, wherever the agent is. */
  public void show(DialogId dialog) {
    place.go(Place.CONTACT_CENTER);
    inbox.show(dialog);
  }

  /** Goes where a link leads, or says why not. */
  void follow(String link) {
    Optional<DialogId> dialog = DeskLink.dialog(link);
    if (dialog.isEmpty()) {
      toasts.show(Texts.of("shell").get("link.malformed"), NOTE);
      return;
    }
    desk.find(
        dialog.get(),
        found -> {
          switch (found) {
            case HERE -> show(dialog.get());
            case NOT_CACHED -> toasts.show(Texts.of("shell").get("link.notCached"), NOTE);
            case NOWHERE -> toasts.show(Texts.of("shell").get("link.nowhere"), NOTE);
          }
        });
  }

  /** Whether this dialog is open in what is shown. */
  boolean shows(DialogId dialog) {
    return isInbox() && dialog.equals(inbox.open().get());
  }

  /** The dialogs that have windows of their own. */
  DialogWindows windows() {
    return windows;
  }

  /** Says that so many things wait to be sent, and ends if the agent still wants to. */
  void askToQuit(int queued, Runnable ending) {
    shell.uncover();
    Overlay layer = new Overlay();
    shell.cover(layer, layer);
    QuitQuestion.ask(layer, queued, ending);
    layer.onClosed(shell::uncover);
  }

  void quit() {
    outside.quit();
  }

  /** Goes on where other areas of the same desk were. */
  public void resume(Areas before) {
    room.resume(before.room);
    inbox.select(before.inbox.tab().get());
    views.resume(before.views);
    workspace.resume(before.workspace);
    unsaved.resume(before.unsaved);
    DialogId dialog = before.inbox.open().get();
    if (dialog != null) {
      inbox.open(dialog);
    }
    place.go(before.place.place().get());
    SettingsView view = settings;
    if (view != null && before.settings != null) {
      view.resume(before.settings);
    }
    windows.resume(before.windows);
  }

  /** Puts the keyboard into what is shown first. */
  void focusAgain() {
    SettingsView view = settings;
    if (place.place().get() == Place.SETTINGS && view != null) {
      view.focusSection();
    } else if (isInbox()) {
      inboxView.focusList();
    }
  }

  void focusList() {
    place.go(Place.CONTACT_CENTER);
    inboxView.focusList();
  }

  void write() {
    room.write();
  }

  /** Whether something lies over the window or the conversation that wants the keys. */
  private boolean isCovered() {
    return shell.isCovered() || room.view().overlay().isOpen();
  }

  void togglePanel() {
    shell.columns().togglePanel();
  }

  void go(Place there) {
    place.go(there);
  }

  void openCanned() {
    place.go(Place.SETTINGS);
    SettingsView view = settings;
    if (view != null) {
      view.showCanned();
    }
  }

  void openMacros() {
    place.go(Place.SETTINGS);
    SettingsView view = settings;
    if (view != null) {
      view.showMacros();
    }
  }

  void openKeys() {
    place.go(Place.SETTINGS);
    SettingsView view = settings;
    if (view != null) {
      view.showKeys();
    }
  }

  void openChannels() {
    place.go(Place.SETTINGS);
    SettingsView view = settings;
    if (view != null) {
      view.showChannels();
    }
  }

  void openPeople() {
    place.go(Place.SETTINGS);
    SettingsView view = settings;
    if (view != null) {
      view.showPeople();
    }
  }

  /** Takes the keyboard one column on: list, messages, writing, rail. */
  void nextColumn(boolean backwards) {
    shell.focusNext(
        List.of(
            new Stop(inboxView, inboxView::focusList),
            new Stop(room.composerView(), this::write),
            new Stop(room.view(), room.view()::focusMessages),
            new Stop(shell.rail(), () -> shell.rail().focus(place.place().get()))),
        backwards);
  }

  void openSearch() {
    if (shell.isCovered()) {
      return;
    }
    SearchView shown =
        new SearchView(
            new SearchViewModel(desk, later, moments, register, this::openHit),
            () -> {
              search = null;
              shell.uncover();
            });
    search = shown;
    shell.cover(shown, shown.first());
  }

  @Override
  public void close() {
    shell.uncover();
    place.panelWanted().unbindBidirectional(preferences.customerPanel());
    subscription.close();
    workspace.close();
    unsaved.close();
    room.close();
    windows.close();
    customer.close();
    bulk.close();
    inboxView.close();
    inbox.close();
    shell.close();
  }

  private void opened(@Nullable DialogId dialog) {
    SearchView asked = search;
    if (asked != null) {
      // what can be chosen there was found for the dialog before
      asked.leave();
    }
    room.open(dialog);
    customer.open(dialog);
  }

  private void openHit(DialogId dialog, @Nullable MessageId message) {
    if (message == null) {
      show(dialog);
    } else {
      showMessage(dialog, message);
    }
  }

  /** Shows a message in its dialog, wherever the agent is. */
  void showMessage(DialogId dialog, MessageId message) {
    show(dialog);
    room.view().jumpTo(dialog, message);
  }

  private Region mentions() {
    MentionsView view = new MentionsView(desk, moments, this::showMessage);
    subscription.and(view::close);
    return view;
  }

  private Region attention() {
    AttentionView view =
        new AttentionView(
            new AttentionViewModel(desk, this::show),
            moments,
            new HeldCards(desk, this::showMessage)::card);
    subscription.and(view::close);
    return view;
  }

  private Region settings() {
    SettingsView view =
        new SettingsView(
            new SettingsViewModel(
                desk,
                preferences,
                outside.computer(),
                this::copy,
                new UndoNotes(toasts, preferences),
                signedOut,
                moments),
            workspace,
            register);
    settings = view;
    subscription.and(view::close);
    return view;
  }

  private void copy(String text) {
    room.copy(text);
  }

  /** A place the keyboard can be taken to. */
  record Stop(Region column, Runnable focus) {}
}
