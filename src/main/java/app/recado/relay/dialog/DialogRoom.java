package app.recado.relay.dialog;

import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.relay.account.AuditTrail;
import app.recado.relay.account.Availabilities;
import app.recado.relay.account.Directory;
import app.recado.relay.account.PresenceListener;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.channel.ChannelEditing;
import app.recado.relay.store.CommandLog;
import app.recado.relay.store.Database;
import app.recado.relay.store.Feed;
import app.recado.relay.store.Writer;
import java.time.InstantSource;

/** Puts this room together; what others need of it comes out by its interfaces. */
public final class DialogRoom {

  private final Ids ids;
  private final Curtain curtain;
  private final Directory people;
  private final ChannelDirectory channels;
  private final AuditTrail audit;
  private final Attachments attachments;
  private final DialogTable table;
  private final Timeline timeline;
  private final Routing routing;
  private final Sessions sessions;
  private final MentionDesk mentions;
  private final Drafts drafts;
  private final MessageCommands messages;
  private final ScheduledCommands scheduled;
  private final Attendance attendance;

  public DialogRoom(
      Ids ids,
      Curtain curtain,
      Directory people,
      ChannelDirectory channels,
      AuditTrail audit,
      Attachments attachments) {
    this.attachments = attachments;
    this.ids = ids;
    this.curtain = curtain;
    this.people = people;
    this.channels = channels;
    this.audit = audit;
    this.table = new DialogTable(people, channels);
    this.timeline = new Timeline(ids, curtain);
    this.routing = new Routing(timeline, people, channels);
    this.sessions = new Sessions(timeline, routing, channels, ids);
    this.mentions = new MentionDesk(people);
    this.drafts = new Drafts(attachments);
    this.messages = new MessageCommands(timeline, sessions, attachments, mentions, drafts);
    this.scheduled = new ScheduledCommands(messages, attachments, drafts, people, channels, table);
    this.attendance = new Attendance(sessions, routing, channels, table);
  }

  public PresenceListener presenceListener() {
    return attendance;
  }

  public ChannelEditing.Listener channelListener() {
    return attendance;
  }

  public CustomerSide customerSide() {
    return new CustomerService(timeline, sessions, routing, channels, table, curtain, attachments);
  }

  public Commands commands(
      Writer writer, CommandLog log, Availabilities presence, Errands errands) {
    return new CommandService(
        writer,
        log,
        presence,
        people,
        channels,
        table,
        messages,
        new DialogCommands(sessions, timeline, drafts, ids, audit, people, channels),
        scheduled,
        (write, caller, command, intent) ->
            intent instanceof Intent.ReadMentions read
                ? mentions.read(write, caller.user(), command, read)
                : errands.carryOut(write, caller, command, intent),
        new MarkCommands(sessions, audit));
  }

  public Changes changes(Feed feed) {
    return new ChangesService(feed);
  }

  public History history(Database database, Writer writer) {
    return new HistoryService(database, writer);
  }

  public Clockwork clockwork(
      Database database, Writer writer, InstantSource clock, Availabilities presence) {
    return new Clockwork(
        database, writer, clock, presence, channels, table, timeline, sessions, routing, scheduled);
  }
}
