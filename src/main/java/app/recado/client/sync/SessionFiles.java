package app.recado.client.sync;

import app.recado.client.cache.FileFolder;
import app.recado.client.state.DraftKey;
import app.recado.client.state.FileTransfer;
import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileId;
import app.recado.protocol.FileNames;
import app.recado.protocol.FileRules;
import app.recado.protocol.FirstBytes;
import app.recado.protocol.Ids;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of a desk session: copies on the io threads, everything else on the engine's. */
final class SessionFiles implements DeskFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SessionFiles.class);

  /** Opens the bytes to copy. */
  private interface Source {
    InputStream open() throws IOException;
  }

  private final Executor io;
  private final Executor fx;
  private final FileFolder folder;
  private final Ids ids;
  private final EngineLife life;
  private final ObservableMap<FileId, FileTransfer> transfers;
  private final ObservableMap<DraftKey, List<Attachment>> drafts;

  /** Taken by a message that the engine has not stored yet. */
  private final Set<FileId> leaving = new HashSet<>();

  /** Copies that the engine has not stored yet. */
  private final Map<DraftKey, List<Attachment>> coming = new HashMap<>();

  SessionFiles(
      DeskSetup setup,
      EngineLife life,
      ObservableMap<FileId, FileTransfer> transfers,
      ObservableMap<DraftKey, List<Attachment>> drafts) {
    this.drafts = drafts;
    this.io = setup.io();
    this.fx = setup.fx();
    this.folder = new FileFolder(setup.folder());
    this.ids = new Ids(setup.clock(), setup.random());
    this.life = life;
    this.transfers = transfers;
  }

  @Override
  public void attach(DialogId dialog, DraftKind kind, Path file, Consumer<Attached> done) {
    copy(file, toDraft(dialog, kind), done);
  }

  @Override
  public void choose(Path file, Consumer<Attached> done) {
    copy(file, (running, taken) -> running.files().chosen(taken), done);
  }

  @Override
  public List<Attachment> chooseCopies(List<Attachment> originals) {
    Map<Attachment, FileId> copies = copies(originals);
    run(running -> copies.forEach(running::chosen));
    return List.copyOf(copies.keySet());
  }

  @Override
  public void giveUp(FileId file) {
    run(running -> running.unchosen(file));
  }

  private static BiConsumer<DeskEngine, Attachment> toDraft(DialogId dialog, DraftKind kind) {
    return (running, taken) -> running.draftShelf().attached(taken, new DraftKey(dialog, kind));
  }

  @Override
  public void attachCopies(DialogId dialog, DraftKind kind, List<Attachment> originals) {
    DraftKey key = new DraftKey(dialog, kind);
    int room = FileRules.MOST_PER_MESSAGE - drafted(dialog, kind).size();
    Map<Attachment, FileId> copies =
        copies(originals.subList(0, Math.clamp(originals.size(), 0, room)));
    if (!copies.isEmpty()) {
      coming.computeIfAbsent(key, none -> new ArrayList<>()).addAll(copies.keySet());
      life.run(running -> {
        running.draftShelf().copied(copies, key);
        fx.execute(() -> coming.getOrDefault(key, new ArrayList<>()).removeAll(copies.keySet()));
      });
    }
  }

  /** Copies of these, and of which each is one. */
  private Map<Attachment, FileId> copies(List<Attachment> originals) {
    Map<Attachment, FileId> copies = new LinkedHashMap<>();
    originals.forEach(one -> copies.put(one.as(new FileId(ids.next()), one.name()), one.id()));
    return copies;
  }

  private void copy(Path file, BiConsumer<DeskEngine, Attachment> to, Consumer<Attached> done) {
    FileId id = new FileId(ids.next());
    io.execute(() -> {
      long size;
      try {
        size = Files.isRegularFile(file) ? Files.size(file) : -1;
      } catch (IOException unreadable) {
        size = -1;
      }
      String name = file.getFileName() == null ? "" : file.getFileName().toString();
      copy(id, to, name, size, () -> Files.newInputStream(file), done);
    });
  }

  @Override
  public void attachPicture(
      DialogId dialog, DraftKind kind, Supplier<byte[]> png, String name, Consumer<Attached> done) {
    FileId id = new FileId(ids.next());
    io.execute(() -> {
      byte[] bytes = png.get();
      copy(
          id,
          toDraft(dialog, kind),
          name,
          bytes.length,
          () -> new ByteArrayInputStream(bytes),
          done);
    });
  }

  private void copy(
      FileId id,
      BiConsumer<DeskEngine, Attachment> to,
      String given,
      long size,
      Source source,
      Consumer<Attached> done) {
    Optional<FileRules.Refused> refused = FileRules.check(given, size);
    if (size < 0) {
      tell(done, new Attached.Unreadable());
    } else if (refused.isPresent()) {
      tell(done, new Attached.Refused(refused.get()));
    } else {
      String name = FileNames.safe(given);
      try (InputStream in = source.open()) {
        FileFolder.Copied copied = folder.copy(in, id, FileRules.LARGEST);
        Attachment taken = described(id, name, copied);
        life.run(running -> {
          to.accept(running, taken);
          tell(done, new Attached.Taken(taken));
        });
      } catch (IOException unreadable) {
        tell(done, new Attached.Unreadable());
      }
    }
  }

  /** As the relay will describe it, so that nothing moves when it does. */
  private Attachment described(FileId id, String name, FileFolder.Copied copied)
      throws IOException {
    String guess = URLConnection.guessContentTypeFromName(name);
    String type;
    Dimension pixels;
    try (InputStream in = Files.newInputStream(folder.path(id))) {
      type = FirstBytes.type(in.readNBytes(FirstBytes.ENOUGH), guess == null ? "" : guess);
    }
    try (InputStream in = Files.newInputStream(folder.path(id))) {
      pixels = FileRules.isSafeImage(type) ? FirstBytes.pixels(in) : null;
    }
    return new Attachment(
        id,
        name,
        type,
        copied.size(),
        copied.sha256(),
        pixels == null ? null : pixels.width,
        pixels == null ? null : pixels.height);
  }

  private @Nullable FileTransfers now() {
    DeskEngine running = life.now();
    return running == null ? null : running.files();
  }

  private void run(Consumer<FileTransfers> action) {
    life.run(running -> action.accept(running.files()));
  }

  private void tell(Consumer<Attached> done, Attached what) {
    fx.execute(() -> done.accept(what));
  }

  @Override
  public List<Attachment> drafted(DialogId dialog, DraftKind kind) {
    FileTransfers running = now();
    List<Attachment> files =
        new ArrayList<>(running == null ? List.of() : running.drafted(dialog, kind));
    for (Attachment one : coming.getOrDefault(new DraftKey(dialog, kind), List.of())) {
      if (!files.contains(one)) {
        files.add(one);
      }
    }
    files.removeIf(file -> leaving.contains(file.id()));
    return files;
  }

  /** The files of a draft, for the message that is about to be stored. */
  List<String> take(DialogId dialog, DraftKind kind) {
    List<FileId> taken = drafted(dialog, kind).stream().map(Attachment::id).toList();
    leaving.addAll(taken);
    return taken.stream().map(FileId::value).toList();
  }

  /** The engine was asked to store that message: once it has, the files are its. */
  void settle(List<String> taken) {
    if (!taken.isEmpty()) {
      run(stored -> fx.execute(() -> taken.forEach(file -> leaving.remove(new FileId(file)))));
    }
  }

  /** Nothing that is being copied stays. */
  void shut() {
    folder.shut();
  }

  @Override
  public void detach(FileId file) {
    leaving.add(file);
    life.run(running -> {
      running.draftShelf().detached(file);
      fx.execute(() -> leaving.remove(file));
    });
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
    run(running -> running.pause(file));
  }

  @Override
  public void resume(FileId file) {
    run(running -> running.resume(file));
  }

  @Override
  public void cancel(FileId file) {
    run(running -> running.fetches().cancel(file));
    life.run(running -> running.acts().takeBack(file));
  }

  @Override
  public void fetch(Attachment file, Consumer<@Nullable Path> done) {
    run(running -> running.fetches().fetch(file, place -> fx.execute(() -> done.accept(place))));
  }

  @Override
  public void save(Attachment file, Path target, Consumer<Boolean> done) {
    run(running ->
        running
            .fetches()
            .fetch(
                file,
                place -> {
                  if (place == null) {
                    fx.execute(() -> done.accept(false));
                  } else {
                    io.execute(() -> copyOut(place, target, done));
                  }
                }));
  }

  private void copyOut(Path place, Path target, Consumer<Boolean> done) {
    boolean saved;
    try {
      Files.copy(place, target, StandardCopyOption.REPLACE_EXISTING);
      saved = true;
    } catch (IOException failure) {
      LOG.warn("A file could not be saved", failure);
      saved = false;
    }
    boolean told = saved;
    fx.execute(() -> done.accept(told));
  }

  @Override
  public boolean isHere(FileId file) {
    FileTransfers running = now();
    return running != null && running.isHere(file);
  }
}
