package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Tab;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Appearance;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** Every action of the desk, walked through. */
class RegisterTest {
  private static final Path TEXTS = Path.of("src/main/resources/app/recado/client/ui");

  private final FakeDesk desk = Pictures.desk();

  @Test
  void everyActionHasANameOfItsOwnInThreeLanguages() {
    try {
      for (Language language : Language.values()) {
        Texts.speak(language);
        with(shown -> {
          Map<String, String> ids = new HashMap<>();
          for (Action action : all(shown)) {
            assertThat(action.name()).as(action.id()).isNotBlank();
            assertThat(action.shortName()).as(action.id()).isNotBlank();
            assertThat(ids.put(action.name(), action.id()))
                .as("%s in %s is also the name of", action.id(), language)
                .isNull();
          }
        });
      }
    } finally {
      Texts.speak(Language.ENGLISH);
    }
  }

  @Test
  void noNameOfAnActionIsLeftOver() {
    with(shown -> {
      Set<String> ids = new HashSet<>();
      all(shown).forEach(action -> ids.add(action.id()));
      assertThat(namedInTexts()).isSubsetOf(ids);
    });
  }

  @Test
  void noTwoActionsShareAKeyInTheSameScope() {
    with(shown -> {
      Map<String, String> taken = new HashMap<>();
      for (Action action : all(shown)) {
        for (Shortcut shortcut : action.shortcuts()) {
          assertThat(taken.put(action.scope() + " " + shortcut, action.id()))
              .as("%s by %s", action.id(), shortcut)
              .isNull();
        }
      }
    });
  }

  @Test
  void keysThatWorkWhileOneWritesAreNotLetters() {
    with(shown -> {
      for (Action action : all(shown)) {
        for (Shortcut shortcut : action.shortcuts()) {
          if (action.scope() == Scope.WINDOW) {
            assertThat(shortcut.command() || shortcut.code().isFunctionKey())
                .as(action.id())
                .isTrue();
          }
        }
      }
    });
  }

  @Test
  void everyActionIsOnTheMapOfKeysWithItsKeys() {
    with(shown -> {
      shown.act("key-map");
      Fx.layOut((Parent) shown.scene.getRoot());
      for (Action action : all(shown)) {
        assertThat(shown.scene.lookup("#key-" + action.id())).as(action.id()).isNotNull();
        String spoken = shown.scene.lookup("#key-" + action.id()).getAccessibleText();
        assertThat(spoken).startsWith(action.name()).contains(action.keyShown());
      }
    });
  }

  @Test
  void everyActionIsInThePaletteWithItsKeyOrWhyItCannotBeDone() {
    with(shown -> {
      shown.act("palette");
      Fx.layOut((Parent) shown.scene.getRoot());
      TextField query = (TextField) shown.scene.lookup("#search-query");
      for (Action action : all(shown)) {
        query.setText(action.name());
        Node row = shown.scene.lookup("#hit-" + action.id());
        assertThat(row).as(action.id()).isNotNull();
        Standing standing = action.standing();
        assertThat(row.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()))
            .as(action.id())
            .contains(standing.isReady() ? action.keyShown() : standing.why());
      }
    });
  }

  @Test
  void theMenuBarOfAMacHasEveryActionAndGreysWhatCannotBeDone() {
    with(shown -> {
      NativeMenus menus = new NativeMenus(shown.areas.register());
      List<MenuItem> items = new ArrayList<>();
      menus
          .getMenus()
          .forEach(menu -> {
            menu.getOnShowing().handle(null);
            items.addAll(menu.getItems());
          });
      assertThat(items)
          .extracting(MenuItem::getId)
          .containsExactlyInAnyOrderElementsOf(
              all(shown).stream().map(action -> "native-" + action.id()).toList());
      assertThat(item(items, "answer").isDisable()).isTrue();
      assertThat(item(items, "answer").getAccelerator()).isNull();
      assertThat(item(items, "palette").isDisable()).isFalse();
      assertThat(item(items, "palette").getAccelerator()).isNotNull();
      item(items, "tab-team").fire();
      assertThat(shown.scene.lookup(".inbox-tab:selected").getAccessibleText()).contains("Team");
    });
  }

  @Test
  void whatCannotBeDoneSaysWhyAndDoesNothing() {
    with(shown -> {
      for (Action action : all(shown)) {
        Standing standing = action.standing();
        assertThat(standing.isReady() || !standing.why().isBlank()).as(action.id()).isTrue();
      }
      Action answer = shown.areas.register().get("answer");
      assertThat(answer.standing().why()).isEqualTo("no conversation is open");
      shown.select(Tab.MINE);
      shown.act("next-dialog");
      desk.calls.clear();
      assertThat(answer.run()).isFalse();
      assertThat(answer.standing().why()).isEqualTo("already answered");
      assertThat(desk.calls).isEmpty();
    });
  }

  private static MenuItem item(List<MenuItem> items, String id) {
    return items.stream()
        .filter(item -> ("native-" + id).equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Action> all(Shown shown) {
    List<Action> all = shown.areas.register().all();
    assertThat(all).hasSizeGreaterThan(30);
    return all;
  }

  /** Ids of the texts {@code action.*} of all areas. */
  private static Set<String> namedInTexts() {
    Set<String> ids = new HashSet<>();
    try (Stream<Path> files = Files.walk(TEXTS)) {
      for (Path file : files.filter(path -> path.endsWith("texts.properties")).toList()) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          texts.load(reader);
        }
        texts.stringPropertyNames().stream()
            .filter(key -> key.startsWith("action."))
            .map(key -> key.substring("action.".length()).replaceFirst("\\.short$", ""))
            .forEach(ids::add);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return ids;
  }

  private void with(Consumer<Shown> test) {
    Fx.run(() -> {
      try (Shown shown = new Shown(desk, 1440, 900, Appearance.LIGHT)) {
        Fx.layOut((Parent) shown.scene.getRoot());
        shown.areas.focusList();
        test.accept(shown);
      }
    });
  }
}
