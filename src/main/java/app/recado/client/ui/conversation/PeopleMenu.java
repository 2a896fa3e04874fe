package app.recado.client.ui.conversation;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.ui.action.Obstacles;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who is named in a message, whether they are there, and what can be done about it. */
final class PeopleMenu {
  private static final double FACE = 32;

  private final ConversationViewModel model;
  private final Overlay overlay;
  private final Texts texts = Texts.of("conversation");

  PeopleMenu(ConversationViewModel model, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
  }

  /**
   * @param people at least one
   */
  MenuCard of(List<UserRow> people) {
    MenuCard card = new MenuCard(overlay, texts.get("people.menu"));
    card.setId("people-menu");
    for (UserRow person : people) {
      if (!card.isEmpty()) {
        card.addSeparator();
      }
      card.getChildren().add(head(person));
      if (!person.id().equals(model.desk().me().getValue().id())) {
        add(
            card,
            Icon.USER_PLUS,
            "people.invite",
            person,
            notInvited(person),
            () -> model.invite(person));
        add(
            card,
            Icon.ARROW_RIGHT_LEFT,
            "people.transfer",
            person,
            notGiven(person),
            () -> model.transfer(person));
      }
      add(
          card,
          Icon.MAIL,
          "people.copyMail",
          person,
          null,
          () -> model.ports().copy(person.email()));
    }
    return card;
  }

  private HBox head(UserRow person) {
    Avatar face = new Avatar(FACE);
    face.show(person.name(), person.id().value(), null);
    Label name = new Label(person.name());
    name.getStyleClass().addAll("small", "strong");
    Label state = new Label();
    state.getStyleClass().addAll("tiny", "muted");
    Subscription standing = new Subscription();
    state
        .sceneProperty()
        .subscribe(scene -> {
          standing.close();
          if (scene != null) {
            standing.to(model.desk().people(), () -> state.setText(presence(person)));
          }
        });
    HBox head = new HBox(face, new VBox(name, state));
    head.getStyleClass().add("people-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** How somebody stands by now. */
  private String presence(UserRow person) {
    UserRow now =
        model.desk().people().stream()
            .filter(one -> one.id().equals(person.id()))
            .findFirst()
            .orElse(person);
    return texts.get("people." + now.availability().name().toLowerCase(Locale.ROOT));
  }

  private void add(
      MenuCard card,
      Icon icon,
      String text,
      UserRow person,
      @Nullable String refusal,
      Runnable action) {
    card.add(
        new MenuCard.Entry(
            icon,
            texts.get(text, Names.first(person.name())),
            List.of(),
            "",
            refusal,
            false,
            action));
  }

  private @Nullable String notInvited(UserRow person) {
    Obstacle obstacle = model.rulesProperty().get().invite();
    return obstacle == null ? already(person, true) : Obstacles.words(obstacle);
  }

  private @Nullable String notGiven(UserRow person) {
    Obstacle obstacle = model.rulesProperty().get().transfer();
    return obstacle == null ? already(person, false) : Obstacles.words(obstacle);
  }

  private @Nullable String already(UserRow person, boolean joined) {
    DialogItem item = model.itemProperty().get();
    UserId owner = item == null ? null : item.dialog().session().owner();
    boolean there =
        person.id().equals(owner)
            || (joined && item != null && item.dialog().participants().contains(person.id()));
    return there ? texts.get("people.already") : null;
  }
}
