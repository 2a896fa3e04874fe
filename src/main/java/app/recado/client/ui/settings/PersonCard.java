package app.recado.client.ui.settings;

import app.recado.client.sync.Administration;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Choice;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Intent;
import app.recado.protocol.Role;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What can be set on one person: each thing at once, and the relay's word on it below. */
final class PersonCard extends VBox {
  private final Texts texts;
  private final WorkspaceViewModel model;
  private final TextField name = new TextField();
  private final Label email = new Label();
  private final Choice<Role> role;
  private final Choice<Visibility> visibility;
  private final CheckBox join;
  private final Button password;
  private UserRow person;
  private final Label result = new Label();
  private final HBox ending = new HBox(8);

  PersonCard(Cards cards, WorkspaceViewModel model, UserRow person) {
    this.texts = cards.texts();
    this.model = model;
    this.person = person;
    setId("person-card");
    result.setWrapText(true);
    result.setId("person-result");
    result.getStyleClass().add("small");
    name.setText(person.name());
    name.setOnAction(enter -> rename());
    name.setId("person-name");
    name.setAccessibleText(texts.get("people.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button rename = Buttons.secondary(texts.get("people.rename"), null, this::rename);
    email.getStyleClass().addAll("small", "muted");
    role =
        new Choice<>(
            texts.get("people.role"),
            List.of(Role.values()),
            each -> texts.get("role." + each.name().toLowerCase(Locale.ROOT)),
            each -> save(new Intent.SaveUser(id(), null, each, null, null)));
    role.setId("person-role");
    visibility =
        new Choice<>(
            texts.get("people.visibility"),
            List.of(Visibility.values()),
            each -> texts.get("visibility." + each.name().toLowerCase(Locale.ROOT)),
            each -> save(new Intent.SaveUser(id(), null, null, each, null)));
    join = cards.toggle("people.mayJoin");
    join.setOnAction(
        pressed -> save(new Intent.SaveUser(id(), null, null, null, join.isSelected())));
    password =
        Buttons.secondary(texts.get("people.newPassword"), Icon.KEY_ROUND, this::newPassword);
    password.setId("person-password");
    offerEnding();
    showRow();
    getChildren()
        .setAll(
            cards.card(
                "people.person",
                new HBox(8, name, rename),
                email,
                heading("people.role"),
                role,
                heading("people.visibility"),
                visibility,
                join,
                ending,
                result));
  }

  /** Whom it is about. */
  UserId id() {
    return person.id();
  }

  /** Shows how the same person is now; a name that is being typed stays, and so does an answer. */
  void show(UserRow fresh) {
    UserRow before = person;
    person = fresh;
    if (name.getText().equals(before.name())) {
      name.setText(fresh.name());
    }
    if (before.active() != fresh.active()) {
      offerEnding();
    }
    showRow();
  }

  private void showRow() {
    email.setText(person.email());
    role.select(person.role());
    visibility.select(person.visibility());
    visibility.setDisable(person.role() != Role.AGENT);
    join.setSelected(person.mayJoin());
  }

  private void rename() {
    save(new Intent.SaveUser(id(), name.getText(), null, null, null));
  }

  private Node heading(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().addAll("small", "muted");
    return label;
  }

  private void offerEnding() {
    if (!person.active()) {
      Button enable =
          Buttons.secondary(
              texts.get("people.enable"),
              Icon.USER_CHECK,
              () -> save(new Intent.EnableUser(person.id())));
      enable.setId("person-enable");
      ending.getChildren().setAll(password, enable);
      return;
    }
    Button disable =
        Buttons.danger(
            texts.get("people.disable"),
            Icon.BAN,
            () -> {
              result.setText(texts.get("people.disableText", person.name()));
              Button sure =
                  Buttons.danger(
                      texts.get("people.disableSure"),
                      Icon.BAN,
                      () -> save(new Intent.DisableUser(person.id())));
              sure.setId("person-disable-sure");
              Button stay =
                  Buttons.secondary(
                      texts.get("people.keep"),
                      null,
                      () -> {
                        result.setText("");
                        offerEnding();
                      });
              ending.getChildren().setAll(sure, stay);
              stay.requestFocus();
            });
    disable.setId("person-disable");
    ending.getChildren().setAll(password, disable);
  }

  private void save(Intent intent) {
    if (online()) {
      model.administration().apply(intent, this::told);
    }
  }

  private boolean online() {
    String obstacle = model.obstacle();
    if (obstacle != null) {
      result.setText(texts.get("save." + obstacle));
      showRow();
    }
    return obstacle == null;
  }

  private void newPassword() {
    if (online()) {
      model.administration().setPassword(person.id(), null, this::told);
    }
  }

  private void told(Administration.Answer answer) {
    if (answer instanceof Administration.Done(String password) && password != null) {
      result.setText(texts.get("people.password", password));
      model.copy(password);
    } else {
      String words = Answers.words(texts, answer);
      if (!(answer instanceof Administration.Done)) {
        showRow();
      }
      result.setText(words.isEmpty() ? texts.get("channel.saved") : words);
    }
  }
}
