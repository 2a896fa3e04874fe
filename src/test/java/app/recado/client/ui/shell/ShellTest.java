package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.state.HeldItem;
import app.recado.client.state.NewChat;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Appearance;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** The whole window over a desk that keeps what it is asked, driven by keys and buttons. */
class ShellTest {
  private final FakeDesk desk = Pictures.withNewChat();

  @Test
  void lettersWalkThroughTheListAndOpen() {
    with(shown -> {
      press(shown, KeyCode.J);
      press(shown, KeyCode.J);
      press(shown, KeyCode.K);

      assertThat(desk.calls)
          .containsSubsequence("open dialog-carla", "open dialog-vitor", "open dialog-carla");
    });
  }

  @Test
  void aAnswersTheOpenDialog() {
    with(shown -> {
      press(shown, KeyCode.J);
      press(shown, KeyCode.A);

      assertThat(desk.calls).contains("accept dialog-carla");
    });
  }

  @Test
  void lettersAreOnlyLettersWhereSomebodyWrites() {
    with(shown -> {
      shown.select(Tab.MINE);
      press(shown, KeyCode.J);
      shown.areas.write();
      desk.calls.clear();
      press(shown, KeyCode.J);
      press(shown, KeyCode.F);

      assertThat(desk.calls).noneMatch(call -> call.startsWith("open") || call.startsWith("fin"));
    });
  }

  @Test
  void lettersRestUnderTheSearch() {
    with(shown -> {
      press(shown, KeyCode.K, true);
      assertThat(shown.scene.lookup("#search")).isNotNull();
      shown.scene.getRoot().requestFocus();
      desk.calls.clear();
      press(shown, KeyCode.J);

      assertThat(desk.calls).isEmpty();
    });
  }

  @Test
  void escapeLeadsFromTheComposerBackToTheList() {
    with(shown -> {
      shown.select(Tab.MINE);
      press(shown, KeyCode.J);
      shown.areas.write();
      press(shown, KeyCode.ESCAPE);

      assertThat(shown.scene.getFocusOwner()).isEqualTo(shown.scene.lookup(".dialog-list"));
    });
  }

  @Test
  void theNoticeOfANewChatAnswersIt() {
    with(shown -> {
      fire(shown.scene.lookup(".new-chat"), "Answer");

      assertThat(desk.calls)
          .containsSubsequence("accept dialog-davi", "dismiss dialog-davi", "open dialog-davi");
      assertThat(shown.scene.lookup(".new-chat")).isNull();
    });
  }

  @Test
  void theNoticeOfANewChatCoversNothingThatCanBePressed() {
    desk.newChats.add(new NewChat(Pictures.unanswered().getFirst(), "Oi!", true));
    for (double width : new double[] {900, 1024, 1440, 1920}) {
      with(shown -> {
        resize(shown, width, 640);
        shown.select(Tab.MINE);
        press(shown, KeyCode.J);
        for (Place place : Place.values()) {
          shown.areas.go(place);
          Fx.layOut((Parent) shown.scene.getRoot());
          Bounds notice = onScreen(shown.scene.lookup(".new-chats"));
          assertThat(notice.getHeight()).isPositive();
          for (Node node : shown.scene.getRoot().lookupAll(".button, .dialog-list, .text-area")) {
            if (isShown(node) && !isWithin(node, "new-chats")) {
              assertThat(onScreen(node).intersects(notice))
                  .as("%s in %s at %s", node, place, width)
                  .isFalse();
            }
          }
        }
      });
    }
  }

