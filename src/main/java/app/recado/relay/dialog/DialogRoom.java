package app.recado.relay.dialog;

import app.recado.protocol.Ids;
import app.recado.relay.account.Presence;
import app.recado.relay.account.PresenceListener;
import app.recado.relay.channel.ChannelService;
import app.recado.relay.store.CommandLog;
import app.recado.relay.store.Database;
import app.recado.relay.store.Feed;
import app.recado.relay.store.Writer;
import java.time.InstantSource;

/** Puts this room together; what others need of it comes out by its interfaces. */
public final class DialogRoom {

  private final Ids ids;
  private final Curtain curtain;
  private final Timeline timeline;
  private final Routing routing;
  private final Sessions sessions;
  private final Attendance attendance;

  public DialogRoom(Ids ids, Curtain curtain) {
    this.ids = ids;
    this.curtain = curtain;
    this.timeline = new Timeline(ids, curtain);
    this.routing = new Routing(timeline);
    this.sessions = new Sessions(timeline, routing, ids);
    this.attendance = new Attendance(sessions, routing);
  }

  public PresenceListener presenceListener() {
    return attendance;
  }

  public ChannelService.Listener channelListener() {
    return attendance;
  }

  public CustomerSide customerSide() {
    return new CustomerSide(timeline, sessions, routing, curtain);
  }

  public Commands commands(Writer writer, CommandLog log, Presence presence) {
    return new CommandService(writer, log, presence, sessions, timeline, ids);
  }

  public Changes changes(Feed feed) {
    return new ChangesService(feed);
  }

  public History history(Database database) {
    return new HistoryService(database);
  }

  public Clockwork clockwork(
      Database database, Writer writer, InstantSource clock, Presence presence) {
    return new Clockwork(database, writer, clock, presence, timeline, sessions, routing);
  }
}
