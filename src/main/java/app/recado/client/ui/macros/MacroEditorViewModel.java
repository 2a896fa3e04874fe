package app.recado.client.ui.macros;

import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskMacros;
import app.recado.client.ui.canned.Template;
import app.recado.client.ui.canned.Whose;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.ChannelId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Tags;
import app.recado.protocol.UserId;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A macro while it is being written. FX thread only; needs no toolkit. */
public final class MacroEditorViewModel {
  private final Desk desk;
  private final @Nullable MacroRow before;
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final ObjectProperty<Whose> whose;
  private final ObservableList<MacroStep> steps = FXCollections.observableArrayList();
  private final ObservableList<MacroStep> shown = FXCollections.unmodifiableObservableList(steps);
  private final List<Object> first;

  private MacroEditorViewModel(Desk desk, @Nullable MacroRow before) {
    this.desk = desk;
    this.before = before;
    whose = new SimpleObjectProperty<>(this, "whose", choices().getFirst());
    if (before != null) {
      name.set(before.name());
      steps.setAll(before.steps());
      whose.set(Whose.among(choices(), before.scope(), before.channel(), whose.get()));
    }
    first = written();
  }

  /** Writes a new one. */
  public static MacroEditorViewModel create(Desk desk) {
    return new MacroEditorViewModel(desk, null);
  }

  /** Changes one that is there. */
  public static MacroEditorViewModel change(Desk desk, MacroRow row) {
    return new MacroEditorViewModel(desk, row);
  }

  boolean isChange() {
    return before != null;
  }

  List<Whose> choices() {
    return Whose.choices(desk, before == null ? null : before.channel());
  }

  Desk desk() {
    return desk;
  }

  StringProperty nameProperty() {
    return name;
  }

  ObjectProperty<Whose> whoseProperty() {
    return whose;
  }

  /** In the order in which they are done. */
  ObservableList<MacroStep> steps() {
    return shown;
  }

  boolean isFull() {
    return steps.size() >= MacroStep.MOST;
  }

  /** Adds one at the end, unless there are as many as there may be. */
  void add(MacroStep step) {
    if (!isFull()) {
      steps.add(step);
    }
  }

  MacroStep remove(int at) {
    return steps.remove(at);
  }

  /** Puts one back where it was, unless there are as many as there may be. */
  void insert(int at, MacroStep step) {
    if (!isFull()) {
      steps.add(Math.min(at, steps.size()), step);
    }
  }

  /** What a step says now. */
  void replace(int at, MacroStep step) {
    if (!steps.get(at).equals(step)) {
      steps.set(at, step);
    }
  }

  /**
   * Moves a step up or down, no further than to the end.
   *
   * @return where it is then
   */
  int move(int at, int by) {
    int to = Math.clamp((long) at + by, 0, steps.size() - 1);
    if (to != at) {
      List<MacroStep> moved = new java.util.ArrayList<>(steps);
      moved.add(to, moved.remove(at));
      steps.setAll(moved);
    }
    return to;
  }

  /** Whether something is written that was not so at first. */
  public boolean isTouched() {
    return !first.equals(written());
  }

  private List<Object> written() {
    String has = whose.get().scope() + " " + whose.get().channel();
    return List.of(name.get(), has, List.copyOf(steps));
  }

  /** Says who has it in the language of now. */
  void retell() {
    whose.set(whose.get().among(choices()));
  }

  private static Texts texts() {
    return Texts.of("macros");
  }

  /** Why it cannot be kept like this, as a sentence; empty if it can. */
  String problem() {
    if (name.get().isBlank() || name.get().strip().length() > MacroStep.LONGEST_NAME) {
      return texts().get("problem.name", MacroStep.LONGEST_NAME);
    }
    if (steps.isEmpty()) {
      return texts().get("problem.empty");
    }
    for (int at = 0; at < steps.size(); at++) {
      String wrong = wrong(steps.get(at));
      if (!wrong.isEmpty()) {
        return texts().get("problem.step", at + 1, wrong);
      }
    }
    return "";
  }

  private String wrong(MacroStep step) {
    return switch (step) {
      case MacroStep.Reply(String text) -> text(text, MacroStep.LONGEST_TEXT);
      case MacroStep.Whisper(String text) -> text(text, MacroStep.LONGEST_TEXT);
      case MacroStep.Rename(String title) -> text(title, MacroStep.LONGEST_TITLE);
      case MacroStep.Transfer(var user, var channel, String comment) ->
          !isThere(user, channel)
              ? texts().get(user == null && channel == null ? "wrong.target" : "wrong.gone")
              : comment.isBlank() ? "" : text(comment, MacroStep.LONGEST_TEXT);
      case MacroStep.Tag(List<String> add, List<String> remove) -> tags(add, remove);
      case MacroStep.Snooze(var until, var minutes) ->
          until == null && minutes == null ? texts().get("wrong.time") : "";
      default -> "";
    };
  }

  private boolean isThere(@Nullable UserId user, @Nullable ChannelId channel) {
    return user != null
        ? desk.me().getValue().id().equals(user)
            || desk.people().stream().anyMatch(person -> person.id().equals(user))
        : desk.channels().stream().anyMatch(one -> one.id().equals(channel) && one.active());
  }

  private String text(String text, int longest) {
    if (text.isBlank()) {
      return texts().get("wrong.empty");
    }
    if (text.length() > longest) {
      return texts().get("wrong.long", longest);
    }
    List<String> unknown = Template.unknown(text);
    return unknown.isEmpty() ? "" : texts().get("wrong.variable", unknown.getFirst());
  }

  private String tags(List<String> add, List<String> remove) {
    if (add.isEmpty() && remove.isEmpty()) {
      return texts().get("wrong.noTag");
    }
    if (add.size() > Tags.MOST || remove.size() > Tags.MOST) {
      return texts().get("wrong.manyTags", Tags.MOST);
    }
    boolean good = Stream.concat(add.stream(), remove.stream()).allMatch(Tags::isGood);
    return good ? "" : texts().get("wrong.longTag", Tags.LONGEST);
  }

  void save() {
    if (!problem().isEmpty()) {
      return;
    }
    DeskMacros.Content content =
        new DeskMacros.Content(
            whose.get().scope(), whose.get().channel(), name.get().strip(), steps);
    if (before == null) {
      desk.macros().create(content);
    } else {
      desk.macros().save(before.id(), content);
    }
  }

  void delete() {
    if (before != null) {
      desk.macros().delete(before.id());
    }
  }

  /** Takes the deletion back; false if it is too late. */
  boolean restore() {
    return before != null && desk.macros().restore(before.id());
  }

  /** As it is called where it is kept; empty for one that is not. */
  String savedName() {
    return before == null ? "" : before.name();
  }
}
