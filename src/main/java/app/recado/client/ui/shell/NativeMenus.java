package app.recado.client.ui.shell;

import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

/**
 * The menu bar of computers that show a program's menus outside its window: every action, by topic.
 * Looks at what can be done whenever a menu opens.
 */
final class NativeMenus extends MenuBar {
  NativeMenus(Register register) {
    setUseSystemMenuBar(true);
    Map<Topic, Menu> menus = new LinkedHashMap<>();
    Map<Action, MenuItem> items = new LinkedHashMap<>();
    for (Action action : register.all()) {
      Menu menu =
          menus.computeIfAbsent(
              action.topic(),
              topic -> {
                Menu made = new Menu(topic.title());
                made.setOnShowing(showing -> refresh(items, topic));
                return made;
              });
      MenuItem item = item(action);
      items.put(action, item);
      menu.getItems().add(item);
    }
    getMenus().setAll(menus.values());
  }

  private static void refresh(Map<Action, MenuItem> items, Topic topic) {
    items.forEach((action, item) -> {
      if (action.topic() == topic) {
        item.setDisable(!action.standing().isReady());
      }
    });
  }

  private static MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.name());
    item.setId("native-" + action.id());
    // The bar takes its keys before anybody who writes: single letters must not be among them.
    if (action.scope() == Scope.WINDOW && !action.shortcuts().isEmpty()) {
      item.setAccelerator(action.shortcuts().getFirst().combination());
    }
    item.setOnAction(chosen -> action.run());
    return item;
  }
}
