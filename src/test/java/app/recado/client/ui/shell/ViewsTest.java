package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogQuery;
import app.recado.client.state.DialogQuery.Trait;
import app.recado.client.state.DialogQuery.Whose;
import app.recado.client.state.SavedView;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.ChannelId;
import app.recado.protocol.SessionStatus.Group;
import app.recado.protocol.UserRow;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views and filters of the list, through the real controls in a whole window. */
class ViewsTest {
  private final FakeDesk desk = Pictures.desk();
  private Shown shown;

  @BeforeEach
  void openWindow() {
    Fx.start();
    Texts.speak(Language.ENGLISH);
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
    Fx.run(() -> shown.select(Tab.MINE));
    Fx.frame();
    Fx.run(() -> list().requestFocus());
  }

  @AfterEach
  void closeWindow() {
    Fx.run(shown::close);
  }

  @Test
  void aViewOfEverybodysIsFoundByNameAndShownInThePlaceOfTheTab() {
    DialogItem followed = Example.item("seguida", "Zilda").followed().build();
    Fx.run(() -> desk.inbox.put(Tab.TEAM, followed));
    press(KeyCode.V);
    type("#view-query", "follow");
    press(KeyCode.ENTER);
    assertThat(rows()).containsExactly(followed);
    assertThat(viewName()).isEqualTo("Followed");
    assertThat(selectedTabs()).isEmpty();
    press(KeyCode.J);
    assertThat(desk.calls).contains("open " + followed.id());
    fire("#view-leave");
    assertThat(rows()).isEqualTo(desk.inbox.list(Tab.MINE));
    assertThat(Fx.get(() -> node("#view-bar").isVisible())).isFalse();
    assertThat(selectedTabs()).containsExactly("Mine");
  }

  @Test
  void aFilterShowsAtOnceAndIsSavedUnderAName() {
    press(KeyCode.V, true);
    choose("Where it stands", "Unanswered");
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(desk.inbox.list(Tab.UNANSWERED));
    assertThat(viewName()).isEqualTo("Filter");
    choose("Where it stands", "In work");
    choose("Whose", "Mine");
    choose("Also", "Unread");
    assertThat(rows())
        .isNotEmpty()
        .allMatch(item -> item.mine() && item.unread() > 0)
        .hasSameSizeAs(desk.inbox.list(Tab.MINE).stream().filter(one -> one.unread() > 0).toList());
    assertThat(label("#filter-count")).isEqualTo(rows().size() + " conversations");
    type("#view-name", "Minhas por ler");
    fire("#view-save");
    assertThat(desk.views.all)
        .containsExactly(
            new SavedView(
                "view-0",
                "Minhas por ler",
                DialogQuery.ALL
                    .in(Set.of(Group.UNANSWERED, Group.IN_WORK))
                    .of(Whose.MINE, null)
                    .with(Set.of(Trait.UNREAD))));
    assertThat(viewName()).isEqualTo("Minhas por ler");
  }

  @Test
  void aSavedViewIsChangedAndDeletedWithAWayBack() {
    SavedView saved = desk.views.add("VIP", DialogQuery.ALL);
    press(KeyCode.V);
    press(KeyCode.ENTER);
    assertThat(viewName()).isEqualTo("VIP");
    fire("#view-change");
    choose("Also", "With a draft");
    assertThat(viewName()).isEqualTo("VIP (changed)");
    assertThat(desk.views.all).containsExactly(saved);
    fire("#view-save");
    SavedView changed = saved.asking(DialogQuery.ALL.with(Set.of(Trait.DRAFT)));
    assertThat(desk.views.all).containsExactly(changed);
    fire("#view-change");
    fire("#view-delete");
    assertThat(desk.views.all).isEmpty();
    assertThat(viewName()).isEqualTo("Filter");
    Fx.run(() -> ((Button) shown.scene.lookup(".toast").lookup(".button")).fire());
    assertThat(desk.views.all).containsExactly(changed);
    assertThat(viewName()).isEqualTo("VIP");
  }

  private void showSaved(DialogQuery asked) {
    Fx.run(() -> desk.views.all.setAll(new SavedView("gone", "Antiga", asked)));
    press(KeyCode.V);
    press(KeyCode.ENTER);
    Fx.frame();
  }

