package app.recado.client.ui.macros;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.DialogId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Running a macro on the open dialog, or on those that are selected. */
public final class MacroActions {
  private final MacroRunner runner;
  private final Texts texts = Texts.of("macros");

  public MacroActions(MacroRunner runner) {
    this.runner = runner;
  }

  /**
   * @param come brings the conversation into view first
   */
  public Action onOpen(Supplier<? extends @Nullable DialogItem> open, Runnable come) {
    return Action.named("macros", texts, Icon.LIST_CHECKS, Topic.CONVERSATION)
        .keys(Scope.READING, Shortcut.shift(KeyCode.R))
        .on(Surface.MORE, 6)
        .when(() -> open.get() == null ? Standing.absent(texts.get("noDialog")) : Standing.ready())
        .first(come)
        .does(() -> {
          DialogItem item = open.get();
          if (item != null) {
            runner.choose(List.of(item.id()));
          }
        });
  }

  /**
   * @param inView whether the list is shown: nothing may act on a selection that nobody sees
   */
  public Action onSelected(Supplier<List<DialogId>> selected, BooleanSupplier inView) {
    return Action.named("selected-macros", texts, Icon.LIST_CHECKS, Topic.LIST)
        .keys(Scope.SELECTION, Shortcut.shift(KeyCode.R))
        .on(Surface.SELECTION_MORE, 1)
        .when(() ->
            selected.get().isEmpty() || !inView.getAsBoolean()
                ? Standing.absent(texts.get("noSelection"))
                : Standing.ready())
        .does(() -> runner.choose(selected.get()));
  }
}
