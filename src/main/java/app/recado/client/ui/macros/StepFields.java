package app.recado.client.ui.macros;

import app.recado.client.sync.Desk;
import app.recado.client.ui.canned.VariableMenu;
import app.recado.client.ui.controls.FormArea;
import app.recado.client.ui.controls.PriorityMark;
import app.recado.client.ui.emoji.EmojiEcho;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Priority;
import app.recado.protocol.Tags;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The fields in which a step is written, by its kind. */
final class StepFields {
  private static final int TAGS_OFFERED = 15;

  private final Desk desk;
  private final StepWords words;
  private final Moments moments;
  private final Texts texts = Texts.of("macros");

  StepFields(Desk desk, Moments moments, StepWords words) {
    this.desk = desk;
    this.moments = moments;
    this.words = words;
  }

  /** Whom a transfer can go to. */
  private record Target(@Nullable UserId user, @Nullable ChannelId channel, String name) {}

  /**
   * @param changed gets the step as it is after each change
   * @return empty for a step that has nothing to write
   */
  List<Node> of(MacroStep step, Consumer<MacroStep> changed) {
    return switch (step) {
      case MacroStep.Reply(String text) ->
          writing(text, now -> changed.accept(new MacroStep.Reply(now)));
      case MacroStep.Whisper(String text) ->
          writing(text, now -> changed.accept(new MacroStep.Whisper(now)));
      case MacroStep.Rename(String title) ->
          line("field.title", title, now -> changed.accept(new MacroStep.Rename(now)));
      case MacroStep.Transfer to -> transfer(to, changed);
      case MacroStep.Snooze snooze ->
          List.of(new SnoozeField(snooze, words, desk::relayNow, moments, changed));
      case MacroStep.Prioritize(Priority priority) ->
          List.of(
              choice(
                  "field.priority",
                  List.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW),
                  priority,
                  PriorityMark::words,
                  now -> changed.accept(new MacroStep.Prioritize(now))));
      case MacroStep.Tag tag -> tags(tag, changed);
      case MacroStep.Answer _, MacroStep.Finish _, MacroStep.Pin _ -> List.of();
    };
  }

  private List<Node> writing(String text, Consumer<String> changed) {
    TextArea area = new FormArea(text, 3);
    area.getStyleClass().add("macro-area");
    return described("field.text", area, changed);
  }

  private List<Node> line(String key, String text, Consumer<String> changed) {
    return described(key, new TextField(text), changed);
  }

  private List<Node> described(String key, TextInputControl field, Consumer<String> changed) {
    field.setPromptText(texts.get(key));
    field.setAccessibleText(texts.get(key));
    field.textProperty().addListener((at, was, is) -> changed.accept(is));
    HBox tools = new HBox(new VariableMenu(field));
    tools.setAlignment(Pos.CENTER_RIGHT);
    return List.of(new VBox(4, field, new EmojiEcho(field), tools));
  }

  private List<Node> transfer(MacroStep.Transfer to, Consumer<MacroStep> changed) {
    List<Target> targets = new ArrayList<>();
    for (UserRow person : desk.people()) {
      targets.add(new Target(person.id(), null, person.name()));
    }
    UserRow me = desk.me().getValue();
    targets.add(new Target(me.id(), null, texts.get("target.me", me.name())));
    for (ChannelRow channel : desk.channels()) {
      if (channel.active() || channel.id().equals(to.channel())) {
        targets.add(new Target(null, channel.id(), channel.name()));
      }
    }
    Target chosen =
        targets.stream()
            .filter(target ->
                Objects.equals(target.user(), to.user())
                    && Objects.equals(target.channel(), to.channel()))
            .findFirst()
            .orElse(null);
    if (chosen == null && (to.user() != null || to.channel() != null)) {
      String gone = texts.get(to.user() != null ? "target.nobody" : "target.nowhere");
      chosen = new Target(to.user(), to.channel(), gone);
      targets.add(chosen);
    }
    TextField comment = new TextField(to.comment());
    ComboBox<Target> who =
        choice(
            "field.target", targets, chosen, Target::name, now -> changed.accept(to(now, comment)));
    who.setPromptText(texts.get("field.target"));
    comment.setPromptText(texts.get("field.comment"));
    comment.setAccessibleText(comment.getPromptText());
    comment
        .textProperty()
        .addListener((at, was, is) -> {
          Target target = who.getValue();
          changed.accept(
              target == null
                  ? new MacroStep.Transfer(to.user(), to.channel(), is)
                  : to(target, comment));
        });
    return List.of(who, comment);
  }

  private static MacroStep to(Target target, TextField comment) {
    return new MacroStep.Transfer(target.user(), target.channel(), comment.getText());
  }

  private List<Node> tags(MacroStep.Tag tag, Consumer<MacroStep> changed) {
    TextField add = new TextField(String.join(", ", tag.add()));
    TextField remove = new TextField(String.join(", ", tag.remove()));
    Runnable now = () -> changed.accept(new MacroStep.Tag(listed(add), listed(remove)));
    return List.of(tagField("field.add", add, now), tagField("field.remove", remove, now));
  }

  private Node tagField(String key, TextField field, Runnable changed) {
    field.setPromptText(texts.get(key));
    field.setAccessibleText(texts.get(key));
    field.textProperty().addListener((at, was, is) -> changed.run());
    HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
    MenuButton known = new MenuButton(texts.get("field.knownTags"));
    known.getStyleClass().add("small");
    known.setAccessibleText(texts.get("field.knownTags"));
    desk.marks().knownTags().stream()
        .limit(TAGS_OFFERED)
        .forEach(tag -> {
          MenuItem one = new MenuItem(tag);
          one.setMnemonicParsing(false);
          one.setOnAction(chosen ->
              field.setText(
                  String.join(
                      ", ", Stream.concat(listed(field).stream(), Stream.of(tag)).toList())));
          known.getItems().add(one);
        });
    known.setDisable(known.getItems().isEmpty());
    HBox line = new HBox(8, field, known);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** The tags typed, separated by commas; none twice. */
  static List<String> listed(TextField field) {
    List<String> tags = new ArrayList<>();
    for (String typed : field.getText().split(",", -1)) {
      String tag = Tags.clean(typed);
      if (!tag.isEmpty() && !Tags.has(tags, tag)) {
        tags.add(tag);
      }
    }
    return tags;
  }

  private <T> ComboBox<T> choice(
      String key, List<T> all, @Nullable T chosen, Function<T, String> name, Consumer<T> changed) {
    ComboBox<T> box = box(texts.get(key), all, chosen, name);
    box.valueProperty()
        .addListener((at, was, is) -> {
          if (is != null) {
            changed.accept(is);
          }
        });
    return box;
  }

  /**
   * @param said what it is for, for screen readers
   */
  static <T> ComboBox<T> box(
      String said, List<T> all, @Nullable T chosen, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>(FXCollections.observableList(all));
    box.setAccessibleText(said);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T one) {
            return one == null ? "" : name.apply(one);
          }

          @Override
          public T fromString(String typed) {
            throw new UnsupportedOperationException("nobody types it");
          }
        });
    if (chosen != null) {
      box.setValue(chosen);
    }
    return box;
  }
}
