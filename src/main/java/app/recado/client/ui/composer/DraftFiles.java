package app.recado.client.ui.composer;

import app.recado.client.state.DraftKey;
import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.files.FileWords;
import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileRules;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Map<DraftKey, Integer> copying = new HashMap<>();
  private final Map<DraftKey, String> unseen = new HashMap<>();
  private @Nullable DraftKey open;

  /**
   * @param changed told when there are others, or a copy is finished
   */
  DraftFiles(DeskFiles files, Runnable changed) {
    this.files = files;
    this.changed = changed;
    files.drafts().addListener(new WeakMapChangeListener<>(others));
  }

  private void other(MapChangeListener.Change<? extends DraftKey, ?> change) {
    DraftKey key = open;
    if (key != null && change.getKey().equals(key)) {
      List<Attachment> now = of(key);
      if (!now.equals(chosen)) {
        chosen.setAll(now);
        changed.run();
      }
    }
  }

  private List<Attachment> of(DraftKey key) {
    return files.drafted(key.dialog(), key.kind());
  }

  /** Shows the files of a draft; none without a dialog. */
  void open(@Nullable DialogId dialog, DraftKind kind) {
    DraftKey next = dialog == null ? null : new DraftKey(dialog, kind);
    if (next == null || !next.equals(open)) {
      String said = next == null ? null : unseen.remove(next);
      problem.set(said == null ? "" : said);
    }
    open = next;
    look();
  }

  private void look() {
    DraftKey key = open;
    chosen.setAll(key == null ? List.of() : of(key));
  }

  void attach(List<Path> paths) {
    taker().accept(paths);
  }

  /** Takes files into the draft that is open now, whatever is opened before they are chosen. */
  Consumer<List<Path>> taker() {
    DraftKey key = open;
    return paths -> {
      for (Path path : paths) {
        String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        if (key != null && hasRoom(key)) {
          files.attach(key.dialog(), key.kind(), path, what -> attached(key, name, what));
        }
      }
    };
  }

  void attachPicture(Supplier<byte[]> png, String name) {
    DraftKey key = open;
    if (key != null && hasRoom(key)) {
      files.attachPicture(key.dialog(), key.kind(), png, name, what -> attached(key, name, what));
    }
  }

  /** Puts copies of files that the relay has here, as many as there is room for. */
  void attachCopies(List<Attachment> originals) {
    DraftKey key = open;
    if (key != null && !originals.isEmpty()) {
      int all = chosen.size() + copying(key) + originals.size();
      problem.set(all <= FileRules.MOST_PER_MESSAGE ? "" : words.tooMany());
      files.attachCopies(key.dialog(), key.kind(), originals);
      look();
      changed.run();
    }
  }

  /** Makes room for one more file; false if there can be none, which is said. */
  private boolean hasRoom(DraftKey key) {
    boolean room = of(key).size() + copying(key) < FileRules.MOST_PER_MESSAGE;
    say(key, room ? "" : words.tooMany());
    if (room) {
      copying.merge(key, 1, Integer::sum);
      changed.run();
    }
    return room;
  }

  private void attached(DraftKey key, String name, DeskFiles.Attached what) {
    copying.computeIfPresent(key, (same, many) -> many == 1 ? null : many - 1);
    switch (what) {
      case DeskFiles.Attached.Taken taken -> look();
      case DeskFiles.Attached.Refused refused -> say(key, words.refused(name, refused.reason()));
      case DeskFiles.Attached.Unreadable unreadable -> say(key, words.unreadable(name));
    }
    changed.run();
  }

  /** Says it where the draft is open, or once it is. */
  private void say(DraftKey key, String words) {
    if (key.equals(open)) {
      problem.set(words);
    } else if (words.isEmpty()) {
      unseen.remove(key);
    } else {
      unseen.put(key, words);
    }
  }

  private int copying(DraftKey key) {
    return copying.getOrDefault(key, 0);
  }

  /** All files, of this draft and others. */
  DeskFiles desk() {
    return files;
  }

  /**
   * Shows a file of the draft, fetching it first if it was chosen on another device, unless another
   * draft is open once it is here; says why if it cannot be had.
   */
  void look(Attachment file, Consumer<Path> opener) {
    DraftKey key = open;
    problem.set("");
    files.fetch(
        file,
        place -> {
          if (place == null && key != null) {
            say(key, words.line(file, files.transfers().get(file.id()), false));
          } else if (place != null && Objects.equals(key, open)) {
            opener.accept(place);
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

  /** Whether files of the draft that is open are not here yet. */
  boolean isCopying() {
    DraftKey key = open;
    return key != null && copying(key) > 0;
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
