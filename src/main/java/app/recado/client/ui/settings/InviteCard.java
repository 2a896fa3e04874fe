package app.recado.client.ui.settings;

import app.recado.client.sync.Administration;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Choice;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Role;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Adds a person; the relay makes the password, which is shown here and never again. */
final class InviteCard extends VBox {
  InviteCard(Cards cards, WorkspaceViewModel model) {
    Texts texts = cards.texts();
    Unsaved unsaved = model.unsaved();
    TextField name = field("invite-name", texts.get("people.name"));
    name.textProperty().bindBidirectional(unsaved.newName());
    TextField email = field("invite-email", texts.get("people.email"));
    email.textProperty().bindBidirectional(unsaved.newEmail());
    ObjectProperty<Role> role = unsaved.newRole();
    Choice<Role> roles =
        new Choice<>(
            texts.get("people.role"),
            List.of(Role.values()),
            each -> texts.get("role." + each.name().toLowerCase(Locale.ROOT)),
            role::set);
    roles.select(role.get());
    Label result = new Label();
    result.setId("invite-result");
    result.setWrapText(true);
    result.getStyleClass().add("small");
    result.textProperty().subscribe(said -> Shown.when(!said.isEmpty(), result));
    BooleanProperty waiting = new SimpleBooleanProperty();
    Button add =
        Buttons.primary(
            texts.get("people.add"),
            Icon.USER_PLUS,
            () -> {
              String obstacle = model.obstacle();
              if (obstacle != null) {
                result.setText(texts.get("save." + obstacle));
                return;
              }
              waiting.set(true);
              model
                  .administration()
                  .invite(
                      email.getText().strip(),
                      name.getText().strip(),
                      role.get(),
                      null,
                      answer -> {
                        waiting.set(false);
                        if (answer instanceof Administration.Done(String password)) {
                          result.setText(texts.get("people.password", String.valueOf(password)));
                          if (password != null) {
                            model.copy(password);
                          }
                          name.clear();
                          email.clear();
                        } else {
                          result.setText(Answers.words(texts, answer));
                        }
                      });
            });
    add.setId("invite-add");
    add.disableProperty().bind(waiting);
    name.setOnAction(enter -> email.requestFocus());
    email.setOnAction(enter -> add.fire());
    getChildren()
        .setAll(
            cards.card(
                "people.invite", name, email, roles, add, result, cards.hint("people.inviteText")));
  }

  private static TextField field(String id, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    return field;
  }
}
