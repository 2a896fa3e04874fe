package app.recado.client.ui;

import app.recado.client.state.DraftKey;
import app.recado.client.state.FileTransfer;
import app.recado.client.sync.DeskFiles;
import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** Files of a {@link FakeDesk}: taken as a test says, on this computer if it says where. */
public final class FakeFiles implements DeskFiles {
  public final ObservableMap<FileId, FileTransfer> transfers = FXCollections.observableHashMap();
  public final Map<String, List<Attachment>> drafted = new HashMap<>();
  public final ObservableMap<DraftKey, List<Attachment>> drafts = FXCollections.observableHashMap();
  public final Map<FileId, Path> here = new HashMap<>();
  public final List<String> calls;

  /** What becomes of choosing a file of that name. */
  public Function<String, Attached> choosing = name -> new Attached.Unreadable();

  /** Whether what is asked for takes until {@link #fetchNow}. */
  public boolean fetchesLater;

  /** Whether what is chosen takes until {@link #chooseNow}. */
  public boolean choosesLater;

  private final List<Runnable> choices = new ArrayList<>();
  private final List<Runnable> fetching = new ArrayList<>();

  FakeFiles(List<String> calls) {
    this.calls = calls;
  }

  @Override
  public void attach(DialogId dialog, DraftKind kind, Path file, Consumer<Attached> done) {
    chosen(dialog, kind, file.getFileName().toString(), done);
  }

  @Override
  public void attachPicture(
      DialogId dialog, DraftKind kind, Supplier<byte[]> png, String name, Consumer<Attached> done) {
    chosen(dialog, kind, name, done);
  }

  private void chosen(DialogId dialog, DraftKind kind, String name, Consumer<Attached> done) {
    calls.add("attach " + name);
    choice(() -> {
      Attached attached = choosing.apply(name);
      if (attached instanceof Attached.Taken(var file)) {
        drafted.computeIfAbsent(dialog + "/" + kind, key -> new ArrayList<>()).add(file);
      }
      done.accept(attached);
    });
  }

  private void choice(Runnable copied) {
    choices.add(copied);
    if (!choosesLater) {
      chooseNow();
    }
  }

  /** Everything that was chosen is copied. */
  public void chooseNow() {
    List<Runnable> all = List.copyOf(choices);
    choices.clear();
    all.forEach(Runnable::run);
  }

  @Override
  public void attachCopies(DialogId dialog, DraftKind kind, List<Attachment> originals) {
    calls.add("attachCopies " + originals.stream().map(Attachment::name).toList());
    drafted.computeIfAbsent(dialog + "/" + kind, key -> new ArrayList<>()).addAll(originals);
  }

  @Override
  public void choose(Path file, Consumer<Attached> done) {
    calls.add("choose " + file.getFileName());
    choice(() -> done.accept(choosing.apply(file.getFileName().toString())));
  }

  @Override
  public List<Attachment> chooseCopies(List<Attachment> originals) {
    calls.add("chooseCopies " + originals.stream().map(Attachment::name).toList());
    return originals.stream()
        .map(one -> one.as(new FileId("copy-" + one.id()), one.name()))
        .toList();
  }

  @Override
  public void giveUp(FileId file) {
    calls.add("giveUp " + file);
  }

  @Override
  public List<Attachment> drafted(DialogId dialog, DraftKind kind) {
    return List.copyOf(drafted.getOrDefault(dialog + "/" + kind, List.of()));
  }

  @Override
  public void detach(FileId file) {
    calls.add("detach " + file);
    drafted.values().forEach(files -> files.removeIf(one -> one.id().equals(file)));
  }

  @Override
  public ObservableMap<DraftKey, List<Attachment>> drafts() {
    return drafts;
  }

  @Override
  public ObservableMap<FileId, FileTransfer> transfers() {
    return transfers;
  }

  @Override
  public void pause(FileId file) {
    calls.add("pause " + file);
  }

  @Override
  public void resume(FileId file) {
    calls.add("resume " + file);
  }

  @Override
  public void cancel(FileId file) {
    calls.add("cancel " + file);
  }

  @Override
  public void fetch(Attachment file, Consumer<@Nullable Path> done) {
    calls.add("fetch " + file.id());
    fetching.add(() -> done.accept(here.get(file.id())));
    if (!fetchesLater) {
      fetchNow();
    }
  }

  /** Everything that was asked for arrives. */
  public void fetchNow() {
    List<Runnable> all = List.copyOf(fetching);
    fetching.clear();
    all.forEach(Runnable::run);
  }

  @Override
  public void save(Attachment file, Path target, Consumer<Boolean> done) {
    calls.add("save " + file.id());
    done.accept(here.containsKey(file.id()));
  }

  @Override
  public boolean isHere(FileId file) {
    return here.containsKey(file);
  }
}
