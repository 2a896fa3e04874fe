package app.recado.client.ui.settings;

import app.recado.client.platform.PreferenceFile;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.theme.Appearance;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What an agent has set on this computer; each change is kept at once. FX thread only. */
public final class Preferences {
  private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>();
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
  private final BooleanProperty enterSends = new SimpleBooleanProperty();
  private final BooleanProperty panel = new SimpleBooleanProperty();

  /**
   * @param system the person's locale, for as long as no language was chosen
   */
  public Preferences(PreferenceFile file, Locale system) {
    appearance.set(
        Stream.of(Appearance.values())
            .filter(each -> name(each).equals(file.get("appearance", "")))
            .findFirst()
            .orElse(Appearance.SYSTEM));
    language.set(
        Stream.of(Language.values())
            .filter(each -> each.tag().equals(file.get("language", "")))
            .findFirst()
            .orElse(Language.closestTo(system)));
    enterSends.set(file.get("enterSends", "true").equals("true"));
    panel.set(file.get("customerPanel", "true").equals("true"));
    appearance.subscribe((was, is) -> file.put("appearance", name(is)));
    language.subscribe((was, is) -> file.put("language", is.tag()));
    enterSends.subscribe((was, is) -> file.put("enterSends", is.toString()));
    panel.subscribe((was, is) -> file.put("customerPanel", is.toString()));
  }

  public ObjectProperty<Appearance> appearance() {
    return appearance;
  }

  public ObjectProperty<Language> language() {
    return language;
  }

  /** Whether Enter sends and Shift+Enter breaks the line, or the other way round. */
  public BooleanProperty enterSends() {
    return enterSends;
  }

  /** Whether the customer panel stands beside the conversation where there is room. */
  public BooleanProperty customerPanel() {
    return panel;
  }

  private static String name(Appearance appearance) {
    return appearance.name().toLowerCase(Locale.ROOT);
  }
}
