package app.recado.client.ui.canned;

import app.recado.client.ui.i18n.Texts;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;

/** Puts variables into a text, where the cursor is. */
public final class VariableMenu extends MenuButton {
  public VariableMenu(TextInputControl field) {
    Texts texts = Texts.of("canned");
    setText(texts.get("editor.variable"));
    getStyleClass().add("small");
    for (Variable variable : Variable.values()) {
      String name = "{" + variable.name(texts.locale().getLanguage()) + "}";
      MenuItem one =
          new MenuItem(
              name + "  " + texts.get("variable." + variable.name().toLowerCase(Locale.ROOT)));
      one.setOnAction(chosen -> {
        field.replaceSelection(name);
        field.requestFocus();
      });
      getItems().add(one);
    }
  }
}