  @Test
  void whoIsGoneIsSaidAndTheViewCanBeChangedFromThere() {
    UserRow paula = desk.people.getFirst();
    showSaved(DialogQuery.ALL.of(Whose.PERSON, paula.id()));
    assertThat(Fx.get(() -> node("#view-gone").getParent().isVisible())).isFalse();
    Fx.run(() -> desk.people.remove(paula));
    assertThat(Fx.get(() -> node("#view-gone").getParent().isVisible())).isTrue();
    assertThat(label("#view-gone"))
        .isEqualTo("It asks for the conversations of somebody who is not there any more.");
    fire("#view-gone-change");
    assertThat(Fx.get(() -> node("#filter-gone").isVisible())).isTrue();
    choose("Whose", "Anybody’s");
    assertThat(Fx.get(() -> node("#filter-gone").isVisible())).isFalse();
    assertThat(Fx.get(() -> node("#view-gone").getParent().isVisible())).isFalse();
    assertThat(rows()).isNotEmpty();
  }

  @Test
  void aChannelAndATagThatAreGoneAreSaidAndCanBeTakenOut() {
    showSaved(DialogQuery.ALL.through(Set.of(new ChannelId("gone"))).tagged(List.of("natal")));
    assertThat(rows()).isEmpty();
    assertThat(label("#view-gone"))
        .isEqualTo(
            "It asks for a channel that is not there any more. No conversation has the tag natal.");
    fire("#view-gone-change");
    choose("Channels", "Channel that is not there any more");
    choose("Any of these tags", "natal");
    assertThat(Fx.get(() -> node("#view-gone").getParent().isVisible())).isFalse();
    assertThat(rows()).isNotEmpty();
  }

  @Test
  void aNameThatIsTakenOrTooLongIsRefusedInWords() {
    desk.views.add("VIP", DialogQuery.ALL);
    press(KeyCode.V, true);
    type("#view-name", " vip ");
    assertThat(label("#filter-problem")).isEqualTo("Another view is called that");
    assertThat(Fx.get(() -> node("#view-save").isDisabled())).isTrue();
    type("#view-name", "x".repeat(41));
    assertThat(label("#filter-problem")).isEqualTo("At most 40 characters");
    type("#view-name", "VIP 2");
    assertThat(label("#filter-problem")).isEmpty();
    press(KeyCode.ENTER);
    assertThat(desk.views.all).extracting(SavedView::name).containsExactly("VIP", "VIP 2");
  }

  @Test
  void aColleagueIsChosenInThePlaceOfTheAlternatives() {
    UserRow colleague = desk.people.getFirst();
    DialogItem hers = Example.item("dela", "Zilda").owner(colleague).build();
    Fx.run(() -> desk.inbox.put(Tab.TEAM, hers));
    press(KeyCode.V, true);
    Fx.run(() -> combo().setValue(colleague));
    assertThat(rows())
        .contains(hers)
        .allMatch(item -> colleague.id().equals(item.dialog().session().owner()));
    choose("Whose", "Nobody’s");
    assertThat(rows()).isNotEmpty().allMatch(item -> item.owner() == null);
    assertThat(Fx.get(() -> combo().getValue() == null)).isTrue();
  }

  @Test
  void theRowOfTheOpenDialogDoesNotVanishBecauseItWasRead() {
    DialogItem unread = desk.inbox.list(Tab.MINE).getFirst();
    press(KeyCode.V);
    type("#view-query", "my unread");
    press(KeyCode.ENTER);
    assertThat(rows()).contains(unread);
    Fx.run(() -> shown.areas.show(unread.id()));
    DialogItem read =
        new DialogItem(
            unread.dialog(),
            unread.customer(),
            unread.channel(),
            unread.connectorKind(),
            unread.owner(),
            0,
            unread.draft(),
            unread.draftFiles(),
            unread.queued(),
            unread.held(),
            unread.claimed(),
            unread.mine(),
            unread.joined(),
            unread.asleep(),
            unread.muted(),
            unread.followed());
    Fx.run(() -> desk.inbox.put(Tab.MINE, read));
    assertThat(viewName()).isEqualTo("My unread");
    assertThat(rows()).contains(read);
    press(KeyCode.J);
    assertThat(rows()).doesNotContain(read).isNotEmpty();
  }

  @Test
  void aTabTakesTheListBackAndLetsTheSelectionGo() {
    press(KeyCode.X);
    press(KeyCode.V);
    press(KeyCode.ENTER);
    assertThat(Fx.get(() -> shown.areas.selection().isEmpty())).isTrue();
    press(KeyCode.A, false, true);
    assertThat(Fx.get(() -> shown.areas.selection().isEmpty())).isEqualTo(rows().isEmpty());
    Fx.run(() -> shown.select(Tab.MINE));
    assertThat(rows()).isEqualTo(desk.inbox.list(Tab.MINE));
    assertThat(Fx.get(() -> shown.areas.selection().isEmpty())).isTrue();
  }

