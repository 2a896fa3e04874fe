package app.recado.client.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * Colours and fonts of every window: AtlantaFX below, our colour tokens over it ({@code light.css}
 * or {@code dark.css}, nowhere else is a colour written), then one stylesheet per area. FX thread
 * only.
 */
public final class Theme {
  private static final List<String> FACES =
      List.of("Regular", "Medium", "SemiBold", "Bold", "Italic");
  private static final List<String> AREAS =
      List.of(
          "theme/base",
          "controls/controls",
          "emoji/emoji",
          "shell/shell",
          "signin/signin",
          "inbox/inbox",
          "customer/customer",
          "notify/notify",
          "attention/attention",
          "settings/settings",
          "conversation/conversation",
          "composer/composer",
          "suggest/suggest",
          "canned/canned",
          "macros/macros",
          "files/files",
          "search/search",
          "transfer/transfer",
          "marks/marks",
          "bulk/bulk",
          "views/views");

  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
  private final List<Scene> scenes = new ArrayList<>();
  private final List<String> areaSheets;
  private final ChangeListener<@Nullable ColorScheme> systemChanged = (at, was, is) -> apply();
  private Appearance appearance;

  /** Loads the fonts, makes all text wrap and follows the system's colours where told to. */
  public Theme(Appearance appearance) {
    this.appearance = appearance;
    WrappedScripts.mend();
    loadFonts();
    areaSheets = AREAS.stream().map(Theme::sheet).filter(Objects::nonNull).toList();
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(new WeakChangeListener<>(systemChanged));
    apply();
  }

  /** Dresses a window's scene, now and after each change. */
  public void dress(Scene scene) {
    scenes.add(scene);
    dressNow(scene);
  }

  /** Takes a scene that is no longer shown out of hand. */
  public void release(Scene scene) {
    scenes.remove(scene);
  }

  public void choose(Appearance chosen) {
    appearance = chosen;
    apply();
  }

  public Appearance appearance() {
    return appearance;
  }

  /** Whether the dark colours are shown. */
  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  private void apply() {
    dark.set(
        switch (appearance) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scenes.forEach(this::dressNow);
  }

  private void dressNow(Scene scene) {
    List<String> sheets = new ArrayList<>();
    sheets.add(Objects.requireNonNull(sheet(dark.get() ? "theme/dark" : "theme/light")));
    sheets.addAll(areaSheets);
    ObservableList<String> worn = scene.getStylesheets();
    if (!worn.equals(sheets)) {
      worn.setAll(sheets);
    }
  }

  private static @Nullable String sheet(String area) {
    var resource = Theme.class.getResource("/app/recado/client/ui/" + area + ".css");
    return resource == null ? null : resource.toExternalForm();
  }

  private static void loadFonts() {
    for (String face : FACES) {
      try (InputStream font = Theme.class.getResourceAsStream("fonts/Inter-" + face + ".otf")) {
        Font.loadFont(font, 14);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
