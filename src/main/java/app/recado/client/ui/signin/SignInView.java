package app.recado.client.ui.signin;

import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card one signs in with. */
public final class SignInView extends StackPane implements AutoCloseable {
  private final Texts texts = Texts.of("signin");
  private final SignInViewModel model;
  private final Subscription subscription = new Subscription();
  private final TextField relay = new TextField();
  private final TextField email = new TextField();
  private final PasswordField password = new PasswordField();
  private final Label error = new Label();
  private final Button enter = new Button();

  public SignInView(SignInViewModel model) {
    this.model = model;
    getStyleClass().add("sign-in");
    VBox card =
        new VBox(
            logo(),
            heading(),
            field("relay", relay),
            field("email", email),
            field("password", password),
            kept(),
            error,
            enter);
    card.getStyleClass().add("sign-in-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().setAll(card);
    relay.textProperty().bindBidirectional(model.relay());
    email.textProperty().bindBidirectional(model.email());
    password.textProperty().bindBidirectional(model.password());
    setUpError();
    setUpButton();
    subscription.to(
        model.busy(),
        busy -> {
          enter.setText(texts.get(busy ? "entering" : "enter"));
          relay.setDisable(busy);
          email.setDisable(busy);
          password.setDisable(busy);
        });
  }

  /** Puts the keyboard into the first field that is empty. */
  public void focusFirst() {
    (relay.getText().isEmpty() ? relay : email.getText().isEmpty() ? email : password)
        .requestFocus();
  }

  @Override
  public void close() {
    subscription.close();
    relay.textProperty().unbindBidirectional(model.relay());
    email.textProperty().unbindBidirectional(model.email());
    password.textProperty().unbindBidirectional(model.password());
    enter.disableProperty().unbind();
  }

  private Label logo() {
    Label logo = new Label("R");
    logo.getStyleClass().addAll("logo", "sign-in-logo");
    return logo;
  }

  private VBox heading() {
    Label title = new Label(texts.get("title"));
    title.getStyleClass().add("sign-in-title");
    Label text = new Label(texts.get("text"));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    VBox heading = new VBox(title, text);
    heading.getStyleClass().add("sign-in-heading");
    return heading;
  }

  private VBox field(String key, TextField field) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().addAll("small", "medium");
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    field.getStyleClass().add("sign-in-field");
    field.setId(key);
    field.setOnAction(pressed -> model.signIn());
    VBox box = new VBox(label, field);
    box.getStyleClass().add("sign-in-labelled");
    return box;
  }

  private HBox kept() {
    Label words = new Label(texts.get("kept"));
    words.getStyleClass().addAll("small", "muted");
    words.setWrapText(true);
    HBox line = new HBox(new IconView(Icon.LAPTOP, 16), words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sign-in-kept");
    return line;
  }

  private void setUpError() {
    error.getStyleClass().addAll("small", "sign-in-error");
    error.setWrapText(true);
    error.setAccessibleRole(AccessibleRole.TEXT);
    subscription.to(
        model.error(),
        words -> {
          error.setText(words);
          error.setVisible(!words.isEmpty());
          error.setManaged(!words.isEmpty());
        });
  }

  private void setUpButton() {
    enter.getStyleClass().add("primary");
    enter.setId("sign-in");
    enter.setMaxWidth(Double.MAX_VALUE);
    enter.setDefaultButton(true);
    enter.disableProperty().bind(model.complete().not());
    enter.setOnAction(pressed -> model.signIn());
  }
}
