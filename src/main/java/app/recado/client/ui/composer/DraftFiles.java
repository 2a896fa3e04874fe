package app.recado.client.ui.composer;

import app.recado.client.state.DraftKey;
import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.files.FileWords;
import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileRules;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakMapChangeListener;
import org.jspecify.annotations.Nullable;

/** The files of the draft that is open. FX thread only. */
final class DraftFiles {
  private final DeskFiles files;
  private final FileWords words = new FileWords();
  private final Runnable changed;
  private final ObservableList<Attachment> chosen = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  // The map outlives every composer, so it holds on to none of them.
  private final MapChangeListener<DraftKey, List<Attachment>> others = this::other;
  private @Nullable DialogId dialog;
  private DraftKind kind = DraftKind.REPLY;
  private int copying;

  /**
   * @param changed told when there are others, or a copy is finished
   */
  DraftFiles(DeskFiles files, Runnable changed) {
    this.files = files;
    this.changed = changed;
    files.drafts().addListener(new WeakMapChangeListener<>(others));
  }

  private void other(MapChangeListener.Change<? extends DraftKey, ?> change) {
    DialogId open = dialog;
    if (open != null && change.getKey().equals(new DraftKey(open, kind))) {
      List<Attachment> now = files.drafted(open, kind);
      if (!now.equals(chosen)) {
        chosen.setAll(now);
        changed.run();
      }
    }
  }

  /** Shows the files of a draft; none without a dialog. */
  void open(@Nullable DialogId nextDialog, DraftKind nextKind) {
    boolean other = nextKind != kind || nextDialog == null || !nextDialog.equals(dialog);
    dialog = nextDialog;
    kind = nextKind;
    if (other) {
      problem.set("");
    }
    look();
  }

  private void look() {
    DialogId open = dialog;
    chosen.setAll(open == null ? List.of() : files.drafted(open, kind));
  }

  void attach(List<Path> paths) {
    for (Path path : paths) {
      String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
      DialogId to = room();
      if (to != null) {
        files.attach(to, kind, path, what -> attached(name, what));
      }
    }
  }

  void attachPicture(Supplier<byte[]> png, String name) {
    DialogId to = room();
    if (to != null) {
      files.attachPicture(to, kind, png, name, what -> attached(name, what));
    }
  }

  /** Puts copies of files that the relay has here, as many as there is room for. */
  void attachCopies(List<Attachment> originals) {
    DialogId open = dialog;
    if (open != null && !originals.isEmpty()) {
      boolean fit = chosen.size() + copying + originals.size() <= FileRules.MOST_PER_MESSAGE;
      problem.set(fit ? "" : words.tooMany());
      files.attachCopies(open, kind, originals);
      look();
      changed.run();
    }
  }

  /** Where the next file goes; null if there can be none, which is said. */
  private @Nullable DialogId room() {
    DialogId open = dialog;
    if (open == null) {
      return null;
    }
    if (chosen.size() + copying >= FileRules.MOST_PER_MESSAGE) {
      problem.set(words.tooMany());
      return null;
    }
    problem.set("");
    copying++;
    changed.run();
    return open;
  }

  private void attached(String name, DeskFiles.Attached what) {
    copying--;
    switch (what) {
      case DeskFiles.Attached.Taken taken -> look();
      case DeskFiles.Attached.Refused refused -> problem.set(words.refused(name, refused.reason()));
      case DeskFiles.Attached.Unreadable unreadable -> problem.set(words.unreadable(name));
    }
    changed.run();
  }

  /** All files, of this draft and others. */
  DeskFiles desk() {
    return files;
  }

  /**
   * Shows a file of the draft, fetching it first if it was chosen on another device; says why if it
   * cannot be had.
   */
  void look(Attachment file, Consumer<Path> opener) {
    problem.set("");
    files.fetch(
        file,
        place -> {
          if (place != null) {
            opener.accept(place);
          } else {
            problem.set(words.line(file, files.transfers().get(file.id()), false));
          }
        });
  }

  void detach(Attachment file) {
    files.detach(file.id());
    chosen.remove(file);
    problem.set("");
    changed.run();
  }

  /** They went with their message. */
  void sent() {
    chosen.clear();
    problem.set("");
  }

  boolean isCopying() {
    return copying > 0;
  }

  /** The files, in the order in which they were chosen. */
  ObservableList<Attachment> chosen() {
    return chosen;
  }

  /** Why the last file was not taken, as a sentence; empty if it was. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
