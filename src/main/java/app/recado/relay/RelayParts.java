package app.recado.relay;

import app.recado.relay.account.Passwords;
import app.recado.relay.dialog.Curtain;
import app.recado.relay.file.Shelf;
import app.recado.relay.store.ChangeLog;
import app.recado.relay.store.CommandLog;
import app.recado.relay.store.Database;
import app.recado.relay.store.InlineWriter;
import app.recado.relay.store.Writer;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/** The parts of a relay of which a test may want another. */
public record RelayParts(
    WriterFactory writer,
    CommandLog commands,
    ChangeLog changes,
    Curtain curtain,
    Passwords passwords,
    Shelf shelf) {

  /** Makes the node's writer. */
  @FunctionalInterface
  public interface WriterFactory {
    /**
     * @param committed to be told the last number of the change log after each commit
     */
    Writer make(Database database, InstantSource clock, LongConsumer committed);
  }

  /** The real ones, writing on the calling thread. */
  public static RelayParts inline(Passwords passwords, Shelf shelf) {
    return new RelayParts(
        InlineWriter::new, new CommandLog(), new ChangeLog(), new Curtain(), passwords, shelf);
  }

  public RelayParts with(WriterFactory other) {
    return new RelayParts(other, commands, changes, curtain, passwords, shelf);
  }

  public RelayParts with(CommandLog other) {
    return new RelayParts(writer, other, changes, curtain, passwords, shelf);
  }

  public RelayParts with(ChangeLog other) {
    return new RelayParts(writer, commands, other, curtain, passwords, shelf);
  }

  public RelayParts with(Curtain other) {
    return new RelayParts(writer, commands, changes, other, passwords, shelf);
  }
}
