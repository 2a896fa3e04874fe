package app.recado.client.ui.composer;

import app.recado.client.ui.canned.Template;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The variables in a text that are still to be filled in: nobody may get them as they are. */
final class OpenVariables {
  private final ReadOnlyObjectWrapper<List<Template.Open>> open =
      new ReadOnlyObjectWrapper<>(List.of());

  void look(@Nullable String text) {
    List<Template.Open> now = text == null ? List.of() : Template.open(text);
    if (!now.equals(open.get())) {
      open.set(now);
    }
  }

  boolean any() {
    return !open.get().isEmpty();
  }

  ReadOnlyObjectProperty<List<Template.Open>> property() {
    return open.getReadOnlyProperty();
  }
}
