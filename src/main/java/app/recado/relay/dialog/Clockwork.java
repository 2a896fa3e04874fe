package app.recado.relay.dialog;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.relay.account.Availabilities;
import app.recado.relay.channel.Channel;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.channel.ChannelSettings;
import app.recado.relay.store.Database;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import app.recado.relay.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does what time alone brings about. */
public final class Clockwork {

  private static final int AT_ONCE = 200;

  private final Database database;
  private final Writer writer;
  private final InstantSource clock;
  private final Availabilities presence;
  private final ChannelDirectory channels;
  private final DialogTable table;
  private final Timeline timeline;
  private final Sessions sessions;
  private final Routing routing;
  private final ScheduledCommands scheduled;

  Clockwork(
      Database database,
      Writer writer,
      InstantSource clock,
      Availabilities presence,
      ChannelDirectory channels,
      DialogTable table,
      Timeline timeline,
      Sessions sessions,
      Routing routing,
      ScheduledCommands scheduled) {
    this.database = database;
    this.writer = writer;
    this.clock = clock;
    this.presence = presence;
    this.channels = channels;
    this.table = table;
    this.timeline = timeline;
    this.sessions = sessions;
    this.routing = routing;
    this.scheduled = scheduled;
  }

  /** When the next thing is due, after what was due is done. */
  public Instant tick() {
    Instant now = clock.instant();
    if (!database.read(presence::nextDue).isAfter(now)) {
      writer.write(write -> {
        presence.settleDue(write);
        return true;
      });
    }
    List<DialogId> due;
    do {
      due = database.read(tx -> due(tx, now));
      due.forEach(dialog -> writer.write(write -> perform(write, dialog)));
    } while (due.size() == AT_ONCE);
    List<MessageId> messages;
    do {
      messages = database.read(tx -> ScheduledTable.due(tx, now, AT_ONCE));
      messages.forEach(id -> writer.write(write -> scheduled.perform(write, id)));
    } while (messages.size() == AT_ONCE);
    SearchIndex.catchUp(database, writer);
    return database.read(this::nextDue);
  }

  private static List<DialogId> due(Tx tx, Instant now) {
    return DialogTable.ids(tx, "due_at <= ? ORDER BY due_at, id LIMIT ?", now, AT_ONCE);
  }

  private Instant nextDue(Tx tx) {
    Instant dialogs =
        tx.first(
                "SELECT MIN(due_at) FROM dialog",
                row -> row.timeOrNull(1) == null ? Instant.MAX : row.time(1))
            .orElse(Instant.MAX);
    Instant people = presence.nextDue(tx);
    Instant messages = ScheduledTable.nextDue(tx);
    return Stream.of(dialogs, people, messages).min(Instant::compareTo).orElseThrow();
  }

  /** What is due by now on one dialog; another node may have done it meanwhile. */
  private boolean perform(Write write, DialogId id) {
    DialogTable.Loaded loaded = DialogTable.find(write.tx(), id).orElseThrow();
    Dialog dialog = loaded.dialog;
    Channel channel = channels.get(write.tx(), dialog.sessionChannel);
    ChannelSettings settings = channel.settings();
    Instant now = write.now();
    if (!isOver(Duties.due(dialog, settings), now)) {
      return false;
    }
    if (isOver(dialog.snoozedUntil, now)) {
      sessions.snooze(write, dialog, null);
    }
    String noAnswer = settings.noAnswerText();
    if (isOver(Duties.noAnswer(dialog, settings), now) && noAnswer != null) {
      dialog.toldNoAnswer = true;
      timeline.announce(write, dialog, noAnswer);
    }
    if (isOver(Duties.routing(dialog), now)) {
      if (dialog.offeredTo == null) {
        routing.retry(write, dialog, channel);
      } else {
        routing.route(write, dialog, channel);
      }
    }
    if (isOver(Duties.ratingOver(dialog, settings), now)) {
      sessions.closingOver(write, dialog);
    } else if (isOver(Duties.autoClose(dialog, settings), now)) {
      sessions.finish(write, dialog, null);
    }
    table.save(write, loaded);
    return true;
  }

  private static boolean isOver(@Nullable Instant due, Instant now) {
    return due != null && !due.isAfter(now);
  }
}
