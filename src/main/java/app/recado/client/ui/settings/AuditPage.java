package app.recado.client.ui.settings;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.AuditPage.Entry;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was done by privilege, the newest first; read from the relay, kept nowhere here. */
final class AuditPage extends VBox {
  private static final double WIDEST = 220;

  private final Texts texts;
  private final WorkspaceViewModel model;
  private final Moments moments;
  private final VBox rows = new VBox();
  private final Label note = new Label();
  private final Button older;
  private final List<Entry> shown = new ArrayList<>();

  AuditPage(Cards cards, WorkspaceViewModel model, Moments moments) {
    super(12);
    this.texts = cards.texts();
    this.model = model;
    this.moments = moments;
    rows.setId("audit-rows");
    rows.getStyleClass().add("settings-list");
    note.getStyleClass().addAll("small", "muted");
    note.setWrapText(true);
    note.setId("audit-note");
    older = Buttons.secondary(texts.get("audit.older"), Icon.HISTORY, this::more);
    older.setId("audit-older");
    older.setVisible(false);
    getChildren().setAll(cards.hint("audit.text"), rows, note, older);
    more();
  }

  private void more() {
    String obstacle = model.obstacle();
    if (obstacle != null) {
      note.setText(texts.get("audit.offline"));
      showOlder(true);
      return;
    }
    older.setDisable(true);
    note.setText(texts.get("audit.loading"));
    model
        .administration()
        .audit(
            shown.isEmpty() ? null : shown.getLast().id(),
            page -> {
              older.setDisable(false);
              note.setText(page == null ? texts.get("audit.noAnswer") : "");
              if (page != null) {
                shown.addAll(page.entries());
                page.entries().forEach(entry -> rows.getChildren().add(row(entry)));
                if (shown.isEmpty()) {
                  note.setText(texts.get("audit.none"));
                }
              }
              showOlder(page == null || page.more());
            });
  }

  private void showOlder(boolean is) {
    older.setText(texts.get(shown.isEmpty() ? "audit.again" : "audit.older"));
    older.setAccessibleText(older.getText());
    older.setVisible(is);
  }

  private HBox row(Entry entry) {
    String key = "audit." + entry.action();
    Label what = new Label(texts.has(key) ? texts.get(key) : entry.action());
    what.getStyleClass().add("strong");
    Label details =
        new Label(
            entry.details().isEmpty() ? target(entry.target()) : target(entry) + entry.details());
    details.getStyleClass().addAll("small", "muted");
    details.setWrapText(true);
    Label who = new Label(actor(entry.actor()));
    who.getStyleClass().add("small");
    Label when = new Label(moments.brief(entry.at(), model.desk().relayNow()));
    when.getStyleClass().addAll("small", "muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox right = new VBox(2, who, when);
    right.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    who.setMaxWidth(WIDEST);
    right.setMinWidth(Math.min(WIDEST, right.prefWidth(-1)));
    HBox row = new HBox(12, new VBox(2, what, details), gap, right);
    row.getStyleClass().add("audit-row");
    row.setAccessibleText(what.getText() + ", " + who.getText() + ", " + when.getText());
    return row;
  }

  private String target(Entry entry) {
    String name = target(entry.target());
    return name.isEmpty() || entry.details().startsWith(name) ? "" : name + " · ";
  }

  private String target(String id) {
    return model.administration().everybody().stream()
        .filter(person -> person.id().value().equals(id))
        .map(UserRow::name)
        .findFirst()
        .orElse("");
  }

  private String actor(@Nullable UserId actor) {
    return actor == null
        ? texts.get("audit.machine")
        : model.person(actor).map(UserRow::name).orElse(actor.value());
  }
}