  @Test
  void noButtonLeavesASmallWindowInAnyLanguage() {
    desk.inbox.put(
        Tab.UNANSWERED, Example.item("ana", "Ana").offeredTo(Pictures.BRUNO.id()).build());
    try {
      for (Language language : Language.values()) {
        Texts.speak(language);
        for (Tab tab : List.of(Tab.UNANSWERED, Tab.MINE)) {
          with(shown -> {
            resize(shown, 900, 600);
            shown.select(tab);
            for (int row = 0; row < desk.inbox.list(tab).size(); row++) {
              press(shown, KeyCode.J);
              Fx.layOut((Parent) shown.scene.getRoot());
              assertApart(shown.scene.lookup(".conversation-header"), language);
              assertApart(shown.scene.lookup(".action-bar"), language);
              assertApart(shown.scene.lookup(".inbox-tabs"), language);
            }
          });
        }
      }
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  /** What lies in the row does not overlap, nor leave it. */
  private static void assertApart(Node row, Language language) {
    if (!row.isVisible()) {
      return;
    }
    List<Node> parts =
        ((Parent) row).getChildrenUnmodifiable().stream().filter(part -> part.isVisible()).toList();
    double end = 0;
    for (Node part : parts) {
      Bounds at = part.getBoundsInParent();
      assertThat(at.getMinX()).as("%s in %s", part, language).isGreaterThanOrEqualTo(end - 1);
      end = at.getMaxX();
    }
    assertThat(row.localToScene(end, 0).getX())
        .as("%s in %s", row, language)
        .isLessThanOrEqualTo(900);
  }

  private static Bounds onScreen(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(Node node, String style) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains(style)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whatIsHeldIsCountedOnTheRailAndDecidedInItsPlace() {
    desk.held.add(Pictures.heldReply());
    with(shown -> {
      Node place =
          shown.scene.getRoot().lookupAll(".rail-button").stream()
              .filter(node -> node.getAccessibleText().equals("Needs attention, one"))
              .findFirst()
              .orElseThrow();
      ((Button) place).fire();
      Fx.layOut((Parent) shown.scene.getRoot());
      fire(shown.scene.lookup(".attention-row"), "Whisper it to Paula");

      assertThat(desk.calls).contains("resolve dialog-marina " + HeldItem.Choice.WHISPER_TO_OWNER);
    });
  }

  @Test
  void theCustomerPanelLeavesWhereThereIsNoRoom() {
    with(shown -> {
      Node panel = shown.scene.lookup(".customer");
      assertThat(panel.isVisible()).isTrue();

      resize(shown, 1000, 700);
      assertThat(panel.isVisible()).isFalse();
      press(shown, KeyCode.I, true);
      shown.scene.getRoot().layout();
      assertThat(panel.isVisible()).isTrue();

      resize(shown, 1440, 900);
      press(shown, KeyCode.I, true);
      shown.scene.getRoot().layout();
      assertThat(panel.isVisible()).isFalse();
      assertThat(shown.preferences.customerPanel().get()).isFalse();
    });
  }

  @Test
  void theConnectionIsToldInAPill() {
    with(shown -> {
      desk.connection.set(new Connection(Connection.Status.OFFLINE, 3, Example.NOW, null));

      assertThat(texts(shown.scene.lookup(".connection-button"))).contains("Offline · 3 queued");
    });
  }

  @Test
  void everyControlSaysWhatItIs() {
    desk.held.add(Pictures.heldReply());
    with(shown -> {
      press(shown, KeyCode.J);
      for (Place place : Place.values()) {
        shown.areas.go(place);
        Fx.layOut((Parent) shown.scene.getRoot());
        for (Node node : shown.scene.getRoot().lookupAll(".button, .rail-button, .inbox-tab")) {
          boolean named =
              node.getAccessibleText() != null
                  || (node instanceof Labeled labeled && !labeled.getText().isBlank());
          assertThat(named).as("%s in %s", node, place).isTrue();
          assertThat(node.getAccessibleRole())
              .as(node.toString())
              .isNotEqualTo(AccessibleRole.NODE);
        }
      }
    });
  }

  @Test
  void aClosedWindowListensNoMore() {
    with(shown -> {
      shown.areas.close();
      desk.calls.clear();
      desk.inbox.put(Tab.UNANSWERED, Example.item("late", "Late").build());
      press(shown, KeyCode.J);

      assertThat(desk.calls).isEmpty();
    });
  }

  private void with(Consumer<Shown> test) {
    Fx.run(() -> {
      Shown shown = new Shown(desk, 1440, 900, Appearance.LIGHT);
      try {
        Fx.layOut((Parent) shown.scene.getRoot());
        shown.areas.focusList();
        test.accept(shown);
      } finally {
        shown.close();
      }
    });
  }

  @Test
  void deskThatIsLeftIsLetGoOfThoughItsPartsGoOn() {
    List<Object> kept = new ArrayList<>(List.of(desk));
    WeakReference<Node> left =
        Fx.get(() -> {
          try (Shown shown = new Shown(desk, 1440, 900, Appearance.LIGHT)) {
            shown.select(Tab.MINE);
            shown.areas.show(Pictures.mine().getFirst().id());
            ((TextArea) shown.scene.lookup("#writing")).setText("Oi");
            shown.act("place-settings");
            shown.act("place-contact-center");
            kept.addAll(List.of(shown.preferences, shown.computer));
            return new WeakReference<>(shown.areas.root());
          }
        });
    desk.timelines.clear(); // as a desk forgets those that were closed
    assertThat(Fx.isLetGoOf(left)).isTrue();
    assertThat(kept).hasSize(3);
  }

  private static void resize(Shown shown, double width, double height) {
    ((Parent) shown.scene.getRoot()).resize(width, height);
    Fx.layOut((Parent) shown.scene.getRoot());
  }

  private static void press(Shown shown, KeyCode code) {
    press(shown, code, false);
  }

  private static void press(Shown shown, KeyCode code, boolean control) {
    Node owner = shown.scene.getFocusOwner();
    Node target = owner == null ? shown.scene.getRoot() : owner;
    Event.fireEvent(
        target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
  }

  private static void fire(Node within, String text) {
    within.lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text))
        .fire();
  }

  private static List<String> texts(Node within) {
    return within.lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  @Test
  void theSearchGetsTheKeyboard() {
    with(shown -> {
      press(shown, KeyCode.K, true);

      assertThat(shown.scene.getFocusOwner()).isInstanceOf(TextField.class);
    });
  }
}
