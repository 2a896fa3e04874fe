package app.recado.client.ui.inbox;

import app.recado.client.state.Tab;
import app.recado.client.ui.controls.Counter;
import app.recado.client.ui.controls.PageButton;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/** The five tabs with their counters; arrow keys move between them. */
final class TabBar extends HBox {

  private final Map<Tab, PageButton> buttons = new EnumMap<>(Tab.class);
  private final Map<Tab, Counter> counters = new EnumMap<>(Tab.class);
  private final Texts texts = Texts.of("inbox");
  private final InboxViewModel model;

  TabBar(InboxViewModel model, Subscription subscription) {
    this.model = model;
    getStyleClass().add("inbox-tabs");
    // High numbers must not make the column wider than it is.
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.TAB_PANE);
    setAccessibleText(texts.get("tabs"));
    for (Tab tab : Tab.bar()) {
      add(tab, subscription);
    }
    subscription.to(model.tab(), tab -> showSelected());
    subscription.to(model.query(), asked -> showSelected());
  }

  private void add(Tab tab, Subscription subscription) {
    String name = texts.get("tab." + tab.name().toLowerCase(Locale.ROOT));
    Counter counter = new Counter("neutral");
    PageButton button = new PageButton(name, null);
    button.getStyleClass().setAll("inbox-tab");
    button.setMinWidth(USE_PREF_SIZE);
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setOnAction(pressed -> model.select(tab));
    button.setOnKeyPressed(key -> {
      int step = key.getCode() == KeyCode.RIGHT ? 1 : key.getCode() == KeyCode.LEFT ? -1 : 0;
      if (step != 0) {
        model.selectBeside(step);
        Objects.requireNonNull(buttons.get(model.tab().get())).requestFocus();
        key.consume();
      }
    });
    buttons.put(tab, button);
    counters.put(tab, counter);
    getChildren().add(button);
    subscription.to(
        model.count(tab),
        number -> {
          counter.show(number.intValue());
          // A button never takes up a graphic that was unmanaged when it was given.
          boolean shown = number.intValue() > 0 && (tab == Tab.UNANSWERED || tab == Tab.MINE);
          button.setGraphic(shown ? counter : null);
          button.setAccessibleText(texts.count("tab.spoken", number.intValue(), name));
        });
  }

  /** Under a view no tab is the one that is shown, and still one is there for the keyboard. */
  private void showSelected() {
    Tab last = model.tab().get();
    Tab selected = model.query().get() == null ? last : null;
    buttons.forEach((tab, button) -> {
      button.select(tab == selected);
      button.setFocusTraversable(tab == last);
    });
    counters.forEach((tab, counter) -> counter.restyle(tab == selected ? "" : "neutral"));
  }
}
