package app.recado.client.ui.views;

import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Counter;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Which view is shown, how many conversations are in it, and what it asks for that is not there any
 * more; not there while a tab is shown.
 */
public final class ViewBar extends VBox implements AutoCloseable {
  private final ViewsViewModel model;
  private final Texts texts = Texts.of("views");
  private final Label name = new EmojiLabel();
  private final Label gone = new EmojiLabel();
  private final VBox notice = new VBox();
  private final Counter counter = new Counter("neutral");
  private final Subscription subscription = new Subscription();
  private Subscription counting = new Subscription();

  /**
   * @param shown the list that is shown
   * @param register looked at when a button is pressed
   */
  public ViewBar(
      ViewsViewModel model, ObservableValue<? extends ObservableList<?>> shown, Register register) {
    this.model = model;
    setId("view-bar");
    name.getStyleClass().add("view-name");
    name.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button change =
        Buttons.icon(Icon.PENCIL, texts.get("change"), () -> register.get("filter").run());
    change.setId("view-change");
    Button leave = Buttons.icon(Icon.X, texts.get("leave"), () -> register.get("leave-view").run());
    leave.setId("view-leave");
    HBox bar = new HBox(new IconView(Icon.LIST_FILTER, 16), name, counter, gap, change, leave);
    bar.getStyleClass().add("view-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(bar, notice(register));
    subscription.to(model.title(), this::show);
    subscription.toEach(shown, this::count);
    model.watch(subscription, this::sayGone);
  }

  private Node notice(Register register) {
    gone.setId("view-gone");
    gone.getStyleClass().add("small");
    gone.setWrapText(true);
    Button change =
        Buttons.secondary(texts.get("gone.change"), null, () -> register.get("filter").run());
    change.setId("view-gone-change");
    notice.getChildren().setAll(gone, change);
    notice.getStyleClass().add("view-gone");
    return notice;
  }

  private void sayGone() {
    gone.setText(String.join(" ", model.gone()));
    Shown.when(!gone.getText().isEmpty(), notice);
  }

  private void show(String title) {
    Shown.when(!title.isEmpty(), this);
    name.setText(title);
    setAccessibleText(title);
  }

  private void count(ObservableList<?> rows) {
    counting.close();
    counting = new Subscription();
    counting.to(
        rows,
        () -> {
          counter.show(rows.size());
          sayGone();
        });
  }

  @Override
  public void close() {
    counting.close();
    subscription.close();
  }
}