  @Test
  void aListThatIsAsEmptyAsTheOneBeforeStillShowsWhatComes() {
    Fx.run(() -> {
      List.of(Tab.MINE, Tab.TEAM)
          .forEach(
              tab -> List.copyOf(desk.inbox.list(tab)).forEach(one -> desk.inbox.remove(one.id())));
      shown.select(Tab.TEAM);
    });
    DialogItem fresh = Example.item("nova", "Zilda").owner(desk.people.getFirst()).build();
    Fx.run(() -> desk.inbox.put(Tab.TEAM, fresh));
    assertThat(rows()).containsExactly(fresh);
    Fx.run(() -> desk.inbox.remove(fresh.id()));
    press(KeyCode.V);
    type("#view-query", "followed");
    press(KeyCode.ENTER);
    Fx.run(() -> desk.inbox.put(Tab.TEAM, Example.item("seguida", "Ana").followed().build()));
    assertThat(rows()).hasSize(1);
    assertThat(Fx.get(() -> ((Label) node("#view-bar .counter")).getText())).isEqualTo("1");
  }

  @Test
  void openingTheFilterChangesNothingYet() {
    press(KeyCode.A, false, true);
    press(KeyCode.V, true);
    assertThat(rows()).isEqualTo(desk.inbox.list(Tab.MINE));
    assertThat(Fx.get(() -> shown.areas.selection().isEmpty())).isFalse();
    press(KeyCode.ESCAPE);
    assertThat(Fx.get(() -> node("#view-bar").isVisible())).isFalse();
    press(KeyCode.V);
    type("#view-query", "followed");
    press(KeyCode.ENTER);
    press(KeyCode.V, true);
    press(KeyCode.ESCAPE);
    assertThat(viewName()).isEqualTo("Followed");
  }

  @Test
  void aDeletedViewComesBackWithoutTakingThePlaceOfAnother() {
    SavedView saved = desk.views.add("VIP", DialogQuery.ALL.with(Set.of(Trait.DRAFT)));
    press(KeyCode.V);
    press(KeyCode.ENTER);
    fire("#view-change");
    fire("#view-delete");
    press(KeyCode.V);
    type("#view-query", "followed");
    press(KeyCode.ENTER);
    Fx.run(() -> ((Button) shown.scene.lookup(".toast").lookup(".button")).fire());
    assertThat(desk.views.all).containsExactly(saved);
    assertThat(viewName()).isEqualTo("Followed");
    fire("#view-change");
    assertThat(Fx.get(() -> ((TextField) node("#view-name")).getText())).isEmpty();
  }

  @SuppressWarnings("unchecked") // of people
  private ComboBox<UserRow> combo() {
    return (ComboBox<UserRow>) node("#filter-person");
  }

  private void choose(String field, String word) {
    Fx.run(() ->
        node("#filter-card").lookupAll(".choice-button").stream()
            .map(ToggleButton.class::cast)
            .filter(button -> button.getAccessibleText().equals(field + ": " + word))
            .findFirst()
            .orElseThrow()
            .fire());
    Fx.frame();
  }

  private List<DialogItem> rows() {
    return Fx.get(() -> List.copyOf(list().getItems()));
  }

  private List<String> selectedTabs() {
    return Fx.get(() ->
        shown.scene.getRoot().lookupAll(".inbox-tab").stream()
            .map(Button.class::cast)
            .filter(
                tab -> tab.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
            .map(Button::getText)
            .toList());
  }

  private String viewName() {
    return label(".view-name");
  }

  private String label(String selector) {
    return Fx.get(() -> ((Label) node(selector)).getText());
  }

  private void type(String selector, String text) {
    Fx.run(() -> ((TextField) node(selector)).setText(text));
    Fx.run(() -> node(selector).requestFocus());
  }

  private void press(KeyCode code) {
    press(code, false);
  }

  private void press(KeyCode code, boolean shift) {
    press(code, shift, false);
  }

  private void press(KeyCode code, boolean shift, boolean control) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Fx.run(() ->
          Event.fireEvent(
              shown.scene.getFocusOwner(),
              new KeyEvent(type, "", "", code, shift, control, false, false)));
    }
    Fx.frame();
  }

  private void fire(String selector) {
    Fx.run(() -> ((Button) node(selector)).fire());
    Fx.frame();
  }

  @SuppressWarnings("unchecked") // the list of dialogs
  private ListView<DialogItem> list() {
    return (ListView<DialogItem>) node(".dialog-list");
  }

  private Node node(String selector) {
    Node found = shown.scene.lookup(selector);
    assertThat(found).as(selector).isNotNull();
    return found;
  }
}
