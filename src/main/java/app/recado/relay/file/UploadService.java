package app.recado.relay.file;

import app.recado.protocol.Attachment;
import app.recado.protocol.CannedId;
import app.recado.protocol.FileId;
import app.recado.protocol.FileNames;
import app.recado.protocol.FileRules;
import app.recado.protocol.FirstBytes;
import app.recado.protocol.Ids;
import app.recado.protocol.MessageId;
import app.recado.protocol.Sha256;
import app.recado.protocol.UserId;
import app.recado.relay.dialog.CustomerSide;
import app.recado.relay.dialog.History;
import app.recado.relay.dialog.Keeper;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Database;
import app.recado.relay.store.Write;
import app.recado.relay.store.Writer;
import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploads in the database and on the shelf. */
public final class UploadService implements Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(UploadService.class);
  private static final int LONGEST_TYPE = 200;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_WHILE = Duration.ofMinutes(10);
  private static final int AT_ONCE = 100;
  private static final int BUFFER = 64 * 1024;

  /** An agent's outbox may hold many; a customer's page, which anybody can open, few. */
  private static final int MOST_WAITING_OF_AGENT = 200;

  private static final int MOST_WAITING_OF_CUSTOMER = 20;

  /** What one customer may bring within a day, in bytes. */
  private static final long CUSTOMERS_DAY = 3 * FileRules.LARGEST;

  /** After how many bytes a request looks again whether there is still room. */
  private static final long LOOK_EVERY = 4L * 1024 * 1024;

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final Database database;
  private final Writer writer;
  private final Shelf shelf;
  private final History history;
  private final CustomerSide customers;
  private final InstantSource clock;
  private final Ids ids;
  private final BiPredicate<UserId, CannedId> seesCanned;

  /**
   * @param seesCanned whether somebody may use a canned response
   */
  public UploadService(
      Database database,
      Writer writer,
      Shelf shelf,
      History history,
      CustomerSide customers,
      InstantSource clock,
      Ids ids,
      BiPredicate<UserId, CannedId> seesCanned) {
    this.seesCanned = seesCanned;
    this.database = database;
    this.writer = writer;
    this.shelf = shelf;
    this.history = history;
    this.customers = customers;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Upload begin(Holder holder, Announced announced) {
    Announced file = checked(announced);
    FileTable.Entry source = source(holder, file);
    return writer.write(write -> {
      FileTable.Entry before = FileTable.find(write.tx(), file.id()).orElse(null);
      if (before != null) {
        return again(before, holder, file);
      }
      requireModesty(write, holder, file.size());
      if (source != null && FileTable.find(write.tx(), source.id()).isPresent()) {
        announce(write, holder, file, source.place());
        FileTable.finish(write.tx(), source.attachment().as(file.id(), file.name()), write.now());
        return new Upload(file.id(), file.size(), file.size(), file.metadata());
      }
      requireRoom(holder, file.size());
      announce(write, holder, file, ids.next());
      return new Upload(file.id(), file.size(), 0, file.metadata());
    });
  }

  /** Who waited too long to send a message begins its uploads anew, under the ids it names. */
  private static void announce(Write write, Holder holder, Announced file, String place) {
    if (!FileTable.wasUsed(write.tx(), file.id())) {
      FileTable.insert(write.tx(), file, place, holder, write.now());
    } else if (!FileTable.revive(write.tx(), file, place, holder, write.now())) {
      throw FileTable.isGoing(write.tx(), file.id()) ? locked() : reused();
    }
  }

  /** What an agent's file is a copy of; null where its own bytes are needed. */
  private FileTable.@Nullable Entry source(Holder holder, Announced file) {
    FileId copied = file.copyOf();
    if (copied == null || !(holder instanceof Holder.Agent)) {
      return null;
    }
    return database
        .look(tx -> FileTable.find(tx, copied))
        .filter(FileTable.Entry::finished)
        .filter(found -> found.size() == file.size())
        .filter(found -> file.sha256() == null || file.sha256().equals(found.sha256()))
        .filter(found -> mayFetch(holder, found))
        .orElse(null);
  }

  private static Refusal locked() {
    return Refusal.of(423, "locked", "What was there under this id is still being removed.");
  }

  private static void requireModesty(Write write, Holder holder, long size) {
    int most =
        switch (holder) {
          case Holder.Agent agent -> MOST_WAITING_OF_AGENT;
          case Holder.Customer customer -> MOST_WAITING_OF_CUSTOMER;
        };
    if (FileTable.waiting(write.tx(), holder.key()) >= most) {
      throw Refusal.of(429, "too_many_uploads", "Too many files wait to be sent.");
    }
    if (holder instanceof Holder.Customer) {
      Instant yesterday = write.now().minus(A_DAY);
      if (FileTable.bytesSince(write.tx(), holder.key(), yesterday) + size > CUSTOMERS_DAY) {
        throw Refusal.of(429, "too_many_bytes", "That is too much for one day.")
            .with("retryAfter", Long.toString(A_DAY.toSeconds()));
      }
    }
  }

  private void requireRoom(Holder holder, long size) {
    if (!shelf.hasRoom(size, holder)) {
      throw Refusal.of(503, "no_room", "There is no room for this file now.")
          .with("retryAfter", Long.toString(A_WHILE.toSeconds()));
    }
  }

  private static Announced checked(Announced file) {
    if (!Ids.isUuid(file.id().value())) {
      throw Refusal.invalid("id", "The id of a file is a UUID.");
    }
    FileRules.check(file.name(), file.size())
        .ifPresent(refused -> {
          throw switch (refused) {
            case EMPTY -> Refusal.invalid("size", "An empty file cannot be sent.");
            case TOO_LARGE ->
                Refusal.of(413, "too_large", "A file has at most 100 MB.")
                    .with("largest", Long.toString(FileRules.LARGEST));
            case PROGRAM -> Refusal.invalid("name", "Programs cannot be sent.");
          };
        });
    String sha256 = file.sha256();
    if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
      throw Refusal.invalid("sha256", "A SHA-256 is 64 lower-case hexadecimal digits.");
    }
    String type = file.type().length() > LONGEST_TYPE ? "" : file.type();
    return new Announced(
        file.id(),
        FileNames.safe(file.name()),
        type,
        file.size(),
        sha256,
        file.copyOf(),
        file.metadata());
  }

  private Upload again(FileTable.Entry before, Holder holder, Announced file) {
    boolean same =
        before.holder().equals(holder.key())
            && before.size() == file.size()
            && (file.sha256() == null || file.sha256().equals(before.sha256()));
    if (!same) {
      throw reused();
    }
    return upload(before);
  }

  private static Refusal reused() {
    return Refusal.of(409, "id_reused", "This id was used for another file.");
  }

  private Upload upload(FileTable.Entry entry) {
    long here = entry.finished() ? entry.size() : shelf.size(entry.place());
    return new Upload(
        entry.id(), entry.size(), Math.min(here, unfinished(entry)), entry.metadata());
  }

  /** Bytes that are all here but were never found to be right do not count as all. */
  private static long unfinished(FileTable.Entry entry) {
    return entry.finished() ? entry.size() : entry.size() - 1;
  }

  @Override
  public Upload find(Holder holder, FileId id) {
    return upload(own(holder, id));
  }

  private FileTable.Entry own(Holder holder, FileId id) {
    return database
        .look(tx -> FileTable.find(tx, id))
        .filter(entry -> entry.holder().equals(holder.key()))
        .orElseThrow(() -> Refusal.notFound("upload"));
  }

  @Override
  public Upload append(
      Holder holder, FileId id, long offset, InputStream bytes, @Nullable Digest digest) {
    FileTable.Entry entry = own(holder, id);
    if (entry.finished()) {
      return nothingMore(entry, offset, bytes);
    }
    try (Shelf.Appending file = shelf.append(entry.place())) {
      // Whoever held it before may have finished it, or it was given up.
      FileTable.Entry still = stillUnder(holder, entry);
      if (still.finished()) {
        return nothingMore(still, offset, bytes);
      }
      trimUnchecked(file, entry);
      long start = file.size();
      requireOffset(start, offset);
      receive(file, bytes, start, entry.size(), digest, holder);
      if (file.size() < entry.size()) {
        return new Upload(id, entry.size(), file.size(), entry.metadata());
      }
      finish(file, entry);
      return new Upload(id, entry.size(), entry.size(), entry.metadata());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Upload nothingMore(FileTable.Entry finished, long offset, InputStream bytes) {
    requireOffset(finished.size(), offset);
    try {
      if (bytes.read() >= 0) {
        throw surplus();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return upload(finished);
  }

  private static Refusal surplus() {
    return Refusal.of(413, "too_large", "These are more bytes than were announced.");
  }

  private FileTable.Entry stillUnder(Holder holder, FileTable.Entry entry) {
    try {
      return own(holder, entry.id());
    } catch (Refusal gone) {
      shelf.remove(entry.place());
      throw gone;
    }
  }

  /**
   * All bytes may be here of an upload that stopped before it was found to be right: the last one
   * is asked for again, so that the upload ends as every other.
   */
  private static void trimUnchecked(Shelf.Appending file, FileTable.Entry entry)
      throws IOException {
    if (file.size() >= entry.size()) {
      file.cut(entry.size() - 1);
    }
  }

  private static void requireOffset(long here, long offset) {
    if (here != offset) {
      throw Refusal.of(409, "wrong_offset", "The upload is at another place.")
          .with("offset", Long.toString(here));
    }
  }

  private void receive(
      Shelf.Appending file,
      InputStream bytes,
      long start,
      long size,
      @Nullable Digest digest,
      Holder holder)
      throws IOException {
    MessageDigest found = digest == null ? null : algorithm(digest.algorithm());
    OutputStream end = file.end();
    byte[] buffer = new byte[BUFFER];
    long at = start;
    long look = start;
    try {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        if (at + read > size) {
          file.cut(start);
          throw surplus();
        }
        if (at >= look) {
          look = at + LOOK_EVERY;
          requireRoom(holder, LOOK_EVERY);
        }
        end.write(buffer, 0, read);
        at += read;
        if (found != null) {
          found.update(buffer, 0, read);
        }
      }
    } catch (IOException | RuntimeException brokenOff) {
      // The server tells of a body that breaks off in its own way, too.
      if (digest == null) {
        file.settle();
      } else {
        file.cut(start);
      }
      throw brokenOff;
    }
    if (digest != null && found != null && !MessageDigest.isEqual(found.digest(), digest.value())) {
      file.cut(start);
      throw mismatch();
    }
    file.settle();
  }

  private void finish(Shelf.Appending file, FileTable.Entry entry) throws IOException {
    String sha256 = sha256(file);
    if (entry.sha256() != null && !entry.sha256().equals(sha256)) {
      file.cut(0);
      throw mismatch();
    }
    String type;
    Dimension pixels;
    try (InputStream in = file.all()) {
      type = FirstBytes.type(in.readNBytes(FirstBytes.ENOUGH), entry.type());
    }
    try (InputStream in = file.all()) {
      pixels = FileRules.isSafeImage(type) ? FirstBytes.pixels(in) : null;
    }
    Attachment finished =
        new Attachment(
            entry.id(),
            entry.name(),
            type,
            entry.size(),
            sha256,
            pixels == null ? null : pixels.width,
            pixels == null ? null : pixels.height);
    writer.write(write -> {
      FileTable.finish(write.tx(), finished, write.now());
      return true;
    });
  }

  private static String sha256(Shelf.Appending file) throws IOException {
    try (InputStream in = file.all()) {
      return Sha256.of(in);
    }
  }

  private static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal mismatch() {
    return Refusal.of(460, "checksum_mismatch", "The bytes are not those that were meant.");
  }

  @Override
  public void cancel(Holder holder, FileId id) {
    writer.write(write -> {
      FileTable.Entry entry =
          FileTable.find(write.tx(), id)
              .filter(found -> found.holder().equals(holder.key()))
              .orElseThrow(() -> Refusal.notFound("upload"));
      if (entry.message() != null || entry.keeper() != null) {
        throw Refusal.of(409, "in_use", "A message has this file; delete the message.");
      }
      FileTable.drop(write.tx(), id, write.now());
      return true;
    });
  }

  @Override
  public Stored open(Holder holder, FileId id) {
    FileTable.Entry entry =
        database
            .look(tx -> FileTable.find(tx, id))
            .filter(FileTable.Entry::finished)
            .filter(found -> mayFetch(holder, found))
            .orElseThrow(() -> Refusal.notFound("file"));
    return new Stored(entry.attachment(), shelf, entry.place());
  }

  private boolean mayFetch(Holder holder, FileTable.Entry entry) {
    MessageId message = entry.message();
    if (entry.dialog() == null || message == null) {
      CannedId canned = Keeper.canned(entry.keeper());
      return canned == null
          ? entry.holder().equals(holder.key())
          : holder instanceof Holder.Agent(var caller) && seesCanned.test(caller.user(), canned);
    }
    return switch (holder) {
      case Holder.Agent(var caller) -> history.sees(caller, entry.dialog());
      case Holder.Customer(var dialog) ->
          dialog.equals(entry.dialog())
              && database.read(tx -> customers.shown(tx, dialog, message)).isPresent();
    };
  }

  @Override
  public Instant tick() {
    Instant now = clock.instant();
    List<FileTable.Due> due;
    do {
      due = database.read(tx -> FileTable.due(tx, now, AT_ONCE));
      due.forEach(file -> remove(file, now));
    } while (due.size() == AT_ONCE);
    return database.read(FileTable::nextDue);
  }

  /** First out of reach, then off the disk, then forgotten: a crash between leaves it due. */
  private void remove(FileTable.Due file, Instant now) {
    if (writer.write(write -> FileTable.giveUp(write.tx(), file.id(), now))) {
      // once nobody finds it, nobody can copy it either
      if (!database.look(tx -> FileTable.isShared(tx, file.place()))) {
        try {
          shelf.remove(file.place());
        } catch (UncheckedIOException busy) {
          // nobody finds it any more; a file must not hold up what else is due
          LOG.warn("The bytes of {} cannot be removed", file.id(), busy);
        }
      }
      writer.write(write -> {
        FileTable.forget(write.tx(), file.id());
        return true;
      });
    }
  }
}
