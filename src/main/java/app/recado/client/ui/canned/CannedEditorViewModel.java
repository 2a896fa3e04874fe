package app.recado.client.ui.canned;

import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskCanned;
import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.files.FileWords;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Attachment;
import app.recado.protocol.CannedRow;
import app.recado.protocol.FileId;
import app.recado.protocol.FileRules;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A canned response while it is being written. FX thread only. */
public final class CannedEditorViewModel {
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_SECTION = 60;
  private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_.-]{0,40}");

  private final Desk desk;
  private final @Nullable CannedRow before;
  private final @Nullable MessageId source;
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty shortcut = new SimpleStringProperty("");
  private final StringProperty section = new SimpleStringProperty("");
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<Attachment> files = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper fileProblem = new ReadOnlyStringWrapper("");
  private final Set<FileId> added = new HashSet<>();
  private List<String> first = List.of();
  private final List<Attachment> originals = new ArrayList<>();
  private final Map<FileId, Attachment> copies = new HashMap<>();
  private int copying;
  private int left;
  private final ObjectProperty<Whose> whose;

  private CannedEditorViewModel(Desk desk, @Nullable CannedRow before, @Nullable MessageId source) {
    this.desk = desk;
    this.before = before;
    this.source = source;
    whose = new SimpleObjectProperty<>(choices().getFirst());
    if (before != null) {
      title.set(before.title());
      shortcut.set(before.shortcut());
      section.set(before.section());
      text.set(before.text());
      files.setAll(before.attachments());
      whose.set(Whose.among(choices(), before.scope(), before.channel(), whose.get()));
    }
    first = written();
  }

  /** Writes a new one. */
  public static CannedEditorViewModel create(Desk desk) {
    return new CannedEditorViewModel(desk, null, null);
  }

  /** Changes one that is there. */
  public static CannedEditorViewModel change(Desk desk, CannedRow row) {
    return new CannedEditorViewModel(desk, row, null);
  }

  /**
   * Makes one of a message, with copies of its files; made before, that one is changed and keeps
   * the files it has.
   */
  public static CannedEditorViewModel of(Desk desk, MessageRow message) {
    String text = message.text();
    CannedEditorViewModel model =
        new CannedEditorViewModel(desk, desk.canned().madeFrom(message.id()), message.id());
    model.text.set(text);
    if (!model.isChange()) {
      model.originals.addAll(message.attachments());
      model.goOn();
    }
    if (model.title.get().isEmpty()) {
      String line = text.strip().lines().findFirst().orElse("");
      model.title.set(line.length() <= 60 ? line : line.substring(0, 57).strip() + "…");
    }
    model.first = model.written();
    return model;
  }

  /** Whether there is one already that this changes. */
  boolean isChange() {
    return before != null;
  }

  boolean isFromMessage() {
    return source != null;
  }

  List<Whose> choices() {
    return Whose.choices(desk, before == null ? null : before.channel());
  }

  /** The sections there are. */
  List<String> sections() {
    return desk.canned().all().stream()
        .map(CannedRow::section)
        .filter(one -> !one.isBlank())
        .distinct()
        .sorted()
        .toList();
  }

  /** Why it cannot be kept like this, as a sentence; empty if it can. */
  String problem() {
    if (title.get().isBlank() || title.get().strip().length() > LONGEST_TITLE) {
      return texts().get("problem.title");
    }
    if (!SHORTCUT.matcher(shortcut.get()).matches()) {
      return texts().get("problem.shortcut");
    }
    if (section.get().strip().length() > LONGEST_SECTION) {
      return texts().get("problem.section");
    }
    if (text.get().isBlank()) {
      return texts().get("problem.text");
    }
    if (text.get().length() > LONGEST_TEXT) {
      return texts().get("problem.long");
    }
    List<String> unknown = Template.unknown(text.get());
    return unknown.isEmpty() ? "" : texts().get("problem.variable", unknown.getFirst());
  }

  private static Texts texts() {
    return Texts.of("canned");
  }

  private static FileWords words() {
    return new FileWords();
  }

  void save() {
    if (!problem().isEmpty()) {
      return;
    }
    DeskCanned.Content content =
        new DeskCanned.Content(
            whose.get().scope(),
            whose.get().channel(),
            section.get().strip(),
            title.get().strip(),
            shortcut.get(),
            text.get().strip(),
            List.copyOf(files));
    added.clear();
    if (source != null) {
      desk.canned().saveFrom(source, content);
    } else if (before != null) {
      desk.canned().save(before.id(), content);
    } else {
      desk.canned().create(content);
    }
  }

  /** Copies files into the profile; they are attached once that is done. */
  void attach(List<Path> paths) {
    for (Path path : paths) {
      if (files.size() + copying >= FileRules.MOST_PER_MESSAGE) {
        fileProblem.set(words().tooMany());
        return;
      }
      fileProblem.set("");
      copying++;
      String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
      int wanted = left;
      desk.files().choose(path, what -> attached(name, wanted, what));
    }
  }

  private void attached(String name, int wanted, DeskFiles.Attached what) {
    boolean over = wanted != left;
    if (!over) {
      copying--;
    }
    switch (what) {
      case DeskFiles.Attached.Taken(Attachment file) when over -> desk.files().giveUp(file.id());
      case DeskFiles.Attached.Taken(Attachment file) -> {
        added.add(file.id());
        files.add(file);
      }
      case DeskFiles.Attached.Refused(var reason) when !over ->
          fileProblem.set(words().refused(name, reason));
      case DeskFiles.Attached.Unreadable() when !over -> fileProblem.set(words().unreadable(name));
      default -> {}
    }
  }

  /** The editor is there again, as it was when it was left but for what was chosen then. */
  public void goOn() {
    List<Attachment> made = desk.files().chooseCopies(originals);
    for (int at = 0; at < made.size(); at++) {
      copies.put(made.get(at).id(), originals.get(at));
      added.add(made.get(at).id());
    }
    files.addAll(made);
  }

  void detach(Attachment file) {
    files.remove(file);
    Attachment original = copies.remove(file.id());
    if (original != null) {
      originals.remove(original);
    }
    fileProblem.set("");
    if (added.remove(file.id())) {
      desk.files().giveUp(file.id());
    }
  }

  /**
   * The editor was closed without saving: what was chosen for it goes; what is written can be gone
   * on with.
   */
  public void leave() {
    left++;
    copying = 0;
    fileProblem.set("");
    files.removeIf(file -> added.contains(file.id()));
    added.forEach(desk.files()::giveUp);
    added.clear();
    copies.clear();
  }

  /** Whether something is written, chosen or taken out that was not so at first. */
  public boolean isTouched() {
    boolean filesTaken =
        before != null && source == null && !files.containsAll(before.attachments());
    return !first.equals(written()) || !added.isEmpty() || filesTaken;
  }

  private List<String> written() {
    String has = whose.get().scope() + " " + whose.get().channel();
    return List.of(title.get(), shortcut.get(), section.get(), text.get(), has);
  }

  /** Says who has it in the language of now. */
  void retell() {
    whose.set(whose.get().among(choices()));
  }

  void delete() {
    leave();
    if (before != null) {
      desk.canned().delete(before.id());
    }
  }

  /** Takes the deletion back; false if it is too late. */
  boolean restore() {
    return before != null && desk.canned().restore(before.id());
  }

  /** As it is called where it is kept; empty for one that is not. */
  String savedName() {
    return before == null ? "" : before.title();
  }

  /** What is attached wherever it is used, in the order in which it was chosen. */
  ObservableList<Attachment> files() {
    return files;
  }

  /** Why the last file was not taken, as a sentence; empty if it was. */
  ReadOnlyStringProperty fileProblemProperty() {
    return fileProblem.getReadOnlyProperty();
  }

  StringProperty titleProperty() {
    return title;
  }

  /** What is typed behind {@code #}; without it. */
  StringProperty shortcutProperty() {
    return shortcut;
  }

  StringProperty sectionProperty() {
    return section;
  }

  StringProperty textProperty() {
    return text;
  }

  ObjectProperty<Whose> whoseProperty() {
    return whose;
  }
}
